"""What speaks for and against a meaning of a sentence: its words, their classes, and their order.

A clue is a word or class of words; two of them side by side ("a_b") or with one word between them
("a__b", of each word its last name only); or what a sentence begins with ("^a"). What occurs twice
counts twice. `weighing` knows how much each clue weighs.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from whoelse.engine.text import Sentence

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
    for here in own:
        yield from here
    for here, after in pairwise(own):
        yield from (f"{one}_{two}" for one in here for two in after)
    for here, after in zip(own, own[2:], strict=False):
        yield f"{here[-1]}__{after[-1]}"
