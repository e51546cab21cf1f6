"""Adding, editing and erasing people, and moving the stage they are at."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.urls import reverse

from whoelse.web.accounts.models import Student
from whoelse.web.activity import actions as activity
from whoelse.web.contacts import access, queries
from whoelse.web.contacts.actions.blocks import add_keys
from whoelse.web.contacts.actions.details import fill
from whoelse.web.contacts.models import Contact, DoNotContact, Stage
from whoelse.web.core.errors import UserError

FORGOTTEN = "somebody you erased"


class AlreadyInPeople(UserError):
    """Somebody with this address is in the list: two rows of one person would part ways."""


@transaction.atomic
def add_contact(
    student: Student,
    *,
    full_name: str,
    circle: str,
    at: datetime,
    audience: str = "",
    verb: str = "added_contact",
    sentence: str = "",
    **details: str,
) -> Contact:
    """Add a person and write that into the history, as "You added …" if nothing is said.

    `details` are fields of `Contact`. Refuses an address that is in the list already
    (`AlreadyInPeople`) and whoever must not be contacted (`AskedNotToBeContacted`).
    """
    contact = Contact(student=student, circle=circle, stage=Stage.OPEN, stage_at=at)
    fill(contact, full_name=full_name, audience=audience, **details)
    _refuse_same_address(contact)
    _refuse_blocked(contact)
    _save(contact)
    activity.record(
        student,
        verb=verb,
        sentence=sentence or f"You added {contact.name}",
        at=at,
        contact=contact.public_id,
        path=path_of(contact),
    )
    return contact


@transaction.atomic
def edit_contact(contact: Contact, *, at: datetime, **details: str) -> Contact:
    """Change what is known about a person; only what differs is written.

    A blocked contact stays blocked under the new details as well.
    """
    changed = fill(contact, **details)
    if not changed - {"search_text"}:
        return contact
    _refuse_same_address(contact)
    block = queries.block_of(contact)
    if block is None:
        _refuse_blocked(contact)
    else:
        add_keys(block, contact)
    _save(contact, update_fields=[*changed, "updated_at"])
    activity.record(
        contact.student,
        verb="edited_contact",
        sentence=f"You changed what is written about {contact.name}",
        at=at,
        contact=contact.public_id,
        path=path_of(contact),
    )
    return contact


def move_stage(contact: Contact, *, stage: str, at: datetime) -> None:
    """Say how far it has come with somebody. The history is written by who knows what happened."""
    Contact.objects.filter(pk=contact.pk).update(stage=stage, stage_at=at, updated_at=at)
    contact.stage, contact.stage_at, contact.updated_at = stage, at, at


@transaction.atomic
def erase_contact(contact: Contact) -> None:
    """Remove a person with everything that hangs on them; only the keys of a block stay.

    What other people's histories say is kept without the name.
    """
    names = sorted({contact.name, contact.full_name, contact.short_name}, key=len, reverse=True)
    activity.forget_contact(
        contact.student, contact=contact.public_id, names=names, instead=FORGOTTEN
    )
    DoNotContact.objects.filter(contact=contact).update(reason="")
    contact.delete()


def path_of(contact: Contact) -> str:
    return reverse("contacts:contact", args=[contact.public_id])


def _save(contact: Contact, **options: list[str]) -> None:
    """Save; another window that kept the same address a moment ago is told of like any other."""
    try:
        with transaction.atomic():
            contact.save(**options)
    except IntegrityError:
        _refuse_same_address(contact)
        raise


def _refuse_same_address(contact: Contact) -> None:
    others = queries.contacts_of(contact.student).exclude(pk=contact.pk)
    other = others.filter(email__iexact=contact.email).first() if contact.email else None
    if other:
        raise AlreadyInPeople(
            f"{other.name} is in your list with the address {contact.email}.",
            "If two people share it, write it down for one of them only.",
            back=path_of(other),
        )


def _refuse_blocked(contact: Contact) -> None:
    if queries.is_blocked_contact(contact):
        raise access.not_to_be_contacted(contact.name)
