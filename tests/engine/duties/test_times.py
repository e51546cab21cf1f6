"""Times that others spoke of: each is one step, lost when the time or their patience is over."""

import pytest

from tests.engine.duties.makers import (
    NOW,
    ZONE,
    at,
    due,
    make_held,
    make_interview,
    make_message,
    make_proposal,
)
from whoelse.engine.duties import Answer, Invited, State, duties
from whoelse.engine.words import MessageKind


def put_off(**kw):
    answered = {"invited": Invited.DECLINED, "invited_at": at(11, 5, 10)}
    return make_interview(**{"starts_at": at(11, 6, 16)} | answered | kw)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(11, 5, 11), [("answer_proposal", "calm", "23 hours left")]),
        (at(11, 6, 5), [("answer_proposal", "soon", "5 hours left")]),
        (at(11, 6, 11), [("answer_proposal", "late", "since 10:00 am")]),
        (at(11, 10, 13, 59), [("answer_proposal", "late", "since Friday")]),
        (at(11, 10, 14), [("answer_proposal", "late", "since 2:00 pm")]),  # it passed
        (at(11, 16, 23), [("answer_proposal", "late", "since Tuesday")]),
        (at(11, 17, 0), []),
    ],
)
def test_a_proposed_time_is_answered_within_a_day(now, expected):
    assert due(now, proposals=(make_proposal(),)) == expected


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ([at(11, 5, 13)], [("answer_proposal", "soon", "2 hours left")]),
        ([at(11, 10, 14), at(11, 5, 13)], [("answer_proposal", "soon", "2 hours left")]),
        ([at(11, 4, 9), at(11, 10, 14)], [("answer_proposal", "calm", "23 hours left")]),
    ],
)
def test_the_first_time_that_is_still_ahead_sets_the_limit(starts, expected):
    proposals = tuple(
        make_proposal(ref=str(number), starts_at=start) for number, start in enumerate(starts)
    )

    assert due(proposals=proposals) == expected


@pytest.mark.parametrize(
    ("proposals", "what", "why"),
    [
        ((make_proposal(),), "Answer the time that Tomas Beck proposed",
         ("Tomas Beck proposed Tuesday at 2:00 pm."
         " Agree, or say that you cannot then, before it is gone.")),
        ((make_proposal(), make_proposal(ref="q2", starts_at=at(11, 9, 9))),
         "Answer the times that Tomas Beck proposed",
         ("Tomas Beck proposed two times, the first Monday at 9:00 am."
         " Agree, or say that you cannot then, before it is gone.")),
        ((make_proposal(starts_at=at(11, 4, 9)),), "Offer Tomas Beck another time",
         ("Tomas Beck proposed yesterday at 9:00 am, and it passed without an answer."
         " Say so, and offer other times.")),
    ],
)  # fmt: skip
def test_a_proposal_says_what_was_proposed(proposals, what, why):
    (duty,) = duties(State(ZONE, proposals=proposals), NOW)

    assert (duty.what, duty.why, duty.contact) == (what, why, "tomas")


def test_the_step_that_names_the_time_stands_for_the_one_that_asks_to_agree():
    offered = make_message(answer=Answer.TIMES_OFFERED, answered_at=at(11, 5, 10))

    assert due(messages=(offered,)) == [("agree_time", "calm", "23 hours left")]
    assert due(messages=(offered,), proposals=(make_proposal(),)) == [
        ("answer_proposal", "calm", "23 hours left")
    ]


def test_after_calling_off_for_another_time_times_are_owed():
    off = make_message(answer=Answer.ANOTHER_TIME, answered_at=at(11, 4, 15))

    (duty,) = duties(State(ZONE, messages=(off,)), NOW)

    assert (duty.what, duty.why, duty.left) == (
        "Agree on another time with Tomas Beck",
        (
            "The talk with Tomas Beck was called off yesterday, and another time is wanted."
            " Offer some within a day."
        ),
        "4 hours left",
    )


@pytest.mark.parametrize("answer", [Answer.NO, Answer.NEVER_AGAIN])
def test_whoever_said_no_afterwards_is_owed_no_answer(answer):
    refused = make_message(answer=answer, answered_at=at(11, 5, 10, 30))

    assert due(messages=(refused,), proposals=(make_proposal(),)) == []
    assert due(messages=(make_message(contact="okafor", answer=answer),),
               interviews=(put_off(),)) == []  # fmt: skip


@pytest.mark.parametrize(
    ("invited", "starts", "now", "expected"),
    [
        (Invited.DECLINED, at(11, 9, 16), at(11, 5, 11), [("reschedule", "calm", "23 hours left")]),
        (Invited.COUNTER, at(11, 9, 16), at(11, 5, 11), [("reschedule", "calm", "23 hours left")]),
        (Invited.DECLINED, at(11, 9, 16), at(11, 9, 15),
         [("reschedule", "late", "since Friday")]),
        (Invited.DECLINED, at(11, 5, 13), at(11, 5, 11), [("reschedule", "soon", "2 hours left")]),
        (Invited.DECLINED, at(11, 5, 11), at(11, 5, 11, 5), [("hold", "soon", "15 minutes left")]),
        (Invited.TENTATIVE, at(11, 9, 16), at(11, 5, 11), []),
        (Invited.ACCEPTED, at(11, 9, 16), at(11, 5, 11), []),
    ],
)  # fmt: skip
def test_a_declined_time_is_cleared_up_within_a_day(invited, starts, now, expected):
    assert due(now, interviews=(put_off(invited=invited, starts_at=starts),)) == expected


@pytest.mark.parametrize(
    ("invited", "why"),
    [
        (Invited.DECLINED, "Dr. Okafor declined the invitation for tomorrow at 4:00 pm."),
        (Invited.COUNTER, "Dr. Okafor asked for another time than tomorrow at 4:00 pm."),
    ],
)
def test_it_says_what_was_declined(invited, why):
    (duty,) = duties(State(ZONE, interviews=(put_off(invited=invited),)), NOW)

    advice = "Move it, or call it off, so that both calendars say the same."
    assert (duty.what, duty.why, duty.ref) == (
        "Find another time with Dr. Okafor", f"{why} {advice}", "i1"
    )  # fmt: skip


def test_what_was_put_off_is_neither_confirmed_nor_prepared():
    tomorrow = make_interview(starts_at=at(11, 6, 16))
    proposed = make_proposal(contact="okafor", contact_name="Dr. Okafor")

    assert [kind for kind, _, _ in due(interviews=(tomorrow,))] == ["confirm", "prepare"]
    assert [kind for kind, _, _ in due(interviews=(put_off(),))] == ["reschedule"]
    assert [kind for kind, _, _ in due(interviews=(put_off(),), proposals=(proposed,))] == [
        "answer_proposal"
    ]
    assert [kind for kind, _, _ in due(interviews=(tomorrow,), proposals=(proposed,))] == [
        "prepare",
        "answer_proposal",
    ]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(11, 5, 11), []),  # the day before it is the worker's
        (at(11, 6, 9), [("confirm", "late", "before 4:00 pm"), ("hold", "soon", "in 7 hours")]),
    ],
)
def test_what_leaves_by_itself_is_a_duty_only_when_it_has_not(now, expected):
    tomorrow = make_interview(starts_at=at(11, 6, 16), prepared=True, confirms_itself=True)

    assert due(now, interviews=(tomorrow,)) == expected


def test_the_order_is_what_is_lost_soonest():
    soon = make_interview(
        ref="i2", contact="kit", contact_name="Kit", starts_at=at(11, 5, 11, 30),
        prepared=True, confirmed=True,
    )  # fmt: skip
    held = make_held(at(11, 4, 9), ref="i3", contact="ida", contact_name="Ida", thanked_at=NOW)
    late = make_proposal(proposed_at=at(11, 3, 9))
    asked = make_message(ref="m3", contact="ruth", kind=MessageKind.REQUEST, sent_at=at(10, 22))

    found = due(interviews=(soon, held, put_off()), proposals=(late,), messages=(asked,))

    assert [kind for kind, _, _ in found] == [
        "hold", "answer_proposal", "write_up", "reschedule", "nudge",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("invited_at", "reason"),
    [
        (None, "One line the day before spares Dr. Okafor a search."),
        (at(11, 2, 9), ("Dr. Okafor accepted the invitation three days ago; one line the day before"
         " spares a search.")),
    ],
)  # fmt: skip
def test_an_early_yes_of_a_calendar_stands_in_the_reason_to_confirm(invited_at, reason):
    answer = Invited.ACCEPTED if invited_at else None
    tomorrow = make_interview(
        starts_at=at(11, 6, 16), prepared=True, invited=answer, invited_at=invited_at
    )

    (duty,) = duties(State(ZONE, interviews=(tomorrow,)), NOW)

    assert duty.why == f"Friday at 4:00 pm, 20 minutes, by phone. {reason}"
