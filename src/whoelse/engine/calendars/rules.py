"""Rules of repetition, read and refused (RFC 5545, section 3.3.10).

Which times a rule means is `repeating`'s; here is what it says, and what is too much.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from whoelse.engine.calendars.busy import Unreadable
from whoelse.engine.calendars.limits import MOST_TIMES_A_DAY
from whoelse.engine.calendars.values import Shown, read_shown

Frequency = Literal["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_RANGES = {
    "BYSECOND": (0, 59), "BYMINUTE": (0, 59), "BYHOUR": (0, 23), "BYMONTH": (1, 12),
    "BYMONTHDAY": (1, 31), "BYYEARDAY": (1, 366), "BYWEEKNO": (1, 53), "BYSETPOS": (1, 366),
}  # fmt: skip
_SIGNED = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
_KNOWN = {*_RANGES, "FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said, with nothing filled in. In `days`, (0, 2) is every and (-1, 2) the last WE."""

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: Shown | None = None
    week_start: int = 0
    seconds: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    days: tuple[tuple[int, int], ...] = ()
    positions: tuple[int, ...] = ()


def read_rule(text: str) -> Rule:
    """The rule, or `Unreadable` with why: one that repeats within the hour is refused."""
    parts = _parts(text)
    rule = Rule(
        frequency=_frequency(parts.get("FREQ", "")),
        interval=_number(parts, "INTERVAL", 1, 10_000) or 1,
        count=_count(parts),
        until=read_shown(parts["UNTIL"]) if "UNTIL" in parts else None,
        week_start=_week_start(parts.get("WKST", "MO")),
        seconds=_numbers(parts, "BYSECOND"),
        minutes=_numbers(parts, "BYMINUTE"),
        hours=_numbers(parts, "BYHOUR"),
        months=_numbers(parts, "BYMONTH"),
        month_days=_numbers(parts, "BYMONTHDAY"),
        year_days=_numbers(parts, "BYYEARDAY"),
        weeks=_numbers(parts, "BYWEEKNO"),
        days=_days(parts.get("BYDAY", "")),
        positions=_numbers(parts, "BYSETPOS"),
    )
    hours_a_day = 24 if rule.frequency == "HOURLY" else len(rule.hours) or 1
    if hours_a_day * (len(rule.minutes) or 1) * (len(rule.seconds) or 1) > MOST_TIMES_A_DAY:
        raise Unreadable("it repeats more than once an hour")
    return rule


def filled(rule: Rule, first: datetime) -> Rule:
    """The rule with what its first time leaves to be understood, such as the day of the month."""
    from_first = {
        "seconds": rule.seconds or (first.second,),
        "minutes": rule.minutes or (first.minute,),
        "hours": rule.hours or (() if rule.frequency == "HOURLY" else (first.hour,)),
    }
    if not (rule.weeks or rule.year_days or rule.month_days or rule.days):
        if rule.frequency == "YEARLY":
            from_first["months"] = rule.months or (first.month,)
        if rule.frequency in ("YEARLY", "MONTHLY"):
            from_first["month_days"] = (first.day,)
    days = rule.days
    if rule.frequency == "WEEKLY" and not (rule.days or rule.month_days or rule.year_days):
        days = ((0, first.weekday()),)
    return Rule(
        frequency=rule.frequency,
        interval=rule.interval,
        count=rule.count,
        until=rule.until,
        week_start=rule.week_start,
        seconds=from_first["seconds"],
        minutes=from_first["minutes"],
        hours=from_first["hours"],
        months=from_first.get("months", rule.months),
        month_days=from_first.get("month_days", rule.month_days),
        year_days=rule.year_days,
        weeks=rule.weeks,
        days=days,
        positions=rule.positions,
    )


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.upper().split(";"):
        name, equals, value = part.partition("=")
        if name.strip() in _KNOWN and equals:
            parts[name.strip()] = value.strip()
        elif part.strip() in ("RSCALE=GREGORIAN", "SKIP=OMIT"):
            continue
        elif part.strip() and not name.strip().startswith("X-"):
            raise Unreadable(f"“{part.strip()[:40]}” in its rule is not known")
    return parts


def _frequency(text: str) -> Frequency:
    if text in ("SECONDLY", "MINUTELY"):
        raise Unreadable("it repeats every minute or second")
    if text not in ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"):
        raise Unreadable(f"“{text[:20]}” is no frequency")
    return cast(Frequency, text)


def _number(parts: dict[str, str], name: str, least: int, most: int) -> int | None:
    text = parts.get(name)
    if text is None:
        return None
    if not re.fullmatch(r"[+-]?\d{1,9}", text) or not least <= int(text) <= most:
        raise Unreadable(f"{name}={text[:20]} is no number from {least} to {most}")
    return int(text)


def _count(parts: dict[str, str]) -> int | None:
    """Some programs write COUNT=-1 for a rule that never ends."""
    is_endless = parts.get("COUNT", "").startswith("-")
    return None if is_endless else _number(parts, "COUNT", 1, 10_000_000)


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    least, most = _RANGES[name]
    numbers = set()
    for text in filter(None, (part.strip() for part in parts.get(name, "").split(","))):
        number = int(text) if re.fullmatch(r"[+-]?\d{1,3}", text) else most + 1
        size = abs(number) if name in _SIGNED else number
        if not least <= size <= most:
            raise Unreadable(f"{name}={text[:20]} is out of range")
        numbers.add(number)
    return tuple(sorted(numbers))


def _days(text: str) -> tuple[tuple[int, int], ...]:
    days = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = _DAY.fullmatch(part)
        if found is None or abs(int(found[1] or 0)) > 53:
            raise Unreadable(f"“{part[:20]}” is no weekday")
        days.add((int(found[1] or 0), WEEKDAYS.index(found[2])))
    return tuple(sorted(days))


def _week_start(text: str) -> int:
    if text not in WEEKDAYS:
        raise Unreadable(f"“{text[:20]}” is no weekday")
    return WEEKDAYS.index(text)
