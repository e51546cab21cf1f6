"""What a conversation can still teach: concave coverage of the atlas.

A contact touches up to six features, each within the contact's area. The first conversation on a
feature teaches most, each further one less: g(x) = 1 - 2^(-x/h). Conversations that may not come
about count by their chance: what is left of a feature shrinks by 1 - p (1 - 2^(-1/h)), which is
the exact expectation. An area in which enough people were heard weighs less. The expected sum is
submodular, so greedy choice is near the best.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from whoelse.engine.choosing.candidate import Candidate, Heard, Student
from whoelse.engine.choosing.codes import Codes
from whoelse.engine.choosing.estimates import (
    ENOUGH_TALKS,
    FEATURES,
    HALF_HEARD,
    OFF_THE_PATH,
    SATED,
)

Floats = NDArray[np.float64]
_ONE_TALK = 1 - 2 ** (-1 / HALF_HEARD.value)  # share of what is left that one conversation tells


def curiosity(student: Student, areas: Iterable[str], talks: Mapping[str, int]) -> list[float]:
    """Return the weight of each area, 0 to 1, after so many talks in each.

    Interest, and less of it where enough was heard, against the area that is wanted most now.
    Without any interest everything weighs the same.
    """
    codes = tuple(areas)
    wishes = {code: w for code, w in student.curious.items() if math.isfinite(w) and w > 0}
    now = {
        code: (wishes.get(code, 0.0) if wishes else 1.0) * _patience(code, talks)
        for code in {*codes, *wishes}
    }
    highest = max(now.values(), default=1.0)
    return [max(OFF_THE_PATH.value, now[code] / highest) for code in codes]


def _patience(area: str, talks: Mapping[str, int]) -> float:
    is_understood = area != "" and talks.get(area, 0) >= ENOUGH_TALKS
    return SATED.value if is_understood else 1.0


class Coverage:
    """How much of each feature of these candidates is left to hear."""

    def __init__(
        self, student: Student, candidates: Sequence[Candidate], heard: Sequence[Heard]
    ) -> None:
        self._areas: Codes[str] = Codes(map(attrgetter("area"), candidates))
        talks = Counter(talk.area for talk in heard)
        self._curious = np.array(curiosity(student, self._areas.values, talks))
        self._codes: dict[str, Codes[str]] = {}
        self._places: dict[str, NDArray[np.int64]] = {}  # sorted pairs of value and area
        self._worth: dict[str, Floats] = {}  # what the next conversation adds, by place
        self._columns: dict[str, NDArray[np.int64]] = {}  # place, by candidate
        for name in FEATURES:
            self._add(name, Codes(map(attrgetter(name), candidates)))
        for talk in heard:
            self.listen(talk)

    def _add(self, name: str, codes: Codes[str]) -> None:
        pairs = codes.column * len(self._areas) + self._areas.column
        places, column = np.unique(pairs, return_inverse=True)
        worth = FEATURES[name].value * self._curious[places % len(self._areas)]
        self._codes[name], self._places[name] = codes, places
        self._worth[name], self._columns[name] = worth, column

    def listen(self, told: Heard | Candidate, chance: float = 1.0) -> None:
        """Count a conversation that was held, or that comes about with a chance below 1."""
        area = self._areas.numbers.get(told.area)
        for name, codes in self._codes.items():
            value = codes.numbers.get(getattr(told, name))
            if area is None or value is None:
                continue
            pair = value * len(self._areas) + area
            found = self._places[name] == pair
            self._worth[name][found] *= 1 - chance * _ONE_TALK

    def gains(self, positions: slice = slice(None)) -> Floats:
        """Return what a conversation with each of these candidates would add, in points of a score.

        The sum over their features: the weight in `FEATURES`, times curiosity, times what is left.
        """
        total: Floats = np.zeros(len(self._areas.column[positions]))
        for name, column in self._columns.items():
            total += self._worth[name][column[positions]]
        return total
