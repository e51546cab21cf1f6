"""Search finds the same on both databases: by the beginnings of words, in any case and script."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import NOW, make_contact, make_message
from tests.web.discoveries.makers import make_finding, talk
from whoelse.web.discoveries import actions, queries
from whoelse.web.discoveries.models import SearchEntry
from whoelse.web.discoveries.searching import asked_words, snippet, words_of
from whoelse.web.interviews.models import Note
from whoelse.web.outreach.models import Reply

PATH = reverse("discoveries:search")
SENTENCES = [
    "Über-Stunden every week; naïve models fail.",
    "Detectors are cooled with liquid helium-3.",
    "The detector group meets at 6:30.",
    "C++ and Python, not LaTeX.",
    "Измерения занимают недели.",
    "測定 takes weeks.",
    "O'Brien isn't sure.",
    "Die Straße is closed.",
    "AND OR NOT NEAR ( \" * ' : & | ! \\ %",
]


def found(student, question):
    actions.bring_search_up_to_date(student)
    return [entry.text for entry in queries.entries_with(student, asked_words(question))]


@pytest.fixture
def told(ana):
    interview = talk(ana, "Lucia Ferrante")
    for sentence in SENTENCES:
        make_finding(interview, sentence)
    return interview


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("detector", [2, 1]),
        ("DETECTORS", [1]),
        ("uber", [0]),
        ("ÜBER stunden", [0]),
        ("naive", [0]),
        ("helium 3", [1]),
        ("6:30", [2]),
        ("c++", [7, 3, 1]),  # the letter alone: closed, C++, cooled
        ("измер", [4]),
        ("測", [5]),
        ("o'brien", [6]),
        ("strasse", [7]),
        ("near", [8]),
        ("and or not", [8]),
        ('" * OR', [8]),
        ("detector nothing", []),
        ("'; DROP TABLE", []),
        ("%", []),
        ("", []),
    ],
)
def test_the_same_is_found_everywhere(ana, told, question, numbers):
    assert found(ana, question) == [SENTENCES[number] for number in numbers]


def test_notes_messages_and_answers_are_found_with_the_way_to_them(as_ana, ana, told):
    Note.objects.create(interview=told, text="Ask about cryostats.", saved_at=NOW)
    message = make_message(told.contact, body="I read about your cryostat.", sent_at=NOW)
    draft = make_message(make_contact(ana, "Ben Haraldsen"), body="Your cryostat draft")
    Reply.objects.create(message=message, came="yes", note="The cryostat is mine.", came_at=NOW)

    page = as_ana.get(PATH, {"words": "cryostat"})

    assert sorted((find.entry.kind, find.path) for find in page.context["finds"]) == [
        ("message", reverse("outreach:message", args=[message.public_id])),
        ("message", reverse("outreach:write", args=[draft.contact.public_id, "request"])),
        ("note", told.path_to("room")),
        ("reply", reverse("outreach:message", args=[message.public_id])),
    ]
    assert '<mark class="found">cryostats</mark>' in page.content.decode()


def test_what_changes_is_found_as_it_is_now_and_what_goes_is_not(ana, told):
    finding = queries.findings(ana).get(sentence=SENTENCES[1])
    assert found(ana, "helium") == [SENTENCES[1]]

    finding.sentence = "Detectors are cooled with neon."
    finding.save()
    assert found(ana, "helium") == []
    assert found(ana, "neon") == ["Detectors are cooled with neon."]

    finding.delete()
    assert found(ana, "neon") == []


def test_nothing_is_copied_twice(ana, told):
    assert actions.bring_search_up_to_date(ana) == len(SENTENCES)
    assert actions.bring_search_up_to_date(ana) == 0


def test_whoever_is_erased_is_not_found(ana, told):
    assert found(ana, "helium")

    told.contact.delete()

    assert not SearchEntry.objects.exists()
    assert found(ana, "helium") == []


def test_dora_finds_nothing_of_anas(as_dora, as_ana, told):
    as_ana.get(PATH, {"words": "helium"})

    assert as_dora.get(PATH, {"words": "helium"}).context["finds"] == []


@pytest.mark.parametrize("words", ["", "a\0b", "x" * 5000, "((((", "é" * 300, "-", "' OR 1=1 --"])
def test_anything_may_be_typed(as_ana, told, words):
    assert as_ana.get(PATH, {"words": words}).status_code == 200


def test_a_script_in_a_text_stays_text(as_ana, ana):
    make_finding(talk(ana, "Lucia Ferrante"), "<script>alert(1)</script> helium")

    assert "<script>alert" not in as_ana.get(PATH, {"words": "helium"}).content.decode()


def test_page_by_page(as_ana, ana):
    interview = talk(ana, "Lucia Ferrante")
    for number in range(60):
        make_finding(interview, f"Helium {number}.")

    pages = [as_ana.get(PATH, {"words": "helium", "page": page}) for page in (1, 3, "x")]

    assert [len(page.context["finds"]) for page in pages] == [25, 10, 25]


def test_the_page_asks_the_database_the_same_for_one_and_for_three(
    as_ana, ana, django_assert_num_queries
):
    for count in (1, 3):
        for number in range(count):
            make_finding(talk(ana, f"Person {count}{number}"), "Helium.")
        as_ana.get(PATH, {"words": "helium"})
        with django_assert_num_queries(14):
            as_ana.get(PATH, {"words": "helium"})


@given(st.text(max_size=400), st.text(max_size=20))
def test_a_snippet_is_a_part_of_the_text_and_marks_what_was_asked(text, question):
    asked = asked_words(question)
    pieces = snippet(text, asked)

    assert "".join(piece.text for piece in pieces).strip("…") in text
    for piece in pieces:
        if piece.is_found:
            assert any(words_of(piece.text).startswith(word) for word in asked)


def test_a_long_text_is_shown_around_the_first_find():
    text = f"{'before ' * 100}helium {'after ' * 100}"

    shown = "".join(piece.text for piece in snippet(text, ["helium"]))

    assert "helium" in shown
    assert len(shown) < 260
