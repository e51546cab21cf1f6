"""The room: it begins once, keeps every version of a note, and ends once."""

from datetime import timedelta

import pytest

from tests.factories import NOW
from whoelse.web.activity.models import Entry
from whoelse.web.interviews import actions
from whoelse.web.interviews.actions import SavedNote
from whoelse.web.interviews.actions.room import NotAgreed, TooLongTogether
from whoelse.web.interviews.models import Note
from whoelse.web.interviews.queries import question_to_show, questions_of
from whoelse.web.scheduling.actions import cancel

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def question(under_way):
    return questions_of(under_way)[1]


def save(question, text, *, base, tab, turn=0):
    return actions.save_note(
        question.interview, question, text=text, base=base, tab=tab, turn=turn, at=LATER
    )


def texts(question):
    return [(note.copy, note.text, note.version) for note in question.notes.order_by("pk")]


def test_begin_interview_counts_the_first_time(interview):
    actions.begin_interview(interview, at=NOW)
    actions.begin_interview(interview, at=LATER)

    interview.refresh_from_db()
    assert interview.began_at == NOW


def test_begin_interview_refuses_what_was_called_off(interview):
    cancel(interview.appointment, at=NOW)

    with pytest.raises(NotAgreed):
        actions.begin_interview(interview, at=LATER)


def test_step_back_only_while_nothing_was_written(under_way, question):
    assert actions.step_back(under_way) is True

    actions.begin_interview(under_way, at=NOW)
    save(question, "yield", base=0, tab="a")

    assert actions.step_back(under_way) is False
    under_way.refresh_from_db()
    assert under_way.began_at == NOW


def test_save_note_grows_with_each_save_of_one_window(question):
    first = save(question, "half", base=0, tab="a", turn=1)
    second = save(question, "half the yield", base=1, tab="a", turn=2)

    assert (first, second) == (SavedNote(1, is_copy=False), SavedNote(2, is_copy=False))
    assert texts(question) == [("", "half the yield", 2)]


def test_save_note_twice_with_the_same_text_is_once(question):
    save(question, "half", base=0, tab="a", turn=1)

    again = save(question, "half", base=0, tab="a", turn=2)

    assert again == SavedNote(1, is_copy=False)
    assert texts(question) == [("", "half", 1)]


def test_a_window_whose_answer_was_lost_goes_on_without_a_copy(question):
    save(question, "half", base=0, tab="a", turn=1)

    saved = save(question, "half the yield", base=0, tab="a", turn=2)

    assert saved == SavedNote(2, is_copy=False)
    assert texts(question) == [("", "half the yield", 2)]


def test_an_older_save_that_arrives_late_is_passed_over(question):
    save(question, "half the yield", base=0, tab="a", turn=2)

    save(question, "half", base=0, tab="a", turn=1)

    assert texts(question) == [("", "half the yield", 1)]


def test_two_windows_keep_both_texts(question):
    save(question, "first", base=0, tab="a", turn=1)

    other = save(question, "second", base=0, tab="b", turn=1)
    more = save(question, "second and more", base=0, tab="b", turn=2)
    save(question, "first and more", base=1, tab="a", turn=2)

    assert (other, more) == (SavedNote(1, is_copy=True), SavedNote(2, is_copy=True))
    assert texts(question) == [("", "first and more", 2), ("b", "second and more", 2)]


def test_a_window_that_knows_the_newest_version_takes_over(question):
    save(question, "first", base=0, tab="a")

    saved = save(question, "first, second", base=1, tab="b")
    late = save(question, "first, third", base=1, tab="a")

    assert (saved, late) == (SavedNote(2, is_copy=False), SavedNote(1, is_copy=True))
    assert texts(question) == [("", "first, second", 2), ("a", "first, third", 1)]


def test_an_old_window_that_is_empty_clears_nothing(question):
    save(question, "first", base=0, tab="a")

    saved = save(question, "  ", base=0, tab="b")

    assert saved.is_copy
    assert texts(question) == [("", "first", 1)]


def test_an_empty_field_makes_no_note(question):
    assert save(question, "", base=0, tab="a") == SavedNote(0, is_copy=False)
    assert texts(question) == []


def test_lines_of_a_browser_are_lines_of_a_note(question):
    save(question, "one\r\ntwo\rthree", base=0, tab="a")

    assert texts(question) == [("", "one\ntwo\nthree", 1)]


def test_merge_copy_leaves_nothing_out(question):
    save(question, "first\n", base=0, tab="a")
    save(question, "second", base=0, tab="b")

    actions.merge_copy(Note.objects.get(copy="b"), at=LATER)

    assert texts(question) == [("", "first\nsecond", 2)]
    assert save(question, "second, still", base=0, tab="b").is_copy


def test_merge_copy_of_the_same_words_does_not_double_them(question):
    save(question, "first", base=0, tab="a")
    save(question, "second", base=0, tab="b")
    save(question, "second", base=1, tab="a")

    actions.merge_copy(Note.objects.get(copy="b"), at=LATER)

    assert [text for _, text, _ in texts(question)] == ["second"]


def test_merge_copy_refuses_what_would_not_fit_and_keeps_both(question):
    save(question, "x" * 30_000, base=0, tab="a")
    save(question, "y" * 30_000, base=0, tab="b")

    with pytest.raises(TooLongTogether):
        actions.merge_copy(Note.objects.get(copy="b"), at=LATER)

    assert len(texts(question)) == 2


def test_drop_copy_strikes_only_the_copy(question):
    save(question, "first", base=0, tab="a")
    save(question, "second", base=0, tab="b")

    actions.drop_copy(Note.objects.get(copy="b"))

    assert texts(question) == [("", "first", 1)]


def test_notes_without_a_question_are_kept_in_the_same_way(under_way):
    actions.save_note(under_way, None, text="first", base=0, tab="a", at=NOW)
    actions.save_note(under_way, None, text="second", base=0, tab="b", at=NOW)

    found = Note.objects.filter(interview=under_way, question=None)
    assert sorted(found.values_list("copy", "text")) == [("", "first"), ("b", "second")]


def test_a_note_outlives_its_question(question):
    save(question, "first", base=0, tab="a")

    question.delete()

    assert Note.objects.get().text == "first"


def test_marks_are_made_and_the_last_one_is_taken_back(under_way, question):
    actions.add_mark(under_way, question, kind="title", text="Coating engineer", at=NOW)
    actions.add_mark(under_way, question, kind="draws", at=LATER)
    actions.add_mark(under_way, None, kind="off", at=LATER)

    undone = actions.undo_mark(under_way, question)

    assert undone.kind == "draws"
    assert sorted(under_way.marks.values_list("kind", "text")) == [
        ("off", ""),
        ("title", "Coating engineer"),
    ]


def test_undo_mark_without_a_mark_is_nothing(under_way, question):
    assert actions.undo_mark(under_way, question) is None


def test_name_person_keeps_one_row_for_one_name(under_way):
    first = actions.name_person(
        under_way, full_name="Gil Moreau", work="metrology", permission="may_use_name", at=NOW
    )
    actions.name_person(
        under_way, full_name="gil moreau", work="", permission="ask_first", at=LATER
    )

    first.refresh_from_db()
    assert under_way.named.count() == 1
    assert (first.full_name, first.work, first.permission) == (
        "gil moreau",
        "metrology",
        "ask_first",
    )


def test_end_interview_says_once_that_it_was_held(under_way):
    actions.end_interview(under_way, at=LATER)
    actions.end_interview(under_way, at=LATER + timedelta(hours=1))

    under_way.refresh_from_db()
    under_way.contact.refresh_from_db()
    assert under_way.held_at == LATER
    assert under_way.contact.stage == "held"
    said = Entry.objects.filter(verb="held_interview").values_list("sentence", flat=True)
    assert list(said) == ["You talked for 8 minutes"]


def test_end_interview_without_the_room_ended_when_it_was_agreed_to(interview):
    over = interview.appointment.ends_at

    actions.end_interview(interview, at=over + timedelta(hours=5))

    interview.refresh_from_db()
    assert (interview.held_at, interview.talked_minutes) == (over, 20)


def test_question_to_show_is_the_one_written_last(under_way, question):
    first = question_to_show(under_way, "")
    save(question, "first", base=0, tab="a")

    assert first == questions_of(under_way)[0]
    assert question_to_show(under_way, "") == question
    assert question_to_show(under_way, "nonsense") == question
    assert question_to_show(under_way, str(first.public_id)) == first
