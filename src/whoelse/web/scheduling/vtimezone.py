"""A zone's rules around one year, as a VTIMEZONE (RFC 5545, section 3.6.5).

Our own, because the library gives the moments at which clocks go forward an hour late.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_STEP = timedelta(days=1)  # no zone changes its clocks twice within a day


def time_zone_around(zone: ZoneInfo, year: int) -> Timezone:
    """The rules from the year before to the year after; more would only be ballast."""
    start, end = datetime(year - 1, 1, 1, tzinfo=UTC), datetime(year + 2, 1, 1, tzinfo=UTC)
    component = Timezone()
    component.add("tzid", zone.key)
    component.add_component(_observance(zone, start, start))
    for change in _changes(zone, start, end):
        component.add_component(_observance(zone, change - timedelta(seconds=1), change))
    return component


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The moments at which the offset changes: found by the day, then halved to the second."""
    while start < end:
        later = start + _STEP
        if _offset(zone, start) != _offset(zone, later):
            before, after = start, later
            while after - before > timedelta(seconds=1):
                middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
                is_before = _offset(zone, middle) == _offset(zone, start)
                before, after = (middle, after) if is_before else (before, middle)
            yield after
        start = later


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta(0)


def _observance(
    zone: ZoneInfo, before: datetime, begins: datetime
) -> TimezoneStandard | TimezoneDaylight:
    local = begins.astimezone(zone)
    is_summer = (local.dst() or timedelta(0)) > timedelta(0)
    component = TimezoneDaylight() if is_summer else TimezoneStandard()
    old = _offset(zone, before)
    # The begin is told by the clock as it was before it was changed.
    component.add("dtstart", (begins + old).replace(tzinfo=None))
    component.add("tzoffsetfrom", old)
    component.add("tzoffsetto", _offset(zone, begins))
    component.add("tzname", local.tzname() or zone.key)
    return component
