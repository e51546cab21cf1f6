"""A statement as terms that can be compared: words, stems, concepts, and yes or no.

Explainable on purpose: no model, one small table of words that mean the same, own suffix rules
for English. What only says how much, or whether, becomes a sign and no longer a term.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from whoelse.engine.text import fold

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_LONGEST = 1_000  # characters; a finding is a sentence
_QUANTITY = "many"  # how much is a sign only
_SCOPE = 3  # words that a "not" reaches
_COMPARES = "than"  # "less than" says nothing about how much
_ALIKE = 0.5  # cosine; own estimate
_NEARLY_THE_SAME = 0.8  # cosine; own estimate
_SUFFIXES = (
    ("ational", "at"), ("ization", "iz"), ("isation", "iz"), ("fulness", "ful"), ("iveness", "iv"),
    ("sses", "ss"), ("ies", "y"), ("ations", "at"), ("ation", "at"), ("ions", ""), ("ion", ""),
    ("ments", ""), ("ment", ""), ("ings", ""), ("ing", ""), ("edly", ""), ("ed", ""), ("ness", ""),
    ("ically", "ic"), ("ly", ""), ("ers", "er"), ("es", ""), ("s", ""),
)  # fmt: skip
_DOUBLING = ("ing", "ed", "ings")
_KEEPS_S = ("ss", "us", "is")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """What a statement is about, and what it says yes (+1) or no (-1) to."""

    words: frozenset[str]
    signs: Mapping[str, int]  # of the concepts that have a contrary
    is_little: bool  # "few", "hardly", "little"
    is_negated: bool  # an odd number of "not" and its like

    def denies(self, other: "Terms", likeness: float) -> bool:
        """Say whether two statements of this likeness say contrary things about the same.

        A "not" alone is weak evidence, for the same can be said with it and without it: it
        counts only between statements that are otherwise nearly word for word the same.
        """
        shared = self.signs.keys() & other.signs.keys()
        if shared:
            return any(self.signs[concept] != other.signs[concept] for concept in shared)
        if self.is_little != other.is_little:
            return likeness >= _ALIKE and self.is_negated == other.is_negated
        return self.is_negated != other.is_negated and likeness >= _NEARLY_THE_SAME


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    stopwords: frozenset[str]
    negations: frozenset[str]
    concepts: Mapping[str, tuple[str, int]]  # concept and sign, by stem
    two_sided: frozenset[str]  # concepts that have a contrary


@cache
def _vocabulary() -> _Vocabulary:
    text = resources.files(__package__).joinpath("vocabulary.toml").read_text("utf-8")
    data = tomllib.loads(text)
    concepts: dict[str, tuple[str, int]] = {}
    for concept, words in data["concepts"].items():
        concepts[stem(concept)] = concept, 1
        concepts.update({stem(word): (concept, 1) for word in words["same"]})
        concepts.update({stem(word): (concept, -1) for word in words.get("opposite", ())})
    stopwords, negations = frozenset(data["stopwords"].split()), data["negations"].split()
    two_sided = frozenset(name for name, words in data["concepts"].items() if "opposite" in words)
    return _Vocabulary(stopwords, frozenset(negations), concepts, two_sided)


def terms_of(text: str) -> Terms:
    """Return the terms of the first thousand characters; linear in their number.

    A "not" turns round the concept that follows within three words, else the whole statement.
    """
    known, words, signs = _vocabulary(), set(), dict[str, int]()
    tokens = _WORD.findall(fold(text[:_LONGEST]).replace("’", "'"))
    nots: list[int] = []
    quantity = 1
    for place, word in enumerate(tokens):
        if word in known.negations:
            nots.append(place)
        elif word not in known.stopwords:
            concept, meaning = known.concepts.get(stem(word), (stem(word), 1))
            words.add(concept)
            if concept == _QUANTITY:
                quantity = min(quantity, meaning)
            elif concept in known.two_sided:
                is_denied = bool(nots) and place - nots[-1] <= _SCOPE
                signs[concept] = -meaning if is_denied else meaning
                del nots[len(nots) - is_denied :]
    is_little = quantity < 0 and _COMPARES not in tokens
    return Terms(frozenset(words - {_QUANTITY} or words), signs, is_little, len(nots) % 2 == 1)


def stem(word: str) -> str:
    """Return a word without its ending: "simulations" and "simulating" both give "simulat"."""
    word = word.removesuffix("'s")
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            if suffix == "s" and word.endswith(_KEEPS_S):
                break
            word = word.removesuffix(suffix) + instead
            break
    is_doubled = len(word) > _SHORTEST_STEM and word[-1] == word[-2]
    if is_doubled and (word[-1] not in "sl" or (suffix in _DOUBLING and word[-1] == "l")):
        word = word[:-1]
    if len(word) > _SHORTEST_STEM and word[-1] == "e":
        word = word[:-1]
    return f"{word[:-1]}i" if word[-1] == "y" else word
