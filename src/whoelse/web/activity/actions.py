"""Writing history: one entry per action, in the action's own transaction."""

from datetime import datetime
from uuid import UUID

from whoelse.web.accounts.models import Student
from whoelse.web.activity.models import Entry


def record(
    student: Student,
    *,
    verb: str,
    sentence: str,
    at: datetime,
    contact: UUID | None = None,
    path: str = "",
) -> Entry:
    """Write one entry. Sentences are cut at 300 characters, so that history never stops work."""
    return Entry.objects.create(
        student=student, verb=verb, sentence=sentence[:300], at=at, contact=contact, path=path[:200]
    )


def forget_contact(student: Student, *, contact: UUID) -> None:
    """Remove the history of one contact; for erasing."""
    Entry.objects.filter(student=student, contact=contact).delete()
