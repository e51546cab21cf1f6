"""Which occupations the words of a title point to, learned from titles whose occupation is known.

A clue is a word, the last word, two words together, or the beginning of a long unknown word. Its
evidence is its weight, shared out among occupations like the known titles with that clue.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from itertools import combinations

# Own settings, chosen on 4,000 alternate titles held out of O*NET 29.3; see docs/careers.md.
WORD, LAST_WORD, BEGINNING, PAIR = 1.0, 0.7, 0.5, 2.0
BEGINNING_LENGTH = 5  # characters: "photo" is what photographer and photography share
MOST_WORDS = 6
BALANCE = 0.2  # how far an occupation with many known titles is held back
USUAL_TITLES = 60  # known titles of a usual occupation
MOST_OCCUPATIONS = 8  # kept for one clue

Evidence = dict[str, tuple[tuple[int, float], ...]]  # clue to occupations with their part of it


def clues(words: tuple[str, ...], known: Container[str] = ()) -> dict[str, float]:
    """The clues of a title with the weight that each has; known words need no beginning."""
    distinct = tuple(dict.fromkeys(words))[:MOST_WORDS]
    found = dict.fromkeys(distinct, WORD)
    for word in distinct:
        if len(word) > BEGINNING_LENGTH and word not in known:
            found[f"{word[:BEGINNING_LENGTH]}*"] = BEGINNING
    found |= {" ".join(sorted(two)): PAIR for two in combinations(distinct, 2)}
    if distinct:
        found[f"={distinct[-1]}"] = LAST_WORD
    return found


def learn(titles: Iterable[tuple[int, tuple[str, ...]]]) -> Evidence:
    """The evidence in known titles, given as (occupation, words)."""
    seen: dict[str, Counter[int]] = defaultdict(Counter)
    weights: dict[str, float] = {}
    known: Counter[int] = Counter()
    for occupation, words in titles:
        known[occupation] += 1
        found = clues(words)
        weights |= found
        for clue in found:
            seen[clue][occupation] += 1
    return {clue: _parts(weights[clue], counts, known) for clue, counts in seen.items()}


def _parts(
    weight: float, counts: Counter[int], known: Counter[int]
) -> tuple[tuple[int, float], ...]:
    """Parts that add up to less than the weight: a clue seen once is not believed entirely."""
    balanced = {each: count / known[each] ** BALANCE for each, count in counts.items()}
    total = sum(balanced.values()) + USUAL_TITLES**-BALANCE
    ranked = sorted(balanced.items(), key=lambda each: (-each[1], each[0]))[:MOST_OCCUPATIONS]
    return tuple((occupation, weight * value / total) for occupation, value in ranked)
