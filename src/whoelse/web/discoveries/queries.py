"""Which findings, answers and ratings the page of discoveries is made from."""

from uuid import UUID

from django.db.models import QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.interviews.models import ClarityRating, Finding


def findings(student: Student, *, person: UUID | None = None) -> QuerySet[Finding]:
    """Findings with who said them, the oldest first; of one person, if given."""
    found = Finding.objects.filter(student=student).select_related("interview__contact")
    if person:
        found = found.filter(interview__contact__public_id=person)
    return found.order_by("found_at", "pk")


def ratings(student: Student) -> QuerySet[ClarityRating]:
    """Clarity from the first day on."""
    return (
        ClarityRating.objects.filter(student=student)
        .select_related("interview__contact")
        .order_by("rated_at", "pk")
    )
