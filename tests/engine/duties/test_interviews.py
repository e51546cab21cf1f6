"""Before and after an interview: every rule that has a number."""

from datetime import timedelta

import pytest

from tests.engine.duties.makers import (
    NOW,
    ZONE,
    at,
    due,
    make_held,
    make_interview,
    make_message,
)
from whoelse.engine.duties import Answer, DutyKind, State, Urgency, duties
from whoelse.engine.words import MessageKind

THANKS = "Thanks within 24 hours are the one thing everybody remembers."
DONE = {"written_up_at": NOW}


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        (0, ("thank", "calm", "24 hours left")),
        (17, ("thank", "calm", "7 hours left")),
        (19, ("thank", "soon", "5 hours left")),
        (23.5, ("thank", "soon", "30 minutes left")),
        (24.5, ("thank", "soon", "since 10:30 am")),
        (47, ("thank", "soon", "since yesterday")),
        (71.9, ("thank", "soon", "since Tuesday")),
        (72, ("thank", "late", "since Tuesday")),
        (24 * 30, ("thank", "late", "since 7 October")),
    ],
)
def test_thanks_are_due_at_24_hours_and_late_at_72(hours, expected):
    held = make_held(NOW - timedelta(hours=hours), **DONE)

    assert due(interviews=(held,)) == [expected]


@pytest.mark.parametrize(
    ("hours", "reason"),
    [
        (47.9, THANKS),
        (48, "Two days have passed. Thanks sent today still arrive in time."),
        (71.9, "Two days have passed. Thanks sent today still arrive in time."),
        (72, "Late thanks are still worth sending, even after a week."),
    ],
)
def test_thanks_change_their_reason_at_48_and_72_hours(hours, reason):
    held = make_held(NOW - timedelta(hours=hours), **DONE)

    assert [duty.why for duty in duties(State(ZONE, interviews=(held,)), NOW)] == [reason]


def test_thanks_start_from_what_was_said():
    held = make_held(at(11, 4, 16), said="Half of my day\nis physics.", **DONE)

    (thank,) = duties(State(ZONE, interviews=(held,)), NOW)

    assert (thank.what, thank.why, thank.due_at, thank.minutes) == (
        "Thank Dr. Okafor",
        f"{THANKS} The draft starts from what Dr. Okafor said: “Half of my day is physics.”",
        at(11, 5, 16),
        5,
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(11, 4, 16), ("write_up", "calm", "today")),
        (at(11, 4, 18, 30), ("write_up", "soon", "today")),
        (at(11, 4, 23, 59), ("write_up", "soon", "today")),
        (at(11, 5, 0), ("write_up", "late", "since last night")),
        (at(11, 6, 9), ("write_up", "late", "since Wednesday")),
        (at(11, 20, 9), ("write_up", "late", "since 4 November")),
    ],
)
def test_write_up_is_due_the_same_day(now, expected):
    held = make_held(at(11, 4, 16), thanked_at=at(11, 4, 17))

    assert due(now, interviews=(held,)) == [expected]


@pytest.mark.parametrize(
    ("now", "what"),
    [
        (at(11, 4, 17), "Write up today’s interview with Dr. Okafor"),
        (at(11, 5, 9), "Write up yesterday’s interview with Dr. Okafor"),
        (at(11, 9, 9), "Write up Wednesday’s interview with Dr. Okafor"),
        (at(11, 30, 9), "Write up the interview of 4 November with Dr. Okafor"),
        (
            at(11, 30, 9).replace(year=2027),
            "Write up the interview of 4 November 2026 with Dr. Okafor",
        ),
    ],
)
def test_write_up_names_the_day(now, what):
    held = make_held(at(11, 4, 16), thanked_at=at(11, 4, 17))

    assert [duty.what for duty in duties(State(ZONE, interviews=(held,)), now)] == [what]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(11, 3, 23, 59), []),
        (at(11, 4, 0), [("prepare", "calm", "by tomorrow")]),
        (at(11, 5, 0), [("confirm", "calm", "today"), ("prepare", "calm", "today")]),
        (at(11, 5, 20), [("confirm", "soon", "today"), ("prepare", "soon", "today")]),
        (
            at(11, 6, 13),
            [
                ("confirm", "late", "before 4:00 pm"),
                ("prepare", "late", "before 4:00 pm"),
                ("hold", "soon", "in 3 hours"),
            ],
        ),
        (at(11, 6, 15, 59), [
            ("confirm", "late", "before 4:00 pm"),
            ("prepare", "late", "before 4:00 pm"),
            ("hold", "soon", "now"),
        ]),
        (at(11, 6, 16, 10), [("hold", "soon", "10 minutes left")]),
        (at(11, 6, 16, 21), [("hold", "late", "since 4:20 pm")]),
        (at(11, 8, 9), [("hold", "late", "since Friday")]),
    ],
)  # fmt: skip
def test_preparation_comes_two_days_before_and_confirmation_one(now, expected):
    assert due(now, interviews=(make_interview(starts_at=at(11, 6, 16)),)) == expected


@pytest.mark.parametrize(
    ("channel", "noun"),
    [
        ("by phone", "call"),
        ("by video", "video call"),
        ("in person", "conversation"),
        ("", "conversation"),
    ],
)
def test_confirmation_says_when_and_how(channel, noun):
    beck = make_interview(
        contact_name="Tomas Beck", starts_at=at(11, 6, 16), channel=channel, prepared=True
    )

    (confirm,) = duties(State(ZONE, interviews=(beck,)), NOW)

    length = f"20 minutes, {channel}" if channel else "20 minutes"
    assert (confirm.kind, confirm.what, confirm.why, confirm.due_at, confirm.minutes) == (
        DutyKind.CONFIRM,
        f"Confirm tomorrow’s {noun} with Tomas Beck",
        f"Friday at 4:00 pm, {length}. One line the day before spares Tomas Beck a search.",
        at(11, 5, 23, 59).replace(second=59),
        2,
    )


@pytest.mark.parametrize(
    ("prepared", "why"),
    [
        (True, "20 minutes, by phone. Your questions are ready."),
        (False, "20 minutes, by phone. No questions are chosen yet."),
    ],
)
def test_the_day_itself_says_whether_questions_are_ready(prepared, why):
    today = make_interview(starts_at=at(11, 5, 11, 20), prepared=prepared, confirmed=True)

    hold = duties(State(ZONE, interviews=(today,)), NOW)[-1]

    assert (hold.what, hold.why, hold.left, hold.urgency, hold.minutes) == (
        "Talk with Dr. Okafor at 11:20 am", why, "in 20 minutes", Urgency.SOON, 20,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("now", "what", "why", "minutes"),
    [
        (at(11, 4, 16, 5), "Talk with Dr. Okafor now", "20 minutes, by phone, until 4:20 pm.", 20),
        (at(11, 5, 9), "Say whether you talked with Dr. Okafor",
         "It was agreed for yesterday at 4:00 pm. If it did not happen, offer another time.", 1),
    ],
)  # fmt: skip
def test_an_interview_whose_time_came_is_asked_about(now, what, why, minutes):
    (hold,) = duties(State(ZONE, interviews=(make_interview(),)), now)

    assert (hold.what, hold.why, hold.minutes) == (what, why, minutes)


def test_messages_that_left_end_their_duties():
    tomorrow = make_interview(ref="i2", contact="beck", starts_at=at(11, 6, 16), prepared=True)
    held = make_held(at(11, 4, 16), **DONE)
    sent = (
        make_message(contact="beck", kind=MessageKind.CONFIRMATION, sent_at=at(11, 5, 9)),
        make_message(contact="okafor", kind=MessageKind.THANKS, sent_at=at(11, 4, 20)),
    )

    assert due(interviews=(tomorrow, held), messages=sent) == []


def test_who_asked_never_to_be_written_to_gets_no_thanks_and_no_confirmation():
    held = make_held(at(11, 4, 16))
    tomorrow = make_interview(ref="i2", starts_at=at(11, 6, 16), prepared=True)
    never = make_message(contact="okafor", answer=Answer.NEVER_AGAIN, answered_at=at(11, 4))

    assert due(interviews=(held, tomorrow), messages=(never,)) == [
        ("write_up", "late", "since last night")
    ]


def test_days_are_the_students_days():
    held = make_held(at(11, 4, 22), thanked_at=at(11, 4, 22))
    in_utc = at(11, 4, 23).astimezone(tz=None)

    assert due(in_utc, interviews=(held,)) == [("write_up", "soon", "today")]
