"""The rows of a table, read through a layout."""

from collections.abc import Iterator, Sequence

from whoelse.engine.contact_files.account import Account
from whoelse.engine.contact_files.layout import SEVERAL, Layout
from whoelse.engine.contact_files.people import MANY, Entry, keep_person
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
    width = len(cells)
    texts = account.texts([cells[index] if index < width else "" for index in layout.used])
    said = dict(zip(layout.fields, texts, strict=True))
    if len(said) < len(texts) or layout.separator != SEVERAL:
        said = _with_every_value(layout, texts)
    if date := said.get("connected_on"):
        said["connected_on"] = account.date(date, day_first=layout.day_first)
    return Entry(**said)


def _with_every_value(layout: Layout, texts: Sequence[str]) -> dict[str, str]:
    """Join what several columns or parts of a cell say, where a person can have several."""
    said: dict[str, str] = {}
    for field, text in zip(layout.fields, texts, strict=True):
        values = [value.strip() for value in text.split(layout.separator)] if text else []
        if field in MANY and values:
            said[field] = SEVERAL.join([said[field], *values] if field in said else values)
        elif values and not said.get(field):
            said[field] = values[0]
    return said
