"""A small cast for duties: plain makers with dull defaults, in New York time."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from whoelse.engine.duties import (
    ActionState,
    AdviceState,
    InterviewState,
    PromiseState,
    ProposalState,
    ReferralState,
    SentMessage,
    State,
    TouchState,
    duties,
)
from whoelse.engine.words import MessageKind, Permission

ZONE = ZoneInfo("America/New_York")


def at(month: int, day: int, hour: int = 10, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


NOW = at(11, 5, 11)  # a Thursday


def make_message(**kw) -> SentMessage:
    usual = {"ref": "m1", "contact": "tomas", "contact_name": "Tomas Beck"}
    return SentMessage(**usual | {"kind": MessageKind.REQUEST, "sent_at": at(10, 26)} | kw)


def make_interview(**kw) -> InterviewState:
    usual = {"ref": "i1", "contact": "okafor", "contact_name": "Dr. Okafor"}
    usual |= {"starts_at": at(11, 4, 16), "minutes": 20, "channel": "by phone"}
    return InterviewState(**usual | kw)


def make_held(held_at: datetime, **kw) -> InterviewState:
    return make_interview(starts_at=held_at - timedelta(minutes=20), held_at=held_at, **kw)


def make_referral(**kw) -> ReferralState:
    usual = {"ref": "r1", "contact": "dana", "contact_name": "Dana Whitlock"}
    usual |= {"referrer": "karin", "referrer_name": "Karin Lindqvist", "named_at": at(10, 30)}
    return ReferralState(**usual | {"permission": Permission.MAY_USE_NAME} | kw)


def make_promise(**kw) -> PromiseState:
    usual = {"ref": "p1", "contact": "tomas", "contact_name": "Tomas Beck"}
    return PromiseState(**usual | {"text": "send the poster", "due_on": None} | kw)


def make_proposal(**kw) -> ProposalState:
    usual = {"ref": "q1", "contact": "tomas", "contact_name": "Tomas Beck"}
    return ProposalState(**usual | {"starts_at": at(11, 10, 14), "proposed_at": at(11, 5)} | kw)


def make_advice(**kw) -> AdviceState:
    usual = {"ref": "a1", "contact": "priya", "contact_name": "Priya Nandakumar"}
    return AdviceState(**usual | {"text": "Took Stat 340", "used_at": at(11, 4)} | kw)


def make_action(**kw) -> ActionState:
    usual = {"ref": "d1", "text": "Take Stat 340", "due_on": date(2026, 11, 12)}
    return ActionState(**usual | kw)


def make_touch(**kw) -> TouchState:
    usual = {"ref": "t1", "contact": "priya", "contact_name": "Priya Nandakumar"}
    return TouchState(**usual | {"last_contact_at": at(7, 5), "has_news": True} | kw)


def due(now: datetime = NOW, **state) -> list[tuple[str, str, str]]:
    """Return kind, urgency and time left of everything due."""
    found = duties(State(zone=ZONE, **state), now)
    return [(duty.kind.value, duty.urgency.value, duty.left) for duty in found]
