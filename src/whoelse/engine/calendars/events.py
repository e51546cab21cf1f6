"""One VEVENT as what matters about its time, or `Unreadable` with the reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from whoelse.engine.calendars.busy import Unreadable
from whoelse.engine.calendars.content import Component, Line
from whoelse.engine.calendars.limits import MOST_DATES
from whoelse.engine.calendars.rules import Rule, read_rule
from whoelse.engine.calendars.values import (
    Clock,
    Length,
    Shown,
    read_duration,
    read_shown,
    utc_clock,
)
from whoelse.engine.calendars.zones import clock_of

PROPERTIES = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "SEQUENCE",
     "RECURRENCE-ID", "TRANSP", "STATUS", "X-MICROSOFT-CDO-BUSYSTATUS"}
)  # fmt: skip
_FREE = {"FREE", "WORKINGELSEWHERE"}
ClockNamed = Callable[[str | None], Clock]
"""The clock of a TZID, of floating time for none; raises `Unreadable` for a name nobody knows."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A further start (RDATE); with a length of its own where it is a period."""

    wall: datetime
    clock: Clock
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """Which occurrence an event stands for (RECURRENCE-ID), and whether for all later ones.

    It is known by `key`: the moment, or the wall time or the day where no more was said.
    """

    moment: datetime
    key: date
    and_later: bool


@dataclass(frozen=True, slots=True)
class Event:
    """When, how long, how often. `wall` is read by `clock`; days begin at its midnight."""

    sequence: int
    wall: datetime
    clock: Clock
    is_day: bool
    length: Length
    is_busy: bool
    is_cancelled: bool
    rules: tuple[Rule, ...] = ()
    extras: tuple[Extra, ...] = ()
    without: frozenset[datetime] = frozenset()
    without_days: frozenset[date] = frozenset()
    replaces: Replaced | None = None


def read_event(
    component: Component,
    clock_named: ClockNamed,
    zone: ZoneInfo | None = None,
    said: ZoneInfo | None = None,
) -> Event:
    """The event; `Unreadable` with why, if its times cannot be understood.

    Days begin at midnight of `zone`. By the clock of `said`, the calendar's own zone, repeated
    times in UTC are meant: nobody's weekly hour moves with the clocks.
    """
    begin = component.line("DTSTART")
    if begin is None:
        raise Unreadable("it has no start")
    if component.line("EXRULE"):
        raise Unreadable("it has a rule of exceptions, which calendars no longer write")
    shown, clock = _time(begin, clock_named)
    if shown.is_day and zone is not None:
        clock = clock_of(zone)
    rules = tuple(read_rule(line.value) for line in component.named("RRULE"))
    if said and shown.is_utc and (rules or component.line("RDATE")):
        local = clock(shown.wall).astimezone(said).replace(tzinfo=None, fold=0)
        if clock_of(said)(local) == clock(shown.wall):
            shown, clock = Shown(local), clock_of(said)
    status = component.text("STATUS").upper()
    is_floating = not shown.is_utc and "TZID" not in begin.parameters
    without, without_days = _exceptions(
        component, clock_named, is_day=shown.is_day, floats=clock if is_floating else None
    )
    return Event(
        sequence=_sequence(component.text("SEQUENCE")),
        wall=shown.wall,
        clock=clock,
        is_day=shown.is_day,
        length=_length(component, shown, clock, clock_named),
        is_busy=_is_busy(component),
        is_cancelled=status == "CANCELLED",
        rules=rules,
        extras=tuple(_extras(component, clock_named)),
        without=without,
        without_days=without_days,
        replaces=_replaced(component.line("RECURRENCE-ID"), clock_named, clock),
    )


def _time(line: Line, clock_named: ClockNamed, text: str | None = None) -> tuple[Shown, Clock]:
    shown = read_shown(line.value if text is None else text)
    if shown.is_utc:
        return shown, utc_clock
    return shown, clock_named(None if shown.is_day else line.parameters.get("TZID"))


def _length(component: Component, begin: Shown, clock: Clock, clock_named: ClockNamed) -> Length:
    """By DTEND or DURATION; without both, a day lasts a day and a time no time at all."""
    end_line, duration = component.line("DTEND"), component.line("DURATION")
    if end_line is not None and end_line.value:
        end, end_clock = _time(end_line, clock_named)
        if begin.is_day or end.is_day:
            length = Length(days=(end.wall.date() - begin.wall.date()).days)
            # A day's event that ends on its first day is meant as that day.
            length = Length(days=1) if begin.is_day and not length.days else length
        else:
            length = Length(exact=end_clock(end.wall) - clock(begin.wall))
    elif duration is not None:
        length = read_duration(duration.value)
    else:
        length = Length(days=int(begin.is_day))
    if length.about < timedelta(0):
        raise Unreadable("it ends before it starts")
    return length


def _is_busy(component: Component) -> bool:
    busy_status = component.text("X-MICROSOFT-CDO-BUSYSTATUS").upper()
    is_transparent = component.text("TRANSP").upper() == "TRANSPARENT"
    return not is_transparent and busy_status not in _FREE


def _sequence(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _listed(component: Component, name: str) -> list[tuple[Line, str]]:
    listed = [
        (line, text)
        for line in component.named(name)
        for text in line.value.split(",")
        if text.strip()
    ]
    if len(listed) > MOST_DATES:
        raise Unreadable("it lists too many dates")
    return listed


def _exceptions(
    component: Component, clock_named: ClockNamed, *, is_day: bool, floats: Clock | None
) -> tuple[frozenset[datetime], frozenset[date]]:
    """Moments and whole days; a program that writes days for an event with times means days.

    An event that `floats` has no moment in UTC: exceptions that are written so mean its own clock.
    """
    moments, days = set(), set()
    for line, text in _listed(component, "EXDATE"):
        shown, clock = _time(line, clock_named, text)
        if is_day or shown.is_day:
            days.add(shown.wall.date())
        else:
            moments.add((floats or clock)(shown.wall))
    return frozenset(moments), frozenset(days)


def _extras(component: Component, clock_named: ClockNamed) -> list[Extra]:
    extras = []
    for line, text in _listed(component, "RDATE"):
        begin, _, end = text.partition("/")
        shown, clock = _time(line, clock_named, begin)
        length = None
        if end:
            is_duration = end.strip()[:1] in "Pp+-"
            length = read_duration(end) if is_duration else _until(line, end, shown, clock)
        extras.append(Extra(shown.wall, clock, length))
    return extras


def _until(line: Line, text: str, begin: Shown, clock: Clock) -> Length:
    """The length of a period that is told by its end, by the same clock unless it says UTC."""
    end = read_shown(text)
    end_clock = utc_clock if end.is_utc else clock
    length = Length(exact=end_clock(end.wall) - clock(begin.wall))
    if length.exact < timedelta(0):
        raise Unreadable(f"a period of its {line.name} ends before it starts")
    return length


def _replaced(line: Line | None, clock_named: ClockNamed, clock: Clock) -> Replaced | None:
    if line is None:
        return None
    shown, its_clock = _time(line, clock_named)
    is_floating = not shown.is_utc and "TZID" not in line.parameters
    moment = (clock if is_floating else its_clock)(shown.wall)
    told = shown.wall if is_floating else moment
    key = shown.wall.date() if shown.is_day else told
    and_later = line.parameters.get("RANGE", "").upper() == "THISANDFUTURE"
    return Replaced(moment, key, and_later)
