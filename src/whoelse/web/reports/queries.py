"""Which rows a report is made from; each kind with one query."""

from django.db.models import QuerySet

from whoelse.web.accounts.models import Student, Term
from whoelse.web.contacts.models import Referral
from whoelse.web.interviews.models import ClarityRating, Finding, Interview
from whoelse.web.interviews.queries import held
from whoelse.web.outreach.models import Message


def held_interviews(student: Student) -> QuerySet[Interview]:
    """Those that took place, the first one first, with everything that a record says."""
    return (
        held(student)
        .prefetch_related("questions", "findings", "named__contact", "promises", "clarity_ratings")
        .order_by("held_at", "pk")
    )


def requests_sent(student: Student) -> QuerySet[Message]:
    """The letters that asked for a conversation, with what came back."""
    return (
        Message.objects.filter(
            student=student, kind__in=("request", "referral_intro"), sent_at__isnull=False
        )
        .select_related("reply")
        .order_by("sent_at", "pk")
    )


def findings(student: Student) -> QuerySet[Finding]:
    return (
        Finding.objects.filter(student=student)
        .select_related("interview__contact", "interview__appointment")
        .order_by("found_at", "pk")
    )


def ratings(student: Student) -> QuerySet[ClarityRating]:
    return ClarityRating.objects.filter(student=student).order_by("rated_at", "pk")


def referrals(student: Student) -> QuerySet[Referral]:
    return Referral.objects.filter(student=student).select_related("referrer", "referred")


def terms(student: Student) -> QuerySet[Term]:
    """The latest first."""
    return student.terms.order_by("-starts_on")
