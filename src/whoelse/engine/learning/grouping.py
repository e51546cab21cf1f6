"""Puts statements that say the same thing together: TF-IDF cosine, average linkage, by hand.

A pair may be put together or kept apart by the student; that outweighs any similarity.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import combinations, product
from math import log, sqrt

from whoelse.engine.learning.terms import Terms

SAME_FROM = 0.24  # cosine; own estimate, tuned on one half of our labelled statements
_COMMON = 60  # statements of one cell with a term, above which it tells nothing apart
_Vector = Mapping[str, float]
Pairs = Collection[frozenset[str]]


def weights(everything: Collection[Terms]) -> Mapping[str, float]:
    """Return how telling each term is, 1 or more: rare ones weigh more.

    Smoothed inverse document frequency (Spärck Jones 1972), with natural logarithms.
    """
    documents = Counter(word for terms in everything for word in terms.words)
    return {word: log((1 + len(everything)) / (1 + n)) + 1 for word, n in documents.items()}


def group(
    identities: Sequence[str],
    terms: Sequence[Terms],
    weight: Mapping[str, float],
    together: Pairs = (),
    apart: Pairs = (),
) -> list[list[int]]:
    """Return positions of statements that say the same thing, in the order of the first one.

    `weight` is what `weights` returns. `together` and `apart` are pairs of identities; they
    outweigh any likeness, and `apart` outweighs what several pairs would put `together`.
    """
    likeness = _likeness([_vector(t, weight) for t in terms])
    clusters = _Clusters(identities, likeness, apart)
    positions = {identity: n for n, identity in enumerate(identities)}
    for pair in sorted(together, key=sorted):
        if len(pair) > 1 and pair <= positions.keys():
            clusters.merge_unless_apart(*sorted(positions[identity] for identity in pair))
    for (a, b), _ in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        clusters.merge_if_alike(a, b)
    return clusters.found()


def alike(one: Terms, other: Terms, weight: Mapping[str, float]) -> float:
    """Return the cosine of two statements, 0 to 1."""
    first, second = _vector(one, weight), _vector(other, weight)
    return sum(share * second.get(word, 0.0) for word, share in first.items())


def _vector(terms: Terms, weight: Mapping[str, float]) -> _Vector:
    length = sqrt(sum(weight[word] ** 2 for word in terms.words)) or 1.0
    return {word: weight[word] / length for word in terms.words}


def _likeness(vectors: Sequence[_Vector]) -> dict[tuple[int, int], float]:
    """Return the cosine of each pair that shares a telling term."""
    holders: dict[str, list[int]] = defaultdict(list)
    for n, vector in enumerate(vectors):
        for word in vector:
            holders[word].append(n)
    found: dict[tuple[int, int], float] = defaultdict(float)
    for word, having in sorted(holders.items()):
        if len(having) <= _COMMON:
            for a, b in combinations(having, 2):
                found[a, b] += vectors[a][word] * vectors[b][word]
    return found


class _Clusters:
    """Groups while they grow; `home` says in which group a position is."""

    def __init__(
        self, identities: Sequence[str], likeness: Mapping[tuple[int, int], float], apart: Pairs
    ) -> None:
        self._identities = identities
        self._likeness = likeness
        self._apart = frozenset(apart)
        self._members = {n: [n] for n in range(len(identities))}
        self._home = list(range(len(identities)))

    def merge_unless_apart(self, a: int, b: int) -> None:
        """Merge the groups of two positions if no two of their members are kept apart."""
        if not any(self._is_kept_apart(*pair) for pair in self._pairs(a, b)):
            self._merge(a, b)

    def merge_if_alike(self, a: int, b: int) -> None:
        """Merge the groups of two positions when all their pairs are alike on average."""
        pairs = self._pairs(a, b)
        if sum(self._likeness.get(pair, 0.0) for pair in pairs) >= SAME_FROM * len(pairs):
            self.merge_unless_apart(a, b)

    def _pairs(self, a: int, b: int) -> list[tuple[int, int]]:
        """Each member of the one group with each of the other; nothing within a group."""
        one, other = self._home[a], self._home[b]
        if one == other:
            return []
        both = product(self._members[one], self._members[other])
        return [(min(m, n), max(m, n)) for m, n in both]

    def _merge(self, a: int, b: int) -> None:
        home, other = sorted((self._home[a], self._home[b]))
        if home == other:
            return
        for n in self._members[other]:
            self._home[n] = home
        self._members[home] += self._members.pop(other)

    def _is_kept_apart(self, a: int, b: int) -> bool:
        return frozenset({self._identities[a], self._identities[b]}) in self._apart

    def found(self) -> list[list[int]]:
        return sorted(sorted(members) for members in self._members.values())
