"""Sentences and words: where they begin and end, their plain form, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoelse.engine.text import count_words, fold, sentences, word_set


def written(text):
    return [text[s.start : s.end] for s in sentences(text)]


def plain(text):
    return [s.plain.strip() for s in sentences(text)]


def test_a_table_of_words_writes_spaces_as_underscores():
    assert word_set("one two_words") == {"one", "two words"}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Karen", "karen"),
        ("Åsa Lindqvist-Müller", "asa lindqvist-muller"),
        ("Łódź, Ørsted, Straße", "lodz, orsted, strasse"),
        ("O’Neill", "o'neill"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_folding_lowers_and_takes_accents_off(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Could we talk?", 3),
        ("well - it depends", 3),
        ("15-20 min.", 2),
        ("...", 0),
        ("Grüße aus Köln", 3),
    ],
)
def test_words_are_counted_as_a_reader_counts(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        ("Ask Dr. Liu e.g. at 4 p.m. today.", ["Ask Dr. Liu e.g. at 4 p.m. today."]),
        ("See norhaven.example/talk now.", ["See norhaven.example/talk now."]),
        ("Version 2.5 works. Good.", ["Version 2.5 works.", "Good."]),
        ('She said "no." Then she left.', ['She said "no.', '" Then she left.']),
        ("wait ... what", ["wait ...", "what"]),
        ("no mark at the end", ["no mark at the end"]),
        ("One\n\nTwo", ["One", "Two"]),
        ("Dear Karen,\nI study physics.", ["Dear Karen,", "I study physics."]),
        ("a short line\nThen more", ["a short line", "Then more"]),
        ("list:\n- one\n- two", ["list:", "one", "two"]),
        ("item\n2 things", ["item", "2 things"]),
        ("?!", []),
        (" - \n", []),
        ("7", ["7"]),
        ("What?!\n5 more", ["What?!", "5 more"]),
    ],
)
def test_sentences_end_where_they_end(text, parts):
    assert [part.lstrip("- ") for part in written(text)] == parts


def test_a_wrapped_line_does_not_end_a_sentence():
    long = "This line is long enough that whoever wrote it must have wrapped it here\nand went on."

    assert written(long) == [long]


def test_a_wrapped_line_is_measured_from_its_beginning():
    text = "A first line that is certainly longer than fifty characters, and\nshort one\nEnd of it."

    assert written(text) == [text.rpartition("\n")[0], "End of it."]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("I'm sure it's Karen's", "i am sure it is karen 's"),
        ("We won't, can't and don't", "we will not , can not and do not"),
        ("They'd say we've gone, you'll see", "they would say we have gone , you will see"),
        ("rock'n'roll", "rocknroll"),
        ("the students' lab", "the students ' lab"),
        ("a follow-up call", "a follow up call"),
        ("15-20min", "15 - 20 min"),
        ("at 4:30 or 10am", "at 4:30 or 10 am"),
        ("at 4:30.", "at 4:30 ."),
        ("ID or id", "id or i would"),
        ("r u free w me", "are you free with me"),
        ("R or W", "r or w"),
        ("lmk pls", "let me know please"),
        ("Ä\u0301 ok", "a ok"),
        ("’ alone", "' alone"),
        ("x²", "x2"),
    ],
)
def test_the_plain_form_writes_out_what_is_short(text, form):
    assert plain(text) == [form]


def test_words_know_their_places():
    (sentence,) = sentences("Oh: I'm in Köln.", 4)

    assert sentence.words == ("i", "am", "in", "koln", ".")
    assert (sentence.start, sentence.end) == (4, 16)
    assert sentence.starts == (4, 4, 8, 11, 15)
    assert sentence.ends == (7, 7, 10, 15, 16)
    assert [sentence.plain[at : at + 1] for at in sentence.offsets] == ["i", "a", "i", "k", "."]
    assert [sentence.word_at(place) for place in (0, 1, 3, 6, 9, 14)] == [0, 0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "asks"),
    [("Why?", True), ("Why.", False), ("为什么？", True), ("لماذا؟", True)],
)
def test_a_question_has_its_mark(text, asks):
    assert [s.is_question for s in sentences(text)] == [asks]


def test_a_stretch_of_the_text_can_be_read():
    assert [s.plain for s in sentences("one. two. three.", 5, 9)] == [" two . "]


def test_a_run_on_text_is_cut():
    lengths = [len(s.words) for s in sentences("word " * 1_000)]
    marks = [len(s.words) for s in sentences("1 , " * 200)]

    assert (max(lengths), sum(lengths)) == (160, 1_000)
    assert (max(marks), sum(marks)) == (160, 400)


LONG = "x" * 40


def test_a_long_word_is_read_without_being_kept():
    assert plain(f"{LONG} and {LONG.upper()}") == [f"{LONG} and {LONG}"]


HOSTILE = st.text(
    st.sampled_from("aI1 .,:;!?…'’\"-–\n\r\t\u00ad\u200b\ufeffßéﷺ١？؟x_<>[]{}$@#\U0001f600"),
    max_size=300,
)


@given(st.one_of(HOSTILE, st.text(max_size=200)))
def test_nothing_is_lost_and_everything_has_a_place(text):
    covered = set()
    for sentence in sentences(text):
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert all(sentence.words)
        assert len(sentence.words) == len(sentence.starts) == len(sentence.ends)
        assert sentence.plain == f" {' '.join(sentence.words)} "
        assert list(sentence.starts) == sorted(sentence.starts)
        covered |= {
            k for s, e in zip(sentence.starts, sentence.ends, strict=True) for k in range(s, e)
        }
    lost = {text[k] for k in range(len(text)) if text[k].isalpha() and k not in covered}
    assert lost == set()
