"""Small calendars for the tests: the lines that matter, with the rest around them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from whoelse.engine.calendars import read_busy

NEW_YORK = ZoneInfo("America/New_York")


def calendar(*components, head=""):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", head, *components, "END:VCALENDAR"]
    return "\r\n".join("\r\n".join(line.strip().splitlines()) for line in lines if line).encode()


def event(*lines, uid="one@norhaven.example"):
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", "SUMMARY:Secret", *lines, "END:VEVENT"])


def busy(data, first="2026-12-01", last="2026-12-08", zone=NEW_YORK):
    """What is read of the days from `first` to before `last`, by the clocks of UTC."""
    return read_busy(data, start=utc(first), end=utc(last), zone=zone)


def times(data, first="2026-12-01", last="2026-12-08", zone=NEW_YORK):
    """Busy times as "12-01 14:00/15:00" in UTC; a day's change is told."""
    found = busy(data, first, last, zone)
    assert found.skipped == ()
    return [shown(interval) for interval in found.intervals]


def reasons(data, first="2026-12-01", last="2026-12-08"):
    found = busy(data, first, last)
    assert found.intervals == ()
    return [(skipped.uid, skipped.why) for skipped in found.skipped]


def shown(interval):
    start, end = interval.start, interval.end
    day = "" if start.date() == end.date() else f"{end:%m-%d} "
    return f"{start:%m-%d %H:%M}/{day}{end:%H:%M}"


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
