"""How strongly a sentence asks for a job, asks for a favour, presses, hands over a résumé, ...

Each clue has a weight for each of these meanings, found by logistic regression on our own labelled
sentences (`tests/golden/weigh.py` makes `clue_weights.txt`). The sum, spread over the root of the
number of clues, is the logarithm of the odds: above 0 the meaning is likelier than not.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from whoelse.engine.outreach.clues import MOST_WORDS, UNKNOWN, classes, names_of
from whoelse.engine.text import Sentence

_SCALE = 100  # weights are written as hundredths
# All weights of a clue stand side by side in one number, so that one sum adds them all. Each is
# raised by `_RAISED`, so that none is below zero, and has bits enough for 8,000 clues, more than
# `MOST_WORDS` hold.
_BITS, _RAISED = 27, 1 << 13
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
    reason: float  # says why this person is asked, for a sentence that seems to


_PLACES = tuple(range(0, _BITS * len(Weights._fields), _BITS))
_ONE = 1 << _BITS * len(Weights._fields)  # behind the sums stands how many clues were added
_FULL = 1 << 16  # pairs that are kept in mind; then they are looked up anew


def _packed(figures: Iterable[int]) -> int:
    """One clue: its figures side by side in one number."""
    places = zip(figures, _PLACES, strict=True)
    return _ONE + sum((figure + _RAISED) << place for figure, place in places)


class _Kept(dict[tuple[int, int], int]):
    """What pairs of words weigh, each worked out when it is first met."""

    def __init__(self, work_out: Callable[[int, int], int]) -> None:
        self._work_out = work_out

    def __missing__(self, pair: tuple[int, int]) -> int:
        if len(self) >= _FULL:
            self.clear()
        weighed = self[pair] = self._work_out(*pair)
        return weighed


class Scales:
    """The weights, arranged for looking them up word by word.

    Words with the same names have the same number, so that few pairs of words are worked out, and
    the rest is looked up.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._weights: dict[str, int] = {}
        self._base = [0.0] * len(Weights._fields)
        self.known: frozenset[str] = frozenset()
        for line in lines:
            clue, *figures = line.split(" ")
            if clue == "#known":
                self.known = frozenset(figures)
            elif clue == "#base":
                self._base = [int(figure) / _SCALE for figure in figures]
            else:
                self._weights[clue] = _packed(map(int, figures))
        self._names: list[tuple[str, ...]] = []  # of each number
        self._alone: list[int] = []  # what it weighs by itself
        self._number: dict[tuple[str, ...], int] = {}
        self._unknown = self._number_of((UNKNOWN,))
        words = self.known | classes().keys()
        self._number_of_word = {w: self._number_of(names_of(w, self.known)) for w in words}
        self._beside = _Kept(self._work_out_beside)
        self._apart = _Kept(self._work_out_apart)

    def _number_of(self, names: tuple[str, ...]) -> int:
        number = self._number.setdefault(names, len(self._names))
        if number == len(self._names):
            self._names.append(names)
            self._alone.append(sum(self._weights.get(name, 0) for name in names))
        return number

    def _work_out_beside(self, one: int, two: int) -> int:
        """What each name of the first weighs together with each of the second."""
        weight, after = self._weights.get, self._names[two]
        return sum([weight(f"{a}_{b}", 0) for a in self._names[one] for b in after])

    def _work_out_apart(self, one: int, two: int) -> int:
        return self._weights.get(f"{self._names[one][-1]}__{self._names[two][-1]}", 0)

    def weigh(self, sentence: Sentence) -> Weights:
        """What a sentence weighs for each meaning."""
        total = self._sum(sentence.words[:MOST_WORDS])
        count = total >> _BITS * len(_PLACES)
        share, raised = 1 / (_SCALE * (1 + count) ** 0.5), _RAISED * count
        sums = [(total >> place & _MASK) - raised for place in _PLACES]
        return Weights(*(base + one * share for base, one in zip(self._base, sums, strict=True)))

    def _sum(self, words: tuple[str, ...]) -> int:
        """The clues of a sentence, added up."""
        unknown, number_of = self._unknown, self._number_of_word.get
        numbers = [number_of(word, unknown) for word in words]
        total = sum([self._weights.get(f"^{name}", 0) for name in self._names[numbers[0]]])
        total += sum(map(self._alone.__getitem__, numbers))
        total += sum(map(self._beside.__getitem__, pairwise(numbers)))
        return total + sum(map(self._apart.__getitem__, zip(numbers, numbers[2:], strict=False)))


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
