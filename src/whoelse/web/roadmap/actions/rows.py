"""Adding, saving and taking off rows. Two windows never overwrite each other silently."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.activity.actions import record
from whoelse.web.core.errors import UserError
from whoelse.web.roadmap import queries
from whoelse.web.roadmap.models import (
    Evidence,
    Experience,
    Letter,
    LetterPart,
    Part,
    Pitch,
    Place,
    Row,
    Skill,
    Story,
    Title,
)

# Own settings: a sheet that holds more is no longer looked through.
MOST = {
    Title: 60,
    Experience: 40,
    Skill: 60,
    Evidence: 150,
    Pitch: 6,
    Place: 60,
    Letter: 12,
    LetterPart: 12 * len(Part),
    Story: 20,
}
MOST_VERSIONS = 6  # of one row, from as many windows
MOST_REMOVED = 20  # that can be put back, of each kind

Values = Mapping[str, Any]


class TooMany(UserError):
    """The sheet is full."""


class AlreadyThere(UserError):
    """A row like it stands on the sheet."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save: where the words are now."""

    row: Row
    is_copy: bool


@transaction.atomic
def add_row(
    student: Student, kind: type[Row], *, values: Values, tab: str = "", at: datetime
) -> Row:
    """Put a new row on its sheet."""
    lock_sheets(student)
    ensure_room(student, kind)
    row = kind(student=student, tab=tab, added_at=at, saved_at=at)
    write(row, values)
    complete(row, at=at)
    if isinstance(row, Title):
        _tell_of(row, at=at)
    return row


@transaction.atomic
def save_row(
    row: Row, *, values: Values, base: int, tab: str, turn: int = 0, at: datetime
) -> Saved:
    """Keep what a window shows; `base` is the version of the row that the window last knew.

    A window that missed somebody else's save writes a row of its own beside the first, and a save
    that a later one of the same window has overtaken is passed over. A row that was taken off
    meanwhile comes back: somebody is still writing in it.
    """
    lock_sheets(row.student)
    row.refresh_from_db()
    versions = row.copies.filter(removed_at__isnull=True)
    own = versions.filter(tab=tab).first() if tab else None
    if own is not None:
        return _save_over(own, values, tab, turn, at)
    is_known = base == row.version or (tab and row.tab == tab)
    if row.removed_at or is_known or holds(row, values):
        return _save_over(row, values, tab, turn, at)
    first = row.copy_of or row
    if first.copies.filter(removed_at__isnull=True).count() >= MOST_VERSIONS:
        raise TooMany(
            "Many windows wrote this row, and this version was not kept.",
            "Copy your words, load the page anew and say which version counts.",
        )
    kind = type(row)
    copy = kind(student=row.student, copy_of=first, tab=tab, turn=turn, added_at=at, saved_at=at)
    for name in queries.HANGS_ON.get(kind, ()):
        setattr(copy, name, getattr(row, name))
    if isinstance(copy, LetterPart):
        copy.part = row.part
    write(copy, values)
    return Saved(copy, is_copy=True)


@transaction.atomic
def remove_row(row: Row, *, at: datetime) -> None:
    """Take a row off its sheet. It can be put back; the oldest of many such rows go for good."""
    lock_sheets(row.student)
    row.removed_at, row.saved_at = at, at
    row.save(update_fields=["removed_at", "saved_at"])
    old = queries.removed_rows(type(row), row.student)[MOST_REMOVED:]
    type(row).objects.filter(pk__in=[each.pk for each in old]).delete()


@transaction.atomic
def restore_row(row: Row, *, at: datetime) -> None:
    """Put a row back on its sheet."""
    lock_sheets(row.student)
    if row.removed_at is None:
        return
    ensure_room(row.student, type(row))
    row.removed_at, row.saved_at = None, at
    ensure_alone(row)
    row.save(update_fields=["removed_at", "saved_at"])


def lock_sheets(student: Student) -> None:
    """One change of a student's sheets at a time: bounds and versions are counted, then written."""
    Student.objects.select_for_update().get(pk=student.pk)


def ensure_room(student: Student, kind: type[Row]) -> None:
    if queries.rows_of(kind, student).count() >= MOST[kind]:
        raise TooMany(
            f"There is room for {MOST[kind]} rows, and they are all taken.",
            "Take one off that no longer matters.",
        )


def ensure_alone(row: Row) -> None:
    """Refuse what the database would refuse, in words."""
    try:
        row.validate_constraints()
    except ValidationError as error:
        raise AlreadyThere(error.messages[0]) from None


def holds(row: Row, values: Values) -> bool:
    """Whether the row says exactly this already."""
    many = _many(type(row))
    return all(
        set(getattr(row, name).all()) == set(value) if name in many else getattr(row, name) == value
        for name, value in values.items()
    )


def write(row: Row, values: Values) -> None:
    """Put the values into the row, and the row into the database."""
    many = _many(type(row))
    for name, value in values.items():
        if name not in many:
            setattr(row, name, value)
    ensure_alone(row)
    row.save()
    for name in many & set(values):
        getattr(row, name).set(values[name])


def complete(row: Row, *, at: datetime) -> None:
    """A letter has all its parts from the beginning."""
    if isinstance(row, Letter):
        LetterPart.objects.bulk_create(
            LetterPart(student=row.student, letter=row, part=part, added_at=at, saved_at=at)
            for part in Part.values
        )


def _save_over(row: Row, values: Values, tab: str, turn: int, at: datetime) -> Saved:
    is_overtaken = bool(tab) and row.tab == tab and turn < row.turn
    if not is_overtaken and (row.removed_at or not holds(row, values)):
        if row.removed_at:
            ensure_room(row.student, type(row))
        row.version += 1
        row.tab, row.turn, row.saved_at, row.removed_at = tab, turn, at, None
        write(row, values)
    return Saved(row, is_copy=row.copy_of_id is not None)


def _many(kind: type[Row]) -> set[str]:
    return {field.name for field in kind._meta.many_to_many}


def _tell_of(title: Title, *, at: datetime) -> None:
    heard = title.heard_in
    record(
        title.student,
        verb="noted_title",
        sentence=f"Title of interest: {title.name}",
        contact=heard.contact.public_id if heard else None,
        path=heard.path_to("write-up") if heard else "",
        at=at,
    )
