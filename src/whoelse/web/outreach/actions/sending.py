"""A message leaves: by the student's own hand, said once, and then the clocks run."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.contacts.actions import edit_contact, move_stage
from whoelse.web.contacts.models import Contact, Permission, Referral, Stage
from whoelse.web.core.errors import UserError
from whoelse.web.outreach import access, bridge
from whoelse.web.outreach.models import Kind, Message
from whoelse.web.outreach.queries import ASKING, messages_of

BEFORE_ASKED = (Stage.OPEN, Stage.NO)
SENTENCES = {
    Kind.REQUEST: "You asked {name} for a conversation",
    Kind.REFERRAL_INTRO: "You asked {name} for a conversation",
    Kind.FOLLOWUP: "You reminded {name}, once",
    Kind.CONFIRMATION: "You confirmed the conversation with {name}",
    Kind.THANKS: "You thanked {name}",
    Kind.REPORT_BACK: "You told {name} what came of it",
    Kind.KEEP_IN_TOUCH: "You wrote to {name} again",
}


class AlreadySent(UserError):
    """A message leaves once. Said a second time, it would look as if it had gone out twice."""


@transaction.atomic
def mark_sent(message: Message, *, way: str, sent_at: datetime, at: datetime) -> Message:
    """Record that the student sent it, when and how. Requests start the clocks.

    Refuses a message that left already (`AlreadySent`), that asks for a job or has unsettled
    errors, and whoever must not be written to.
    """
    # One statement decides between two clicks; a row lock would do nothing on SQLite.
    row = Message.objects.filter(pk=message.pk, sent_at__isnull=True)
    refuse_sent(message)
    access.ensure_may_leave(message, at=at)
    if not row.update(sent_at=min(sent_at, at), way=way, updated_at=at):
        message.refresh_from_db()
        refuse_sent(message)
    message = messages_of(message.student).get(pk=message.pk)
    contact = message.contact
    if message.kind in ASKING and contact.stage in BEFORE_ASKED:
        move_stage(contact, stage=Stage.ASKED, at=message.sent_at)
    if message.kind == Kind.REPORT_BACK:
        _mark_reported(message)
    record(
        message.student,
        verb=f"sent_{message.kind}",
        sentence=_sentence(message),
        at=message.sent_at,
        contact=contact.public_id,
        path=reverse("outreach:message", args=[message.public_id]),
    )
    return message


def refuse_sent(message: Message) -> None:
    if message.sent_at is not None:
        raise AlreadySent(
            "This message left already.",
            "Look at what was sent, and say what came back.",
            back=reverse("outreach:message", args=[message.public_id]),
        )


def add_address(contact: Contact, *, email: str, at: datetime) -> Contact:
    """Note the address that a message goes to."""
    return edit_contact(contact, email=email, at=at)


def _mark_reported(message: Message) -> None:
    """The referrer was told about those who were named and met by now."""
    made = Referral.objects.filter(referrer=message.contact, reported_at__isnull=True)
    made.filter(referred__stage=Stage.HELD).update(reported_at=message.sent_at)


def _sentence(message: Message) -> str:
    sentence = SENTENCES[message.kind].format(name=message.contact.name)
    referral = bridge.referral_of(message.contact)
    if message.kind != Kind.REFERRAL_INTRO or referral is None:
        return sentence
    uses_name = referral.permission != Permission.ASK_FIRST
    return f"{sentence}, using the name of {referral.referrer.name}" if uses_name else sentence
