"""The knapsack across buckets: the best plan that fits, exactly, by dynamic programming.

A table holds, for every (marks, count), the best value at each number of half minutes. Buckets
are added to it one after the other: early ones, late ones (only on top of enough early minutes),
closings. The way back through the tables gives the questions.
"""

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from whoelse.engine.questions.options import Item, Option, Room, options
from whoelse.engine.questions.question import Question
from whoelse.engine.questions.worth import Bucket
from whoelse.engine.words import Phase

_Key = tuple[int, int]  # marks, count
_Table = dict[_Key, list[float]]


class Part(NamedTuple):
    """One bucket with its candidates and how much it is needed."""

    bucket: Bucket
    items: tuple[Item, ...]
    need: float


class _Stage(NamedTuple):
    """A table before a bucket, and what the bucket may add to it."""

    before: _Table
    options: Sequence[Option]


def best_set(parts: Sequence[Part], room: Room, *, earliest: int = 0) -> tuple[Question, ...]:
    """The most valuable set with exactly one opening and one "who else"; empty if none fits.

    Units: half minutes. Late questions come only after `earliest` of them.
    """
    talk = _without_mark(room, [part for part in parts if _is_closing(part)])
    found = _options(parts, room, talk, earliest)
    stages: list[list[_Stage]] = [[], [], []]
    opened = _added(_empty(room), found.opening, talk, stages[0])
    opened = {key: row for key, row in opened.items() if key[0] == 1}
    early = _added(opened, found.early, talk, stages[0])
    late = _added(_from(early, earliest), found.late, talk, stages[1])
    middle = late if found.needs_late else _better(early, late)
    full = _added(middle, found.closing, room, stages[2])
    return _way_back(full, stages, early, needs_late=found.needs_late)


class _Found(NamedTuple):
    """The options of all buckets, by their place in the talk."""

    opening: list[Sequence[Option]]  # buckets with openings, and with early questions too
    early: list[Sequence[Option]]
    late: list[Sequence[Option]]
    closing: list[Sequence[Option]]
    needs_late: bool  # a late question is pinned


def _options(parts: Sequence[Part], room: Room, talk: Room, earliest: int) -> _Found:
    found = _Found([], [], [], [], any(_needs_late(part) for part in parts))
    rest = _without_mark(talk, [part for part in parts if not _is_closing(part)])
    for part in parts:
        has_mark = any(item.mark for item in part.items)
        if _is_closing(part):
            found.closing.append(options(part.items, part.need, room))
        elif part.bucket.side is Phase.LATE_CORE:
            found.late.append(options(part.items, part.need, rest))
        else:
            those = options(
                part.items,
                part.need,
                talk if has_mark else rest,
                every_length=earliest > 0,
            )
            (found.opening if has_mark else found.early).append(those)
    found.early.sort(key=len, reverse=True)  # the longest lists while the table is small
    return found


def _is_closing(part: Part) -> bool:
    return part.bucket.side is Phase.CLOSING


def _without_mark(room: Room, parts: Sequence[Part]) -> Room:
    """The room that an opening, or a "who else", leaves to everything else."""
    shortest = min((item.units for part in parts for item in part.items if item.mark), default=0)
    return Room(max(0, room.units - shortest), max(0, room.size - 1))


def _needs_late(part: Part) -> bool:
    return part.bucket.side is Phase.LATE_CORE and any(item.is_pinned for item in part.items)


def _empty(room: Room) -> _Table:
    return {(0, 0): [0.0] + [-inf] * room.units}


def _added(
    table: _Table, buckets: Sequence[Sequence[Option]], room: Room, stages: list[_Stage]
) -> _Table:
    for found in buckets:
        stages.append(_Stage(table, found))
        table = _with(table, found, room)
    return table


def _with(table: _Table, found: Sequence[Option], room: Room) -> _Table:
    """The table with one option more; only where it can be reached, for the sake of speed."""
    new: _Table = {}
    end = room.units + 1
    reached = [(key, row, _first_reached(row)) for key, row in table.items()]
    for marks, size, units, value, _ in found:
        for (m, s), row, first in reached:
            start = first + units
            if start >= end or m + marks > 2 or s + size > room.size:
                continue
            target = new.setdefault((m + marks, s + size), [-inf] * len(row))
            target[start:end] = [
                old if old >= added + value else added + value
                for old, added in zip(target[start:end], row[first:], strict=False)
            ]
    return new


def _first_reached(row: Sequence[float]) -> int:
    return next((units for units, value in enumerate(row) if value > -inf), len(row))


def _from(table: _Table, earliest: int) -> _Table:
    return {key: [-inf] * earliest + row[earliest:] for key, row in table.items()}


def _better(one: _Table, other: _Table) -> _Table:
    missing: list[float] = []
    return {
        key: list(map(max, row, other.get(key, missing) or row)) for key, row in one.items()
    } | {key: row for key, row in other.items() if key not in one}


def _way_back(
    full: _Table, stages: Sequence[list[_Stage]], early: _Table, *, needs_late: bool
) -> tuple[Question, ...]:
    value, _, _, key = max(
        (
            (value, -units, -key[1], key)
            for key, row in full.items()
            if key[0] == 2
            for units, value in enumerate(row)
        ),
        default=(-inf, 0, 0, (0, 0)),
    )
    if value == -inf:
        return ()
    units = full[key].index(value)
    chosen: list[Question] = []
    key, units, value = _back(stages[2], key, units, value, chosen)
    is_without_late = not needs_late and key in early and early[key][units] == value
    if not is_without_late:
        key, units, value = _back(stages[1], key, units, value, chosen)
    _back(stages[0], key, units, value, chosen)
    return tuple(chosen)


def _back(
    stages: Sequence[_Stage], key: _Key, units: int, value: float, chosen: list[Question]
) -> tuple[_Key, int, float]:
    """Retrace the stages, last first: which option led to this value, and from where."""
    for before, found in reversed(stages):
        option = next(o for o in found if _value_before(before, o, key, units) + o.value == value)
        value = _value_before(before, option, key, units)
        key, units = (key[0] - option.marks, key[1] - option.size), units - option.units
        chosen.extend(option.chosen)
    return key, units, value


def _value_before(table: _Table, option: Option, key: _Key, units: int) -> float:
    row = table.get((key[0] - option.marks, key[1] - option.size))
    return -inf if row is None or option.units > units else row[units - option.units]
