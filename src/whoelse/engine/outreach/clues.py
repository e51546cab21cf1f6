"""What speaks for and against a meaning of a sentence: its words, their classes, and their order.

A clue is a word or class of words; two of them side by side ("a_b"), with one word between them
("a__b"), or near each other ("A~B", classes only); three in a row ("a_b_c"); the first ("^a").
`weighing` knows how much each clue weighs. The classes stand in `clue_classes.txt`.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

from whoelse.engine.text import Sentence

NEAR = 8  # words over which two classes are seen together
BREAKS = frozenset(";:.?!…")
MOST_WORDS = 60  # of a sentence; what follows weighs nothing
UNKNOWN = "?"  # stands for every word that is not known

Names = list[tuple[str, ...]]


@lru_cache(maxsize=1)
def classes() -> Mapping[str, tuple[str, ...]]:
    """The classes of each word, in capitals."""
    table: dict[str, tuple[str, ...]] = {}
    text = files(__package__).joinpath("clue_classes.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, *words = line.partition("#")[0].split() or [""]
        for word in words:
            if name.upper() not in table.get(word, ()):
                table[word] = (*table.get(word, ()), name.upper())
    return table


def names(sentence: Sentence, known: frozenset[str]) -> Names:
    """For each word itself, if it is `known`, and its classes."""
    table = classes()
    return [
        (word if word in known else UNKNOWN, *table.get(word, ()))
        for word in sentence.words[:MOST_WORDS]
    ]


def clues(sentence: Sentence, known: frozenset[str]) -> Iterator[str]:
    """Every clue of a sentence, in the notation in which weights are written."""
    own = names(sentence, known)
    yield from (f"^{name}" for name in own[0])
    for at, here in enumerate(own):
        yield from here
        for after in own[at + 1 : at + 2]:
            yield from (f"{one}_{two}" for one in here for two in after)
        for middle, after in zip(own[at + 1 : at + 2], own[at + 2 : at + 3], strict=False):
            yield from (f"{one}__{two}" for one in here for two in after)
            row = (here[1:] or here, middle[1:] or middle, after[1:] or after)
            yield from (f"{a}_{b}_{c}" for a in row[0] for b in row[1] for c in row[2])
        for after in own[at + 1 : reach(sentence.words, at)]:
            yield from (f"{one}~{two}" for one in here[1:] for two in after[1:])


def reach(words: tuple[str, ...], at: int) -> int:
    """The end of the words that are near word `at` and in the same part of the sentence."""
    last = min(at + NEAR, len(words), MOST_WORDS)
    for after in range(at + 1, last):
        if words[after] in BREAKS:
            return after
    return last
