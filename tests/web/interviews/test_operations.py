"""What devices tell of the room: applied in order, each once, answered the same when repeated."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import NOW
from whoelse.web.interviews import actions
from whoelse.web.interviews.forms import Unreadable, read_operations
from whoelse.web.interviews.models import Note
from whoelse.web.interviews.queries import questions_of
from whoelse.web.interviews.room_state import state_of


@pytest.fixture
def talk(interview):
    return actions.begin_interview(interview, at=timezone.now())


@pytest.fixture
def question(talk):
    return questions_of(talk)[1]


def told(key, kind, question=None, **values):
    place = str(question.public_id) if question else ""
    return {"key": key, "kind": kind, "question": place, "age": 0, **values}


def note(key, question, text, *, tab="a", turn=1, base=0, **values):
    return told(key, "note", question, text=text, tab=tab, turn=turn, base=base, **values)


def send(client, interview, *operations):
    path = reverse("interviews:operations", args=[interview.public_id])
    return client.post(path, json.dumps({"operations": operations}), "application/json")


def rows(question):
    return [(n.copy, n.text) for n in question.notes.order_by("copy")]


def test_operations_are_applied_in_their_order(as_ana, talk, question):
    mark = str(uuid4())

    response = send(
        as_ana,
        talk,
        note("a.1", question, "half"),
        told("a.2", "mark", question, mark="title", id=mark, title="Coating engineer"),
        note("a.3", question, "half the yield", turn=3),
        told("a.4", "name", question, full_name="Gil Moreau", work="", permission="ask_first"),
    )

    assert [answer["key"] for answer in response.json()["answers"]] == ["a.1", "a.2", "a.3", "a.4"]
    assert rows(question) == [("", "half the yield")]
    assert str(question.marks.get().public_id) == mark
    assert question.marks.get().text == "Coating engineer"
    assert talk.named.get().permission == "ask_first"


def test_a_repeated_operation_does_nothing_and_is_answered_the_same(as_ana, talk, question):
    mark = told("a.2", "mark", question, mark="draws", id=str(uuid4()))
    first = send(as_ana, talk, note("a.1", question, "half"), mark).json()
    as_ana.post(reverse("interviews:mark-remove", args=[talk.public_id]) + f"?q={mark['question']}")

    again = send(as_ana, talk, note("a.1", question, "half"), mark, mark).json()

    assert again["answers"][:2] == first["answers"]
    assert (question.marks.count(), question.notes.count()) == (0, 1)
    assert talk.operations.count() == 2


def test_a_key_that_comes_with_other_words_is_still_the_same_operation(as_ana, talk, question):
    send(as_ana, talk, note("a.1", question, "half"))
    send(as_ana, talk, note("a.1", question, "something else", turn=9))

    assert rows(question) == [("", "half")]


def test_two_devices_keep_both_versions(as_ana, talk, question):
    send(as_ana, talk, note("a.1", question, "from the phone"))

    answer = send(as_ana, talk, note("b.1", question, "from the desk", tab="b")).json()

    assert answer["answers"] == [{"key": "b.1", "version": 1, "copy": True}]
    assert rows(question) == [("", "from the phone"), ("b", "from the desk")]
    assert {n["copy"]: n["text"] for n in answer["state"]["notes"]} == dict(rows(question))


def test_words_that_a_window_saw_on_its_device_are_no_other_version(as_ana, talk, question):
    send(
        as_ana,
        talk,
        note("a.5", question, "half", turn=5),
        note("b.1", question, "half the yield", tab="b", seen_tab="a", seen_turn=5),
    )

    assert rows(question) == [("", "half the yield")]


def test_words_that_a_window_saw_too_early_are_another_version(as_ana, talk, question):
    send(
        as_ana,
        talk,
        note("a.6", question, "half of it", turn=6),
        note("b.1", question, "half the yield", tab="b", seen_tab="a", seen_turn=5),
    )

    assert rows(question) == [("", "half of it"), ("b", "half the yield")]


def test_a_copy_is_put_below_the_note_once(as_ana, talk, question):
    send(as_ana, talk, note("a.1", question, "one"), note("b.1", question, "two", tab="b"))
    merge = told("c.1", "merge", question, copy="b", tab="c", turn=1)

    send(as_ana, talk, merge, merge)

    assert rows(question) == [("", "one\ntwo")]


def test_a_copy_is_struck_only_as_far_as_it_was_read(as_ana, talk, question):
    send(as_ana, talk, note("a.1", question, "one"), note("b.1", question, "two", tab="b"))
    send(as_ana, talk, note("b.2", question, "two, three", tab="b", turn=2))

    drop = told("c.1", "drop", question, copy="b", tab="c", turn=1, seen_turn=1)
    refused = send(as_ana, talk, drop)
    send(as_ana, talk, {**drop, "key": "c.2", "seen_turn": 2})

    assert "has written more" in refused.json()["answers"][0]["error"]
    assert rows(question) == [("", "one")]


def test_what_is_refused_is_told_and_holds_nothing_up(as_ana, talk, question):
    huge = "x" * 60_000

    response = send(
        as_ana,
        talk,
        note("a.1", question, huge),
        told("a.2", "applaud"),
        told("a.3", "name", full_name=" ", permission="ask_first"),
        note("a.4", question, "half", turn=4),
    )

    answers = response.json()["answers"]
    assert ["error" in answer for answer in answers] == [True, True, True, False]
    assert "60000 characters" in answers[0]["error"]
    assert rows(question) == [("", "half")]


def test_notes_of_two_questions_that_are_gone_stay_two(as_ana, talk):
    one, two = (
        {"key": f"a.{n}", "kind": "note", "question": str(uuid4()), "text": f"n{n}", "turn": n}
        for n in (1, 2)
    )

    send(as_ana, talk, {**one, "tab": "a"}, {**two, "tab": "a"})

    assert sorted(Note.objects.values_list("text", flat=True)) == ["n1", "n2"]


def test_begin_pause_and_end_happened_when_the_device_says(as_ana, interview):
    def ago(key, kind, minutes):
        return {**told(key, kind), "age": minutes * 60}

    interview.created_at = timezone.now() - timedelta(hours=2)
    interview.save()

    send(
        as_ana,
        interview,
        ago("a.1", "begin", 30),
        ago("a.2", "pause", 28),
        ago("a.3", "resume", 25),
        ago("a.4", "more", 12),
        ago("a.5", "end", 4),
    )

    interview.refresh_from_db()
    assert interview.talked_minutes == 26
    assert (interview.paused_seconds, interview.extra_minutes) == (180, 5)


def test_a_device_whose_clock_is_wrong_ends_no_talk_before_it_began(as_ana, talk):
    send(as_ana, talk, {**told("a.1", "end"), "age": 1e11})

    talk.refresh_from_db()
    assert talk.held_at == talk.began_at


def test_an_id_that_is_in_use_elsewhere_is_refused(as_ana, as_dora, talk, question):
    mark = told("a.1", "mark", question, mark="draws", id=str(uuid4()))
    send(as_ana, talk, mark)

    again = send(as_ana, talk, {**mark, "key": "a.2"})

    assert "error" in again.json()["answers"][0]
    assert question.marks.count() == 1


def test_a_stranger_neither_tells_nor_hears(as_dora, talk, question):
    told_to = send(as_dora, talk, note("a.1", question, "half"))
    heard = as_dora.get(reverse("interviews:room-state", args=[talk.public_id]))

    assert (told_to.status_code, heard.status_code) == (404, 404)
    assert question.notes.count() == 0


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"{}", b'{"operations": 3}', b'{"operations": [3]}', b"[" * 100_000, b"\xff"],
)
def test_what_is_no_list_of_operations_is_refused(as_ana, talk, body):
    path = reverse("interviews:operations", args=[talk.public_id])

    assert as_ana.post(path, body, "application/json").status_code == 422


values = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)
rows_told = st.dictionaries(
    st.sampled_from(["key", "kind", "question", "age", "text", "tab", "turn", "id", "copy"]), values
)


@given(st.lists(rows_told | values, max_size=4))
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_hostile_lists_are_read_or_refused(found):
    try:
        read = read_operations(json.dumps({"operations": found}).encode())
    except Unreadable:
        return
    assert [wanted.key for wanted in read] == [row["key"] for row in found]


def test_state_says_what_is_there_and_how_much_time_is_left(under_way, question_of_it):
    actions.save_note(under_way, question_of_it, text="half", base=0, tab="a", turn=2, at=NOW)

    state = state_of(under_way, at=NOW)

    assert (state["left"], state["minutes"], state["began"], state["held"]) == (
        1020,
        20,
        True,
        False,
    )
    assert [(n["text"], n["tab"], n["turn"]) for n in state["notes"]] == [("half", "a", 2)]


@pytest.fixture
def question_of_it(under_way):
    return questions_of(under_way)[0]


def test_the_token_of_an_old_page_is_renewed_by_a_small_get(as_ana, talk):
    answer = as_ana.get(reverse("interviews:room-state", args=[talk.public_id]))

    assert set(answer.json()) == {"state", "token"}
    assert "no-store" in answer["Cache-Control"]


def test_the_worker_is_served_where_it_reaches_the_rooms_alone(as_ana):
    path = reverse("interviews:room-worker")
    response = as_ana.get(path)

    assert path == reverse("interviews:rooms") + "worker.js"
    assert response["Content-Type"] == "text/javascript"
    assert "Service-Worker-Allowed" not in response
