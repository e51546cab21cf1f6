"""Which findings, ratings, stands, actions and found texts the pages of discoveries show."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from whoelse.web.accounts.models import Student
from whoelse.web.discoveries.models import Pairing, PlannedAction, SearchEntry, Stand
from whoelse.web.interviews.models import ClarityRating, Finding, Interview


def findings(
    student: Student, *, person: UUID | None = None, occupation: str | None = None
) -> QuerySet[Finding]:
    """Findings with who said them, the oldest first; of one person or occupation, if given."""
    found = Finding.objects.filter(student=student).select_related(
        "interview__contact", "interview__appointment", "note__question"
    )
    if person:
        found = found.filter(interview__contact__public_id=person)
    if occupation is not None:
        found = found.filter(occupation=occupation)
    return found.order_by("found_at", "pk")


def pairings_of(student: Student) -> QuerySet[Pairing]:
    return Pairing.objects.filter(student=student).order_by("pk")


def pairings_with(finding: Finding) -> QuerySet[Pairing]:
    """What the student said about this finding and others."""
    firsts = Pairing.objects.filter(first=finding)
    return firsts | Pairing.objects.filter(second=finding)


def stands_of(student: Student) -> dict[str, Stand]:
    """Where the student stands on each occupation now, by code."""
    rows = Stand.objects.filter(student=student).order_by("taken_at", "pk")
    return {stand.occupation: stand for stand in rows}


def stands_on(student: Student, occupation: str) -> QuerySet[Stand]:
    """Where the student stood on one occupation, the latest first."""
    return Stand.objects.filter(student=student, occupation=occupation)


def planned_actions(student: Student) -> QuerySet[PlannedAction]:
    """What is to do comes first, what is done last."""
    return PlannedAction.objects.filter(student=student).select_related("interview__contact")


def interviews_about(student: Student, occupation: str) -> QuerySet[Interview]:
    """The conversations that taught something about an occupation."""
    found = Interview.objects.filter(student=student, findings__occupation=occupation)
    return found.select_related("contact", "appointment").distinct()


def held_interviews(student: Student) -> QuerySet[Interview]:
    """The conversations that could have suggested something, the latest first."""
    found = Interview.objects.filter(student=student, held_at__isnull=False)
    return found.select_related("contact", "appointment").order_by("-held_at", "-pk")


def ratings(student: Student) -> QuerySet[ClarityRating]:
    """Clarity from the first day on."""
    return (
        ClarityRating.objects.filter(student=student)
        .select_related("interview__contact")
        .order_by("rated_at", "pk")
    )


def entries_with(student: Student, asked: Sequence[str]) -> QuerySet[SearchEntry]:
    """Texts in which every asked word begins a word, the newest first.

    `asked` comes from `searching.asked_words`: letters and digits only, so nothing of it can be
    taken for a sign of the query languages.
    """
    entries = SearchEntry.objects.filter(student=student).select_related("contact")
    if not asked:
        return entries.none()
    if connection.vendor == "sqlite":
        question = " AND ".join(f'"{word}"*' for word in asked)
        rows = "SELECT rowid FROM discoveries_search WHERE discoveries_search MATCH %s"
        return entries.filter(pk__in=RawSQL(rows, [question]))  # noqa: S611 - a parameter
    question = " & ".join(f"'{word}':*" for word in asked)
    test = "array_to_tsvector(string_to_array(words, ' ')) @@ %s::tsquery"
    return entries.filter(RawSQL(test, [question], BooleanField()))  # noqa: S611 - a parameter
