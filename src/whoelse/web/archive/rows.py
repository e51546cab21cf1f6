"""The rows that stand in an archive, checked one by one before any of them is stored.

Every message says in which row of which table what cannot stand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models

from whoelse.web.archive.exceptional import settled
from whoelse.web.archive.opening import EXPORT_AGAIN, CannotBeBroughtIn
from whoelse.web.archive.tables import NAMED_ABOVE, Table, student_fields, tables
from whoelse.web.archive.values import Unfit, read


@dataclass(frozen=True, slots=True)
class Arrival:
    """One row: its values, and the public ids of the rows that it names."""

    number: int
    values: dict[str, Any]
    references: dict[str, UUID | None]
    lists: dict[str, list[UUID]]


def student_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the archive says about the student."""
    said = _object(data.get("student"), "The student")
    _ensure_known(said, {field.name for field in student_fields()}, "The student")
    return {f.attname: _value(f, said, "The student") for f in student_fields()}


def arrivals_in(data: Mapping[str, Any]) -> dict[str, list[Arrival]]:
    """Every row of every table, by the table's name. Raises `CannotBeBroughtIn`."""
    said = _object(data.get("rows"), "The rows")
    _ensure_known(said, {table.name for table in tables()}, "The archive")
    found = {table.name: list(_arrivals(table, said.get(table.name, []))) for table in tables()}
    names = {name: {row.values.get("public_id") for row in rows} for name, rows in found.items()}
    for table in tables():
        for arrival in found[table.name]:
            _ensure_named(table, arrival, names)
    return found


def cannot_stand(table: Table, number: int, what: str) -> CannotBeBroughtIn:
    return CannotBeBroughtIn(
        f"Row {number} of {table.name} cannot be stored: {what}.", EXPORT_AGAIN
    )


def _arrivals(table: Table, said: Any) -> Iterator[Arrival]:
    if not isinstance(said, list):
        raise CannotBeBroughtIn(f"What stands under {table.name} is no list.", EXPORT_AGAIN)
    known = {field.name for field in (*table.plain, *table.references, *table.lists)}
    for number, row in enumerate(said, start=1):
        where = f"Row {number} of {table.name}"
        _ensure_known(_object(row, where), known, where)
        yield Arrival(
            number=number,
            values=settled(table.name, {f.name: _value(f, row, where) for f in table.plain}),
            references={f.name: _reference(f, row, where) for f in table.references},
            lists={f.name: _names(f, row, where) for f in table.lists},
        )


def _object(said: Any, what: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise CannotBeBroughtIn(f"{what} in this archive cannot be read.", EXPORT_AGAIN)
    return said


def _ensure_known(said: Mapping[str, Any], known: set[str], where: str) -> None:
    strange = sorted(set(said) - known)
    if strange:
        raise CannotBeBroughtIn(
            f"{where} holds “{strange[0][:60]}”, which this WhoElse does not know.",
            "It may have been made by a newer one: bring WhoElse up to date, then try again.",
        )


def _value(field: models.Field, said: Mapping[str, Any], where: str) -> Any:
    """What is not said is as it is in a new row: the field may be younger than the archive."""
    if field.name not in said and field.name != "public_id":
        if field.has_default() or field.null:
            return field.get_default()
        if field.blank and field.empty_strings_allowed:
            return ""
    try:
        return read(field, said.get(field.name))
    except Unfit as why:
        raise _unfit(where, field.name, why) from None


def _reference(field: models.Field, said: Mapping[str, Any], where: str) -> UUID | None:
    name = said.get(field.name)
    if name is None and field.null:
        return None
    try:
        return UUID(name) if isinstance(name, str) else _no_name()
    except ValueError:
        raise _unfit(where, field.name, "is not the id of a row") from None


def _names(field: models.Field, said: Mapping[str, Any], where: str) -> list[UUID]:
    names = said.get(field.name, [])
    if not isinstance(names, list):
        raise _unfit(where, field.name, "is no list of ids")
    return [_reference(field, {field.name: name or ""}, where) for name in names]


def _no_name() -> UUID:
    raise ValueError


def _unfit(where: str, field: str, why: object) -> CannotBeBroughtIn:
    return CannotBeBroughtIn(f"{where} cannot be stored: {field} {why}.", EXPORT_AGAIN)


def _ensure_named(table: Table, arrival: Arrival, names: Mapping[str, set[UUID]]) -> None:
    """Every row that is named stands in the archive: nothing leads to anybody else's."""
    for field in (*table.references, *table.lists):
        named = arrival.lists.get(field.name) or [arrival.references.get(field.name)]
        if not {name for name in named if name} <= names[table.target(field)]:
            raise cannot_stand(table, arrival.number, f"{field.name} is not in the archive")
    for path, target in NAMED_ABOVE.items():
        name, _, field = path.rpartition(".")
        said = arrival.values.get(field) if name == table.name else None
        if said and said not in names[target]:
            raise cannot_stand(table, arrival.number, f"{field} is not in the archive")
