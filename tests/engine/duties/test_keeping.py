"""Promises, and news every four months at most."""

from datetime import date

import pytest

from tests.engine.duties.makers import (
    NOW,
    ZONE,
    at,
    due,
    make_interview,
    make_message,
    make_promise,
    make_touch,
)
from whoelse.engine.duties import Answer, State, duties, news_waiting
from whoelse.engine.words import MessageKind

PLENTY = "Two lines about what became of the advice are plenty."


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (None, ("keep_promise", "calm", "when you can")),
        (date(2026, 11, 20), ("keep_promise", "calm", "by 20 November")),
        (date(2026, 11, 5), ("keep_promise", "calm", "today")),
        (date(2026, 11, 4), ("keep_promise", "late", "since last night")),
    ],
)
def test_a_promise_is_due_on_its_day(due_on, expected):
    assert due(promises=(make_promise(due_on=due_on),)) == [expected]


def test_a_promise_is_told_in_the_students_words():
    promise = make_promise(text="send   the\nposter " + "and the data " * 20)

    (keep,) = duties(State(ZONE, promises=(promise,)), NOW)

    assert keep.what == "Keep your promise to Tomas Beck"
    assert keep.why == "You promised: send the poster" + " and the data" * 8 + "…"


def test_a_kept_promise_and_one_to_a_closed_door_are_not_due():
    never = make_message(contact="dana", answer=Answer.NEVER_AGAIN)
    kept, closed = make_promise(kept=True), make_promise(contact="dana")

    assert due(promises=(kept, closed), messages=(never,)) == []


@pytest.mark.parametrize(
    ("last", "now", "is_due"),
    [
        (at(7, 5), at(11, 4, 23), False),
        (at(7, 5), at(11, 5, 0), True),
        (at(10, 31).replace(year=2025), at(2, 27), False),
        (at(10, 31).replace(year=2025), at(2, 28), True),
    ],
)
def test_news_is_told_every_four_months(last, now, is_due):
    found = due(now, touches=(make_touch(last_contact_at=last),))

    assert found == ([("keep_in_touch", "calm", "any day")] if is_due else [])


@pytest.mark.parametrize(("silences", "is_due"), [(0, True), (1, True), (2, False), (3, False)])
def test_two_silences_end_it(silences, is_due):
    found = due(touches=(make_touch(silences=silences),))

    assert found == ([("keep_in_touch", "calm", "any day")] if is_due else [])


@pytest.mark.parametrize(
    "state",
    [
        {"touches": (make_touch(has_news=False),)},
        {"messages": (make_message(contact="priya", kind=MessageKind.THANKS, sent_at=at(9, 1)),)},
        {"messages": (make_message(contact="priya", sent_at=at(6, 1), answer=Answer.NEVER_AGAIN),)},
        {"interviews": (make_interview(contact="priya", starts_at=at(12, 1)),)},
    ],
)
def test_no_news_or_a_recent_word_means_nothing_to_do(state):
    assert due(**({"touches": (make_touch(),)} | state)) == []


def test_keeping_in_touch_says_since_when():
    (touch,) = duties(State(ZONE, touches=(make_touch(),)), NOW)

    assert (touch.what, touch.why) == (
        "Tell Priya Nandakumar your news",
        f"Priya Nandakumar last heard from you in July. {PLENTY}",
    )


def test_a_few_are_due_and_all_are_waiting_the_longest_silent_first():
    touches = tuple(
        make_touch(ref=f"t{month}", contact=f"c{month}", last_contact_at=at(month, 5))
        for month in (6, 3, 5, 4, 10)
    )
    state = State(ZONE, touches=touches)

    assert [duty.ref for duty in duties(state, NOW)] == ["t3", "t4"]
    assert [duty.ref for duty in news_waiting(state, NOW)] == ["t3", "t4", "t5", "t6"]
