"""The occurrences of one series: rules, further and excepted dates, and what replaces what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from whoelse.engine.calendars.busy import Interval, Unreadable
from whoelse.engine.calendars.events import Event, Extra, Replaced
from whoelse.engine.calendars.limits import MOST_CHANGES_ON
from whoelse.engine.calendars.repeating import Budget, times
from whoelse.engine.calendars.rules import Rule
from whoelse.engine.calendars.values import Clock, Length

_CLOCKS_APART = timedelta(days=2)  # more than a wall clock is ever away from UTC, twice
_LONGEST_REPEATED = timedelta(days=370)


@dataclass(frozen=True, slots=True)
class _Change:
    """An event that stands for an occurrence of another one."""

    event: Event
    replaced: Replaced

    @property
    def shift(self) -> timedelta:
        """How far a change of this and all later occurrences moves them."""
        return self.event.clock(self.event.wall) - self.replaced.moment


def busy_times(
    series: Sequence[Event], *, start: datetime, end: datetime, budget: Budget
) -> list[Interval]:
    """Busy times of the events with one UID that lie between `start` and `end`, even in part.

    `Unreadable` if they repeat or were changed more often than is followed up.
    """
    changes, masters = _newest_changes(series), _masters(series)
    later = [change for change in changes if change.replaced.and_later]
    if len(later) > MOST_CHANGES_ON:
        raise Unreadable("it was changed for all that follows too often")
    reach = max((abs(change.shift) for change in later), default=timedelta(0))
    replaced = {change.replaced.key for change in changes}
    found: list[Interval] = []
    has: set[date] = set()
    for master in masters:
        for one in _occurrences(master, start - reach, end + reach, budget):
            keys: set[date] = {one.clock(one.wall), one.wall, one.wall.date()}
            has |= keys
            if not keys & replaced:
                found += _as_changed(master, one, later)
    newest = max((master.sequence for master in masters), default=0)
    for change in changes:
        # Older than its series, which no longer has what it replaces: it went with that.
        is_known = start <= change.replaced.moment < end
        is_gone = change.replaced.key not in has
        if not (change.event.sequence < newest and is_known and is_gone):
            found += _as_it_is(change.event)
    return [i for i in found if i.start < end and i.end > start]


def _masters(series: Sequence[Event]) -> list[Event]:
    """The events that replace nothing; of several only those with the highest SEQUENCE."""
    masters = [event for event in series if event.replaces is None]
    newest = max((event.sequence for event in masters), default=0)
    return [event for event in masters if event.sequence == newest and not event.is_cancelled]


def _newest_changes(series: Sequence[Event]) -> list[_Change]:
    """One for each replaced occurrence, in order: the highest SEQUENCE, then the last, counts."""
    newest: dict[datetime, _Change] = {}
    for event in series:
        if event.replaces is not None:
            known = newest.get(event.replaces.moment)
            if known is None or event.sequence >= known.event.sequence:
                newest[event.replaces.moment] = _Change(event, event.replaces)
    return [newest[moment] for moment in sorted(newest)]


def _as_changed(master: Event, one: Extra, later: Sequence[_Change]) -> list[Interval]:
    """An occurrence as it stands after a change of all that follow, if there was one."""
    moment = one.clock(one.wall)
    change = next((c for c in reversed(later) if c.replaced.moment <= moment), None)
    if change is None:
        length = one.length or master.length
        return [_interval(one.wall, one.clock, length)] if master.is_busy else []
    if change.event.is_cancelled or not change.event.is_busy:
        return []
    return [_interval(one.wall + change.shift, one.clock, change.event.length)]


def _as_it_is(event: Event) -> list[Interval]:
    is_busy = event.is_busy and not event.is_cancelled
    return [_interval(event.wall, event.clock, event.length)] if is_busy else []


def _occurrences(event: Event, start: datetime, end: datetime, budget: Budget) -> list[Extra]:
    """Starts by the wall clock, a little more than asked, each once, without the exceptions."""
    if event.rules and event.length.about > _LONGEST_REPEATED:
        raise Unreadable("it repeats and lasts longer than a year")
    after = start.replace(tzinfo=None) - event.length.about - _CLOCKS_APART
    before = end.replace(tzinfo=None) + _CLOCKS_APART
    starts: dict[tuple[datetime, Clock], Length | None] = {}
    # The start itself always counts, unless its rule was over before it began.
    if not any(_is_over(rule, event, event.wall) for rule in event.rules):
        starts[event.wall, event.clock] = None
    budget.begin_one()
    for rule in event.rules:
        for wall in times(rule, event.wall, after=after, before=before, budget=budget):
            if _is_over(rule, event, wall):
                break
            starts[wall, event.clock] = None
    starts |= {(extra.wall, extra.clock): extra.length for extra in event.extras}
    return [
        Extra(wall, clock, length)
        for (wall, clock), length in starts.items()
        if wall.date() not in event.without_days and clock(wall) not in event.without
    ]


def _is_over(rule: Rule, event: Event, wall: datetime) -> bool:
    """Whether an occurrence comes after UNTIL: by moment, by the clock, or by the day."""
    until = rule.until
    if until is None:
        return False
    if until.is_day or event.is_day:
        return wall.date() > until.wall.date()
    if until.is_utc:
        return event.clock(wall).replace(tzinfo=None) > until.wall
    return wall > until.wall


def _interval(wall: datetime, clock: Clock, length: Length) -> Interval:
    return Interval(clock(wall), length.end_of(wall, clock))
