"""After a request: answer a yes within a day, one reminder, then let it rest."""

from datetime import date, timedelta

import pytest

from tests.engine.duties.makers import NOW, ZONE, at, due, make_interview, make_message
from whoelse.engine.duties import (
    LAPSES_AFTER,
    NUDGE_AFTER,
    NUDGE_NOT_BEFORE,
    Answer,
    State,
    duties,
    lapses_on,
    nudge_allowed_from,
    nudge_from,
)
from whoelse.engine.words import MessageKind

SILENCE = "Silence is rarely about you; ask somebody else."
MONDAY = make_message(sent_at=at(10, 5, 18))


def reminder(sent_at):
    return make_message(ref="m2", kind=MessageKind.FOLLOWUP, sent_at=sent_at)


def test_clocks_of_a_request():
    friday_night = at(11, 20, 23, 30)
    thanksgiving = frozenset({date(2026, 11, 26), date(2026, 11, 27)})

    assert (NUDGE_NOT_BEFORE, NUDGE_AFTER, LAPSES_AFTER) == (5, 7, 21)
    assert nudge_allowed_from(friday_night, ZONE) == date(2026, 11, 27)
    assert nudge_from(friday_night, ZONE) == date(2026, 12, 1)
    assert nudge_from(friday_night, ZONE, thanksgiving) == date(2026, 12, 3)
    assert lapses_on(friday_night, ZONE) == date(2026, 12, 11)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(10, 13, 9), []),  # the sixth business day
        (at(10, 14, 0), [("nudge", "calm", "until 25 October")]),  # the seventh
        (at(10, 22, 9), [("nudge", "calm", "until 25 October")]),
        (at(10, 23, 9), [("nudge", "soon", "until 25 October")]),
        (at(10, 25, 9), [("nudge", "soon", "today")]),
        (at(10, 26, 0), [("close", "calm", "any day")]),  # day 21
        (at(11, 1, 9), [("close", "calm", "any day")]),
        (at(11, 2, 0), []),
    ],
)
def test_one_reminder_after_seven_business_days_until_the_request_lapses(now, expected):
    assert due(now, messages=(MONDAY,)) == expected


def test_a_holiday_moves_the_reminder():
    holidays = frozenset({date(2026, 10, 12)})

    assert due(at(10, 14, 9), messages=(MONDAY,), holidays=holidays) == []
    assert due(at(10, 15, 9), messages=(MONDAY,), holidays=holidays) == [
        ("nudge", "calm", "until 25 October")
    ]


@pytest.mark.parametrize(
    ("reminded", "now", "expected"),
    [
        (at(10, 13), at(10, 21, 9), []),  # six business days of patience
        (at(10, 13), at(10, 22, 9), [("close", "calm", "any day")]),  # seven
        (at(10, 13), at(10, 29, 0), []),
        (at(10, 23), at(10, 25, 9), []),
        (at(10, 23), at(10, 26, 9), [("close", "calm", "any day")]),  # lapsed before that
    ],
)
def test_after_the_reminder_comes_no_second_one(reminded, now, expected):
    assert due(now, messages=(MONDAY, reminder(reminded))) == expected


@pytest.mark.parametrize(
    ("messages", "what", "why"),
    [
        ((MONDAY,), "Let the request to Tomas Beck rest",
         f"You wrote three weeks ago. {SILENCE}"),
        ((MONDAY, reminder(at(10, 14))), "Let the request to Tomas Beck rest",
         f"You wrote three weeks ago and reminded once. {SILENCE}"),
    ],
)  # fmt: skip
def test_closing_says_why(messages, what, why):
    (close,) = duties(State(ZONE, messages=messages), at(10, 26))

    assert (close.what, close.why, close.ref, close.minutes) == (what, why, "m1", 1)


def test_the_reminder_says_why():
    (nudge,) = duties(State(ZONE, messages=(MONDAY,)), at(10, 14))

    assert (nudge.what, nudge.why, nudge.due_at) == (
        "Remind Tomas Beck, once",
        "You wrote nine days ago and no answer came. One kind line is welcome; a second is not.",
        at(10, 25, 23, 59).replace(second=59),
    )


@pytest.mark.parametrize("answer", list(Answer))
def test_an_answer_ends_reminders(answer):
    answered = make_message(sent_at=at(10, 5), answer=answer, answered_at=at(10, 6))

    kinds = [kind for kind, _, _ in due(at(10, 20), messages=(answered,))]

    due_then = {name: ["agree_time"] for name in ("yes", "times_offered", "another_time")}
    due_then["in_writing"] = ["thank_answers"]
    assert kinds == due_then.get(answer, [])


def test_a_no_is_final_even_for_a_later_request():
    refused = make_message(answer=Answer.NO, answered_at=at(3, 6), sent_at=at(3, 5))

    assert due(at(10, 15), messages=(refused, MONDAY)) == []


@pytest.mark.parametrize("kind", [k for k in MessageKind if k not in ("request", "referral_intro")])
def test_only_requests_are_reminded_of(kind):
    assert due(at(10, 15), messages=(make_message(kind=kind, sent_at=at(10, 5)),)) == []


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (1, ("agree_time", "calm", "23 hours left")),
        (18, ("agree_time", "soon", "6 hours left")),
        (24, ("agree_time", "soon", "since 11:00 am")),
        (25, ("agree_time", "late", "since 10:00 am")),
        (49, ("agree_time", "late", "since yesterday")),
    ],
)
def test_a_yes_is_answered_within_a_day(hours, expected):
    yes = make_message(answer=Answer.YES, answered_at=NOW - timedelta(hours=hours))

    assert due(messages=(yes,)) == [expected]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer.YES, "Tomas Beck said yes yesterday. An answer within a day keeps the door open."),
        (Answer.TIMES_OFFERED,
         "Tomas Beck offered times yesterday. Answer within a day, before these are gone."),
    ],
)  # fmt: skip
def test_agreeing_says_what_came_back(answer, why):
    message = make_message(answer=answer, answered_at=at(11, 4, 15))

    (agree,) = duties(State(ZONE, messages=(message,)), NOW)

    assert (agree.what, agree.why, agree.due_at) == (
        "Agree on a time with Tomas Beck", why, at(11, 5, 15),
    )  # fmt: skip


def test_a_yes_to_the_reminder_counts():
    yes = make_message(
        ref="m2", kind=MessageKind.FOLLOWUP, sent_at=at(10, 14),
        answer=Answer.YES, answered_at=at(10, 15, 9),
    )  # fmt: skip

    assert due(at(10, 15, 10), messages=(MONDAY, yes)) == [("agree_time", "calm", "23 hours left")]


def test_answers_in_writing_are_thanked_for_within_a_day():
    answered = make_message(sent_at=at(11, 2), answer=Answer.IN_WRITING, answered_at=at(11, 5, 9))
    thanks = make_message(ref="m2", kind=MessageKind.THANKS, sent_at=at(11, 5, 10))

    found = duties(State(zone=ZONE, messages=(answered,)), NOW)

    assert [(d.what, d.why) for d in found] == [
        (
            "Read what Tomas Beck wrote, and thank",
            "Tomas Beck answered your questions in writing today.",
        )
    ]
    assert due(messages=(answered,)) == [("thank_answers", "calm", "22 hours left")]
    assert due(messages=(answered, thanks)) == []


def test_an_interview_ends_the_request_and_an_old_one_does_not():
    agreed = make_interview(contact="tomas", starts_at=at(11, 20, 16))
    last_year = make_interview(contact="tomas", starts_at=at(3, 3), held_at=at(3, 3),
                               written_up_at=at(3, 3), thanked_at=at(3, 3))  # fmt: skip
    yes = make_message(answer=Answer.YES, answered_at=at(11, 5, 10))

    assert due(messages=(yes,), interviews=(agreed,)) == []
    assert due(at(10, 20), messages=(MONDAY,), interviews=(agreed,)) == []
    assert due(messages=(yes,), interviews=(last_year,)) == [
        ("agree_time", "calm", "23 hours left")
    ]


def test_only_the_latest_request_to_somebody_counts():
    old = make_message(sent_at=at(9, 1))

    assert due(at(10, 8), messages=(MONDAY, old)) == []
