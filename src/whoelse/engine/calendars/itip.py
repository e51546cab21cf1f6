"""What a calendar program answers to an invitation: iTIP REPLY and COUNTER (RFC 5546).

Whose answer it is and whether it may be believed, the caller decides.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from whoelse.engine.calendars.busy import Unreadable
from whoelse.engine.calendars.content import Component, Line, read_component
from whoelse.engine.calendars.events import PROPERTIES, read_event
from whoelse.engine.calendars.values import Clock, read_shown
from whoelse.engine.calendars.vtimezone import clock_from
from whoelse.engine.calendars.zones import clock_of, zone_named, zone_shown

Partstat = Literal["accepted", "declined", "tentative", "counter"]
_ANSWERS: dict[str, Partstat] = {
    "ACCEPTED": "accepted",
    "DECLINED": "declined",
    "TENTATIVE": "tentative",
}
_WANTED = PROPERTIES | {
    "METHOD", "ATTENDEE", "COMMENT", "DTSTAMP", "TZID", "X-LIC-LOCATION", "TZOFFSETFROM",
    "TZOFFSETTO",
}  # fmt: skip
_LONGEST_COMMENT = 500
_ESCAPED = re.compile(r"\\([nN,;\\])")


class NoReply(ValueError):
    """A calendar that answers nothing; the message says why."""


@dataclass(frozen=True, slots=True)
class ItipReply:
    """One answer. `sequence` says to which state of the invitation; `sent_at` may be unknown."""

    uid: str
    partstat: Partstat
    sequence: int
    attendee: str = ""
    comment: str = ""
    sent_at: datetime | None = None
    proposed_start: datetime | None = None
    proposed_minutes: int | None = None


def read_itip_reply(data: bytes) -> ItipReply:
    """The answer in a text/calendar part, or `NoReply`."""
    root = read_component(data, _WANTED)
    calendar = next(root.walk("VCALENDAR"), None)
    method = calendar.text("METHOD").upper() if calendar else ""
    if calendar is None or method not in ("REPLY", "COUNTER"):
        raise NoReply("This calendar file is no answer to an invitation.")
    event = next(calendar.walk("VEVENT"), None)
    if event is None or not event.text("UID"):
        raise NoReply("The answer does not say to which event.")
    attendees = event.named("ATTENDEE")
    if len(attendees) > 1 and method == "REPLY":
        raise NoReply("The answer speaks for several people.")
    attendee = attendees[0] if attendees else None
    start, minutes = _proposed(calendar, event) if method == "COUNTER" else (None, None)
    return ItipReply(
        uid=event.text("UID")[:255],
        partstat=_partstat(attendee, method),
        sequence=_number(event.text("SEQUENCE")),
        attendee=_address(attendee),
        comment=_text(event.text("COMMENT"))[:_LONGEST_COMMENT],
        sent_at=_moment(event.text("DTSTAMP")),
        proposed_start=start,
        proposed_minutes=minutes,
    )


def _partstat(attendee: Line | None, method: str) -> Partstat:
    if method == "COUNTER":
        return "counter"
    said = attendee.parameters.get("PARTSTAT", "").upper() if attendee else ""
    if said not in _ANSWERS:
        raise NoReply("The answer says neither yes nor no.")
    return _ANSWERS[said]


def _proposed(calendar: Component, event: Component) -> tuple[datetime, int]:
    try:
        read = read_event(event, lambda name: _clock(calendar, name))
        start = read.clock(read.wall)
        length = read.length.end_of(read.wall, read.clock) - start
    except Unreadable as reason:
        raise NoReply(f"The proposed time cannot be read: {reason}.") from None
    return start, int(length / timedelta(minutes=1))


def _clock(calendar: Component, name: str | None) -> Clock:
    """A time without a zone, and so a whole day, cannot be proposed across zones."""
    zone = zone_named(name or "")
    if zone is None:
        defined = [one for one in calendar.walk("VTIMEZONE") if one.text("TZID") == name]
        if defined:
            around = datetime(2026, 1, 1, tzinfo=UTC)
            return clock_from(defined[0], since=around, until=around + timedelta(days=3650))
        zone = zone_shown(name or "")
    if zone is None:
        raise Unreadable(f"its time zone “{(name or '')[:60]}” is not known")
    return clock_of(zone)


def _address(attendee: Line | None) -> str:
    text = attendee.value.strip() if attendee else ""
    return text[7:].strip().lower()[:254] if text.lower().startswith("mailto:") else ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _text(value: str) -> str:
    """A text value without its escapes, on one line."""
    plain = _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value)
    return " ".join(plain.split())


def _moment(text: str) -> datetime | None:
    try:
        shown = read_shown(text)
    except Unreadable:
        return None
    return shown.wall.replace(tzinfo=UTC) if shown.is_utc else None
