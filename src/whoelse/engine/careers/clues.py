"""Which occupations the words of a title point to, learned from titles whose occupation is known.

A clue is a word, the last word, the beginning of a long word, or two words together. Its evidence
is how the known titles with that clue share out among occupations.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations

# Own settings, chosen on 4,000 alternate titles held out of O*NET 29.3; see docs/careers.md.
WORD, LAST_WORD, BEGINNING, PAIR = 1.0, 0.7, 0.5, 2.0
BEGINNING_LENGTH = 5  # characters: "photo" is what photographer and photography share
MOST_WORDS = 6
BALANCE = 0.2  # how far an occupation with many known titles is held back
USUAL_TITLES = 60  # known titles of a usual occupation
MOST_OCCUPATIONS = 12  # kept for one clue

Evidence = dict[str, tuple[tuple[int, float], ...]]  # clue to occupations with their shares


def clues(words: tuple[str, ...]) -> dict[str, float]:
    """The clues of a title with the weight that each has."""
    distinct = tuple(dict.fromkeys(words))[:MOST_WORDS]
    found = dict.fromkeys(distinct, WORD)
    found |= {f"{word[:BEGINNING_LENGTH]}*": BEGINNING for word in distinct if _is_long(word)}
    found |= {" ".join(sorted(two)): PAIR for two in combinations(distinct, 2)}
    if distinct:
        found[f"={distinct[-1]}"] = LAST_WORD
    return found


def learn(titles: Iterable[tuple[int, tuple[str, ...]]]) -> Evidence:
    """The evidence in known titles, given as (occupation, words)."""
    seen: dict[str, Counter[int]] = defaultdict(Counter)
    known: Counter[int] = Counter()
    for occupation, words in titles:
        known[occupation] += 1
        for clue in clues(words):
            seen[clue][occupation] += 1
    return {clue: _shares(counts, known) for clue, counts in seen.items()}


def _shares(counts: Counter[int], known: Counter[int]) -> tuple[tuple[int, float], ...]:
    """Shares that add up to less than one: a clue seen once is not believed entirely."""
    balanced = {each: count / known[each] ** BALANCE for each, count in counts.items()}
    total = sum(balanced.values()) + USUAL_TITLES**-BALANCE
    ranked = sorted(balanced.items(), key=lambda each: (-each[1], each[0]))[:MOST_OCCUPATIONS]
    return tuple((occupation, value / total) for occupation, value in ranked)


def _is_long(word: str) -> bool:
    return len(word) > BEGINNING_LENGTH
