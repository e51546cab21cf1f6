"""How likely each occupation is for a title: the values of its clues, added up."""

from bisect import bisect_left

import numpy as np

from whoelse.engine.careers.clues import by_place, distinct_words, in_word
from whoelse.engine.careers.evidence import Evidence, Floats

MOST_KEPT = 8192  # words, of some 4 kB each
# Own setting, chosen on one half of the titles that people reported to O*NET 29.3: clues overlap
# and so say less together than their sum.
TOGETHER = 2.5


class Weighing:
    """Titles against the evidence.

    What a word says is kept for a while, because words come again and again. Safe with threads:
    what is kept is only ever added, or dropped as a whole.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._groups = [0, *np.cumsum(evidence.sizes).tolist()]
        self._kept: dict[str, Floats | None] = {}

    def value(self, words: tuple[str, ...]) -> Floats | None:
        """A value for each occupation, in their order, or None when nothing is known.

        Values are natural logarithms; only how they differ between occupations says something.
        """
        distinct = distinct_words(words)
        told = [self.evidence.of(by_place(distinct)), *map(self._of_word, distinct)]
        total: Floats | None = None
        for each in told:
            if each is not None:
                total = each + (self.evidence.usual if total is None else total)
        return total

    @property
    def usual(self) -> Floats:
        """The value of each occupation before anything is known of a title."""
        return self.evidence.usual.copy()

    def known(self, words: tuple[str, ...]) -> float:
        """What share of the words, 0 to 1, says anything, by itself or by its letters."""
        distinct = distinct_words(words)
        return sum(self._of_word(word) is not None for word in distinct) / len(distinct)

    def chances(self, value: Floats) -> Floats:
        """Values as chances from 0 to 1 that add up to 1."""
        chances: Floats = np.exp((value - value.max()) / TOGETHER)
        return np.asarray(chances / chances.sum(), np.float32)

    def best(self, chances: Floats, most: int) -> list[int]:
        """The likeliest group decides about the first, the others follow by their own chance."""
        group = int(np.add.reduceat(chances**2, self._groups[:-1]).argmax())
        start, end = self._groups[group : group + 2]
        found = [start + int(chances[start:end].argmax())]
        left = chances.copy()
        while len(found) < most:
            left[found[-1]] = -1.0
            found.append(int(left.argmax()))
        return found

    def points(self, word: str, place: int) -> bool:
        """Whether a word was seen in titles of an occupation."""
        known = self.evidence
        row = known.rows.get(word)
        if row is None:
            return False
        end = int(known.starts[row + 1])
        found = bisect_left(known.places, place, int(known.starts[row]), end)
        return found < end and int(known.places[found]) == place

    def _of_word(self, word: str) -> Floats | None:
        try:
            return self._kept[word]
        except KeyError:
            pass
        found = self.evidence.of(in_word(word))
        if len(self._kept) >= MOST_KEPT:
            self._kept = {}
        self._kept[word] = found
        return found
