"""Bringing an archive in: into an empty account, all of it or nothing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.utils import DataError
from django.urls import reverse

from whoelse.web.accounts.models import Student
from whoelse.web.archive import exceptional, queries
from whoelse.web.archive.opening import EXPORT_AGAIN, CannotBeBroughtIn, data_in
from whoelse.web.archive.rows import Arrival, arrivals_in, student_in
from whoelse.web.archive.tables import Table, tables
from whoelse.web.contacts.actions import renew_keys
from whoelse.web.mail.actions import note_trouble

BATCH = 500
# Stands for a row of the same table until all of them have keys. Nothing would do instead: that a
# row is another window's version of one is what lets both stand. Keys are checked at the commit.
NOT_YET = -1
Keys = dict[str, dict[UUID, int]]  # table -> public id -> key of the new row


class NotEmpty(CannotBeBroughtIn):
    """The account holds something already."""


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What came in. `lost_blocks` never-again requests cannot be recognised with this key."""

    people: int
    interviews: int
    lost_blocks: int

    @property
    def in_words(self) -> str:
        people = "1 person" if self.people == 1 else f"{self.people} people"
        talks = "1 interview" if self.interviews == 1 else f"{self.interviews} interviews"
        return (
            f"Everything is here: {people}, {talks}. Passwords and calendar links were not in the"
            " archive: enter them again in Settings."
        )

    @property
    def loss_in_words(self) -> str:
        """What cannot be kept with this key, and how it could."""
        who = "1 person" if self.lost_blocks == 1 else f"{self.lost_blocks} people"
        return (
            f"{who} whom you erased asked never to be contacted, and this WhoElse cannot recognise"
            " them: it has another secret key. Put the earlier key into"
            " WHOELSE_SECRET_KEY_FALLBACKS, and they are recognised again. On your own machine it"
            " stands in the file secret-key of the earlier data folder."
        )


def bring_in(student: Student, file: BinaryIO, *, at: datetime) -> BroughtIn:
    """Make an empty account what the archive says. Raises `CannotBeBroughtIn`; then it stays empty.

    No entry says that it happened: an archive of the account is the same as the one brought in.
    """
    data = data_in(file)
    said, arrivals = student_in(data), arrivals_in(data)
    _store_all(student, said, arrivals, at=at)
    return BroughtIn(
        people=len(arrivals["contacts.contact"]),
        interviews=len(arrivals["interviews.interview"]),
        lost_blocks=queries.blocks_out_of_reach(student).count(),
    )


@transaction.atomic
def _store_all(
    student: Student, said: dict[str, Any], arrivals: dict[str, list[Arrival]], *, at: datetime
) -> None:
    """All of it or nothing, after everything was checked that can be checked without rows."""
    Student.objects.select_for_update().get(pk=student.pk)  # two at once: the second waits
    _ensure_empty(student)
    keys: Keys = defaultdict(dict)
    for table in tables():
        _store(table, arrivals[table.name], student, keys)
    Student.objects.filter(pk=student.pk).update(**said)
    student.refresh_from_db()
    renew_keys(student)
    _note_missing_password(student, at)


def _ensure_empty(student: Student) -> None:
    there = queries.what_is_there(student)
    if there:
        raise NotEmpty(
            "An archive comes into an empty account only, and this one holds data already"
            f" ({', '.join(sorted(there)[:3])}).",
            "Start with a new folder, “whoelse --data-dir FOLDER”, and bring it in there.",
            back=reverse("archive:data"),
        )


def _store(table: Table, arrivals: list[Arrival], student: Student, keys: Keys) -> None:
    rows = [_row(table, arrival, student, keys) for arrival in arrivals]
    try:
        with transaction.atomic():
            _insert(table.model, rows)
            keys[table.name] |= {row.public_id: row.pk for row in rows if table.has_names}
            for field in table.references:
                if table.target(field) == table.name:
                    _point_to_siblings(table, field, zip(rows, arrivals, strict=True), keys)
            for row, arrival in zip(rows, arrivals, strict=True) if table.lists else ():
                for name, wanted in arrival.lists.items():
                    target = table.target(table.model._meta.get_field(name))
                    getattr(row, name).add(*(keys[target][each] for each in wanted))
    except (IntegrityError, DataError):
        raise _does_not_fit(table) from None


def _row(table: Table, arrival: Arrival, student: Student, keys: Keys) -> models.Model:
    row = table.model(**arrival.values)
    if table.path == "student":
        row.student = student
    for field in table.references:
        name, target = arrival.references[field.name], table.target(field)
        if name is not None:
            key = NOT_YET if target == table.name else keys[target][name]
            setattr(row, field.attname, key)
    return exceptional.completed(row)


def _insert(model: type[models.Model], rows: list[Any]) -> None:
    """Many at once; one by one where the dates of a row would be taken for new."""
    if any(getattr(field, "auto_now_add", False) for field in model._meta.concrete_fields):
        for row in rows:
            row.save_base(raw=True, force_insert=True)
    else:
        model._base_manager.bulk_create(rows, batch_size=BATCH)


def _point_to_siblings(
    table: Table,
    field: models.ForeignKey,
    pairs: Iterable[tuple[models.Model, Arrival]],
    keys: Keys,
) -> None:
    """References within a table, which may lead to a later row."""
    changed = []
    for row, arrival in pairs:
        name = arrival.references[field.name]
        if name is not None:
            setattr(row, field.attname, keys[table.name][name])
            changed.append(row)
    table.model._base_manager.bulk_update(changed, [field.name], batch_size=BATCH)


def _does_not_fit(table: Table) -> CannotBeBroughtIn:
    return CannotBeBroughtIn(
        f"The rows of {table.name} cannot be stored: two of them are the same, one breaks a rule,"
        " or this archive is in an account here already.",
        f"Into another account of the same installation it cannot go. {EXPORT_AGAIN}",
    )


def _note_missing_password(student: Student, at: datetime) -> None:
    account = getattr(student, "mail_account", None)
    if account is not None:
        note_trouble(account, why=exceptional.ENTER_AGAIN, at=at)
