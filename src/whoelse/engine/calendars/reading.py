"""Busy times of any iCalendar file (RFC 5545), whatever else is wrong in it.

One event that cannot be read is told and left out; the rest stands. Titles, places and people are
not even looked at.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from whoelse.engine.calendars.busy import Busy, Interval, Skipped, Unreadable, merged
from whoelse.engine.calendars.content import Component, Line, read_component
from whoelse.engine.calendars.events import PROPERTIES, ClockNamed, Event, read_event
from whoelse.engine.calendars.expanding import busy_times
from whoelse.engine.calendars.limits import (
    LONGEST_NAME,
    MOST_BYTES,
    MOST_DAYS,
    MOST_EVENTS,
    MOST_SKIPPED,
)
from whoelse.engine.calendars.repeating import Budget
from whoelse.engine.calendars.values import Clock, read_duration, read_shown, utc_clock
from whoelse.engine.calendars.vtimezone import clock_from
from whoelse.engine.calendars.zones import clock_of, zone_named, zone_shown

_WANTED = PROPERTIES | {
    "FREEBUSY", "TZID", "X-LIC-LOCATION", "TZOFFSETFROM", "TZOFFSETTO", "X-WR-TIMEZONE",
}  # fmt: skip
_CLOCKS_APART = timedelta(days=2)  # a wall clock is never further away from UTC


def read_busy(data: bytes, *, start: datetime, end: datetime, zone: ZoneInfo) -> Busy:
    """When the owner of this calendar is busy from `start` to `end`, both with a zone.

    Floating times are meant by the clocks of `zone`, unless the calendar says another; whole days
    always are. Whatever the bytes are, there is an answer; `ValueError` is for an end before its
    start, more than `MOST_DAYS`, and years outside 1900 to 2200.
    """
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    is_sane = timedelta(0) < end - start <= timedelta(days=MOST_DAYS)
    if not is_sane or not 1900 <= start.year <= 2200:
        raise ValueError(f"Ask about up to {MOST_DAYS} days of the years 1900 to 2200.")
    root = read_component(data, _WANTED)
    events = list(root.walk("VEVENT"))
    skipped: list[Skipped] = []
    if len(data) > MOST_BYTES:
        skipped.append(Skipped("", f"only the first {MOST_BYTES // 1_000_000} MB were read"))
    if len(events) > MOST_EVENTS:
        skipped.append(Skipped("", f"only the first {MOST_EVENTS:,} events were read"))
    said = _said_zone(root)
    clocks = _clocks(root, said or zone, start, end)
    found = list(_free_busy(root, clocks, skipped))
    budget = Budget()
    by_uid: dict[str, list[Event]] = {}
    for number, component in enumerate(events[:MOST_EVENTS]):
        uid = component.text("UID") or f"number {number + 1}"
        try:
            by_uid.setdefault(uid, []).append(read_event(component, clocks, zone, said))
        except Unreadable as reason:
            if _may_matter(component, start, end):
                skipped.append(_skipped(uid, reason))
    for uid, series in by_uid.items():
        try:
            found += busy_times(series, start=start, end=end, budget=budget)
        except Unreadable as reason:
            skipped.append(_skipped(uid, reason))
    inside = [Interval(max(i.start, start), min(i.end, end)) for i in found]
    return Busy(
        intervals=merged(inside),
        skipped=_told(skipped),
        events=len(events),
        is_calendar=any(child.kind.startswith("V") for child in root.children),
    )


def _clocks(root: Component, zone: ZoneInfo, start: datetime, end: datetime) -> ClockNamed:
    """Clocks by name, each looked up once: known names first, then the file's definitions."""
    definitions = {one.text("TZID").strip('"'): one for one in root.walk("VTIMEZONE")}
    known: dict[str | None, Clock] = {None: clock_of(zone)}

    def clock_named(name: str | None) -> Clock:
        if name not in known:
            known[name] = _clock(name or "", definitions.get(name or ""), start, end)
        return known[name]

    return clock_named


def _clock(name: str, defined: Component | None, start: datetime, end: datetime) -> Clock:
    place = defined.text("X-LIC-LOCATION") if defined else ""
    zone = zone_named(name) or (zone_named(place) if place else None)
    if zone is None and defined is not None:
        return clock_from(defined, since=start, until=end)
    zone = zone or zone_shown(name)
    if zone is None:
        raise Unreadable(f"its time zone “{name[:LONGEST_NAME]}” is not known")
    return clock_of(zone)


def _said_zone(root: Component) -> ZoneInfo | None:
    said = next((c.text("X-WR-TIMEZONE") for c in root.walk("VCALENDAR")), "")
    return zone_named(said) if said else None


def _may_matter(component: Component, start: datetime, end: datetime) -> bool:
    """Whether an event that cannot be read could lie in the asked time at all."""
    begin = component.line("DTSTART")
    repeats = component.line("RRULE") or component.line("RDATE")
    if begin is None or repeats:
        return True
    try:
        wall = read_shown(begin.value).wall.replace(tzinfo=UTC)
        finish = component.line("DTEND") or begin
        until = read_shown(finish.value).wall.replace(tzinfo=UTC)
    except Unreadable:
        return True
    return wall < end + _CLOCKS_APART and max(wall, until) > start - _CLOCKS_APART


def _free_busy(root: Component, clocks: ClockNamed, skipped: list[Skipped]) -> Iterable[Interval]:
    """What a free-busy file says (VFREEBUSY): periods that are not free."""
    for component in root.walk("VFREEBUSY"):
        for line in component.named("FREEBUSY"):
            if line.parameters.get("FBTYPE", "BUSY").upper() == "FREE":
                continue
            try:
                yield from [_period(line, text, clocks) for text in line.value.split(",")]
            except Unreadable as reason:
                skipped.append(_skipped(component.text("UID"), reason))


def _period(line: Line, text: str, clocks: ClockNamed) -> Interval:
    begin, _, end = text.partition("/")
    shown = read_shown(begin)
    clock = utc_clock if shown.is_utc else clocks(line.parameters.get("TZID"))
    if end.strip()[:1] in ("P", "p"):
        return Interval(clock(shown.wall), read_duration(end).end_of(shown.wall, clock))
    finish = read_shown(end)
    return Interval(clock(shown.wall), (utc_clock if finish.is_utc else clock)(finish.wall))


def _skipped(uid: str, reason: Unreadable) -> Skipped:
    return Skipped(uid[:LONGEST_NAME], str(reason))


def _told(skipped: list[Skipped]) -> tuple[Skipped, ...]:
    if len(skipped) <= MOST_SKIPPED:
        return tuple(skipped)
    more = Skipped("", f"and {len(skipped) - MOST_SKIPPED:,} more events could not be read")
    return (*skipped[:MOST_SKIPPED], more)
