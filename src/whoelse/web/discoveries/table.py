"""Findings as a table: occupations across, facets down, every sentence with who said it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whoelse.web.careers import bridge as careers
from whoelse.web.interviews.models import FacetName, Finding

SHOWN_AT_ONCE = 3
WORK_IN_GENERAL = "Work in general"


@dataclass(frozen=True, slots=True)
class Column:
    """One occupation and how many people spoke about it."""

    code: str
    name: str
    findings: int
    people: int


@dataclass(frozen=True, slots=True)
class Cell:
    occupation: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Row:
    facet: str
    cells: tuple[Cell, ...]


def with_words(findings: Iterable[Finding], words: str) -> list[Finding]:
    """Those with these words, in any case and any script: SQLite by itself folds ASCII only."""
    wanted = words.casefold()
    return [finding for finding in findings if wanted in finding.sentence.casefold()]


def columns_of(findings: Iterable[Finding]) -> list[Column]:
    """Every occupation that somebody spoke about, the best known first."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.occupation, []).append(finding)
    columns = [
        Column(
            code=code,
            name=careers.occupation_name(code) or WORK_IN_GENERAL,
            findings=len(found),
            people=len({finding.interview.contact_id for finding in found}),
        )
        for code, found in by_code.items()
    ]
    return sorted(columns, key=lambda column: (-column.findings, column.name))


def chosen(columns: Sequence[Column], codes: Sequence[str]) -> list[Column]:
    """The columns asked for, or the best known; never more than fit side by side."""
    asked = [column for column in columns if column.code in codes]
    return (asked or list(columns))[:SHOWN_AT_ONCE]


def rows_of(findings: Iterable[Finding], columns: Sequence[Column]) -> list[Row]:
    """All facets in their order, also those of which nobody spoke yet."""
    by_place: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_place.setdefault((finding.facet, finding.occupation), []).append(finding)
    return [
        Row(
            facet=label,
            cells=tuple(
                Cell(column.name, tuple(by_place.get((value, column.code), ())))
                for column in columns
            ),
        )
        for value, label in FacetName.choices
    ]
