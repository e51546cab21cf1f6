"""Which message may this person get, and what may be written to whom."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import User
from whoelse.web.contacts.access import ensure_may_be_written_to
from whoelse.web.contacts.models import Contact, Stage
from whoelse.web.core.errors import UserError
from whoelse.web.outreach import bridge
from whoelse.web.outreach.models import Kind, Message, Way
from whoelse.web.outreach.queries import (
    ASKING,
    EXPECTING,
    drafts_of,
    messages_of,
    sent_to,
    unanswered_to,
)
from whoelse.web.outreach.resting import rests_until

TAKE_BACK_FOR = timedelta(hours=24)  # own setting: long enough for a slip, short of the nudge


class SaidNo(UserError):
    """A no is final: nothing more is written."""


class NotThisTerm(UserError):
    """They have no time this term; they are asked again after it."""


class NothingToFollow(UserError):
    """A nudge follows a request; without one it is a first message."""


class NudgedAlready(UserError):
    """One reminder at most; a second one is pressure."""


class AsksForAJob(UserError):
    """A message that asks for a job does not leave, by any way."""


class OnItsWay(UserError):
    """The message was released; as long as it is leaving, nothing about it changes."""


class ErrorsUnsettled(UserError):
    """Errors that were neither settled nor confirmed one by one."""


def message_for(user: User, public_id: UUID) -> Message:
    """Their own message; for everyone else there is none."""
    return get_object_or_404(messages_of(student_of(user)), public_id=public_id)


def kind_named(kind: str) -> Kind:
    if kind not in Kind.values:
        raise Http404
    return Kind(kind)


def ensure_may_write(contact: Contact, kind: str, *, at: datetime) -> None:
    """Refuse to write to whoever said no or never again, and a nudge that follows nothing.

    Whoever said "not this term" is not asked before it is over.
    """
    ensure_may_be_written_to(contact)
    if contact.stage == Stage.NO:
        raise SaidNo(
            f"{contact.name} said no, and a no is final.",
            "Ask somebody else. If it was recorded by mistake, correct it where the message is.",
            back=reverse("contacts:contact", args=[contact.public_id]),
        )
    if kind in EXPECTING:
        _ensure_not_resting(contact, at)
    if kind == Kind.FOLLOWUP:
        _ensure_may_remind(contact)


def ensure_not_on_its_way(contact: Contact, kind: str) -> None:
    """Refuse to change a draft that was released, and to begin another one beside it."""
    draft = drafts_of(contact).filter(kind=kind).first()
    if draft is not None and draft.is_on_its_way:
        raise on_its_way(draft)


def on_its_way(message: Message) -> OnItsWay:
    """The error for a message that is leaving."""
    return OnItsWay(
        "This message is on its way.",
        "Look how far it is; as long as it waits you can take it back.",
        back=reverse("outreach:message", args=[message.public_id]),
    )


def _ensure_not_resting(contact: Contact, at: datetime) -> None:
    until = rests_until(contact, at=at)
    if until is not None:
        raise NotThisTerm(
            f"{contact.name} has no time this term.",
            f"From {until:%A}, {until.day} {until:%B %Y} on you can ask again.",
            back=reverse("contacts:contact", args=[contact.public_id]),
        )


def _ensure_may_remind(contact: Contact) -> None:
    if not sent_to(contact).filter(kind__in=ASKING).exists():
        raise NothingToFollow(
            f"You have not asked {contact.name} yet, so there is nothing to remind of.",
            "Write the request first.",
            back=reverse("outreach:write", args=[contact.public_id, Kind.REQUEST]),
        )
    nudge = unanswered_to(contact).filter(kind=Kind.FOLLOWUP).first()
    if nudge is not None:
        raise NudgedAlready(
            f"You reminded {contact.name} already, and once is enough.",
            "Silence is rarely about you. Let it rest and ask somebody else.",
            back=reverse("outreach:message", args=[nudge.public_id]),
        )


def may_be_taken_back(message: Message, *, at: datetime) -> bool:
    """Whether the student may still say that it had not left: soon, and if nothing followed."""
    if message.sent_at is None or message.way == Way.MAIL or message.is_answered:
        return False
    later = messages_of(message.student).filter(contact=message.contact).exclude(pk=message.pk)
    followed = later.filter(Q(sent_at__gt=message.sent_at) | Q(sent_at=None, kind=message.kind))
    return at - message.updated_at <= TAKE_BACK_FOR and not followed.exists()


def ensure_may_leave(message: Message, *, at: datetime) -> None:
    """Refuse every way out while the message asks for a job or has errors nobody settled."""
    contact = message.contact
    ensure_may_write(contact, message.kind, at=at)
    review = bridge.review_of(
        contact, message.kind, subject=message.subject, body=message.body, at=at
    )
    back = reverse("outreach:write", args=[contact.public_id, message.kind])
    if review.asks_for_a_job:
        raise AsksForAJob(
            "This message asks for a job, so it stays here.",
            "Take the sentence out and ask about their work instead. It is underlined.",
            back=back,
        )
    if review.unsettled(message.confirmed):
        raise ErrorsUnsettled(
            "Something in this message is not settled yet.",
            "Change it, or confirm it one by one beside the text.",
            back=back,
        )
