"""A layout says which columns of a table hold which field of a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoelse.engine.contact_files.columns import is_sensitive

SEVERAL = "\n"  # joins several values of a field; a cleaned text has none


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that are read: `used` are their indexes, `fields` what each one holds.

    A field may have several columns, the best first; `separator` joins several values in a
    cell. `day_first` decides what 3/4/2024 means. `refused` are the columns never kept.
    """

    format: str
    header: tuple[str, ...]
    used: tuple[int, ...]
    fields: tuple[str, ...]
    refused: tuple[int, ...]
    separator: str = SEVERAL
    day_first: bool = False


def layout_of(
    format: str,  # noqa: A002 - the word of the report
    header: Sequence[str],
    columns: Mapping[str, Sequence[int]],
    *,
    separator: str = SEVERAL,
    day_first: bool = False,
) -> Layout:
    """Make a layout of the columns for each field; one that is never kept is left out."""
    refused = tuple(index for index, name in enumerate(header) if is_sensitive(name))
    kept = [
        (index, field)
        for field, indexes in columns.items()
        for index in indexes
        if index not in refused
    ]
    return Layout(
        format=format,
        header=tuple(header),
        used=tuple(index for index, _ in kept),
        fields=tuple(field for _, field in kept),
        refused=refused,
        separator=separator,
        day_first=day_first,
    )
