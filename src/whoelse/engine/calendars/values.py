"""Values of properties: dates and times by a wall clock, durations, periods, offsets."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from whoelse.engine.calendars.busy import Unreadable

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?", re.IGNORECASE)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,7})S)?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?")

Clock = Callable[[datetime], datetime]
"""From what a wall clock shows, as a naive time, to the moment in UTC."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A date, or a time of a wall clock. `is_utc` where a Z says so."""

    wall: datetime
    is_day: bool = False
    is_utc: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """Whole days by the calendar, and time by a stopwatch (RFC 5545, section 3.3.6)."""

    days: int = 0
    exact: timedelta = timedelta(0)

    def end_of(self, wall: datetime, clock: Clock) -> datetime:
        """The moment of the end of something that starts then."""
        return clock(wall + timedelta(days=self.days)) + self.exact

    @property
    def about(self) -> timedelta:
        """The length where no clock is put forward or back in it."""
        return timedelta(days=self.days) + self.exact


def utc_clock(wall: datetime) -> datetime:
    """The clock of UTC itself."""
    return wall.replace(tzinfo=UTC)


def read_shown(text: str) -> Shown:
    """ "20261105", "20261105T160000" or "20261105T160000Z"; `Unreadable` for anything else.

    A leap second is the one before (RFC 5545, sections 3.3.4 and 3.3.5).
    """
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise Unreadable(f"{_cut(text)} is no date or time")
    year, month, day, hour, minute, second, zulu = found.groups()
    try:
        wall = datetime(  # noqa: DTZ001 - a wall clock knows no zone
            int(year),
            int(month),
            int(day),
            int(hour or 0),
            int(minute or 0),
            min(int(second or 0), 59),
        )
    except ValueError:
        raise Unreadable(f"{_cut(text)} is no date or time") from None
    if not 1600 <= wall.year <= 8000:
        raise Unreadable(f"the year {wall.year} is out of reach")
    return Shown(wall, is_day=hour is None, is_utc=zulu is not None)


def read_duration(text: str) -> Length:
    """ "PT45M", "P1DT2H", "P2W" (RFC 5545, section 3.3.6); else `Unreadable`; never negative."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        raise Unreadable(f"{_cut(text)} is no duration")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = Length(
        days=7 * weeks + days, exact=timedelta(hours=hours, minutes=minutes, seconds=seconds)
    )
    if found[1] == "-" and length.about:
        raise Unreadable("it ends before it starts")
    if length.about > timedelta(days=36_600):
        raise Unreadable("it lasts longer than a century")
    return length


def read_offset(text: str) -> timedelta:
    """ "-0500" or "+013045" (RFC 5545, section 3.3.14), else `Unreadable`."""
    found = _OFFSET.fullmatch(text.strip())
    if found is None:
        raise Unreadable(f"{_cut(text)} is no offset from UTC")
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if offset >= timedelta(days=1):
        raise Unreadable(f"{_cut(text)} is no offset from UTC")
    return -offset if found[1] == "-" else offset


def _cut(text: str) -> str:
    shown = " ".join(text.split())
    return f"“{shown[:40]}”" if shown else "nothing"
