"""Which letters are due, which are open questions, and which addresses were written to."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact, Stage
from whoelse.web.mail.letters import ascii_address
from whoelse.web.mail.models import Copy, Incoming, MailAccount, Outgoing, Sorted, State

LEASE = timedelta(minutes=15)  # a worker that has not ended one letter in this time is dead
STOPPED = (State.REFUSED, State.UNSURE)
LEFT = (State.SENT, State.UNSURE)
ANSWERS = (Sorted.REPLY, Sorted.OTHER)
EXPECTED_FOR = timedelta(days=60)  # own setting: later mail of a person is no answer any more


def account_of(student: Student) -> MailAccount | None:
    return MailAccount.objects.filter(student=student).select_related("student").first()


def account_with(public_id: UUID | None) -> MailAccount | None:
    """The account of a signed link."""
    return MailAccount.objects.filter(public_id=public_id).first() if public_id else None


def accounts_with_digest() -> QuerySet[MailAccount]:
    """The accounts whose students want one mail a day."""
    return MailAccount.objects.filter(digest_hour__isnull=False).select_related("student")


def accounts_to_read(at: datetime, *, every: timedelta) -> QuerySet[MailAccount]:
    """Accounts whose mailbox was not looked at for a while; also where the clock went back."""
    is_due = Q(polled_at__isnull=True) | Q(polled_at__lte=at - every) | Q(polled_at__gt=at)
    is_free = Q(poll_until__isnull=True) | Q(poll_until__lte=at) | Q(poll_until__gt=at + LEASE)
    return MailAccount.objects.filter(is_due & is_free).select_related("student")


def letters_of(student: Student) -> QuerySet[Outgoing]:
    """Everything that was released, without the bytes."""
    found = Outgoing.objects.filter(student=student).defer("content")
    return found.select_related("contact", "account", "student")


def due_letters(at: datetime) -> QuerySet[Outgoing]:
    """Letters whose moment has come. A clock that went back does not hold them for ever."""
    went_back = Q(last_attempt_at__gt=at) | Q(queued_at__gt=at, send_after__lte=F("queued_at"))
    return Outgoing.objects.filter(Q(send_after__lte=at) | went_back, state=State.WAITING).order_by(
        "send_after", "pk"
    )


def lost_letters(at: datetime) -> QuerySet[Outgoing]:
    """Letters whose worker died: the lease is over, or lies beyond what any lease is."""
    is_over = Q(claimed_until__lte=at) | Q(claimed_until__gt=at + LEASE)
    return Outgoing.objects.filter(is_over, state=State.SENDING)


def due_copies(at: datetime) -> QuerySet[Outgoing]:
    """Letters that left and are not in the Sent folder yet."""
    is_due = Q(send_after__lte=at) | Q(send_after__gt=at + LEASE)
    found = Outgoing.objects.filter(is_due, copy=Copy.DUE, account__isnull=False)
    return found.select_related("account").order_by("send_after", "pk")


def stopped_letters(student: Student) -> QuerySet[Outgoing]:
    """Letters that need the student: refused, or nobody knows; the oldest first."""
    found = letters_of(student).filter(state__in=STOPPED, settled_at__isnull=True)
    return found.filter(contact__do_not_contact__isnull=True).order_by("queued_at", "pk")


def open_letters_to(contact: Contact) -> QuerySet[Outgoing]:
    """What is on its way to this person, or did not leave and was not looked at yet."""
    mine = letters_of(contact.student).filter(contact=contact, settled_at__isnull=True)
    return mine.exclude(state=State.SENT)


def incoming_of(student: Student) -> QuerySet[Incoming]:
    return Incoming.objects.filter(student=student).select_related("contact", "outgoing")


def open_answers(student: Student) -> QuerySet[Incoming]:
    """Answers of which the student has not said yet what they mean; the oldest first."""
    found = incoming_of(student).filter(
        kind__in=ANSWERS, settled_at__isnull=True, contact__do_not_contact__isnull=True
    )
    return found.order_by("came_at", "pk")


def open_question(student: Student) -> QuerySet[Incoming]:
    """Complaints and answers that wait for the student."""
    kinds = (*ANSWERS, Sorted.FEEDBACK)
    found = incoming_of(student).filter(kind__in=kinds, settled_at__isnull=True)
    return found.filter(contact__do_not_contact__isnull=True).order_by("came_at", "pk")


def came_from(contact: Contact) -> QuerySet[Incoming]:
    """Everything that came from or about one person, the newest first."""
    return incoming_of(contact.student).filter(contact=contact)


def failure_of(contact: Contact) -> Incoming | None:
    """The hard bounce that says that the contact's present address does not work."""
    found = came_from(contact).filter(kind=Sorted.BOUNCE, permanent=True, settled_at__isnull=True)
    address = ascii_address(contact.email)
    return found.filter(about_address__iexact=address).first() if address else None


def newest_of_thread(contact: Contact) -> str:
    """The Message-ID that a further letter to this person answers, "" if there is none."""
    theirs = came_from(contact).filter(kind=Sorted.REPLY, message_id__contains="@").first()
    sent = letters_of(contact.student).filter(contact=contact, state__in=LEFT)
    ours = sent.order_by("-queued_at", "-pk").first()
    if theirs and (ours is None or theirs.came_at >= ours.queued_at):
        return theirs.message_id
    return ours.message_id if ours else ""


def people_written_to(student: Student, *, at: datetime) -> QuerySet[Contact]:
    """Those from whom an answer is expected: written to not long ago, and not blocked."""
    since = at - EXPECTED_FOR
    by_us = Q(outgoing__state__in=LEFT, outgoing__last_attempt_at__gte=since)
    otherwise = Q(stage_at__gte=since) & ~Q(stage=Stage.OPEN)
    people = Contact.objects.filter(student=student, do_not_contact__isnull=True)
    return people.filter(by_us | otherwise).exclude(email="").distinct()
