"""The order in which to ask: expected value of a request, batch by lazy greedy.

    score(i | S) = P(yes_i) * (gain(i | S) + referrals_i + practice_i + freshness_i) - load_i

A name that was given lately and may be used stands first, whatever its area: it cools, and somebody
gave it. What people are called never enters a score. Equal scores are ordered by the caller's id.
Imports NumPy, which takes a while.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter

import numpy as np

from whoelse.engine.choosing.candidate import (
    Candidate,
    History,
    Parts,
    Student,
)
from whoelse.engine.choosing.codes import Codes
from whoelse.engine.choosing.coverage import Coverage, Floats
from whoelse.engine.choosing.estimates import (
    COLD_DAYS,
    EXECUTIVE,
    FRESH_DAYS,
    FRESHNESS,
    NAMES,
    NEW_CONTACT,
    NO_ADDRESS,
    PRACTICE,
    PRACTICE_INTERVIEWS,
    UNDATED_FRESHNESS,
)
from whoelse.engine.choosing.likelihood import (
    chance_by_ties,
    circle_rates,
    is_executive,
    yes_probability,
)
from whoelse.engine.choosing.limits import employer_key
from whoelse.engine.words import Circle, Permission

_DIGITS = 12  # below this two scores are the same
_Ties = tuple[Circle, Permission | None, date | None, int]
_TIES = attrgetter("circle", "permission", "referred_on", "silences")


class Ranking:
    """The askable people with what does not change while a batch is chosen."""

    def __init__(self, student: Student, askable: Sequence[Candidate], history: History) -> None:
        self._askable = askable
        self._rates = circle_rates(history)
        self._coverage = Coverage(student, askable, history.heard)
        ties: Codes[_Ties] = Codes(map(_TIES, askable))
        by_ties = np.array([_worth(tie, history, self._rates) for tie in ties.values])
        executives = np.array([is_executive(candidate) for candidate in askable])
        self._yes = by_ties[ties.column, 0] * np.where(executives, EXECUTIVE.value, 1.0)
        self._extras = by_ties[ties.column, 1:]
        has_address = np.array([candidate.has_address for candidate in askable])
        self._loads = np.where(has_address, 0.0, NO_ADDRESS.value)

    def expect(self, asked: Iterable[Candidate]) -> None:
        """Count the conversations that open requests may bring."""
        for candidate in asked:
            self._coverage.listen(candidate, yes_probability(candidate, self._rates))

    def best(self, k: int) -> Iterator[tuple[int, float, Parts]]:
        """Yield position, score and parts of up to `k` people, chosen lazily.

        A score only falls while others are chosen, so an old score is a bound: whoever stays
        on top with a fresh score is the best, and the rest need not be looked at again.
        """
        queue = self._queue()
        fresh_since, chosen = [0] * len(self._askable), 0
        busy: set[str] = set()
        while queue and chosen < k:
            _, identity, n = heapq.heappop(queue)
            employer = employer_key(self._askable[n].employer)
            if employer in busy:
                continue
            if fresh_since[n] < chosen:
                fresh_since[n] = chosen
                heapq.heappush(queue, (-self._score(n), identity, n))
                continue
            yield n, self._score(n), self._parts(n)
            chosen += 1
            self._coverage.listen(self._askable[n], float(self._yes[n]))
            busy |= {employer} - {""}

    def _queue(self) -> list[tuple[float, str, int]]:
        bounds = (-self._scores(slice(None))).tolist()
        identities = [candidate.id for candidate in self._askable]
        queue = list(zip(bounds, identities, range(len(bounds)), strict=True))
        heapq.heapify(queue)
        return queue

    def _scores(self, which: slice) -> Floats:
        worth = self._coverage.gains(which) + self._extras[which].sum(axis=1)
        scores: Floats = np.round(self._yes[which] * worth - self._loads[which], _DIGITS)
        return scores

    def _score(self, n: int) -> float:
        return float(self._scores(slice(n, n + 1))[0])

    def _parts(self, n: int) -> Parts:
        gain = float(self._coverage.gains(slice(n, n + 1))[0])
        return Parts(float(self._yes[n]), gain, *self._extras[n].tolist())


def _worth(
    ties: _Ties, history: History, rates: Mapping[Circle, float]
) -> tuple[float, float, float, float]:
    """Return chance of a yes, referrals, practice and freshness: the same for equal ties."""
    circle, permission, referred_on, silences = ties
    to_go = max(0, PRACTICE_INTERVIEWS - len(history.heard))
    practice = PRACTICE.value * to_go / PRACTICE_INTERVIEWS if circle is Circle.KNOWN else 0.0
    is_named = permission is Permission.MAY_USE_NAME
    return (
        chance_by_ties(circle, permission, silences, rates),
        NAMES[circle].value * NEW_CONTACT.value,
        practice,
        _freshness(referred_on, history.today) if is_named else 0.0,
    )


def _freshness(referred_on: date | None, today: date) -> float:
    """Return the worth of following a name soon: full for a week, nothing after two."""
    if referred_on is None:
        return FRESHNESS.value * UNDATED_FRESHNESS.value
    age = max(0, (today - referred_on).days)
    cooling = (COLD_DAYS.value - age) / (COLD_DAYS.value - FRESH_DAYS)
    return FRESHNESS.value * min(1.0, max(0.0, cooling))
