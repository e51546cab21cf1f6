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
_State = tuple[int, int, int]  # marks, core questions, count
_Sums = dict[int, tuple[float, _Choice]]  # by units: the most worth, and how
_Sets = dict[_State, _Sums]


def options(
    items: Sequence[Item], need: float, room: Room, *, every_length: bool = False
) -> list[Option]:
    """The options of one bucket, fewest questions first; pins are in every one of them.

    A shorter option beats a longer one of no more value; `every_length` keeps both, for buckets
    where a long answer can be worth its length (it lets rapport grow before a late question).
    """
    sets: _Sets = {(0, 0, 0): {0: (0.0, ())}}
    for choices in _choices(items, room.size):
        sets = _extended(sets, choices, room)
    found = (
        Option(marks, size, units, need * gain(worth) + CORE_BONUS * cores, _questions(chosen))
        for (marks, cores, size), sums in sets.items()
        for units, (worth, chosen) in sums.items()
    )
    return _undominated(found, every_length=every_length)


def _questions(chosen: _Choice) -> tuple[Question, ...]:
    return tuple(item.question for item in chosen)


def _choices(items: Sequence[Item], most: int) -> Iterable[list[_Choice]]:
    """What may be taken together, kind by kind: pins, near-duplicates, questions of one cost.

    All pins of a group and nothing else of it; else one of a group or none; of the questions
    that cost the same and have no near-duplicate the best one, the best two, and so on.
    """
    pinned: dict[str, _Choice] = {}
    free: dict[str, list[Item]] = {}
    for item in items:
        if item.is_pinned:
            pinned[_group(item)] = (*pinned.get(_group(item), ()), item)
    for item in items:
        if _group(item) not in pinned:
            free.setdefault(_group(item), []).append(item)
    yield from ([pins] for pins in pinned.values())
    yield from ([(), *((item,) for item in group)] for group in free.values() if len(group) > 1)
    yield from _prefixes((group[0] for group in free.values() if len(group) == 1), most)


def _prefixes(items: Iterable[Item], most: int) -> Iterable[list[_Choice]]:
    alike: dict[tuple[int, bool, int], list[Item]] = {}
    for item in items:
        alike.setdefault((item.mark, item.question.core, item.units), []).append(item)
    for (mark, _, _), kind in alike.items():
        best = sorted(kind, key=lambda item: -item.worth)[: 1 if mark else most]
        yield [tuple(best[:count]) for count in range(len(best) + 1)]


def _group(item: Item) -> str:
    return item.question.group or item.question.id


def _extended(sets: _Sets, choices: Iterable[_Choice], room: Room) -> _Sets:
    new: _Sets = {}
    for taken in choices:
        mark, core = sum(i.mark for i in taken), sum(i.question.core for i in taken)
        length, more = sum(i.units for i in taken), sum(i.worth for i in taken)
        for (marks, cores, size), sums in sets.items():
            if marks + mark > 1 or size + len(taken) > room.size:
                continue
            found = new.setdefault((marks + mark, cores + core, size + len(taken)), {})
            for units, (worth, chosen) in sums.items():
                end = units + length
                if end <= room.units and (end not in found or worth + more > found[end][0]):
                    found[end] = (worth + more, chosen + taken)
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
