"""What in the words of a title can point to an occupation, and how much each clue weighs.

A clue is a word, the first or the last word, two words together, or four letters in a row: a word
that no known title has is often made of parts that many have ("instrumentman").
"""

from itertools import combinations

# Own settings, chosen on one half of the titles that people reported to O*NET 29.3; see
# docs/careers.md. The letters of a word share one weight, growing with the root of their number.
WORD, LAST_WORD, FIRST_WORD, PAIR, LETTERS = 1.0, 0.5, 0.3, 0.5, 0.7
MOST_WORDS = 7
IN_A_ROW = 4  # letters
Clues = dict[str, float]  # with the weight of each


def clues(words: tuple[str, ...]) -> Clues:
    """The clues of a title, each with its whole weight; empty for no words."""
    distinct = distinct_words(words)
    found = by_place(distinct)
    for word in distinct:
        for clue, weight in in_word(word).items():
            found[clue] = found.get(clue, 0.0) + weight
    return found


def distinct_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are looked at."""
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


def by_place(distinct: tuple[str, ...]) -> Clues:
    """The last word, the first, and two together, in an order that does not matter."""
    if not distinct:
        return {}
    found = {f"={distinct[-1]}": LAST_WORD, f"^{distinct[0]}": FIRST_WORD}
    for one, other in combinations(distinct, 2):
        found[f"{one} {other}" if one < other else f"{other} {one}"] = PAIR
    return found


def in_word(word: str) -> Clues:
    """A word itself and its letters, four in a row, its borders counting as letters."""
    whole = f"<{word}>"
    starts = range(max(1, len(whole) - IN_A_ROW + 1))
    pieces = {f"#{whole[start : start + IN_A_ROW]}" for start in starts}
    return {word: WORD, **dict.fromkeys(sorted(pieces), LETTERS / len(pieces) ** 0.5)}
