"""Business days: Monday to Friday, without the student's holidays; and the clocks of a request.

Days are counted in the student's zone: a request of Friday evening was sent on Friday.
"""

from collections.abc import Collection
from datetime import date, datetime, timedelta, tzinfo

from whoelse.engine.duties.limits import LAPSES_AFTER, NUDGE_AFTER, NUDGE_NOT_BEFORE

_SATURDAY = 5
_DAY = timedelta(days=1)


def is_business_day(day: date, holidays: Collection[date] = frozenset()) -> bool:
    """Say whether a day is one from Monday to Friday and no holiday."""
    return day.weekday() < _SATURDAY and day not in holidays


def add_business_days(day: date, count: int, holidays: Collection[date] = frozenset()) -> date:
    """Return the `count`-th business day after `day`; `day` itself when `count` is 0.

    The day it starts from need not be a business day and is never counted. `ValueError` for a
    negative `count`.
    """
    if count < 0:
        raise ValueError("business days are counted forwards")
    while count:
        day += _DAY
        count -= is_business_day(day, holidays)
    return day


def business_days_between(start: date, end: date, holidays: Collection[date] = frozenset()) -> int:
    """Count the business days after `start` up to and including `end`; 0 if `end` is earlier."""
    days = (start + n * _DAY for n in range(1, (end - start).days + 1))
    return sum(is_business_day(day, holidays) for day in days)


def local_day(moment: datetime, zone: tzinfo) -> date:
    """Return the date that a clock in this zone shows at an aware moment."""
    return moment.astimezone(zone).date()


def nudge_from(sent_at: datetime, zone: tzinfo, holidays: Collection[date] = frozenset()) -> date:
    """Return the day on which the one reminder is due: the seventh business day."""
    return add_business_days(local_day(sent_at, zone), NUDGE_AFTER, holidays)


def nudge_allowed_from(
    sent_at: datetime, zone: tzinfo, holidays: Collection[date] = frozenset()
) -> date:
    """Return the first day on which a reminder is not rude: the fifth business day."""
    return add_business_days(local_day(sent_at, zone), NUDGE_NOT_BEFORE, holidays)


def lapses_on(sent_at: datetime, zone: tzinfo) -> date:
    """Return the day from which an unanswered request counts as closed."""
    return local_day(sent_at, zone) + timedelta(days=LAPSES_AFTER)
