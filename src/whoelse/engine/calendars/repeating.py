"""Which times a rule means, by the wall clock, between two times.

The periods of a rule (years, months, weeks, days, hours) are gone through one by one, and only
those near the asked time. What is looked at is counted, so that a rule that never matches ends.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from whoelse.engine.calendars.busy import Unreadable
from whoelse.engine.calendars.limits import MOST_STEPS, MOST_STEPS_OF_ONE
from whoelse.engine.calendars.rules import Rule, filled

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


class Budget:
    """Steps that are left for a whole calendar."""

    __slots__ = ("left", "left_of_one")

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self.left = steps
        self.left_of_one = 0

    def begin_one(self) -> None:
        """Begin with another event."""
        self.left_of_one = min(MOST_STEPS_OF_ONE, self.left)

    def spend(self, steps: int) -> None:
        """Count steps of the present event; `Unreadable` when it has none left."""
        self.left -= steps
        self.left_of_one -= steps
        if self.left_of_one < 0:
            raise Unreadable("it repeats too often to be read")


def times(
    rule: Rule, first: datetime, *, after: datetime, before: datetime, budget: Budget
) -> Iterator[datetime]:
    """Wall times from `after` up to `before` in order. `until` is the caller's to judge.

    `first` itself is among them only if the rule means it.
    """
    rule = filled(rule, first)
    counted = 0
    clocks = _clocks(rule)
    for period in _periods(rule, first, first if rule.count else max(first, after)):
        if period[0] >= before:
            return
        for wall in _times_in(rule, *period, clocks, budget):
            if wall < first:
                continue
            counted += 1
            if (rule.count and counted > rule.count) or wall >= before:
                return
            if wall >= after:
                yield wall


def _periods(rule: Rule, first: datetime, near: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Begin and end of every period from the one around `near` on."""
    step = rule.interval
    day = first.replace(hour=0, minute=0, second=0)
    if rule.frequency == "YEARLY":
        year = first.year + (near.year - first.year) // step * step
        while year < 9000:  # the other steps do not reach so far
            yield datetime(year, 1, 1), datetime(year + 1, 1, 1)  # noqa: DTZ001 - wall clock
            year += step
    elif rule.frequency == "MONTHLY":
        begin = first.year * 12 + first.month - 1
        month = begin + (near.year * 12 + near.month - 1 - begin) // step * step
        while True:
            yield _month(month), _month(month + 1)
            month += step
    else:
        width = {"WEEKLY": 7 * _DAY, "DAILY": _DAY, "HOURLY": _HOUR}[rule.frequency]
        begin_at = {
            "WEEKLY": day - (first.weekday() - rule.week_start) % 7 * _DAY,
            "DAILY": day,
            "HOURLY": first.replace(minute=0, second=0),
        }[rule.frequency]
        start = begin_at + (near - begin_at) // (width * step) * (width * step)
        while True:
            yield start, start + width
            start += width * step


def _month(number: int) -> datetime:
    return datetime(number // 12, number % 12 + 1, 1)  # noqa: DTZ001 - wall clock


def _clocks(rule: Rule) -> tuple[time, ...]:
    """The times of a day; within an hour, for a rule by the hour."""
    hours = rule.hours if rule.frequency != "HOURLY" else (0,)
    return tuple(
        time(hour, minute, second)
        for hour in hours
        for minute in rule.minutes
        for second in rule.seconds
    )


def _times_in(
    rule: Rule, begin: datetime, end: datetime, clocks: tuple[time, ...], budget: Budget
) -> list[datetime]:
    if rule.frequency == "HOURLY":
        budget.spend(1)
        is_meant = _is_meant(rule, begin.date())
        is_meant = is_meant and (not rule.hours or begin.hour in rule.hours)
        found = [datetime.combine(begin, t) + begin.hour * _HOUR for t in clocks] * is_meant
    else:
        budget.spend((end - begin).days)
        found = [
            datetime.combine(day, clock)
            for day in _days(rule, begin, end)
            if _is_meant(rule, day)
            for clock in clocks
        ]
    if rule.positions:
        chosen = {p - 1 if p > 0 else len(found) + p for p in rule.positions}
        found = [wall for index, wall in enumerate(found) if index in chosen]
    budget.spend(len(found))
    return found


def _days(rule: Rule, begin: datetime, end: datetime) -> Iterator[date]:
    """The days of a period, without the months that are not meant."""
    day, last = begin.date(), end.date()
    while day < last:
        if rule.months and day.month not in rule.months:
            day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            continue
        yield day
        day += _DAY


def _is_meant(rule: Rule, day: date) -> bool:
    return (
        (not rule.months or day.month in rule.months)
        and (not rule.month_days or _is_month_day(rule, day))
        and (not rule.year_days or _is_year_day(rule, day))
        and (not rule.weeks or _is_in_week(rule, day))
        and (not rule.days or _is_weekday(rule, day))
    )


def _is_month_day(rule: Rule, day: date) -> bool:
    if day.day in rule.month_days:
        return True
    return day.day - monthrange(day.year, day.month)[1] - 1 in rule.month_days


def _is_year_day(rule: Rule, day: date) -> bool:
    number = day.timetuple().tm_yday
    length = date(day.year, 12, 31).timetuple().tm_yday
    return number in rule.year_days or number - length - 1 in rule.year_days


def _is_in_week(rule: Rule, day: date) -> bool:
    """Week one is the first with four days in the year; weeks begin as the rule says."""
    midweek = day - (day.weekday() - rule.week_start) % 7 * _DAY + 3 * _DAY
    number = (midweek.timetuple().tm_yday - 1) // 7 + 1
    left = (date(midweek.year, 12, 31) - midweek).days // 7
    return number in rule.weeks or -left - 1 in rule.weeks


def _is_weekday(rule: Rule, day: date) -> bool:
    for which, weekday in rule.days:
        if weekday != day.weekday():
            continue
        if which == 0 or rule.frequency not in ("YEARLY", "MONTHLY"):
            return True
        begin, length = _span(rule, day)
        if which == begin // 7 + 1 or which == -((length - begin - 1) // 7) - 1:
            return True
    return False


def _span(rule: Rule, day: date) -> tuple[int, int]:
    """How far the day is in what "the second Tuesday" counts in, and how long that is."""
    if rule.frequency == "MONTHLY" or rule.months:
        return day.day - 1, monthrange(day.year, day.month)[1]
    return day.timetuple().tm_yday - 1, date(day.year, 12, 31).timetuple().tm_yday
