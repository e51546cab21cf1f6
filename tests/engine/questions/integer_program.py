"""The plan as an integer program for HiGHS, to hold against the dynamic programme.

The diminishing returns of a bucket are the lower envelope of chords through every sum of worths
that the bucket can reach: exact there, because the returns are concave.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import highspy

from whoelse.engine.questions import Need, Question
from whoelse.engine.questions.fitting import candidates_of, limit_of
from whoelse.engine.questions.worth import (
    CORE_BONUS,
    EARLIEST_LATE,
    bucket,
    budget,
    gain,
    need_of,
    units,
    worth,
)
from whoelse.engine.words import Phase

_DIGITS = 9  # sums of worths that differ less are the same


class IntegerProgram:
    """One task as binaries for the questions and one returns column for each bucket."""

    def __init__(self, need: Need, minutes: int, bank: Sequence[Question]) -> None:
        self.questions = candidates_of(need, (*bank, *need.own))
        self._need, self._minutes = need, minutes
        self._solver = highspy.Highs()
        self._solver.setOptionValue("output_flag", False)
        for gap in ("mip_rel_gap", "mip_abs_gap"):
            self._solver.setOptionValue(gap, 0.0)
        for question in self.questions:
            pinned = float(question.id in need.pinned)
            column = self._column(-CORE_BONUS * question.core, pinned, 1.0)
            self._solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        self._limits()
        self._groups()
        self._late()
        self._returns()

    def solve(self) -> tuple[tuple[Question, ...], float]:
        """Return the best questions and the seconds of processor time; none if nothing fits."""
        begun = time.process_time()
        self._solver.run()
        took = time.process_time() - begun
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return (), took
        values = self._solver.getSolution().col_value
        chosen = [q for q, value in zip(self.questions, values, strict=False) if value > 0.5]
        return tuple(chosen), took

    def _column(self, cost: float, low: float, high: float) -> int:
        self._solver.addCol(cost, low, high, 0, [], [])
        return self._solver.getNumCol() - 1

    def _row(self, low: float, high: float, shares: Iterable[tuple[int, float]]) -> None:
        places, factors = zip(*shares, strict=True)
        self._solver.addRow(low, high, len(places), list(places), list(factors))

    def _limits(self) -> None:
        every = list(enumerate(self.questions))
        self._row(0, budget(self._minutes), [(n, units(q.minutes)) for n, q in every])
        self._row(0, limit_of(self._minutes, self._need), [(n, 1) for n, _ in every])
        self._row(1, 1, [(n, 1) for n, q in every if q.asks_name])
        self._row(1, 1, [(n, 1) for n, q in every if _is_opening(q)])

    def _groups(self) -> None:
        groups: dict[str, list[int]] = defaultdict(list)
        for n, question in enumerate(self.questions):
            if question.group:
                groups[question.group].append(n)
        for members in groups.values():
            pins = sum(self.questions[n].id in self._need.pinned for n in members)
            self._row(0, max(1, pins), [(n, 1) for n in members])

    def _late(self) -> None:
        """A late question only on top of enough early minutes."""
        late = [n for n, q in enumerate(self.questions) if q.phase is Phase.LATE_CORE]
        early = [
            (n, units(q.minutes))
            for n, q in enumerate(self.questions)
            if q.phase in (Phase.OPENING, Phase.CORE)
        ]
        for n in late:
            self._row(0, highspy.kHighsInf, [*early, (n, -units(EARLIEST_LATE))])

    def _returns(self) -> None:
        places = defaultdict(list)
        for n, question in enumerate(self.questions):
            places[bucket(question)].append((n, worth(question, self._need)))
        most = limit_of(self._minutes, self._need)
        for place, shares in places.items():
            weight = need_of(place, self._need)
            if weight == 0:
                continue
            returns = self._column(-weight, 0, 1)
            for low, high in pairwise(_sums([share for _, share in shares], most)):
                slope = (gain(high) - gain(low)) / (high - low)
                chord = [(n, -slope * share) for n, share in shares]
                self._row(-highspy.kHighsInf, gain(low) - slope * low, [(returns, 1), *chord])


def _is_opening(question: Question) -> bool:
    return question.phase is Phase.OPENING and not question.asks_name


def _sums(worths: Iterable[float], most: int) -> list[float]:
    """Every sum that at most so many of the worths can give, in rising order."""
    reached = [{0.0}, *(set() for _ in range(most))]
    for share in worths:
        for count in range(most, 0, -1):
            reached[count] |= {round(total + share, _DIGITS) for total in reached[count - 1]}
    return sorted(set().union(*reached))
