"""The rows of a table, read through a layout."""

from collections.abc import Iterator, Sequence

from whoelse.engine.contact_files.account import Account
from whoelse.engine.contact_files.layout import Layout
from whoelse.engine.contact_files.people import Entry, keep_person
from whoelse.engine.contact_files.records import Broken

EMPTY = "The row is empty."
TOO_MANY_CELLS = "The row has far more cells than the header."

_NO_DATA = frozenset({"", "0/0/00", "0/0/0000", "00/00/00", "unspecified"})


def read_rows(rows: Iterator[list[str] | Broken], layout: Layout, account: Account) -> str:
    """Read every row and return the format; one that cannot be read does not stop the rest."""
    for cells in rows:
        account.begin_row()
        if isinstance(cells, Broken):
            account.skip(cells.why)
        elif len(cells) > account.limits.max_columns:
            account.skip(TOO_MANY_CELLS)
        elif not any(map(str.strip, cells)):
            account.skip(EMPTY)
        else:
            _note_refused(cells, layout, account)
            keep_person(_entry(cells, layout, account), account, layout.format)
    return layout.format


def _note_refused(cells: Sequence[str], layout: Layout, account: Account) -> None:
    for index in layout.refused:
        if index < len(cells) and cells[index].strip().casefold() not in _NO_DATA:
            account.refuse(account.text(layout.header[index]))


def _entry(cells: Sequence[str], layout: Layout, account: Account) -> Entry:
    def every(field: str) -> Iterator[str]:
        for index in layout.columns.get(field, ()):
            if index < len(cells) and (cell := cells[index]):
                for part in cell.split(layout.separator) if layout.separator else (cell,):
                    if text := account.text(part):
                        yield text

    def first(field: str) -> str:
        return next(every(field), "")

    return Entry(
        name=first("name"),
        given=first("given"),
        middle=first("middle"),
        family=first("family"),
        nickname=first("nickname"),
        emails=every("email"),
        phones=every("phone"),
        employer=first("employer"),
        job_title=first("job_title"),
        title=first("title"),
        links=every("profile_url"),
        connected_on=account.date(first("connected_on"), day_first=layout.day_first),
    )
