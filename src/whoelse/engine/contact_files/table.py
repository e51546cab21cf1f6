"""Every other table: Yahoo, Handshake, alumni lists, and whatever a mapping describes.

A table is read without asking only if its columns say where the names are.
"""

from collections.abc import Mapping, Sequence

from whoelse.engine.contact_files.columns import FIELDS, fields_of, plain
from whoelse.engine.contact_files.layout import Layout, layout_of

_YAHOO = {
    "given": ("first",),
    "middle": ("middle",),
    "family": ("last",),
    "nickname": ("nickname",),
    "email": ("email", "alternate email 1", "alternate email 2"),
    "phone": ("mobile", "work", "primary", "home", "other"),
    "employer": ("company",),
    "job_title": ("title",),
    "profile_url": ("personal website", "business website"),
}
_PLURALS = {"emails": "email", "phones": "phone"}


def yahoo(header: Sequence[str], names: Sequence[str]) -> Layout | None:
    """Yahoo's address book: one word per column, and no “name” in any of them."""
    if not {"first", "last", "email", "yahoo! phone"}.issubset(names):
        return None
    columns = {
        field: [names.index(alias) for alias in aliases if alias in names]
        for field, aliases in _YAHOO.items()
    }
    return layout_of("yahoo", header, columns)


def handshake(header: Sequence[str], names: Sequence[str]) -> Layout | None:
    """Handshake's list of students: half of its columns are refused."""
    if not {"first name", "last name", "email address", "auth identifier"}.issubset(names):
        return None
    return layout_of("handshake", header, fields_of(names))


def table(header: Sequence[str], names: Sequence[str]) -> Layout | None:
    """Any table with a full name, or with a given and a family name, and something beside it."""
    found = fields_of(names)
    named = "name" in found or ("given" in found and "family" in found)
    if not named or (len(found) < 2 and len(names) > 1):
        return None
    return layout_of("table", header, found, day_first="first name" not in names)


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Raise ValueError for a field that does not exist."""
    for field in mapping.values():
        if _PLURALS.get(field, field) not in FIELDS:
            raise ValueError(f"There is no field {field!r}; there are {', '.join(FIELDS)}.")


def mapped(
    header: Sequence[str], names: Sequence[str], mapping: Mapping[str, str]
) -> Layout | None:
    """Return the layout that `mapping` describes, if this header has all its columns."""
    columns: dict[str, list[int]] = {}
    for column, field in mapping.items():
        if plain(column) not in names:
            return None
        columns.setdefault(_PLURALS.get(field, field), []).append(names.index(plain(column)))
    return layout_of("table", header, columns)
