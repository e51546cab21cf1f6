"""When two people could talk: hours of the week without busy times, inside both working days.

Pure: `now` is given. A time that a clock skips or shows twice is never a slot.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from whoelse.engine.calendars.busy import Interval, merged

# Own estimates, like all numbers here: people agree on quarters of an hour; beyond two weeks most
# calendars are still empty and promise what they do not hold.
STEP = timedelta(minutes=15)
HORIZON_DAYS = 14
WORKDAYS = frozenset(range(5))
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of one weekday by a wall clock. Monday is 0."""

    weekday: int
    starts: time
    ends: time


OFFICE_HOURS = tuple(Window(weekday, time(9), time(17)) for weekday in sorted(WORKDAYS))


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A time that suits both, in UTC, and what the two clocks show then."""

    starts_at: datetime
    minutes: int
    student_time: datetime
    contact_time: datetime


def open_slots(
    windows: Iterable[Window],
    busy: Iterable[Interval],
    *,
    minutes: int,
    now: datetime,
    zone_student: ZoneInfo,
    zone_contact: ZoneInfo,
    notice: timedelta = timedelta(hours=24),
    breathing: timedelta = timedelta(minutes=15),
    holidays: Iterable[date] = (),
    talks: Sequence[Interval] = (),
    most_per_day: int = 2,
    contact_hours: Iterable[Window] = OFFICE_HOURS,
    days: int = HORIZON_DAYS,
) -> tuple[Slot, ...]:
    """Every start on a quarter of an hour that suits both, in order.

    `now` has a zone; slots begin after `notice`, within `days` days of the student's calendar.
    `breathing` is kept free before and after. `talks` are busy too, and `most_per_day` of them and
    a new one make a full day of the student's. `contact_hours` are told by the contact's clock.
    """
    length = timedelta(minutes=minutes)
    taken = merged([*busy, *talks])
    ends = [interval.end for interval in taken]
    on_day = Counter(talk.start.astimezone(zone_student).date() for talk in talks)
    off, theirs = frozenset(holidays), tuple(contact_hours)
    found = set()
    for start in _starts(tuple(windows), now, zone_student, length, days):
        local = start.astimezone(zone_student)
        is_possible = (
            start >= now + notice
            and local.date() not in off
            and on_day[local.date()] < most_per_day
            and _is_inside(theirs, start, start + length, zone_contact)
            and _is_free(taken, ends, start - breathing, start + length + breathing)
        )
        if is_possible:
            found.add(Slot(start, minutes, local, start.astimezone(zone_contact)))
    return tuple(sorted(found))


def _starts(
    windows: tuple[Window, ...], now: datetime, zone: ZoneInfo, length: timedelta, days: int
) -> Iterator[datetime]:
    """Starts in the windows of the days from today on, by the student's clock."""
    today = now.astimezone(zone).date()
    for day in (today + number * _DAY for number in range(days + 1)):
        for window in windows:
            if window.weekday != day.weekday():
                continue
            shown = _rounded_up(datetime.combine(day, window.starts))
            while shown + length <= datetime.combine(day, window.ends):
                moment = moment_of(shown, zone)
                if moment is not None:
                    yield moment
                shown += STEP


def moment_of(shown: datetime, zone: ZoneInfo) -> datetime | None:
    """The one moment at which clocks show this; none in a gap, none where they show it twice."""
    both = {shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return both.pop() if len(both) == 1 else None


def _rounded_up(shown: datetime) -> datetime:
    midnight = shown.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight - (midnight - shown) // STEP * STEP


def _is_inside(hours: tuple[Window, ...], start: datetime, end: datetime, zone: ZoneInfo) -> bool:
    begins, finishes = start.astimezone(zone), end.astimezone(zone)
    return begins.date() == finishes.date() and any(
        window.weekday == begins.weekday()
        and window.starts <= begins.time()
        and finishes.time() <= window.ends
        for window in hours
    )


def _is_free(
    taken: Sequence[Interval], ends: list[datetime], start: datetime, end: datetime
) -> bool:
    """Whether nothing lies between; a busy time that only touches is no hindrance."""
    first = bisect_left(ends, start + timedelta(microseconds=1))
    return first == len(taken) or taken[first].start >= end
