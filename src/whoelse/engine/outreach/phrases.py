"""Tables of phrases that a rule looks for, in a notation that a person can read.

One phrase a line, its elements between spaces: `word`; `one|two`; `two_words` as one alternative;
`<class>` of the lexicon; `may?` be missing; `..` up to five describing words; `...` up to six
words, none that asks; `....` six of any sort; `!word` does not follow; `^` a part of a sentence
begins, `$` the sentence ends. `[label]` names the phrases below it, `#` begins a remark.
"""

from collections.abc import Callable, Iterator
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
        """Where it begins, in characters of the text."""
        return self.sentence.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends, in characters of the text."""
        return self.sentence.ends[self.last]


@dataclass(frozen=True, eq=False)
class Phrase:
    """One line of a table."""

    label: str
    written: str
    line: int  # of the table, so that the order of what is found never varies

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Its places in order."""
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

    def __init__(self, table: Callable[[], str]) -> None:
        self._table = table

    @cached_property
    def _index(self) -> dict[str, list[tuple[int, Phrase]]]:
        """Phrases by the words without which they cannot occur; read when first looked for."""
        index: dict[str, list[tuple[int, Phrase]]] = {}
        for phrase in _read(self._table()):
            needs = phrase.needs
            demand = 0
            for need in needs:
                demand |= _bit_of(need)
            for word in needs[0]:
                index.setdefault(word, []).append((demand, phrase))
        return index

    @cached_property
    def _anchors(self) -> frozenset[str]:
        return frozenset(self._index)

    def find(self, sentence: Sentence) -> list[Found]:
        """Every phrase of the table in this sentence, in the order of the table."""
        found: list[Found] | None = sentence.memo.get(self)
        if found is None:
            found = sentence.memo[self] = self._find(sentence)
        return found

    def _find(self, sentence: Sentence) -> list[Found]:
        anchors = self._anchors & sentence.vocabulary
        if not anchors:
            return []
        sets, met = sentence.memo.get(_MET, (0, 0))
        if sets != len(_BIT_OF_SET):  # a table was read since
            met = _met_by(sentence.vocabulary)
            sentence.memo[_MET] = (len(_BIT_OF_SET), met)
        candidates = {
            phrase
            for word in anchors
            for demand, phrase in self._index[word]
            if demand & met == demand
        }
        found: list[Found] = []
        for phrase in sorted(candidates, key=_line) if len(candidates) > 1 else candidates:
            _match(phrase, sentence, found)
        return found

    def occurs(self, sentence: Sentence) -> bool:
        """Whether any phrase of the table stands in this sentence."""
        return bool(self.find(sentence))


# Every set of words that some phrase needs has a bit; a sentence that has the bits of a phrase may
# hold it. This is looked up once for a sentence, whatever the number of tables.
_MET = "bits of the sets that it meets"
_BIT_OF_SET: dict[frozenset[str], int] = {}
_BITS_OF_WORD: dict[str, int] = {}


def _bit_of(need: frozenset[str]) -> int:
    bit = _BIT_OF_SET.get(need)
    if bit is None:
        bit = _BIT_OF_SET[need] = 1 << len(_BIT_OF_SET)
        for word in need:
            _BITS_OF_WORD[word] = _BITS_OF_WORD.get(word, 0) | bit
    return bit


def _met_by(vocabulary: frozenset[str]) -> int:
    met = 0
    for word in vocabulary:
        met |= _BITS_OF_WORD.get(word, 0)
    return met


def _line(phrase: Phrase) -> int:
    return phrase.line


def _match(phrase: Phrase, sentence: Sentence, found: list[Found]) -> None:
    words, elements, openings = sentence.words, phrase.elements, phrase.openings
    if len(openings) > _FEW:
        openings = openings & sentence.vocabulary
    for word in sorted(openings) if len(openings) > 1 else openings:
        first = -1
        for _ in range(words.count(word)):
            first = words.index(word, first + 1)
            end = match_end(elements, words, first)
            if end > first:
                found.append(Found(phrase.label, sentence, first, end - 1))


def _read(table: str) -> Iterator[Phrase]:
    label = ""
    for number, line in enumerate(table.splitlines(), start=1):
        written = line.partition("#")[0].strip()
        if written.startswith("["):
            label = written.strip("[]")
        elif written:
            yield Phrase(label, written, number)
