"""Which entries of the timeline."""

from uuid import UUID

from django.db.models import QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.activity.models import Entry


def history_of(student: Student, contact: UUID) -> QuerySet[Entry]:
    """Everything that happened with one contact, the newest first."""
    return Entry.objects.filter(student=student, contact=contact)
