"""Titles against the atlas: the same title first, then shared words weighed by rarity."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from math import log

from whoelse.engine.careers.catalogue import atlas
from whoelse.engine.careers.occupation import Occupation
from whoelse.engine.careers.title import Phrase, key_of, plain_words

# Own settings, chosen on titles of ours; docs/careers.md says what they give.
EXACT, EXACT_WITHOUT_RANK, ALONE_SAYS_LITTLE = 0.96, 0.92, 0.55
ENOUGH_IN_COMMON = 0.5
EXTRA_WORD, MISSING_WORD = 0.6, 1.0  # what a word costs that only one side has
OTHER_HEAD = 0.7  # an "optical engineering manager" is no optical engineer
COMMON_WORD = 40  # a word of more titles than this finds candidates only where no rarer word does
VAGUE_WORD = 6  # a lone word that so many families use names none of them


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well a title family fits, and through which of its typical titles."""

    occupation: Occupation
    score: float  # 0 to 1
    title: str
    is_exact: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    occupation: Occupation
    title: str
    words: frozenset[str]
    head: str  # the last word: what kind of worker it is


@dataclass(frozen=True, slots=True)
class FamilyTitles:
    """The atlas turned around: from words to title families."""

    entries: tuple[_Entry, ...]
    exact: dict[str, _Entry]
    with_word: dict[str, tuple[_Entry, ...]]
    weight: dict[str, float]  # of a word; rare ones weigh more
    vague: frozenset[str]

    def like(self, phrase: Phrase) -> tuple[Likeness, ...]:
        """The families that fit, best first; one entry for each family."""
        for words, score in ((phrase.words, EXACT), (phrase.core, EXACT_WITHOUT_RANK)):
            if entry := self.exact.get(key_of(words)):
                certain = ALONE_SAYS_LITTLE if key_of(words) in self.vague else score
                return (Likeness(entry.occupation, certain, entry.title, is_exact=True),)
        return self._overlapping(phrase.core)

    def _overlapping(self, words: tuple[str, ...]) -> tuple[Likeness, ...]:
        wanted = frozenset(words)
        best: dict[str, Likeness] = {}
        for entry in self._candidates(wanted):
            score = self._common(wanted, entry.words)
            score *= 1.0 if words[-1] == entry.head else OTHER_HEAD
            known = best.get(entry.occupation.code)
            if score >= ENOUGH_IN_COMMON and (known is None or score > known.score):
                found = Likeness(entry.occupation, score, entry.title, is_exact=False)
                best[entry.occupation.code] = found
        return tuple(sorted(best.values(), key=lambda each: -each.score))

    def _candidates(self, wanted: frozenset[str]) -> list[_Entry]:
        lists = sorted((self.with_word.get(word, ()) for word in sorted(wanted)), key=len)
        found: list[_Entry] = []
        for entries in lists:
            if len(entries) <= COMMON_WORD or not found:
                found.extend(entries)
        return found

    def _common(self, wanted: frozenset[str], theirs: frozenset[str]) -> float:
        both = self._sum(wanted & theirs)
        extra, missing = self._sum(wanted - theirs), self._sum(theirs - wanted)
        return both / (both + EXTRA_WORD * extra + MISSING_WORD * missing)

    def _sum(self, words: frozenset[str]) -> float:
        unknown = self.weight[""]
        return sum(self.weight.get(word, unknown) for word in words)


@cache
def family_titles() -> FamilyTitles:
    """The index over the atlas of this version, made once."""
    entries = tuple(
        _Entry(occupation, title, frozenset(words), words[-1])
        for occupation in atlas().occupations
        for title in (*occupation.titles, occupation.name)
        if (words := plain_words(title))
    )
    exact: dict[str, _Entry] = {}
    with_word: dict[str, list[_Entry]] = defaultdict(list)
    for entry in entries:
        exact.setdefault(" ".join(sorted(entry.words)), entry)
        for word in entry.words:
            with_word[word].append(entry)
    return FamilyTitles(
        entries=entries,
        exact=exact,
        with_word={word: tuple(found) for word, found in with_word.items()},
        weight={"": log(1 + len(entries))}
        | {word: log(1 + len(entries) / len(found)) for word, found in with_word.items()},
        vague=frozenset(word for word, found in with_word.items() if _is_vague(found)),
    )


def _is_vague(entries: list[_Entry]) -> bool:
    return len({entry.occupation.code for entry in entries}) >= VAGUE_WORD
