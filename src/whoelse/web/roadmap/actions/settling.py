"""Two versions of one row: which one counts, or whether both do."""

from datetime import datetime

from django.db import transaction

from whoelse.web.roadmap.actions.rows import complete, ensure_alone, ensure_room, lock_sheets
from whoelse.web.roadmap.models import Row


@transaction.atomic
def keep_only(row: Row, *, at: datetime) -> None:
    """This version counts; the others are taken off and can no longer be seen.

    Where it is not the first one, its words go into the first: what hangs on that stays.
    """
    lock_sheets(row.student)
    row.refresh_from_db()
    first = row.copy_of or row
    if first.pk != row.pk:
        _take_words(first, row)
        first.version += 1
        first.tab, first.saved_at, first.removed_at = row.tab, at, None
        first.copies.all().delete()
        ensure_alone(first)
        first.save()
    else:
        first.copies.all().delete()


@transaction.atomic
def keep_both(copy: Row, *, at: datetime) -> None:
    """Another window's version becomes a row of its own."""
    lock_sheets(copy.student)
    copy.refresh_from_db()
    if copy.copy_of is None:
        return
    ensure_room(copy.student, type(copy))
    copy.copy_of, copy.tab, copy.saved_at = None, "", at
    ensure_alone(copy)
    copy.save()
    complete(copy, at=at)


def _take_words(first: Row, other: Row) -> None:
    kept = {
        "id",
        "public_id",
        "version",
        "tab",
        "turn",
        "copy_of",
        "added_at",
        "saved_at",
        "removed_at",
    }
    for field in first._meta.concrete_fields:
        if field.name not in kept:
            setattr(first, field.attname, getattr(other, field.attname))
    for field in first._meta.many_to_many:
        getattr(first, field.name).set(getattr(other, field.name).all())
