"""Tables of phrases that a rule looks for, in a notation that a person can read.

One phrase a line, its elements between spaces: `word`; `one|two`; `two_words` as one alternative;
`<class>` of the lexicon; `may?` be missing; `..` up to five describing words; `...` up to six
words, none that asks; `....` six of any sort; `!word` does not follow; `^` a part of a sentence
begins, `$` the sentence ends. `[label]` names the phrases below it, `#` begins a remark.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from whoelse.engine.outreach.elements import Element, Kind, element, match_end
from whoelse.engine.outreach.lexicon import COMMON
from whoelse.engine.text import Sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a sentence: its words `first` to `last`, both included."""

    label: str
    sentence: Sentence
    first: int
    last: int

    @property
    def start(self) -> int:
        return self.sentence.starts[self.first]

    @property
    def end(self) -> int:
        return self.sentence.ends[self.last]


@dataclass(frozen=True, eq=False)
class Phrase:
    """One line of a table."""

    label: str
    written: str
    line: int  # of the table, so that the order of what is found never varies

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        return tuple(element(written) for written in self.written.split())

    @cached_property
    def openings(self) -> frozenset[str]:
        """Words one of which it begins with."""
        first, *others = self.elements
        return (others[0] if first.kind is Kind.BEGIN else first).first_words

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """For each firm element the words one of which must stand in the sentence; rarest first."""
        sets = [one.first_words for one in self.elements if one.is_firm]
        return tuple(sorted(sets, key=lambda words: (len(words & COMMON), len(words))))


_FEW = 4  # so few words are looked up faster one by one


class Phrases:
    """A table of phrases, indexed by the words without which they cannot occur."""

    def __init__(self, table: str) -> None:
        self.phrases = tuple(_read(table))
        bits: dict[frozenset[str], int] = {}
        self._index: dict[str, list[tuple[int, Phrase]]] = {}
        for phrase in self.phrases:
            needs = phrase.needs
            demand = 0
            for need in needs:
                demand |= bits.setdefault(need, 1 << len(bits))
            for word in needs[0]:
                self._index.setdefault(word, []).append((demand, phrase))
        self._anchors = frozenset(self._index)
        self._bits = _bits_of_words(bits)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Every phrase of the table in this sentence, in no particular order."""
        candidates = self._candidates(sentence.vocabulary)
        if not candidates:
            return
        places: dict[str, list[int]] = {}
        for place, word in enumerate(sentence.words):
            places.setdefault(word, []).append(place)
        for phrase in sorted(candidates, key=_line):
            yield from _matches(phrase, sentence, places)

    def _candidates(self, vocabulary: frozenset[str]) -> set[Phrase]:
        """Phrases each of whose firm elements has a word in the sentence."""
        anchors = self._anchors & vocabulary
        if not anchors:
            return set()
        met = 0
        for word in vocabulary:
            met |= self._bits.get(word, 0)
        return {
            phrase
            for word in anchors
            for demand, phrase in self._index[word]
            if demand & met == demand
        }

    def occurs(self, sentence: Sentence) -> bool:
        return any(True for _ in self.find(sentence))


def _line(phrase: Phrase) -> int:
    return phrase.line


def _bits_of_words(bits: dict[frozenset[str], int]) -> dict[str, int]:
    """For each word, in which of the needed sets it is: one bit for each set."""
    of_words: dict[str, int] = {}
    for need, bit in bits.items():
        for word in need:
            of_words[word] = of_words.get(word, 0) | bit
    return of_words


def _matches(phrase: Phrase, sentence: Sentence, places: dict[str, list[int]]) -> Iterator[Found]:
    openings = phrase.openings
    if len(openings) > _FEW:
        openings = openings & sentence.vocabulary
    for word in sorted(openings):
        for first in places.get(word, ()):
            end = match_end(phrase.elements, sentence.words, first)
            if end > first:
                yield Found(phrase.label, sentence, first, end - 1)


def _read(table: str) -> Iterator[Phrase]:
    label = ""
    for number, line in enumerate(table.splitlines(), start=1):
        written = line.partition("#")[0].strip()
        if written.startswith("["):
            label = written.strip("[]")
        elif written:
            yield Phrase(label, written, number)
