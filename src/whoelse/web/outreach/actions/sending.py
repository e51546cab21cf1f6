"""A message leaves: by the student's own hand, said once, and then the clocks run."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.contacts.actions import edit_contact, move_stage
from whoelse.web.contacts.models import Contact, Permission, Referral, Stage
from whoelse.web.core.errors import UserError
from whoelse.web.mail.actions import queue_mail
from whoelse.web.mail.models import Outgoing
from whoelse.web.mail.queries import newest_of_thread
from whoelse.web.outreach import access, bridge
from whoelse.web.outreach.models import Kind, Message, Way
from whoelse.web.outreach.queries import ASKING, messages_of, sent_to

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


JOINS_THREAD = (Kind.FOLLOWUP, Kind.CONFIRMATION)
PURPOSE = "message"  # by which letters of messages are known in the outbox
PURPOSES = {Kind.CONFIRMATION: "confirmation"}  # interviews have a word in these


class TooLateToTakeBack(UserError):
    """What was said to have left stands."""


class AlreadySent(UserError):
    """A message leaves once. Said a second time, it would look as if it had gone out twice."""


@transaction.atomic
def release_message(message: Message, *, purpose: str = "", at: datetime) -> Outgoing:
    """The student lets it leave through their own account: it is in the outbox from here on.

    `purpose` names another owner than messages have (see `mail.owners`). Refuses what
    `mark_sent` refuses, and without an account or an address that works.
    """
    refuse_sent(message)
    access.ensure_may_leave(message, at=at)
    letter = queue_mail(
        message.student,
        contact=message.contact,
        subject=message.subject,
        body=message.body,
        in_reply_to=newest_of_thread(message.contact) if message.kind in JOINS_THREAD else "",
        at=at,
        purpose=purpose or PURPOSES.get(message.kind, PURPOSE),
        path=reverse("outreach:message", args=[message.public_id]),
    )
    # Of two clicks one finds the letter of the other in its place, and its own is undone.
    row = Message.objects.filter(pk=message.pk, sent_at__isnull=True, outgoing=message.outgoing_id)
    if not row.update(outgoing=letter, updated_at=at):
        message = messages_of(message.student).get(pk=message.pk)
        refuse_sent(message)
        raise access.on_its_way(message)
    message.outgoing = letter
    return letter


@transaction.atomic
def mark_sent(message: Message, *, way: str, sent_at: datetime, at: datetime) -> Message:
    """Record that the student sent it, when and how. Requests start the clocks.

    Refuses a message that left already (`AlreadySent`), that asks for a job or has unsettled
    errors, and whoever must not be written to.
    """
    # One statement decides between two clicks; a row lock would do nothing on SQLite.
    row = Message.objects.filter(pk=message.pk, sent_at__isnull=True, outgoing=message.outgoing_id)
    refuse_sent(message)
    access.ensure_may_leave(message, at=at)
    if not row.update(sent_at=min(sent_at, at), way=way, updated_at=at):
        message = messages_of(message.student).get(pk=message.pk)
        refuse_sent(message)
    return _note_left(message)


@transaction.atomic
def note_taken(message: Message, *, sent_at: datetime, at: datetime) -> None:
    """A server took the letter of this message. It cannot be undone, so nothing is refused."""
    row = Message.objects.filter(pk=message.pk, sent_at__isnull=True)
    if row.update(sent_at=sent_at, way=Way.MAIL, updated_at=at):
        _note_left(message)


@transaction.atomic
def note_arrived(message: Message, *, sent_at: datetime, at: datetime) -> Message:
    """They answered, so it left, whether or not the student has said so. Nothing is refused."""
    row = Message.objects.filter(pk=message.pk, sent_at__isnull=True)
    way = Way.MAIL if message.outgoing_id else Way.OTHER
    body = message.body or "(not written here)"
    if row.update(sent_at=min(sent_at, at), way=way, body=body, updated_at=at):
        _note_left(message)
    return messages_of(message.student).get(pk=message.pk)


@transaction.atomic
def take_back_sent(message: Message, *, at: datetime) -> None:
    """It was said to have left by mistake: it is a draft again, and the clocks stand still.

    Only for a while, not for what left through the own account, and not when something followed.
    """
    if not access.may_be_taken_back(message, at=at):
        raise TooLateToTakeBack(
            "This cannot be taken back any more.",
            "It left through your account, or something followed it already.",
            back=reverse("outreach:message", args=[message.public_id]),
        )
    contact, sent_at = message.contact, message.sent_at
    row = Message.objects.filter(pk=message.pk, sent_at=sent_at, reply__isnull=True)
    if not row.update(sent_at=None, way="", updated_at=at):
        return
    Referral.objects.filter(referrer=contact, reported_at=sent_at).update(reported_at=None)
    asked = sent_to(contact).filter(kind__in=ASKING).exists()
    if message.kind in ASKING and contact.stage == Stage.ASKED and not asked:
        move_stage(contact, stage=Stage.OPEN, at=at)
    record(
        message.student,
        verb="took_back_sent",
        sentence=f"You had not written to {contact.name} after all",
        at=at,
        contact=contact.public_id,
        path=reverse("outreach:write", args=[contact.public_id, message.kind]),
    )


def _note_left(message: Message) -> Message:
    """What follows from a message that left: the stage, the referrers, the history."""
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
    if message.is_on_its_way:
        raise access.on_its_way(message)


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
