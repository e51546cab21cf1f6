"""Which messages: drafts, what left, and what is still open."""

from uuid import UUID

from django.db.models import QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.mail.models import Incoming
from whoelse.web.mail.queries import open_answers
from whoelse.web.outreach.models import Came, Kind, Message

ASKING = (Kind.REQUEST, Kind.REFERRAL_INTRO)
EXPECTING = (*ASKING, Kind.FOLLOWUP)  # messages that hope for an answer


def messages_of(student: Student) -> QuerySet[Message]:
    rows = Message.objects.filter(student=student).defer("outgoing__content")
    return rows.select_related("contact", "student", "reply", "outgoing")


def sent_messages(student: Student) -> QuerySet[Message]:
    """Everything that left, the oldest first, with the contact and what came back."""
    return messages_of(student).filter(sent_at__isnull=False).order_by("sent_at", "pk")


def open_requests(student: Student) -> QuerySet[Message]:
    """Requests that left and were not answered."""
    return sent_messages(student).filter(kind__in=ASKING, reply__isnull=True)


def sent_for_interview(student: Student, interview: UUID) -> QuerySet[Message]:
    """What left about one interview: its confirmation, its thanks."""
    return sent_messages(student).filter(interview=interview)


def drafts_of(contact: Contact) -> QuerySet[Message]:
    return messages_of(contact.student).filter(contact=contact, sent_at__isnull=True)


def sent_to(contact: Contact) -> QuerySet[Message]:
    """What left to one contact, the newest first."""
    sent = messages_of(contact.student).filter(contact=contact, sent_at__isnull=False)
    return sent.order_by("-sent_at", "-pk")


def unanswered_to(contact: Contact) -> QuerySet[Message]:
    """Messages that hope for an answer, since the last one that came; the newest first."""
    waiting = sent_to(contact).filter(kind__in=EXPECTING, reply__isnull=True)
    answered = sent_to(contact).filter(reply__isnull=False).first()
    return waiting.filter(sent_at__gt=answered.sent_at) if answered else waiting


def message_answered_by(incoming: Incoming) -> Message | None:
    """The message that something incoming answers: by its letter, else the newest open one."""
    contact = incoming.contact
    if incoming.outgoing_id:
        found = sent_to(contact).filter(outgoing=incoming.outgoing_id).first()
        if found is not None:
            return found
    return unanswered_to(contact).first() or sent_to(contact).first()


def answers_to(message: Message) -> QuerySet[Incoming]:
    """Answers of this person of which nobody said yet what they mean."""
    return open_answers(message.student).filter(contact=message.contact)


def refusals_of(contact: Contact) -> QuerySet[Message]:
    return sent_to(contact).filter(reply__came=Came.NO)


def referrals_to(contact: Contact) -> QuerySet[Referral]:
    """Who named this contact, the newest first."""
    named = Referral.objects.filter(student_id=contact.student_id, referred=contact)
    return named.select_related("referrer").order_by("-named_at", "-pk")
