"""Elements of phrases: what one place of a phrase allows, and where a row of them matches.

Matching walks over the words of one sentence. Gaps are short and sentences are bounded, so that no
text makes it slow; alternatives are sets, so that their number does not matter.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache

from whoelse.engine.outreach.lexicon import (
    CLASSES,
    NOT_AFTER_OPENING,
    NOT_DESCRIBING,
    NOT_LEAPT,
    OPENING_CLASSES,
)

_BREAKS = frozenset(',;:.!?…()"“”—–-')  # behind these a part of a sentence begins
_MARKS = frozenset('.,;:!?…()[]{}"“”„«»—–-/\\|*+=<>%&#@$^~`_')  # no gap leaps over these
_TAIL = frozenset('.!?…,;:)"”—–-')  # these may stand between the last word and the end


class Kind(Enum):
    """What an element asks of its place."""

    WORDS = auto()
    GAP = auto()
    NOT = auto()
    BEGIN = auto()
    END = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """What one place of a phrase allows.

    `longer` holds alternatives of several words by their first one, `barred` the words that may not
    follow (or that a gap may not leap over).
    """

    kind: Kind
    singles: frozenset[str] = frozenset()
    longer: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    first_words: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    is_optional: bool = False
    may_end: bool = False  # the end of the sentence is one of the alternatives
    most: int = 0  # words in a gap
    joins: frozenset[str] = frozenset()  # marks that a gap may leap over
    is_firm: bool = False  # a word of it must stand in the sentence
    is_plain: bool = False  # one word decides, unless it begins a longer alternative


_FIXED = {
    "..": Element(Kind.GAP, barred=NOT_DESCRIBING, most=5, joins=frozenset(",&")),
    "...": Element(Kind.GAP, barred=NOT_LEAPT, most=6),
    "....": Element(Kind.GAP, most=6),
    "^": Element(Kind.BEGIN),
    "$": Element(Kind.END),
}


@cache
def element(written: str) -> Element:
    """The element that this notation stands for; see `phrases`."""
    if written in _FIXED:
        return _FIXED[written]
    if written[0] == "!":
        return _words(written[1:], kind=Kind.NOT)
    if written[-1] == "?":
        return _words(written[:-1], is_optional=True)
    return _words(written)


def _words(written: str, kind: Kind = Kind.WORDS, *, is_optional: bool = False) -> Element:
    singles: set[str] = set()
    longer: dict[str, list[tuple[str, ...]]] = {}
    parts = written.split("|")
    for part in parts:
        for member in CLASSES[part[1:-1]] if part[0] == "<" else (part.replace("_", " "),):
            first, *others = member.split(" ")
            if others:
                longer.setdefault(first, []).append(tuple(others))
            elif first != "$":
                singles.add(first)
    is_firm = kind is Kind.WORDS and not is_optional and "$" not in parts
    is_opening = any(part[1:-1] in OPENING_CLASSES for part in parts if part[0] == "<")
    return Element(
        kind,
        frozenset(singles),
        {first: tuple(sorted(tails, key=len, reverse=True)) for first, tails in longer.items()},
        frozenset(singles | set(longer)),
        barred=NOT_AFTER_OPENING if is_opening else frozenset(),
        is_optional=is_optional,
        may_end="$" in parts,
        is_firm=is_firm,
        is_plain=is_firm and not is_opening,
    )


def match_end(row: tuple[Element, ...], words: tuple[str, ...], at: int, place: int = 0) -> int:
    """Where the elements from `place` on, begun at word `at`, end; -1 if they do not match."""
    total = len(words)
    while place < len(row):
        one = row[place]
        place += 1
        if one.is_plain and (at >= total or words[at] not in one.longer):
            if at >= total or words[at] not in one.singles:
                return -1
            at += 1
            continue
        if one.kind is Kind.WORDS:
            return _first_that_goes_on(row, words, _ends(one, words, at), place)
        if one.kind is Kind.GAP:
            return _beyond_gap(row, words, at, place)
        if not _holds(one, words, at):
            return -1
    return at


def _first_that_goes_on(
    row: tuple[Element, ...], words: tuple[str, ...], ends: list[int], place: int
) -> int:
    for at in ends:
        end = match_end(row, words, at, place)
        if end >= 0:
            return end
    return -1


def _beyond_gap(row: tuple[Element, ...], words: tuple[str, ...], at: int, place: int) -> int:
    """The nearest end of what follows a gap that begins at word `at`."""
    gap, total = row[place - 1], len(words)
    following = row[place] if place < len(row) else None
    firsts = following.first_words if following and following.is_firm else None
    barred, joins = gap.barred, gap.joins
    for reach in range(at, at + gap.most + 1):
        if reach >= total:
            return -1 if firsts is not None else match_end(row, words, reach, place)
        word = words[reach]
        if firsts is None or word in firsts:
            end = match_end(row, words, reach, place)
            if end >= 0:
                return end
        if word in barred or (word[0] in _MARKS and word not in joins):
            return -1
    return -1


def _ends(one: Element, words: tuple[str, ...], at: int) -> list[int]:
    """Where alternatives that begin at word `at` end, longest first."""
    ends: list[int] = []
    if at < len(words):
        word = words[at]
        for tail in one.longer.get(word, ()):
            after = at + 1 + len(tail)
            if words[at + 1 : after] == tail:
                ends.append(after)
        if word in one.singles:
            ends.append(at + 1)
    if one.barred:
        ends = [end for end in ends if end >= len(words) or words[end] not in one.barred]
    if one.is_optional or (one.may_end and _is_over(words, at)):
        ends.append(at)
    return ends


def _holds(one: Element, words: tuple[str, ...], at: int) -> bool:
    if one.kind is Kind.NOT:
        return not _ends(one, words, at)
    if one.kind is Kind.BEGIN:
        return at == 0 or words[at - 1][0] in _BREAKS
    return _is_over(words, at)


def _is_over(words: tuple[str, ...], at: int) -> bool:
    return all(word[0] in _TAIL for word in words[at:])
