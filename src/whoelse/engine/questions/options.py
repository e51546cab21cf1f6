"""The knapsack within one bucket: every way of asking about it that can be worth its time.

An option is a set of questions of one bucket with what it costs (marks, count, half minutes) and
its value. A mark is one of the two questions that a plan needs exactly once each: an opening and
a "who else". Options that another one beats at no higher cost are left out.
"""

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from whoelse.engine.questions.question import Question
from whoelse.engine.questions.worth import CORE_BONUS, gain


class Item(NamedTuple):
    """A candidate with its cost and worth; `mark` is 1 for an opening and a "who else"."""

    question: Question
    units: int
    worth: float
    mark: int
    is_pinned: bool


class Option(NamedTuple):
    """A set of questions of one bucket, its cost and its value."""

    marks: int
    size: int  # how many questions
    units: int
    value: float
    chosen: tuple[Question, ...]


class Room(NamedTuple):
    """What a plan may hold at most."""

    units: int
    size: int  # how many questions


_Choice = tuple[Item, ...]
_State = tuple[int, int, int, int]  # marks, core questions, count, units
_Sets = dict[_State, tuple[float, tuple[Question, ...]]]


def options(
    items: Sequence[Item], need: float, room: Room, *, every_length: bool = False
) -> list[Option]:
    """The options of one bucket, fewest questions first; pins are in every one of them.

    A shorter option beats a longer one of no more value; `every_length` keeps both, for buckets
    where a long answer can be worth its length (it lets rapport grow before a late question).
    """
    sets: _Sets = {(0, 0, 0, 0): (0.0, ())}
    for choices in _choices(items, room.size, every_length=every_length):
        sets = _extended(sets, choices, room)
    found = (
        Option(marks, count, units, need * gain(worth) + CORE_BONUS * cores, chosen)
        for (marks, cores, count, units), (worth, chosen) in sets.items()
    )
    return _undominated(found, every_length=every_length)


def _choices(items: Sequence[Item], most: int, *, every_length: bool) -> Iterable[list[_Choice]]:
    """For every group of near-duplicates, what may be taken of it: its pins, or one, or none."""
    pinned: dict[str, _Choice] = {}
    for item in items:
        if item.is_pinned:
            pinned[_group(item)] = (*pinned.get(_group(item), ()), item)
    yield from ([pins] for pins in pinned.values())
    free = [item for item in items if _group(item) not in pinned]
    groups: dict[str, list[_Choice]] = {}
    for item in _needed(free, most, every_length=every_length):
        groups.setdefault(_group(item), [()]).append((item,))
    yield from groups.values()


def _group(item: Item) -> str:
    return item.question.group or item.question.id


def _needed(items: Iterable[Item], most: int, *, every_length: bool) -> Iterable[Item]:
    """The items that can be in a best set.

    Not those which questions of `most` other groups beat: one of these would be free to take
    the place. Within its own group one better is enough.
    """
    kept: list[Item] = []
    for item in sorted(items, key=lambda i: (-i.worth, i.units, -i.question.core)):
        better = {
            _group(rival)
            for rival in kept
            if (rival.units == item.units or (rival.units < item.units and not every_length))
            and rival.mark == item.mark
            and rival.question.core >= item.question.core
        }
        if len(better) < most and _group(item) not in better:
            kept.append(item)
    return kept


def _extended(sets: _Sets, choices: Iterable[_Choice], room: Room) -> _Sets:
    new: _Sets = {}
    for taken in choices:
        mark, core = sum(i.mark for i in taken), sum(i.question.core for i in taken)
        length, worth = sum(i.units for i in taken), sum(i.worth for i in taken)
        questions = tuple(i.question for i in taken)
        for (marks, cores, count, units), (total, chosen) in sets.items():
            state = (marks + mark, cores + core, count + len(taken), units + length)
            if state[0] > 1 or state[2] > room.size or state[3] > room.units:
                continue
            if state not in new or total + worth > new[state][0]:
                new[state] = (total + worth, chosen + questions)
    return new


def _undominated(found: Iterable[Option], *, every_length: bool) -> list[Option]:
    kept: list[Option] = []
    marks, best = -1, [-inf]  # best value so far at each length, or up to each length
    for option in sorted(found, key=lambda o: (o.marks, o.size, o.units, -o.value)):
        if option.marks != marks:
            marks, best = option.marks, []
        if len(best) <= option.units:
            last = best[-1] if best and not every_length else -inf
            best.extend([last] * (option.units + 1 - len(best)))
        if option.value <= best[option.units]:
            continue
        kept.append(option)
        upto = option.units + 1 if every_length else len(best)
        best[option.units : upto] = [max(v, option.value) for v in best[option.units : upto]]
    return kept
