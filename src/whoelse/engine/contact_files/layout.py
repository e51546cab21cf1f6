"""A layout says which columns of a table hold which field of a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoelse.engine.contact_files.columns import is_sensitive


@dataclass(frozen=True, slots=True)
class Layout:
    """Indexes of columns per field, the best first; `separator` joins several values in a cell.

    `day_first` decides what 3/4/2024 means. `refused` are the columns that are never kept.
    """

    format: str
    header: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    refused: tuple[int, ...]
    separator: str = ""
    day_first: bool = False


def layout_of(
    format: str,  # noqa: A002 - the word of the report
    header: Sequence[str],
    columns: Mapping[str, Sequence[int]],
    *,
    separator: str = "",
    day_first: bool = False,
) -> Layout:
    """Make a layout; a column that is never kept loses its field."""
    refused = tuple(index for index, name in enumerate(header) if is_sensitive(name))
    kept = {
        field: tuple(index for index in indexes if index not in refused)
        for field, indexes in columns.items()
    }
    return Layout(format, tuple(header), kept, refused, separator, day_first)
