"""The room through the browser: without JavaScript, with autosaving, and with two windows."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_contact
from whoelse.web.interviews import actions
from whoelse.web.interviews.models import Note
from whoelse.web.interviews.queries import questions_of


@pytest.fixture
def talk(interview):
    return actions.begin_interview(interview, at=timezone.now())


@pytest.fixture
def question(talk):
    return questions_of(talk)[1]


def path(name, talk, question=None):
    base = reverse(f"interviews:{name}", args=[talk.public_id])
    return f"{base}?q={question.public_id}" if question else base


def typed(text, *, base=0, tab="a", turn=1, **more):
    return {"text": text, "base": base, "tab": tab, "turn": turn} | more


def test_room_begins_with_a_button_not_with_a_look(as_ana, interview):
    shown = as_ana.get(path("room", interview))

    interview.refresh_from_db()
    assert "Begin, 20 minutes" in shown.text
    assert interview.began_at is None

    as_ana.post(path("begin", interview))

    interview.refresh_from_db()
    assert interview.began_at is not None
    assert 1_190 < as_ana.get(path("room", interview)).context["state"]["left"] <= 1_200


def test_room_after_its_time_asks_whether_you_talked(as_ana, interview):
    def room_at(starts_at):
        interview.appointment.starts_at = starts_at
        interview.appointment.save()
        return as_ana.get(path("room", interview)).text

    day = timedelta(days=1)
    ahead, over = room_at(timezone.now() + day), room_at(timezone.now() - day)

    assert "Did you talk?" not in ahead
    assert "Did you talk?" in over
    assert path("missed", interview) in over


def test_room_shows_the_question_what_follows_and_the_time_left(as_ana, talk, question):
    page = as_ana.get(path("room", talk, question)).context["page"]

    rows = list(questions_of(talk))
    assert (page.question, page.previous, page.next) == (question, rows[0], rows[2])
    assert page.upcoming == rows[2:]
    assert page.left.startswith("19:5") or page.left == "20:00"


def test_room_is_never_kept_by_the_browser(as_ana, talk):
    assert "no-store" in as_ana.get(path("room", talk))["Cache-Control"]


def test_next_question_saves_the_note_first(as_ana, talk, question):
    third = questions_of(talk)[2]

    response = as_ana.post(
        path("note", talk, question), typed("half the yield", to=str(third.public_id))
    )

    assert response.url == path("room", talk, third)
    assert question.notes.get().text == "half the yield"


def test_two_windows_are_shown_side_by_side_and_put_together(as_ana, talk, question):
    as_ana.post(path("note", talk, question), typed("from one", tab="a"))
    as_ana.post(path("note", talk, question), typed("from two", tab="b"))

    shown = as_ana.get(path("room", talk, question))
    copy = Note.objects.get(copy="b")
    as_ana.post(
        reverse("interviews:copy-merge", args=[copy.public_id]) + f"?q={question.public_id}",
        typed("from one", base=1, tab="c"),
    )

    assert "from one" in shown.text
    assert "from two" in shown.text
    assert question.notes.get().text == "from one\nfrom two"


def test_copy_is_struck_only_when_the_student_says_so(as_ana, talk, question):
    actions.save_note(talk, question, text="one", base=0, tab="a", at=timezone.now())
    actions.save_note(talk, question, text="two", base=0, tab="b", at=timezone.now())
    copy = Note.objects.get(copy="b")

    path_of_copy = reverse("interviews:copy-remove", args=[copy.public_id])
    refused = as_ana.post(f"{path_of_copy}?v=7")
    assert [note.text for note in question.notes.all()] == ["one", "two"]
    as_ana.post(f"{path_of_copy}?v={copy.version}")

    assert refused.status_code == 422
    assert [note.text for note in question.notes.all()] == ["one"]


def test_a_note_too_long_is_refused_with_every_character_still_there(as_ana, talk, question):
    huge = "x" * 1_000_000

    refused = as_ana.post(path("note", talk, question), typed(huge))

    assert refused.status_code == 422
    assert huge in refused.text
    assert "1000000 characters" in refused.text
    assert question.notes.count() == 0


def test_browsers_are_not_told_to_cut_what_is_pasted(as_ana, talk):
    for name in ("room", "write-up"):
        text = as_ana.get(path(name, talk)).text
        assert "<textarea" in text
        assert all("maxlength" not in part.split(">")[0] for part in text.split("<textarea")[1:])


def test_nul_is_refused_kindly(as_ana, talk, question):
    refused = as_ana.post(path("note", talk, question), typed("a\x00b"))

    assert refused.status_code == 422
    assert "cannot be kept" in refused.text


def test_markup_in_a_note_is_text(as_ana, talk, question):
    as_ana.post(path("note", talk, question), typed("</textarea><script>alert(1)</script>"))

    text = as_ana.get(path("room", talk, question)).text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize("field", ["base", "turn"])
@pytest.mark.parametrize("value", ["-1", "x", "9" * 40])
def test_odd_versions_are_answered_not_broken(as_ana, talk, question, field, value):
    response = as_ana.post(path("note", talk, question), typed("half") | {field: value})

    assert response.status_code in (302, 422)


def test_a_question_that_is_gone_still_keeps_the_note(as_ana, talk):
    gone = reverse("interviews:note", args=[talk.public_id]) + "?q=not-a-question"

    as_ana.post(gone, typed("half"))

    assert Note.objects.get().question is None
    assert "half" in as_ana.get(path("room", talk)).text


def test_mark_keeps_the_note_and_comes_back_to_the_question(as_ana, talk, question):
    response = as_ana.post(
        path("mark", talk, question), typed("half", kind="title", title="Coating engineer")
    )

    assert response.url == path("room", talk, question)
    assert question.notes.get().text == "half"
    assert (question.marks.get().kind, question.marks.get().text) == ("title", "Coating engineer")
    assert "Coating engineer" in as_ana.get(response.url).text


def test_mark_of_no_kind_is_refused(as_ana, talk, question):
    response = as_ana.post(path("mark", talk, question), typed("half", kind="applause"))

    assert response.status_code == 422
    assert talk.marks.count() == 0
    assert question.notes.get().text == "half"


def test_mark_remove_takes_back_the_last(as_ana, talk, question):
    as_ana.post(path("mark", talk, question), {"kind": "draws"})

    as_ana.post(path("mark-remove", talk, question), {})

    assert talk.marks.count() == 0


def test_closing_card_takes_names_and_knows_who_is_known(as_ana, ana, talk):
    make_contact(ana, "Hana Petrov")
    last = questions_of(talk).last()
    for name in ("Hana Petrov", "Gil Moreau"):
        as_ana.post(
            path("name", talk, last),
            typed("", full_name=name, work="metrology", permission="will_introduce"),
        )

    text = as_ana.get(path("room", talk, last)).text

    assert [person.full_name for person in talk.named.all()] == ["Hana Petrov", "Gil Moreau"]
    assert text.count("in your list already") == 1
    assert "Say thank you and end" in text


def test_name_without_a_name_is_refused_and_the_rest_stays(as_ana, talk):
    last = questions_of(talk).last()

    response = as_ana.post(
        path("name", talk, last),
        typed("thanks", full_name=" ", work="runs the lab", permission="may_use_name"),
    )

    assert response.status_code == 422
    assert "Write the name first" in response.text
    assert "runs the lab" in response.text
    assert last.notes.get().text == "thanks"


def test_name_remove_strikes_a_slip(as_ana, talk):
    person = actions.name_person(
        talk, full_name="Gil", work="", permission="ask_first", at=timezone.now()
    )

    as_ana.post(reverse("interviews:name-remove", args=[person.public_id]))

    assert talk.named.count() == 0


def test_end_keeps_note_and_half_typed_name_and_leads_to_the_write_up(as_ana, talk):
    last = questions_of(talk).last()

    response = as_ana.post(
        path("end", talk, last),
        typed("thanked", full_name="Gil Moreau", work="", permission="may_use_name"),
    )

    talk.refresh_from_db()
    assert response.url == path("write-up", talk)
    assert talk.held_at is not None
    assert talk.named.get().full_name == "Gil Moreau"
    assert last.notes.get().text == "thanked"


def test_room_stays_open_for_notes_after_the_end(as_ana, talk, question):
    actions.end_interview(talk, at=timezone.now())

    shown = as_ana.get(path("room", talk, question))
    as_ana.post(path("note", talk, question), typed("later"))

    assert "You talked" in shown.text
    assert question.notes.get().version == 1


def test_room_of_a_cancelled_interview_leads_to_another_time(as_ana, interview):
    actions.cancel_interview(interview, at=timezone.now())

    response = as_ana.get(path("room", interview))

    assert "was called off" in response.text
    assert as_ana.post(path("begin", interview)).status_code == 422


def test_looking_in_can_be_taken_back(as_ana, talk):
    response = as_ana.post(path("begin-remove", talk), typed(""))

    talk.refresh_from_db()
    assert response.url == path("prepare", talk)
    assert talk.began_at is None


def test_the_clock_stands_still_for_small_talk_and_takes_five_more(as_ana, talk, question):
    as_ana.post(path("pause", talk, question), typed("half"))
    paused = as_ana.get(path("room", talk)).context["state"]
    as_ana.post(path("pause-remove", talk, question), typed("half", base=1))
    as_ana.post(path("more-time", talk, question), typed("half", base=1))
    going = as_ana.get(path("room", talk)).context["state"]

    assert (paused["paused"], paused["minutes"]) == (True, 20)
    assert (going["paused"], going["minutes"]) == (False, 25)
    assert question.notes.get().text == "half"


def test_room_asks_as_often_for_many_notes_as_for_few(
    as_ana, talk, question, django_assert_num_queries, django_assert_max_num_queries
):
    def write(n):
        for row in questions_of(talk):
            actions.save_note(talk, row, text=f"note {n}", base=0, tab=f"{n}", at=timezone.now())
            actions.add_mark(talk, row, kind="draws", at=timezone.now())
        actions.name_person(
            talk, full_name=f"Name {n}", work="", permission="ask_first", at=timezone.now()
        )

    write(1)
    with django_assert_max_num_queries(20) as first:
        as_ana.get(path("room", talk, question))
    write(2)
    write(3)

    with django_assert_num_queries(len(first)):
        as_ana.get(path("room", talk, question))
