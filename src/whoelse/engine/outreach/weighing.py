"""How strongly a sentence asks for a job, asks for a favour, presses, hands over a résumé, ...

Each clue has a weight for each of these meanings, found by logistic regression on our own labelled
sentences (`tests/golden/weigh.py` makes `clue_weights.txt`). The sum, spread over the root of the
number of clues, is the logarithm of the odds: above 0 the meaning is likelier than not.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from whoelse.engine.outreach.clues import MOST_WORDS, names_of, reach
from whoelse.engine.text import Sentence

_SCALE = 100  # weights are written as hundredths
# All weights of a clue stand side by side in one number, so that one sum adds them all. Each is
# raised by `_RAISED`, so that none is below zero, and has bits enough for the sum of a sentence.
_BITS, _RAISED = 40, 1 << 20
_MASK = (1 << _BITS) - 1
_MEMO = "weights"


class Weights(NamedTuple):
    """Logarithms of odds, one for each meaning."""

    job: float
    favour: float
    pressure: float
    resume: float
    intro: float  # says who the sender is
    said: float  # names something that was said, for a sentence of thanks
    leading: float  # a question that holds its answer
    private: float  # a question about the person's own life
    lookup: float  # a question that a website answers


_PLACES = tuple(range(0, _BITS * len(Weights._fields), _BITS))


def _packed(figures: Iterable[int]) -> int:
    """Figures side by side in one number."""
    return sum((one + _RAISED) << place for one, place in zip(figures, _PLACES, strict=True))


@dataclass(slots=True)
class _Entry:
    """The number of a word or class, and of it together with others; -1 is no clue."""

    alone: int = -1
    first: int = -1
    beside: dict[str, int] = field(default_factory=dict)
    near: dict[str, int] = field(default_factory=dict)


class _Resolved(NamedTuple):
    """A word as the scales see it: its names, its classes, and what these weigh."""

    names: tuple[str, ...]
    classes: frozenset[str]
    entries: tuple[_Entry, ...]


class Scales:
    """The weights, arranged for looking them up word by word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._entries: dict[str, _Entry] = {}
        self._resolved: dict[str, _Resolved] = {}
        self._rows: list[int] = []
        self._base = [0.0] * len(Weights._fields)
        self.known: frozenset[str] = frozenset()
        for line in lines:
            clue, *figures = line.split(" ")
            if clue == "#known":
                self.known = frozenset(figures)
            elif clue == "#base":
                self._base = [int(figure) / _SCALE for figure in figures]
            else:
                self._add(clue, len(self._rows))
                self._rows.append(_packed(int(figure) for figure in figures))

    def _add(self, clue: str, number: int) -> None:
        if clue[0] == "^" and len(clue) > 1:
            self._entry(clue[1:]).first = number
        elif "~" in clue and len(clue) > 1:
            one, two = clue.split("~")
            self._entry(one).near[two] = number
        elif "_" in clue:
            one, two = clue.split("_")
            self._entry(one).beside[two] = number
        else:
            self._entry(clue).alone = number

    def _entry(self, name: str) -> _Entry:
        return self._entries.setdefault(name, _Entry())

    def weigh(self, sentence: Sentence) -> Weights:
        """What a sentence weighs for each meaning."""
        found = self._numbers(sentence)
        found.discard(-1)
        share = 1 / (_SCALE * (1 + len(found)) ** 0.5)
        raised = _RAISED * len(found)
        total = sum(map(self._rows.__getitem__, found))
        sums = [(total >> place & _MASK) - raised for place in _PLACES]
        return Weights(*(base + one * share for base, one in zip(self._base, sums, strict=True)))

    def _numbers(self, sentence: Sentence) -> set[int]:
        """The numbers of the clues of a sentence, and -1."""
        words = sentence.words[:MOST_WORDS]
        own = [self._resolved.get(word) or self._resolve(word) for word in words]
        found = {entry.first for entry in own[0].entries}
        for at, (_, classes, entries) in enumerate(own):
            after = own[at + 1].names if at + 1 < len(own) else ()
            ahead: set[str] = set()
            if classes:
                ahead.update(*[other.classes for other in own[at + 1 : reach(words, at)]])
            for entry in entries:
                found.add(entry.alone)
                beside, near = entry.beside, entry.near
                if beside:
                    found.update([beside[two] for two in after if two in beside])
                if near:
                    found.update([near[two] for two in near.keys() & ahead])
        return found

    def _resolve(self, word: str) -> _Resolved:
        """What is known of a word, looked up once; words that are not known are not kept."""
        own = names_of(word, self.known)
        entries = tuple(self._entries[name] for name in own if name in self._entries)
        resolved = _Resolved(own, frozenset(own[1:]), entries)
        if word in self.known or len(own) > 1:
            self._resolved[word] = resolved
        return resolved


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
