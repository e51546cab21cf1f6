"""Who was named is written to within a week; who named them is told."""

import pytest

from tests.engine.duties.makers import (
    NOW,
    ZONE,
    at,
    due,
    make_interview,
    make_message,
    make_referral,
)
from whoelse.engine.duties import Answer, State, duties
from whoelse.engine.words import MessageKind, Permission

COOLS = "A referral cools after a week."
ONE_LINE = "One friendly line is enough, then wait."
OPENS = "Who opens a door likes to hear what was behind it."
WAITING = [Permission.WILL_INTRODUCE, Permission.ASK_FIRST]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(10, 30, 12), ("follow_referral", "calm", "by 6 November")),
        (at(10, 31, 12), ("follow_referral", "calm", "by Friday")),
        (at(11, 5, 11), ("follow_referral", "calm", "by tomorrow")),
        (at(11, 6, 11), ("follow_referral", "calm", "today")),
        (at(11, 6, 20), ("follow_referral", "soon", "today")),
        (at(11, 7, 0), ("follow_referral", "late", "since last night")),
    ],
)
def test_a_referral_is_followed_within_seven_days(now, expected):
    assert due(now, referrals=(make_referral(),)) == [expected]


@pytest.mark.parametrize("permission", list(Permission))
def test_a_referral_of_last_month_is_no_duty_any_more(permission):
    referral = make_referral(permission=permission)

    assert len(due(at(11, 29, 12), referrals=(referral,))) == 1
    assert due(at(11, 30, 12), referrals=(referral,)) == []


def test_following_names_who_named_whom():
    (follow,) = duties(State(ZONE, referrals=(make_referral(),)), NOW)

    assert (follow.what, follow.why, follow.contact, follow.ref, follow.minutes) == (
        "Write to Dana Whitlock",
        f"Karin Lindqvist named Dana Whitlock six days ago, and you may use the name. {COOLS}",
        "dana",
        "r1",
        10,
    )


@pytest.mark.parametrize("permission", WAITING)
def test_who_introduces_or_asks_first_is_left_in_peace_for_a_week(permission):
    referral = make_referral(permission=permission)

    assert due(at(11, 5, 23), referrals=(referral,)) == []
    assert due(at(11, 6, 0), referrals=(referral,)) == [
        ("remind_referrer", "calm", "by 13 November")
    ]


@pytest.mark.parametrize(
    ("permission", "offer"),
    [
        (Permission.WILL_INTRODUCE, "to introduce you to"),
        (Permission.ASK_FIRST, "to ask first whether you may write to"),
    ],
)
def test_the_referrer_is_reminded_gently(permission, offer):
    state = State(ZONE, referrals=(make_referral(permission=permission),))

    (remind,) = duties(state, at(11, 7))

    assert (remind.what, remind.why, remind.contact) == (
        "Remind Karin Lindqvist gently",
        f"Karin Lindqvist offered eight days ago {offer} Dana Whitlock. {ONE_LINE}",
        "karin",
    )


@pytest.mark.parametrize("permission", WAITING)
@pytest.mark.parametrize(
    ("kind", "sent_at", "is_due"),
    [
        (MessageKind.FOLLOWUP, at(11, 6, 9), False),
        (MessageKind.KEEP_IN_TOUCH, at(11, 6, 9), False),
        (MessageKind.THANKS, at(11, 6, 9), True),
        (MessageKind.FOLLOWUP, at(11, 5, 9), True),
    ],
)
def test_the_referrer_is_reminded_once(permission, kind, sent_at, is_due):
    referral = make_referral(permission=permission)
    sent = make_message(contact="karin", kind=kind, sent_at=sent_at)

    found = due(at(11, 20), referrals=(referral,), messages=(sent,))

    assert found == ([("remind_referrer", "calm", "since 13 November")] if is_due else [])


@pytest.mark.parametrize("permission", list(Permission))
@pytest.mark.parametrize(
    "state",
    [
        {"messages": (make_message(contact="dana", sent_at=at(11, 1)),)},
        {"messages": (make_message(contact="dana", sent_at=at(10, 20), answer=Answer.NO),)},
        {"interviews": (make_interview(contact="dana", starts_at=at(11, 20)),)},
    ],
)
def test_who_was_asked_already_or_said_no_is_not_written_to(permission, state):
    assert due(at(11, 7), referrals=(make_referral(permission=permission),), **state) == []


def test_a_referrer_who_wants_no_mail_is_not_reminded_nor_told():
    never = make_message(contact="karin", answer=Answer.NEVER_AGAIN)
    waiting = make_referral(permission=Permission.ASK_FIRST)
    met = make_referral(ref="r2", contact="elif", met_at=at(11, 4))

    assert due(at(11, 7), referrals=(waiting, met), messages=(never,)) == []


def test_somebody_named_twice_is_written_to_once():
    later = make_referral(ref="r2", referrer_name="Tomas Beck", named_at=at(11, 3))

    found = duties(State(ZONE, referrals=(later, make_referral())), NOW)

    assert [duty.ref for duty in found] == ["r1"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(11, 4, 17), ("report_back", "calm", "by 11 November")),
        (at(11, 11, 20), ("report_back", "calm", "today")),
        (at(11, 12, 0), ("report_back", "soon", "since last night")),
        (at(12, 24, 9), ("report_back", "soon", "since 11 November")),
    ],
)
def test_the_referrer_is_told_within_a_week_of_the_meeting(now, expected):
    assert due(now, referrals=(make_referral(met_at=at(11, 4)),)) == [expected]


def test_reporting_back_says_what_to_tell():
    (report,) = duties(State(ZONE, referrals=(make_referral(met_at=at(11, 4)),)), NOW)

    assert (report.what, report.why, report.contact) == (
        "Tell Karin Lindqvist how it went with Dana Whitlock",
        f"Karin Lindqvist led you to Dana Whitlock, whom you met yesterday. {OPENS}",
        "karin",
    )


def test_a_report_that_was_made_is_not_due():
    told = make_referral(met_at=at(11, 4), reported_at=at(11, 5, 9))
    wrote = make_message(contact="karin", kind=MessageKind.REPORT_BACK, sent_at=at(11, 5, 9))

    assert due(referrals=(told,)) == []
    assert due(referrals=(make_referral(met_at=at(11, 4)),), messages=(wrote,)) == []


def test_a_referral_that_was_asked_is_not_due():
    assert due(referrals=(make_referral(asked=True),)) == []
