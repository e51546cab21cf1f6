"""A table that nobody has seen before: what it shows of itself, and a guess at its columns."""

import re
from collections.abc import Sequence
from itertools import islice

from whoelse.engine.contact_files.batch import UnknownColumns, UnreadableFile
from whoelse.engine.contact_files.characters import clean
from whoelse.engine.contact_files.columns import FIELDS, fields_of, is_sensitive, plain
from whoelse.engine.contact_files.limits import Limits
from whoelse.engine.contact_files.records import DELIMITERS, cells_of, records

SAMPLE_ROWS = 3
_SHOWN = 120  # characters of a cell
_LINES = 20

_HINTS = {
    "email": re.compile(r"mail"),
    "profile_url": re.compile(r"linkedin|profile|\burl\b|website"),
    "phone": re.compile(r"phone|mobile|\btel\b"),
    "employer": re.compile(r"compan|employer|firm|organi[sz]ation|unternehmen|entreprise|empresa"),
    "job_title": re.compile(r"title|position|role|occupation|\bjob\b"),
    "given": re.compile(r"first|given|preferred|vorname|prenom"),
    "family": re.compile(r"last|family|surname|nachname"),
    "name": re.compile(r"\bname\b|alum|person|contact"),
}


def unknown_table(lines: Sequence[str], limits: Limits) -> UnreadableFile:
    """Return the error that lets a page ask which column is which."""
    delimiter, start = _shape(lines, limits)
    if start < 0:
        if any(line.count(d) >= limits.max_columns for line in lines[:_LINES] for d in DELIMITERS):
            return UnreadableFile(
                f"The table has more than {limits.max_columns} columns.",
                "Export the contacts again, or remove the columns that are not needed.",
            )
        return UnreadableFile(
            "This is neither a table nor a list of cards.",
            "Choose a CSV or vCard file, or LinkedIn's export as it came.",
        )
    header = tuple(clean(cell)[:_SHOWN] for cell in cells_of(lines[start], delimiter))
    following = records(
        iter(lines[start + 1 :]), delimiter=delimiter, width=len(header), limits=limits
    )
    rows = islice((cells for cells in following if isinstance(cells, list)), SAMPLE_ROWS)
    shown = tuple(tuple(clean(cell)[:_SHOWN] for cell in cells[: len(header)]) for cells in rows)
    return UnknownColumns(header, shown, guess_fields(header))


def guess_fields(header: Sequence[str]) -> dict[str, str]:
    """Return a field for each column whose name suggests one; each field once."""
    names = [plain(name) for name in header]
    guess = {
        header[indexes[0]]: field
        for field, indexes in fields_of(names).items()
        if field in FIELDS and not is_sensitive(header[indexes[0]])
    }
    for field, pattern in _HINTS.items():
        for name, compared in zip(header, names, strict=True):
            if field in guess.values():
                break
            if name and name not in guess and pattern.search(compared) and not is_sensitive(name):
                guess[name] = field
    return guess


def _shape(lines: Sequence[str], limits: Limits) -> tuple[str, int]:
    """Return the delimiter that makes the widest steady table, and the line of its header."""
    best = ("", -1)
    widest = 1
    for delimiter in DELIMITERS:
        widths = [
            len(cells_of(line, delimiter)) if line.count(delimiter) < limits.max_columns else 0
            for line in lines[:_LINES]
        ]
        usual = max(set(widths), key=lambda width: (widths.count(width), width), default=0)
        if usual > widest:
            widest = usual
            best = (delimiter, widths.index(usual))
    return best
