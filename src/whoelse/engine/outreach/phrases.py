"""Tables of phrases that a rule looks for, in a notation that a person can read.

One phrase a line, its elements between spaces: `word`; `one|two`; `two_words` as one alternative;
`<class>` of the lexicon; `may?` be missing; `..` up to five describing words; `...` up to six
words, none that asks; `....` six of any sort; `!word` does not follow; `^` a part of a sentence
begins, `$` the sentence ends. `[label]` names the phrases below it, `#` begins a remark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from whoelse.engine.outreach.lexicon import (
    CLASSES,
    COMMON,
    NOT_AFTER_OPENING,
    NOT_DESCRIBING,
    NOT_LEAPT,
)
from whoelse.engine.text import Sentence

_WORD = r"(?:[^\W_]|')[^ ]*+"
_BEGINNING = r"(?:(?<=^ )|(?<=[,;:.!?…()\"“”—–-] ))"
_NOT_DESCRIBING = "|".join(sorted(NOT_DESCRIBING))
_DESCRIBING = rf"(?:(?!(?:{_NOT_DESCRIBING}) )(?:{_WORD}|,|&) ){{0,5}}?"
_ANYTHING = rf"(?:(?!(?:{'|'.join(sorted(NOT_LEAPT))}) ){_WORD} ){{0,6}}?"
_WHATEVER = rf"(?:{_WORD} ){{0,6}}?"
_END = r"(?:[.!?…,;:)\"”—–-]++ )*+$"
_NOT_AFTER = f"(?! (?:{'|'.join(sorted(NOT_AFTER_OPENING))}) )"


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

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The regular expression, made when first needed: most phrases never are."""
        elements = [_expression(element) for element in self.written.split()]
        return re.compile("(?<= )" + "".join(elements))

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """For each firm element the words one of which must stand in the sentence; rarest first."""
        sets = [_first_words(e) for e in self.written.split() if _is_firm(e)]
        return tuple(sorted(sets, key=lambda words: (len(words & COMMON), len(words))))


class Phrases:
    """A table of phrases, indexed by the words without which they cannot occur."""

    def __init__(self, table: str) -> None:
        self.phrases = tuple(_read(table))
        self._index: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            for word in phrase.needs[0]:
                self._index.setdefault(word, []).append(phrase)
        self._anchors = frozenset(self._index)

    def find(self, sentence: Sentence) -> Iterator[Found]:
        """Every phrase of the table in this sentence, in no particular order."""
        vocabulary = sentence.vocabulary
        tried: set[Phrase] = set()
        for word in self._anchors & vocabulary:
            for phrase in self._index[word]:
                for need in phrase.needs:
                    if vocabulary.isdisjoint(need):
                        break
                else:
                    if phrase not in tried:
                        tried.add(phrase)
                        yield from _matches(phrase, sentence)

    def occurs(self, sentence: Sentence) -> bool:
        return any(True for _ in self.find(sentence))


def _matches(phrase: Phrase, sentence: Sentence) -> Iterator[Found]:
    for match in phrase.pattern.finditer(sentence.plain):
        first = sentence.word_at(match.start())
        last = sentence.word_at(max(match.start(), match.end() - 2))
        yield Found(phrase.label, sentence, first, last)


def _read(table: str) -> Iterator[Phrase]:
    label = ""
    for line in table.splitlines():
        written = line.partition("#")[0].strip()
        if written.startswith("["):
            label = written.strip("[]")
        elif written:
            yield Phrase(label, written)


def _is_firm(element: str) -> bool:
    if element in ("..", "...", "....", "^") or element[0] == "!":
        return False
    return element[-1] != "?" and "$" not in element.split("|")


_OPENINGS = ("<opening>", "<sure>", "<vac>")
_FIXED = {"..": _DESCRIBING, "...": _ANYTHING, "....": _WHATEVER, "^": _BEGINNING, "$": _END}


@cache
def _expression(element: str) -> str:
    if element in _FIXED:
        return _FIXED[element]
    if element[0] == "!":
        return f"(?!{_alternatives(element[1:])} )"
    if element[-1] == "?":
        return f"(?:{_alternatives(element[:-1])} )?"
    words = [part for part in element.split("|") if part != "$"]
    ends = f"|{_END}" if "$" in element else ""
    return f"(?:{_alternatives('|'.join(words))} {ends})"


def _alternatives(element: str) -> str:
    words = sorted({re.escape(word) for word in _members(element)}, key=len, reverse=True)
    found = f"(?:{'|'.join(words)})".replace(r"\ ", " ")
    return found + _NOT_AFTER if any(name in element for name in _OPENINGS) else found


def _members(element: str) -> Iterator[str]:
    for part in element.split("|"):
        if part[0] == "<":
            yield from CLASSES[part[1:-1]]
        else:
            yield part.replace("_", " ")


@cache
def _first_words(element: str) -> frozenset[str]:
    return frozenset(member.split(" ", 1)[0] for member in _members(element))
