"""Which rows the readable copies are made from; each kind with one query."""

from django.db.models import QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.archive.gathering import rows_of
from whoelse.web.archive.tables import tables
from whoelse.web.contacts.keys import known_fingerprints
from whoelse.web.contacts.models import Contact, DoNotContact
from whoelse.web.interviews.models import Finding, Interview
from whoelse.web.scheduling.models import Appointment


def people(student: Student) -> QuerySet[Contact]:
    return Contact.objects.filter(student=student).order_by("full_name", "pk")


def interviews(student: Student) -> QuerySet[Interview]:
    """All of them, the first one first, with everything that a record says."""
    found = Interview.objects.filter(student=student).select_related("contact", "appointment")
    return found.prefetch_related(
        "questions", "notes__question", "findings", "named__contact", "promises", "clarity_ratings"
    ).order_by("appointment__starts_at", "pk")


def findings(student: Student) -> QuerySet[Finding]:
    found = Finding.objects.filter(student=student).order_by("found_at", "pk")
    return found.select_related("interview__contact")


def appointments(student: Student) -> QuerySet[Appointment]:
    """The agreed times that were not called off."""
    found = Appointment.objects.filter(student=student, cancelled_at__isnull=True)
    return found.select_related("contact", "student").order_by("starts_at", "pk")


def what_is_there(student: Student) -> list[str]:
    """The tables in which the student has rows; none for an empty account."""
    return [table.name for table in tables() if rows_of(table, student).exists()]


def blocks_out_of_reach(student: Student) -> QuerySet[DoNotContact]:
    """Never-again requests of erased people, by hashes that no key of this host can compare."""
    blocks = DoNotContact.objects.filter(student=student, contact__isnull=True)
    return blocks.exclude(keys__key__in=known_fingerprints())
