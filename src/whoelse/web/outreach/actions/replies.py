"""What came back to a message, and correcting it as long as nothing followed."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.contacts.actions import add_referral, move_stage, record_do_not_contact
from whoelse.web.contacts.models import Stage
from whoelse.web.core.errors import UserError
from whoelse.web.mail.actions import settle_incoming
from whoelse.web.outreach.models import Came, Message, Reply
from whoelse.web.outreach.queries import answers_to, messages_of
from whoelse.web.outreach.resting import end_of_rest

SENTENCES = {
    Came.YES: "{name} said yes",
    Came.TIMES_OFFERED: "{name} offered times",
    Came.ANOTHER_TIME: "{name} called it off, and would like another time",
    Came.NO: "{name} said no",
    Came.NAMED_SOMEBODY_ELSE: "{name} answered with another name",
    Came.IN_WRITING: "{name} answered your questions in writing",
    Came.NOT_THIS_TERM: "{name} has no time this term",
}


class AlreadyAnswered(UserError):
    """One answer is recorded for one message."""


class SomethingFollowed(UserError):
    """What came back led on already, so that taking it back would tear a hole."""


@transaction.atomic
def record_reply(
    message: Message,
    *,
    came: str,
    note: str = "",
    named_name: str = "",
    named_work: str = "",
    named_email: str = "",
    permission: str = "",
    rests_until: date | None = None,
    by_guest: bool = False,
    at: datetime,
) -> Reply:
    """Keep what came back, and what it means: a no ends it, a name becomes a contact.

    "Never again" blocks the person for good and cannot be taken back here. What the person says
    themselves (`by_guest`) takes the place of what was known before.
    """
    if message.sent_at is None:
        raise UserError("This message has not left yet.", "Send it first.")
    if by_guest:
        Reply.objects.filter(message=message).delete()
    elif message.is_answered:
        raise _already_answered(message)
    if came == Came.NOT_THIS_TERM:
        rests_until = rests_until or end_of_rest(message.student, at=at)
    reply = _keep(message, came, note, rests_until, at)
    contact = message.contact
    for incoming in answers_to(message):
        settle_incoming(incoming, at=at)
    if came == Came.NEVER_AGAIN:
        record_do_not_contact(contact, reason=note[:200], asked_by_them=True, at=at)
        return reply
    if came == Came.NO:
        move_stage(contact, stage=Stage.NO, at=at)
    if came == Came.NAMED_SOMEBODY_ELSE and named_name:
        add_referral(
            contact,
            permission=permission,
            full_name=named_name,
            work=named_work,
            email=named_email,
            at=at,
        )
    _note(message, f"{'guest' if by_guest else 'got'}_{came}", SENTENCES[Came(came)], at)
    return reply


@transaction.atomic
def remove_reply(message: Message, *, at: datetime) -> None:
    """Take back what was recorded by mistake. Whoever was named stays in People.

    Refuses "never again", and a yes after which a time was agreed.
    """
    message = messages_of(message.student).get(pk=message.pk)
    if not message.is_answered:
        return
    contact, came = message.contact, message.reply.came
    led_on = contact.stage in (Stage.SCHEDULED, Stage.HELD) and came != Came.NO
    if came == Came.NEVER_AGAIN or led_on:
        raise SomethingFollowed(
            "This cannot be taken back any more.",
            "It led on already: look at the page of this person.",
            back=reverse("contacts:contact", args=[contact.public_id]),
        )
    message.reply.delete()
    if came == Came.NO and contact.stage == Stage.NO:
        move_stage(contact, stage=Stage.ASKED, at=at)
    _note(message, "corrected_reply", "You corrected what {name} had answered", at)


def _keep(message: Message, came: str, note: str, until: date | None, at: datetime) -> Reply:
    try:
        with transaction.atomic():
            return Reply.objects.create(
                message=message, came=came, note=note, rests_until=until, came_at=at
            )
    except IntegrityError:
        raise _already_answered(message) from None


def _already_answered(message: Message) -> AlreadyAnswered:
    return AlreadyAnswered(
        "What came back is recorded already.",
        "Correct it if it is wrong.",
        back=reverse("outreach:message", args=[message.public_id]),
    )


def _note(message: Message, verb: str, sentence: str, at: datetime) -> None:
    record(
        message.student,
        verb=verb,
        sentence=sentence.format(name=message.contact.name),
        at=at,
        contact=message.contact.public_id,
        path=reverse("outreach:message", args=[message.public_id]),
    )
