"""What comes out of a calendar: intervals without titles, and what could not be read and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From `start` up to `end`, both in UTC."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Skipped:
    """An event that is in no interval although it may be busy, and the reason in words."""

    uid: str
    why: str


@dataclass(frozen=True, slots=True)
class Busy:
    """Busy times, merged and in order. Titles and places were never read.

    `events` counts what the file holds; `is_calendar` is false for a web page and the like.
    """

    intervals: tuple[Interval, ...]
    skipped: tuple[Skipped, ...]
    events: int = 0
    is_calendar: bool = True


class Unreadable(ValueError):
    """An event, a value or a rule that cannot be read; the message says why, for people."""


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same times without overlaps and seams; intervals without a length are dropped."""
    result: list[Interval] = []
    for interval in sorted(intervals):
        if interval.end <= interval.start:
            continue
        if result and interval.start <= result[-1].end:
            if interval.end > result[-1].end:
                result[-1] = Interval(result[-1].start, interval.end)
        else:
            result.append(interval)
    return tuple(result)
