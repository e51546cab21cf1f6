"""How strongly a sentence asks for a job, asks for a favour, presses, or hands over a résumé.

Each clue has a weight for each of these meanings, found by logistic regression on our own labelled
sentences (`tests/golden/weigh.py` makes `clue_weights.txt`). The sum, spread over the root of the
number of clues, is the logarithm of the odds: above 0 the meaning is likelier than not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from whoelse.engine.outreach.clues import Names, names, reach
from whoelse.engine.text import Sentence

_SCALE = 100  # weights are written as hundredths
_PARTS_OF_ROW = 3
_MEMO = "weights"


class Weights(NamedTuple):
    """Logarithms of odds, one for each meaning."""

    job: float
    favour: float
    pressure: float
    resume: float


@dataclass(slots=True)
class _Entry:
    """What a word or class weighs, and in which company it weighs something."""

    alone: int = -1
    beside: dict[str, int] = field(default_factory=dict)
    apart: dict[str, int] = field(default_factory=dict)
    near: dict[str, int] = field(default_factory=dict)
    rows: dict[str, dict[str, int]] = field(default_factory=dict)


class Scales:
    """The weights, arranged for looking them up word by word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._entries: dict[str, _Entry] = {}
        self._first: dict[str, int] = {}
        self._weights: list[Weights] = []
        self._base = Weights(0, 0, 0, 0)
        self.known: frozenset[str] = frozenset()
        for line in lines:
            clue, *figures = line.split(" ")
            if clue == "#known":
                self.known = frozenset(figures)
                continue
            weights = Weights(*(int(figure) / _SCALE for figure in figures))
            if clue == "#base":
                self._base = weights
            else:
                self._add(clue, len(self._weights))
                self._weights.append(weights)

    def _add(self, clue: str, number: int) -> None:
        if clue[0] == "^" and len(clue) > 1:
            self._first[clue[1:]] = number
        elif "~" in clue and len(clue) > 1:
            one, two = clue.split("~")
            self._entry(one).near[two] = number
        elif "__" in clue:
            one, two = clue.split("__")
            self._entry(one).apart[two] = number
        elif clue.count("_") == _PARTS_OF_ROW - 1:
            one, two, three = clue.split("_")
            self._entry(one).rows.setdefault(two, {})[three] = number
        elif "_" in clue:
            one, two = clue.split("_")
            self._entry(one).beside[two] = number
        else:
            self._entry(clue).alone = number

    def _entry(self, name: str) -> _Entry:
        return self._entries.setdefault(name, _Entry())

    def weigh(self, sentence: Sentence) -> Weights:
        """What a sentence weighs for each meaning."""
        own = names(sentence, self.known)
        found = {self._first[name] for name in own[0] if name in self._first}
        for at in range(len(own)):
            found.update(self._found_at(sentence, own, at))
        found.discard(-1)
        root = (1 + len(found)) ** 0.5
        weights = [self._weights[number] for number in found]
        sums = map(sum, zip(*weights, strict=True)) if weights else (0.0,) * len(self._base)
        return Weights(*(base + total / root for base, total in zip(self._base, sums, strict=True)))

    def _found_at(self, sentence: Sentence, own: Names, at: int) -> Iterator[int]:
        following = own[at + 1] if at + 1 < len(own) else ()
        beyond = own[at + 2] if at + 2 < len(own) else ()
        here = own[at]
        for place, name in enumerate(here):
            entry = self._entries.get(name)
            if entry is None:
                continue
            yield entry.alone
            if entry.beside:
                yield from (entry.beside.get(two, -1) for two in following)
            if entry.apart:
                yield from (entry.apart.get(two, -1) for two in beyond)
            if place and entry.near:
                nearby = own[at + 1 : reach(sentence.words, at)]
                yield from (entry.near.get(two, -1) for after in nearby for two in after[1:])
            if entry.rows and (place or len(here) == 1):
                for two in following[1:] or following:
                    if row := entry.rows.get(two):
                        yield from (row.get(three, -1) for three in beyond[1:] or beyond)


@lru_cache(maxsize=1)
def _scales() -> Scales:
    text = files(__package__).joinpath("clue_weights.txt").read_text(encoding="utf-8")
    return Scales(text.splitlines())


def weigh(sentence: Sentence) -> Weights:
    """What a sentence weighs; it is weighed once only."""
    weights = sentence.memo.get(_MEMO)
    if weights is None:
        weights = sentence.memo[_MEMO] = _scales().weigh(sentence)
    return weights
