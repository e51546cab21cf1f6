"""Who may see which contact, and who must not be written to."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import reverse

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import User
from whoelse.web.contacts import queries
from whoelse.web.contacts.models import Contact, ImportBatch, StagedImport
from whoelse.web.core.errors import UserError


class AskedNotToBeContacted(UserError):
    """They asked, or the student decided: nothing is written to them, by any way, ever."""


def contact_for(user: User, public_id: UUID | str) -> Contact:
    """The student's own contact; for everybody else it does not exist."""
    contacts = queries.contacts_of(student_of(user)).select_related(
        "do_not_contact", "student", "batch"
    )
    return _one(contacts, public_id)


def staged_import_for(user: User, public_id: UUID) -> StagedImport:
    """A file that was read and waits for the student's choice."""
    return _one(queries.staged_imports_of(student_of(user)), public_id)


def import_batch_for(user: User, public_id: UUID) -> ImportBatch:
    return _one(queries.import_batches_of(student_of(user)), public_id)


def ensure_may_be_written_to(contact: Contact) -> None:
    """Raise `AskedNotToBeContacted` for a blocked contact, also one who came back by a new row."""
    block = queries.block_of(contact)
    if block is not None or queries.is_blocked_contact(contact):
        raise not_to_be_contacted(contact.name, by_student=block and not block.asked_by_them)


def not_to_be_contacted(name: str, *, by_student: bool | None = False) -> AskedNotToBeContacted:
    """The error for somebody of this name."""
    return AskedNotToBeContacted(
        f"You decided not to contact {name}."
        if by_student
        else f"{name} asked not to be contacted.",
        "WhoElse writes nothing to this person. Look through People for somebody else to ask.",
        back=reverse("contacts:people"),
    )


def _one(rows, public_id):
    try:
        return rows.get(public_id=public_id)
    except (rows.model.DoesNotExist, ValidationError, ValueError):
        raise Http404 from None
