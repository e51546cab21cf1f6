"""Everything that is due, what is lost soonest first."""

from datetime import datetime, timedelta

from whoelse.engine.duties.interviews import interview_duties
from whoelse.engine.duties.keeping import keeping_duties, news_duties
from whoelse.engine.duties.limits import CAN_WAIT
from whoelse.engine.duties.moment import Moment
from whoelse.engine.duties.referrals import referral_duties
from whoelse.engine.duties.requests import request_duties
from whoelse.engine.duties.state import Duty, State
from whoelse.engine.duties.times import time_duties
from whoelse.engine.wording import elapsed

_ORDER = tuple(CAN_WAIT)  # between two that are lost at the same time


def duties(state: State, now: datetime) -> tuple[Duty, ...]:
    """Return what is due at `now`, an aware moment, what is lost soonest first.

    A duty is lost when it falls due, but no sooner than its kind can wait: a talk in half an
    hour comes before yesterday's notes, and an old tie comes after both.
    """
    at = Moment(state, now)
    found = (
        *interview_duties(at),
        *time_duties(at),
        *request_duties(at),
        *referral_duties(at),
        *keeping_duties(at),
    )
    return tuple(sorted(found, key=lambda duty: _order(duty, now)))


def news_waiting(state: State, now: datetime) -> tuple[Duty, ...]:
    """Return all who could hear news at `now`, of whom `duties` names the first few."""
    return tuple(news_duties(Moment(state, now)))


def _order(duty: Duty, now: datetime) -> tuple[timedelta, int, datetime, str]:
    lost_in = max(elapsed(now, duty.due_at), CAN_WAIT[duty.kind])
    return lost_in, _ORDER.index(duty.kind), duty.due_at, duty.ref
