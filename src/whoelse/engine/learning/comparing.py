"""Occupation by facet: what several people said alike, and who says otherwise.

Grouping is lexical and can be overruled by the student. In one group, statements contradict each
other when one denies what the other says, or when one speaks for and the other against.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whoelse.engine.learning.grouping import alike, group, weights
from whoelse.engine.learning.terms import terms_of
from whoelse.engine.words import Facet, Side

Pair = tuple[str, str]  # ids of two statements
_FACETS = tuple(Facet)


@dataclass(frozen=True, slots=True)
class Statement:
    """One finding: a sentence on a facet of an occupation, and who said it."""

    id: str
    text: str
    occupation: str  # code
    facet: Facet
    speaker: str  # id of the contact
    speaker_name: str
    side: Side = Side.OPEN


@dataclass(frozen=True, slots=True)
class Group:
    """Statements about the same thing: those that agree, and those that say otherwise."""

    said: tuple[Statement, ...]  # the clearest first
    otherwise: tuple[Statement, ...]
    because: tuple[str, ...]  # terms that they share
    sentence: str  # "Two people say so: Dr. Okafor and Prof. Castellane. One says otherwise: ..."

    @property
    def text(self) -> str:
        """What was said, in the words of the clearest statement."""
        return self.said[0].text


@dataclass(frozen=True, slots=True)
class Cell:
    """What was said about one facet of one occupation, what most people spoke about first."""

    occupation: str
    facet: Facet
    groups: tuple[Group, ...]


def compare(
    statements: Sequence[Statement],
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> tuple[Cell, ...]:
    """Group what was said by occupation and facet, with evidence and dissent.

    `together` and `apart` are pairs of ids that the student put together or split; apart wins.
    Cells come by occupation code, then in the order of the facets.
    """
    apart_pairs = frozenset(map(frozenset, apart))
    together_pairs = frozenset(map(frozenset, together)) - apart_pairs
    meaning = _Meaning(statements)
    cells: dict[tuple[str, Facet], list[Statement]] = {}
    for statement in statements:
        cells.setdefault((statement.occupation, statement.facet), []).append(statement)
    found = []
    for occupation, facet in sorted(cells, key=lambda key: (key[0], _FACETS.index(key[1]))):
        told = cells[occupation, facet]
        members = group(
            [statement.id for statement in told],
            [meaning.terms[statement.id] for statement in told],
            meaning.weight,
            together_pairs,
            apart_pairs,
        )
        groups = [_group([told[n] for n in positions], meaning) for positions in members]
        groups.sort(key=lambda g: -len(_speakers((*g.said, *g.otherwise))))
        found.append(Cell(occupation, facet, tuple(groups)))
    return tuple(found)


class _Meaning:
    """The terms of all statements, and which of these say contrary things."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.terms = {statement.id: terms_of(statement.text) for statement in statements}
        self.weight = weights(self.terms.values())

    def contradict(self, one: Statement, other: Statement) -> bool:
        if {one.side, other.side} == {Side.FOR, Side.AGAINST}:
            return True
        first, second = self.terms[one.id], self.terms[other.id]
        return first.denies(second, alike(first, second, self.weight))

    def shared(self, one: Statement, others: Iterable[Statement]) -> int:
        words = self.terms[one.id].words
        return sum(len(words & self.terms[other.id].words) for other in others)


def _group(told: Sequence[Statement], meaning: _Meaning) -> Group:
    """Split a group into what agrees and what says otherwise, the clearest statement first."""
    said, otherwise = _camps(told, meaning)
    speaks = max(said, key=lambda s: meaning.shared(s, told))
    said = [speaks, *(s for s in said if s is not speaks)]
    shared = frozenset.intersection(*(meaning.terms[s.id].words for s in told))
    return Group(tuple(said), tuple(otherwise), tuple(sorted(shared)), _sentence(said, otherwise))


def _camps(told: Sequence[Statement], meaning: _Meaning) -> tuple[list[Statement], list[Statement]]:
    """Take out what most others contradict until the rest agrees; of two, the later one."""
    said, otherwise = list(told), []
    opponents = {s.id: {o.id for o in told if meaning.contradict(s, o)} for s in told}
    while most := max(len(opponents[s.id]) for s in said):
        odd = [s for s in said if len(opponents[s.id]) == most][-1]
        said.remove(odd)
        otherwise.append(odd)
        for s in said:
            opponents[s.id].discard(odd.id)
    return said, sorted(otherwise, key=told.index)


def _speakers(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Return the names of the people who spoke, each once."""
    return tuple({s.speaker: s.speaker_name for s in statements}.values())


def _sentence(said: Sequence[Statement], otherwise: Sequence[Statement]) -> str:
    names = _speakers(said)
    people = "1 person" if len(names) == 1 else f"{len(names)} people"
    sentence = f"{people}: {', '.join(names)}."
    others = _speakers(otherwise)
    if others:
        verb = "1 person says" if len(others) == 1 else f"{len(others)} people say"
        sentence += f" {verb} otherwise: {', '.join(others)}."
    return sentence
