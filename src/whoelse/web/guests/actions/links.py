"""Making a private link, making it anew, and taking it back."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.contacts.access import ensure_may_be_written_to
from whoelse.web.core.errors import UserError
from whoelse.web.guests import queries
from whoelse.web.guests.models import Ending, GuestLink
from whoelse.web.guests.tokens import address_of, addresses_in, hash_of, make_token
from whoelse.web.outreach import actions as outreach
from whoelse.web.outreach.models import Message
from whoelse.web.outreach.queries import ASKING

LINE = "If it is easier, one private page has everything, without an account: {address}"


class NoPublicAddress(UserError):
    """Nobody else could open a page of this installation."""


class NoRequest(UserError):
    """Only a message that asks for a conversation has a page."""


class NotInText(UserError):
    """What left already cannot be changed."""


@transaction.atomic
def make_link(message: Message, *, into_text: bool = False, at: datetime) -> str:
    """Make the link of a request and return its address; an earlier one ends with that.

    Only now is the address known: what is kept is a hash. `into_text` writes it into the draft,
    in the place of an earlier one.
    """
    back = reverse("guests:request", args=[message.public_id])
    _refuse_unfit(message, back)
    ensure_may_be_written_to(message.contact)
    if into_text and not message.is_draft:
        raise NotInText("This message left already.", "Make a link without the text.", back=back)
    token = make_token()
    GuestLink.objects.filter(message=message).delete()
    GuestLink.objects.create(
        student=message.student, message=message, token_hash=hash_of(token), created_at=at
    )
    address = address_of(token)
    if into_text:
        _write_into(message, address, at)
    _note(message, "made_guest_link", f"You made a private page for {message.contact.name}", at)
    return address


@transaction.atomic
def withdraw_link(message: Message, *, at: datetime) -> None:
    """Close the page. Whoever opens the link reads what everybody reads at a closed door."""
    open_links = GuestLink.objects.filter(message=message, ended_at__isnull=True)
    if open_links.update(ended_at=at, ending=Ending.WITHDRAWN):
        name = message.contact.name
        _note(message, "withdrew_guest_link", f"You took back the private page of {name}", at)


def link_of(message: Message) -> GuestLink | None:
    return queries.link_of(message)


def _refuse_unfit(message: Message, back: str) -> None:
    if not settings.PUBLIC_ADDRESS:
        raise NoPublicAddress(
            "WhoElse runs where nobody else can reach it, so a private page would not open.",
            "Offer times in the message instead.",
            back=back,
        )
    if message.kind not in ASKING:
        raise NoRequest(
            "Only a message that asks for a conversation has a private page.",
            back=reverse("outreach:message", args=[message.public_id]),
        )
    if message.is_answered:
        raise NoRequest(
            "This request is answered, so there is nothing to ask on a page.", back=back
        )


def _write_into(message: Message, address: str, at: datetime) -> None:
    body = message.body
    earlier = addresses_in(body)
    if earlier:
        for each in earlier:
            body = body.replace(each, address)
    else:
        body = _before_the_end(body, LINE.format(address=address))
    outreach.save_draft(
        message.contact,
        kind=message.kind,
        subject=message.subject,
        body=body,
        confirmed=message.confirmed,
        at=at,
    )


def _before_the_end(body: str, line: str) -> str:
    """Above the greeting and the name, which are the last paragraph."""
    paragraphs = body.rstrip().split("\n\n")
    if len(paragraphs) < 3:
        return "\n\n".join([*filter(None, paragraphs), line])
    return "\n\n".join([*paragraphs[:-1], line, paragraphs[-1]])


def _note(message: Message, verb: str, sentence: str, at: datetime) -> None:
    record(
        message.student,
        verb=verb,
        sentence=sentence,
        at=at,
        contact=message.contact.public_id,
        path=reverse("guests:request", args=[message.public_id]),
    )
