"""Which rows the composite pages are made from: one query for each kind of row, never one a row."""

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact, ImportBatch, Referral
from whoelse.web.interviews.models import Finding, Interview, Promise
from whoelse.web.outreach.models import Message


def writable_contacts(student: Student) -> QuerySet[Contact]:
    """Everyone who may be written to, with who named them, the newest first."""
    named_by = Referral.objects.select_related("referrer").order_by("-named_at", "-pk")
    return (
        Contact.objects.filter(student=student, do_not_contact__isnull=True)
        .prefetch_related(Prefetch("referrals", queryset=named_by))
        .order_by("pk")
    )


def sent_messages(student: Student) -> QuerySet[Message]:
    """What left, to people who may still be written to, with what came back."""
    return (
        Message.objects.filter(
            student=student, sent_at__isnull=False, contact__do_not_contact__isnull=True
        )
        .select_related("contact", "reply")
        .order_by("sent_at", "pk")
    )


def interviews(student: Student) -> QuerySet[Interview]:
    """Interviews that were not cancelled, with their time, their people and their findings."""
    written = Message.objects.filter(interview=OuterRef("public_id"), sent_at__isnull=False)
    return (
        Interview.objects.filter(student=student, appointment__cancelled_at__isnull=True)
        .select_related("appointment", "contact", "contact__do_not_contact")
        .prefetch_related(Prefetch("findings", queryset=Finding.objects.only("facet", "interview")))
        .annotate(
            is_thanked=Exists(written.filter(kind="thanks")),
            is_confirmed=Exists(written.filter(kind="confirmation")),
        )
        .order_by("appointment__starts_at", "pk")
    )


def referrals(student: Student) -> QuerySet[Referral]:
    return Referral.objects.filter(student=student).select_related(
        "referrer", "referred", "referrer__do_not_contact", "referred__do_not_contact"
    )


def own_promises(student: Student) -> QuerySet[Promise]:
    """What the student promised and has not kept yet."""
    return Promise.objects.filter(
        interview__student=student, is_mine=True, kept_at__isnull=True
    ).select_related("interview__contact")


def last_findings(student: Student) -> QuerySet[Finding]:
    """The last things learned, with who said them."""
    return (
        Finding.objects.filter(student=student)
        .select_related("interview__contact", "interview__appointment")
        .order_by("-found_at", "-pk")
    )


def people_of_network(student: Student) -> QuerySet[Contact]:
    """Everyone, with how many they named; the picture is drawn from these and the referrals."""
    return (
        Contact.objects.filter(student=student)
        .annotate(named=Count("referrals_made"))
        .order_by("pk")
    )


def import_batches(student: Student) -> QuerySet[ImportBatch]:
    """Imports that could still be undone."""
    return ImportBatch.objects.filter(student=student, undone_at__isnull=True)
