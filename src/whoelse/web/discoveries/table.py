"""Findings as a table: occupations across, facets down, every sentence with who said it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whoelse.web.careers import bridge as careers
from whoelse.web.discoveries import bridge
from whoelse.web.discoveries.chart import Stem, stems_of
from whoelse.web.discoveries.models import Pairing, Stand
from whoelse.web.interviews.models import FacetName, Finding

SHOWN_AT_ONCE = 3  # by itself; four fit when they are asked for
MOST_SHOWN = 4
WORK_IN_GENERAL = "Work in general"


@dataclass(frozen=True, slots=True)
class Column:
    """One occupation and how many people spoke about it."""

    code: str
    name: str
    findings: int
    people: int


@dataclass(frozen=True, slots=True)
class Compared:
    """A column that is shown: what was said alike, whether new things are heard, where I stand."""

    column: Column
    things: tuple[bridge.SameThing, ...]
    saturation: bridge.Saturation
    stems: tuple[Stem, ...]
    stand: Stand | None


@dataclass(frozen=True, slots=True)
class Cell:
    column: Column
    things: tuple[bridge.SameThing, ...]


@dataclass(frozen=True, slots=True)
class Row:
    facet: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def is_heard(self) -> bool:
        return any(cell.things for cell in self.cells)


def columns_of(findings: Iterable[Finding]) -> list[Column]:
    """Every occupation that somebody spoke about, the best known first."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.occupation, []).append(finding)
    columns = [
        Column(
            code=code,
            name=name_of(code),
            findings=len(found),
            people=len({finding.interview.contact_id for finding in found}),
        )
        for code, found in by_code.items()
    ]
    return sorted(columns, key=lambda column: (-column.findings, column.name))


def name_of(code: str) -> str:
    return careers.occupation_name(code) or WORK_IN_GENERAL


def chosen(columns: Sequence[Column], codes: Sequence[str]) -> list[Column]:
    """The columns asked for, or the best known; never more than fit side by side."""
    asked = [column for column in columns if column.code in codes]
    return asked[:MOST_SHOWN] or list(columns)[:SHOWN_AT_ONCE]


def compared(
    findings: Iterable[Finding],
    columns: Sequence[Column],
    *,
    pairings: Sequence[Pairing],
    stands: Mapping[str, Stand],
) -> list[Compared]:
    """The columns with their findings grouped."""
    by_code: dict[str, list[Finding]] = {column.code: [] for column in columns}
    for finding in findings:
        if finding.occupation in by_code:
            by_code[finding.occupation].append(finding)
    return [_compared(column, by_code[column.code], pairings, stands) for column in columns]


def _compared(
    column: Column,
    findings: Sequence[Finding],
    pairings: Sequence[Pairing],
    stands: Mapping[str, Stand],
) -> Compared:
    things = tuple(bridge.same_things(findings, pairings))
    found = bridge.saturation_of(things)
    return Compared(column, things, found, stems_of(found.new), stands.get(column.code))


def rows_of(shown: Sequence[Compared]) -> list[Row]:
    """All facets in their order, also those of which nobody spoke yet."""
    return [
        Row(
            facet=value,
            label=label,
            cells=tuple(
                Cell(one.column, tuple(thing for thing in one.things if thing.facet == value))
                for one in shown
            ),
        )
        for value, label in FacetName.choices
    ]
