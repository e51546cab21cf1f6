"""A clock made from a file's own VTIMEZONE (RFC 5545, section 3.6.5), for names nobody knows.

Only yearly rules and lists of dates are read, around the time that is asked about.
"""

from datetime import UTC, datetime, timedelta

from whoelse.engine.calendars.busy import Unreadable
from whoelse.engine.calendars.content import Component
from whoelse.engine.calendars.limits import MOST_OBSERVANCES
from whoelse.engine.calendars.repeating import Budget, times
from whoelse.engine.calendars.rules import read_rule
from whoelse.engine.calendars.values import Clock, read_offset, read_shown

_AROUND = timedelta(days=800)
_Change = tuple[datetime, timedelta, timedelta]  # by the old clock, old offset, new offset


def clock_from(zone: Component, *, since: datetime, until: datetime) -> Clock:
    """The clock that the definition describes around this time; `Unreadable` if it is broken."""
    after, before = (moment.replace(tzinfo=None) for moment in (since - _AROUND, until + _AROUND))
    changes: list[_Change] = []
    for kind in ("STANDARD", "DAYLIGHT"):
        for observance in zone.walk(kind):
            changes += _changes(observance, after, before)
            if len(changes) > MOST_OBSERVANCES:
                raise Unreadable("its time zone changes too often")
    if not changes:
        raise Unreadable("its time zone is defined by nothing")
    changes.sort(key=lambda change: change[0] - change[1])

    def moment(wall: datetime) -> datetime:
        offset = changes[0][1]
        for at, old, new in changes:
            # In a gap and in a repeated hour the offset before the change counts.
            if wall < at + max(timedelta(0), new - old):
                break
            offset = new
        return (wall - offset).replace(tzinfo=UTC)

    return moment


def _changes(observance: Component, after: datetime, before: datetime) -> list[_Change]:
    old = read_offset(observance.text("TZOFFSETFROM"))
    new = read_offset(observance.text("TZOFFSETTO"))
    first = read_shown(observance.text("DTSTART")).wall
    walls = {first}
    for line in observance.named("RDATE"):
        walls |= {read_shown(text).wall for text in line.value.split(",") if text.strip()}
    budget = Budget()
    for line in observance.named("RRULE"):
        rule = read_rule(line.value)
        if rule.frequency != "YEARLY":
            raise Unreadable("its time zone changes more often than by the year")
        budget.begin_one()
        ends = rule.until.wall + timedelta(days=1) if rule.until else before
        walls |= set(times(rule, first, after=after, before=min(ends, before), budget=budget))
    return [(wall, old, new) for wall in sorted(walls)]
