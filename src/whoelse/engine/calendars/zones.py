"""Which clock a zone's name in a calendar means: IANA, Windows, paths, display names.

A name that is not known for certain means nothing: the file's own definition (`vtimezone`) or
nobody answers, and the event is told as skipped. A guess would be an hour off half of the year.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import import_module
from zoneinfo import ZoneInfo, available_timezones

from whoelse.engine.calendars.values import Clock

_PREFIX = re.compile(r"^\((?:UTC|GMT)?\s*[+-]?[\d:.]*\)\s*", re.IGNORECASE)
_PLAIN = {"utc", "gmt", "z", "etc/utc", "coordinated universal time", "universal coordinated time"}
# Display names of Outlook, Exchange and Lotus that name no city of the zone database.
_SHOWN = {
    "eastern": "America/New_York", "eastern time": "America/New_York",
    "eastern time (us & canada)": "America/New_York", "us eastern": "America/New_York",
    "central": "America/Chicago", "central time": "America/Chicago",
    "central time (us & canada)": "America/Chicago",
    "mountain": "America/Denver", "mountain time": "America/Denver",
    "mountain time (us & canada)": "America/Denver",
    "pacific": "America/Los_Angeles", "pacific time": "America/Los_Angeles",
    "pacific time (us & canada)": "America/Los_Angeles",
    "pacific time (us & canada), tijuana": "America/Los_Angeles",
    "pacific time (us & canada); tijuana": "America/Los_Angeles",
    "alaska": "America/Anchorage", "alaskan": "America/Anchorage",
    "hawaii": "Pacific/Honolulu", "hawaiian": "Pacific/Honolulu",
    "arizona": "America/Phoenix", "us mountain": "America/Phoenix",
    "indiana (east)": "America/Indiana/Indianapolis",
    "atlantic": "America/Halifax", "atlantic time (canada)": "America/Halifax",
    "newfoundland": "America/St_Johns", "saskatchewan": "America/Regina",
    "w. europe": "Europe/Berlin", "brasilia": "America/Sao_Paulo",
    "brisbane, east australia": "Australia/Brisbane", "israel, jerusalem standard time":
    "Asia/Jerusalem",
}  # fmt: skip


def clock_of(zone: ZoneInfo) -> Clock:
    """A zone as a clock: the first of two equal times, the old offset in a gap (RFC 5545)."""

    def moment(wall: datetime) -> datetime:
        return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)

    return moment


def zone_named(name: str) -> ZoneInfo | None:
    """The zone that a name means for certain: IANA, Windows, or a path that ends in one."""
    plain = _plain(name)
    if plain.casefold() in _PLAIN:
        return ZoneInfo("UTC")
    found = _iana().get(plain.casefold()) or _windows().get(plain.casefold())
    if found is None and "/" in plain:
        found = _by_its_end(plain)
    return ZoneInfo(found) if found else None


def zone_shown(name: str) -> ZoneInfo | None:
    """The zone of a name made for people: "(UTC+09:00) Osaka, Sapporo, Tokyo"."""
    shown = _PREFIX.sub("", _plain(name)).replace("_", " ").casefold()
    shown = "".join(c for c in unicodedata.normalize("NFKD", shown) if not unicodedata.combining(c))
    found = _SHOWN.get(shown.strip()) or _windows().get(f"{shown.strip()} standard time")
    if found is None:
        cities = [city.strip() for city in re.split(r"[,;:]", shown)]
        zones = [_cities()[city] for city in cities if city in _cities()]
        found = zones[0] if zones and _agree(zones) else None
    return ZoneInfo(found) if found else None


def _plain(name: str) -> str:
    text = name.strip().strip('"').replace("\\,", ",").replace("\\;", ";")
    return " ".join(text.rstrip(":").strip("/").split())


def _by_its_end(path: str) -> str | None:
    """ "/mozilla.org/20070129_1/America/New_York" ends in a name; the longest counts."""
    parts = path.split("/")
    for begin in range(1, len(parts) - 1):
        found = _iana().get("/".join(parts[begin:]).casefold())
        if found:
            return found
    return None


def _agree(zones: list[str]) -> bool:
    """Whether all show the same time, in winter and in summer, this decade."""
    moments = [datetime(year, month, 1, tzinfo=UTC) for year in (2024, 2030) for month in (1, 7)]
    return all(
        len({moment.astimezone(ZoneInfo(name)).utcoffset() for name in zones}) == 1
        for moment in moments
    )


@cache
def _iana() -> Mapping[str, str]:
    """Names in small letters, also with spaces for underscores; no bare names such as "Eire"."""
    names = [name for name in available_timezones() if "/" in name or name == "UTC"]
    spaced = {name.replace("_", " ").casefold(): name for name in names}
    return spaced | {name.casefold(): name for name in names}


@cache
def _windows() -> Mapping[str, str]:
    """Windows' names by Unicode's table, which icalendar brings along."""
    table = import_module("icalendar.timezone.windows_to_olson").WINDOWS_TO_OLSON
    return {name.casefold(): zone for name, zone in table.items()}


@cache
def _cities() -> Mapping[str, str]:
    """The zone of a city. Cities are the last part of a name; a city in two zones is no answer."""
    cities: dict[str, str] = {}
    for name in sorted(available_timezones()):
        region, _, rest = name.partition("/")
        if rest and region not in ("Etc", "US", "posix", "right", "SystemV"):
            cities.setdefault(rest.split("/")[-1].replace("_", " ").casefold(), name)
    return cities
