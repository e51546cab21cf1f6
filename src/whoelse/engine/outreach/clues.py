"""What speaks for and against a meaning of a sentence: its words, their classes, and their order.

A clue is a word or class of words; two of them side by side ("a_b") or, if they are classes, near
each other ("A~B"); or what a sentence begins with ("^a").
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


def names_of(word: str, known: frozenset[str]) -> tuple[str, ...]:
    """A word itself, if it is `known`, and its classes."""
    return (word if word in known else UNKNOWN, *classes().get(word, ()))


def clues(sentence: Sentence, known: frozenset[str]) -> Iterator[str]:
    """Every clue of a sentence, in the notation in which weights are written."""
    own = [names_of(word, known) for word in sentence.words[:MOST_WORDS]]
    yield from (f"^{name}" for name in own[0])
    for at, here in enumerate(own):
        yield from here
        for after in own[at + 1 : at + 2]:
            yield from (f"{one}_{two}" for one in here for two in after)
        for after in own[at + 1 : reach(sentence.words, at)]:
            yield from (f"{one}~{two}" for one in here[1:] for two in after[1:])


def reach(words: tuple[str, ...], at: int) -> int:
    """The end of the words that are near word `at` and in the same part of the sentence."""
    last = min(at + NEAR, len(words), MOST_WORDS)
    for after in range(at + 1, last):
        if words[after] in BREAKS:
            return after
    return last
