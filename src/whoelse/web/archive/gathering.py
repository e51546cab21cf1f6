"""Everything of one student as plain data, in an order that is always the same.

Rows stand in the order in which they were written, because pages sort by it where dates are equal.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db import models, transaction

from whoelse.web.accounts.models import Student
from whoelse.web.archive.exceptional import kept, settled
from whoelse.web.archive.tables import NAMED_ABOVE, SCHEMA, Table, student_fields, tables
from whoelse.web.archive.values import write

FORMAT = "whoelse-archive"
Row = dict[str, Any]
Names = dict[str, dict[int, UUID]]  # table -> key -> public id


def data_of(student: Student) -> dict[str, Any]:
    """What stands in `whoelse.json`. No secret and no key of the database is in it."""
    with transaction.atomic():
        rows = {table.name: kept(table.name, rows_of(table, student)) for table in tables()}
        student = Student.objects.get(pk=student.pk)
    names: Names = {
        table.name: {row.pk: row.public_id for row in rows[table.name]}
        for table in tables()
        if table.has_names
    }
    told = {table.name: list(_told(table, rows[table.name], names)) for table in tables()}
    _forget_the_gone(told)
    return {
        "format": FORMAT,
        "schema": SCHEMA,
        "student": {f.name: write(f, getattr(student, f.attname)) for f in student_fields()},
        "rows": told,
    }


def rows_of(table: Table, student: Student) -> models.QuerySet:
    rows = table.model._base_manager.filter(**{table.path: student}).order_by("pk")
    return rows.prefetch_related(*(field.name for field in table.lists))


def _told(table: Table, rows: list[models.Model], names: Names) -> Iterator[Row]:
    """The rows as data; without those of which a part was written while this was being read."""
    for row in rows:
        told = {f.name: write(f, getattr(row, f.attname)) for f in table.plain}
        told |= {f.name: _name(table, f, getattr(row, f.attname), names) for f in table.references}
        if any(told[f.name] is None and not f.null for f in table.references):
            names.get(table.name, {}).pop(row.pk, None)
            continue
        for field in table.lists:
            keys = sorted(other.pk for other in getattr(row, field.name).all())
            told[field.name] = [n for key in keys if (n := _name(table, field, key, names))]
        yield settled(table.name, told)


def _name(table: Table, field: models.Field, key: int | None, names: Names) -> str | None:
    name = names[table.target(field)].get(key) if key is not None else None
    return str(name) if name else None


def _forget_the_gone(rows: dict[str, list[Row]]) -> None:
    """An id of a row that is gone leads nowhere, so it is not told."""
    for path, target in NAMED_ABOVE.items():
        name, _, field = path.rpartition(".")
        known = {row["public_id"] for row in rows[target]}
        for row in rows[name]:
            row[field] = row[field] if row[field] in known else None
