"""How fast busy times are read out of a calendar, and how long a hostile one takes at most."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.engine.calendars.files import calendar, event

from bench.figure import Figure, best_of
from whoelse.engine.calendars import OFFICE_HOURS, choose_times, open_slots, read_busy

START = datetime(2026, 11, 5, 15, tzinfo=UTC)
ZONE = ZoneInfo("America/New_York")
EVENTS, AIM = 2_000, 0.5
NEVER = "RRULE:FREQ=DAILY;COUNT=99999;BYMONTH=2;BYMONTHDAY=30"


def read_calendars() -> Iterator[Figure]:
    """Read busy times"""
    data = calendar(*map(busy_event, range(EVENTS)))
    took = best_of(3, lambda: read(data, 31))
    note = f"one in ten repeats every week; {len(data) / 1e6:.1f} MB, {len(read(data, 31))} times"
    yield Figure(f"{EVENTS:,} events, a month", took, note=note, aim=AIM)
    took = best_of(3, lambda: read(data, 366))
    yield Figure(f"{EVENTS:,} events, a year", took)
    hostile = calendar(
        *(event(f"DTSTART:1700010{n % 9 + 1}T0900", NEVER, uid=f"{n}") for n in range(500))
    )
    took = best_of(1, lambda: read(hostile, 31))
    yield Figure("500 rules that never match", took, note="stops when its steps are used up")


def offer_times() -> Iterator[Figure]:
    """Choose times to offer"""
    busy = read(calendar(*map(busy_event, range(0, EVENTS, 50))), 31)
    took = best_of(5, lambda: choose_times(slots(busy), 4))
    yield Figure("two weeks, four times", took, note=f"{len(slots(busy))} slots", aim=0.2)


def slots(busy):
    return open_slots(
        OFFICE_HOURS, busy, minutes=20, now=START, zone_student=ZONE, zone_contact=ZONE
    )


def read(data: bytes, days: int):
    end = START + timedelta(days=days)
    return read_busy(data, start=START, end=end, zone=ZONE).intervals


def busy_event(number: int) -> str:
    """A meeting of an hour; one in ten is weekly and began years ago."""
    day = START - timedelta(days=number * 7 % 1500)
    starts = f"DTSTART;TZID=America/New_York:{day:%Y%m%d}T{8 + number % 9:02}0000"
    rule = "RRULE:FREQ=WEEKLY" if number % 10 == 0 else "TRANSP:OPAQUE"
    return event(starts, "DURATION:PT1H", rule, uid=f"{number}@norhaven.example")
