"""Time zones: which there are, what to call them, and what a clock on a wall there means.

A wall clock may skip a time or show it twice; both are told, never guessed.
"""

import zoneinfo
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

COMMON = (
    ("America/New_York", "Eastern: New York"),
    ("America/Chicago", "Central: Chicago"),
    ("America/Denver", "Mountain: Denver"),
    ("America/Phoenix", "Arizona: Phoenix"),
    ("America/Los_Angeles", "Pacific: Los Angeles"),
    ("America/Anchorage", "Alaska: Anchorage"),
    ("Pacific/Honolulu", "Hawaii: Honolulu"),
    ("America/Puerto_Rico", "Puerto Rico"),
    ("Europe/London", "London"),
    ("Europe/Berlin", "Berlin"),
    ("Asia/Kolkata", "Kolkata"),
    ("Asia/Tokyo", "Tokyo"),
    ("Australia/Sydney", "Sydney"),
    ("UTC", "UTC"),
)
_REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
    "Indian", "Pacific",
)  # fmt: skip
Choices = list[tuple[str, str | list[tuple[str, str]]]]


@cache
def known_zones() -> frozenset[str]:
    """Names that a person may choose: places, and UTC."""
    names = zoneinfo.available_timezones()
    return frozenset(n for n in names if n.partition("/")[0] in _REGIONS) | {"UTC"}


@cache
def zone_choices() -> Choices:
    """The common zones first, then every place by region."""
    by_region: dict[str, list[tuple[str, str]]] = {region: [] for region in _REGIONS}
    for name in sorted(known_zones() - {"UTC"}):
        by_region[name.partition("/")[0]].append((name, place_of(name)))
    regions: Choices = [(region, places) for region, places in by_region.items() if places]
    return [("Often used", list(COMMON)), *regions]


def zone_of(name: str) -> ZoneInfo:
    """The zone of this name; UTC where the name means nothing on this machine."""
    try:
        return ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def place_of(name: str) -> str:
    """The place in a zone's name: "New York", "Knox, Indiana"."""
    first, *rest = name.partition("/")[2].replace("_", " ").split("/")
    return f"{rest[-1]}, {first}" if rest else first or name


def moments(day: date, clock: time, zone: ZoneInfo) -> list[datetime]:
    """The moments at which clocks in `zone` show this: one, none in a gap, two in a fold."""
    shown = datetime.combine(day, clock)
    both = (shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    real = {m for m in both if m.astimezone(zone).replace(tzinfo=None, fold=0) == shown}
    return sorted(real)


def clock_of(local: datetime | time) -> str:
    """ "4:00 pm" """
    return f"{local.hour % 12 or 12}:{local:%M} {'am' if local.hour < 12 else 'pm'}"


def day_of(local: datetime | date) -> str:
    """ "Friday, 6 November" """
    return f"{local:%A}, {local.day} {local:%B}"


def in_both_zones(moment: datetime, here: str, there: str) -> str:
    """A moment in words of both places; once, where their clocks agree.

    "Friday, 6 November, 4:00 pm in New York; 10:00 pm in Berlin"
    """
    mine, theirs = moment.astimezone(zone_of(here)), moment.astimezone(zone_of(there))
    words = f"{day_of(mine)}, {clock_of(mine)} in {place_of(here)}"
    if mine.replace(tzinfo=None) == theirs.replace(tzinfo=None):
        return words
    day = "" if mine.date() == theirs.date() else f"{day_of(theirs)}, "
    return f"{words}; {day}{clock_of(theirs)} in {place_of(there)}"
