"""Titles against the atlas: the same title first, then shared words weighed by rarity."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from whoelse.engine.careers.catalogue import atlas
from whoelse.engine.careers.likeness import Likeness
from whoelse.engine.careers.occupation import Occupation
from whoelse.engine.careers.title import Phrase, key_of, plain_words
from whoelse.engine.careers.words import title_words

# Own settings, chosen on titles of ours; docs/careers.md says what they give.
EXACT, EXACT_WITHOUT_RANK, ALONE_SAYS_LITTLE = 0.96, 0.92, 0.55
ENOUGH_IN_COMMON = 0.5
EXTRA_WORD, MISSING_WORD = 0.6, 1.0  # what a word costs that only one side has
ROLE_WORD = 0.5
OTHER_HEAD = 0.7  # an "optical engineering manager" is no optical engineer
COMMON_WORD = 40  # a word of more titles than this finds candidates only where no rarer word does
VAGUE_WORD = 5  # a lone word that so many families use names none of them


@dataclass(frozen=True, slots=True)
class _Entry:
    occupation: Occupation
    title: str
    words: frozenset[str]
    head: str  # the last word: what kind of worker it is
    weight: float  # of all its words


@dataclass(frozen=True, slots=True)
class FamilyTitles:
    """The atlas turned around: from words to title families."""

    entries: tuple[_Entry, ...]
    exact: dict[str, _Entry]
    with_word: dict[str, tuple[int, ...]]  # positions in entries
    weight: dict[str, float]  # of a word; rare ones weigh more
    unknown_weight: float
    vague: frozenset[str]

    def same(self, phrase: Phrase) -> tuple[Likeness, ...]:
        """The family with this very title, or with it but for a rank such as "senior"."""
        for words in phrase.variants():
            if entry := self.exact.get(key_of(words)):
                score = EXACT if words == phrase.words else EXACT_WITHOUT_RANK
                certain = ALONE_SAYS_LITTLE if key_of(words) in self.vague else score
                return (Likeness(entry.occupation, certain, entry.title, is_exact=True),)
        return ()

    def similar(self, phrase: Phrase) -> tuple[Likeness, ...]:
        """The families with enough words in common, best first; one entry for each."""
        best: dict[str, Likeness] = {}
        for words in dict.fromkeys((phrase.core, phrase.ungraded)):
            for entry, score in self._scored(words) if len(words) > 1 else ():
                known = best.get(entry.occupation.code)
                if known is None or score > known.score:
                    best[entry.occupation.code] = Likeness(entry.occupation, score, entry.title)
        return tuple(sorted(best.values(), key=lambda each: -each.score))

    def _scored(self, words: tuple[str, ...]) -> Iterator[tuple[_Entry, float]]:
        wanted = frozenset(words)
        total = sum(self.weight.get(word, self.unknown_weight) for word in wanted)
        for position, both in self._in_common(wanted).items():
            entry = self.entries[position]
            extra, missing = total - both, entry.weight - both
            score = both / (both + EXTRA_WORD * extra + MISSING_WORD * missing)
            score *= 1.0 if words[-1] == entry.head else OTHER_HEAD
            is_vague = len(entry.words) == 1 and entry.words <= self.vague
            if score >= ENOUGH_IN_COMMON and not is_vague:
                yield entry, score

    def _in_common(self, wanted: frozenset[str]) -> dict[int, float]:
        """The weight of the words shared with each title that could be enough, by position."""
        common: dict[int, float] = {}
        known = (word for word in wanted if word in self.with_word)
        for word in sorted(known, key=lambda each: (len(self.with_word[each]), each)):
            weight, positions = self.weight[word], self.with_word[word]
            is_open = not common or len(positions) <= COMMON_WORD
            for position in positions:
                if is_open or position in common:
                    common[position] = common.get(position, 0.0) + weight
        return common


@cache
def family_titles() -> FamilyTitles:
    """The index over the atlas of this version, made once."""
    read = [
        (occupation, title, words)
        for occupation in atlas().occupations
        for title in (*occupation.titles, occupation.name)
        if (words := plain_words(title))
    ]
    with_word: dict[str, list[int]] = defaultdict(list)
    for position, (_, _, words) in enumerate(read):
        for word in set(words):
            with_word[word].append(position)
    weight = {word: _weight(word, len(read) / len(found)) for word, found in with_word.items()}
    entries = tuple(
        _Entry(occupation, title, each, words[-1], sum(weight[word] for word in each))
        for occupation, title, words in read
        for each in (frozenset(words),)
    )
    return FamilyTitles(
        entries=entries,
        exact={" ".join(sorted(entry.words)): entry for entry in reversed(entries)},
        with_word={word: tuple(found) for word, found in with_word.items()},
        weight=weight,
        unknown_weight=log(1 + len(read)),
        vague=frozenset(
            word
            for word, found in with_word.items()
            if len({entries[position].occupation.code for position in found}) >= VAGUE_WORD
        ),
    )


def _weight(word: str, rarity: float) -> float:
    return log(1 + rarity) * (ROLE_WORD if word in title_words().roles else 1.0)
