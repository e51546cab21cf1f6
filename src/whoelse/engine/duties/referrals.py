"""Duties around a referral: write to who was named, then tell who named them.

The permission decides who moves next. "You may use my name": the student writes. "I will
introduce you" and "let me ask first": the student waits, and after a week reminds gently, once.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from whoelse.engine.duties.limits import (
    INTRODUCTION_REMINDER_AFTER_DAYS,
    LAPSES_AFTER,
    REFERRAL_LAPSES_AFTER_DAYS,
    REFERRAL_WITHIN_DAYS,
    REPORT_BACK_WITHIN_DAYS,
)
from whoelse.engine.duties.moment import Moment
from whoelse.engine.duties.requests import ASKING
from whoelse.engine.duties.state import Duty, DutyKind, ReferralState, Urgency
from whoelse.engine.wording import ago, by_day
from whoelse.engine.words import MessageKind, Permission

_REMINDERS = frozenset({MessageKind.FOLLOWUP, MessageKind.KEEP_IN_TOUCH, MessageKind.REPORT_BACK})
_REPORTS = frozenset({MessageKind.REPORT_BACK})
_WEEK = timedelta(days=7)
_STILL_OPEN = timedelta(days=LAPSES_AFTER)


def referral_duties(at: Moment) -> Iterator[Duty]:
    """Who was named by two people is written to once, for the one who named them first."""
    followed: set[str] = set()
    for referral in sorted(at.state.referrals, key=lambda r: (r.named_at, r.ref)):
        if referral.met_at is not None:
            yield from _report_back(at, referral, referral.met_at)
        elif referral.contact not in followed and not _is_under_way(at, referral):
            followed.add(referral.contact)
            yield from _follow(at, referral)


def _is_under_way(at: Moment, referral: ReferralState) -> bool:
    return (
        referral.asked
        or at.has_refused(referral.contact)
        or at.wrote(referral.contact, ASKING, referral.named_at - _STILL_OPEN)
        or referral.contact in at.interviews
    )


def _follow(at: Moment, referral: ReferralState) -> Iterator[Duty]:
    named = at.day(referral.named_at)
    if at.today > named + timedelta(days=REFERRAL_LAPSES_AFTER_DAYS):
        return
    if referral.permission is Permission.MAY_USE_NAME:
        due_at = at.end_of(named + timedelta(days=REFERRAL_WITHIN_DAYS))
        yield at.duty(
            DutyKind.FOLLOW_REFERRAL,
            about=(referral.ref, referral.contact),
            what=f"Write to {referral.contact_name}",
            why=f"{referral.referrer_name} named {referral.contact_name} {ago(named, at.today)},"
            " and you may use the name. A referral cools after a week.",
            due_at=due_at,
            left=by_day(due_at.date(), at.today),
        )
    elif at.today >= named + timedelta(days=INTRODUCTION_REMINDER_AFTER_DAYS):
        yield from _remind_referrer(at, referral)


def _remind_referrer(at: Moment, referral: ReferralState) -> Iterator[Duty]:
    reminder_on = at.day(referral.named_at) + timedelta(days=INTRODUCTION_REMINDER_AFTER_DAYS)
    since = datetime.combine(reminder_on, datetime.min.time(), tzinfo=at.state.zone)
    if at.is_closed_to(referral.referrer) or at.wrote(referral.referrer, _REMINDERS, since):
        return
    due_at = at.end_of(reminder_on + _WEEK)
    when = ago(at.day(referral.named_at), at.today)
    offered = (
        f"offered {when} to introduce you to"
        if referral.permission is Permission.WILL_INTRODUCE
        else f"offered {when} to ask first whether you may write to"
    )
    yield at.duty(
        DutyKind.REMIND_REFERRER,
        about=(referral.ref, referral.referrer),
        what=f"Remind {referral.referrer_name} gently",
        why=f"{referral.referrer_name} {offered} {referral.contact_name}."
        " One friendly line is enough, then wait.",
        due_at=due_at,
        left=by_day(due_at.date(), at.today),
        urgency=Urgency.CALM,
    )


def _report_back(at: Moment, referral: ReferralState, met_at: datetime) -> Iterator[Duty]:
    is_told = referral.reported_at is not None or at.wrote(referral.referrer, _REPORTS, met_at)
    if is_told or at.is_closed_to(referral.referrer):
        return
    met = at.day(met_at)
    due_at = at.end_of(met + timedelta(days=REPORT_BACK_WITHIN_DAYS))
    yield at.duty(
        DutyKind.REPORT_BACK,
        about=(referral.ref, referral.referrer),
        what=f"Tell {referral.referrer_name} how it went with {referral.contact_name}",
        why=f"{referral.referrer_name} led you to {referral.contact_name}, whom you met"
        f" {ago(met, at.today)}. Who opens a door likes to hear what was behind it.",
        due_at=due_at,
        left=by_day(due_at.date(), at.today),
        urgency=Urgency.CALM if at.now <= due_at else Urgency.SOON,
    )
