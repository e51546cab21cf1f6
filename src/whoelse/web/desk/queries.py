"""Which rows the composite pages are made from: one query for each kind of row, never one a row."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, F, Prefetch, Q, QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.models import Contact, ImportBatch, Referral
from whoelse.web.discoveries.models import PlannedAction
from whoelse.web.discoveries.queries import planned_actions
from whoelse.web.interviews.models import Finding, Interview, Promise
from whoelse.web.interviews.queries import interviews_of
from whoelse.web.mail.models import Sorted
from whoelse.web.mail.queries import ANSWERS, incoming_of
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.models import Appointment, ProposedTime
from whoelse.web.scheduling.queries import open_proposals

NEWS = ("took_stand", "finished_action")  # what of the history is worth telling others


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


def running(student: Student, messages: Iterable[Message]) -> list[Message]:
    """The messages whose clocks run: not of whoever answered by mail, or has no address any more.

    What an answer means is said by the student; until then nobody is reminded.
    """
    failed = Q(kind=Sorted.BOUNCE, permanent=True, about_address__iexact=F("contact__email"))
    asks = Q(kind__in=(*ANSWERS, Sorted.FEEDBACK))
    waiting = incoming_of(student).filter(failed | asks, settled_at__isnull=True)
    stopped = set(waiting.values_list("contact_id", flat=True))
    return [message for message in messages if message.contact_id not in stopped]


def called_off(student: Student) -> dict[int, Appointment]:
    """The last conversation that was called off with each person, by the person."""
    gone = Appointment.objects.filter(student=student, cancelled_at__isnull=False)
    return {row.contact_id: row for row in gone.order_by("cancelled_at", "pk")}


def interviews(student: Student) -> QuerySet[Interview]:
    """Interviews that were not cancelled, with their time, their people and their findings."""
    return (
        interviews_of(student)
        .filter(appointment__cancelled_at__isnull=True)
        .select_related("contact__do_not_contact")
        .prefetch_related(Prefetch("findings", queryset=Finding.objects.only("facet", "interview")))
        .order_by("appointment__starts_at", "pk")
    )


def referrals(student: Student) -> QuerySet[Referral]:
    return Referral.objects.filter(student=student).select_related(
        "referrer", "referred", "referrer__do_not_contact", "referred__do_not_contact"
    )


def proposals(student: Student) -> QuerySet[ProposedTime]:
    """Times that somebody proposed, who may still be written to, and nobody has answered."""
    return open_proposals(student).filter(contact__do_not_contact__isnull=True)


def own_promises(student: Student) -> QuerySet[Promise]:
    """What the student promised and has not kept yet."""
    return Promise.objects.filter(
        interview__student=student, is_mine=True, kept_at__isnull=True
    ).select_related("interview__contact")


def open_actions(student: Student) -> QuerySet[PlannedAction]:
    """What the student decided to do and has not done; what is due soonest first."""
    return planned_actions(student).filter(done_at__isnull=True)


def advice_used(student: Student) -> QuerySet[PlannedAction]:
    """What was done because somebody suggested it, who may still be written to."""
    return PlannedAction.objects.filter(
        student=student,
        done_at__isnull=False,
        interview__isnull=False,
        interview__contact__do_not_contact__isnull=True,
    ).select_related("interview__contact")


def latest_news(student: Student) -> tuple[datetime, str] | None:
    """The latest thing that the student decided, did or answered, and when."""
    told = Entry.objects.filter(student=student, verb__in=NEWS).order_by("-at", "-pk")
    answers = student.answers.order_by("-written_at", "-pk")
    found = [told.values_list("at", "sentence").first()]
    if answer := answers.first():
        found.append((answer.written_at, "a new answer to what you want to do"))
    return max(filter(None, found), default=None)


def people_by_work(student: Student) -> QuerySet[Contact]:
    """Everybody whose work is known, by name."""
    found = Contact.objects.filter(student=student).exclude(occupation="", area="")
    return found.order_by("full_name", "pk")


def last_findings(student: Student) -> QuerySet[Finding]:
    """The last things learned, with who said them."""
    return (
        Finding.objects.filter(student=student)
        .select_related("interview__contact", "interview__appointment")
        .order_by("-found_at", "-pk")
    )


def news_from_guests(student: Student, *, since: datetime) -> QuerySet[Entry]:
    """What people did on their private pages, the newest first."""
    return Entry.objects.filter(student=student, verb__startswith="guest_", at__gte=since)


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


def findings_of(contact: Contact) -> QuerySet[Finding]:
    """What one person taught, by facet."""
    return Finding.objects.filter(interview__contact=contact).order_by("found_at", "pk")


def messages_of(contact: Contact) -> QuerySet[Message]:
    """Every message to one person, sent or not, with what came back."""
    return Message.objects.filter(contact=contact).select_related("reply").order_by("created_at")


def talks_with(contact: Contact) -> QuerySet[Interview]:
    """Every interview with one person, with all that hangs on it."""
    return (
        Interview.objects.filter(contact=contact)
        .select_related("appointment")
        .prefetch_related("questions", "notes__question", "marks", "named", "findings", "promises")
        .order_by("appointment__starts_at", "pk")
    )
