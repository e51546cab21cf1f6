"""Whose account and letters these are, and to whom a letter may go."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import Student, User
from whoelse.web.contacts.access import ensure_may_be_written_to
from whoelse.web.contacts.models import Contact
from whoelse.web.core.errors import UserError
from whoelse.web.mail import queries
from whoelse.web.mail.models import Incoming, MailAccount, Outgoing, Security


class NoAccount(UserError):
    """No mail account is connected, or its password did not come along with it."""


class NoAddress(UserError):
    """Nobody knows where to send it."""


class AddressFails(UserError):
    """What was sent to this address came back for good."""


def account_for(user: User) -> MailAccount:
    """The student's own account; without one there is none."""
    account = queries.account_of(student_of(user))
    if account is None:
        raise Http404
    return account


def letter_for(user: User, public_id: UUID) -> Outgoing:
    return get_object_or_404(queries.letters_of(student_of(user)), public_id=public_id)


def incoming_for(user: User, public_id: UUID) -> Incoming:
    return get_object_or_404(queries.incoming_of(student_of(user)), public_id=public_id)


def ensure_account(student: Student) -> MailAccount:
    """The account through which letters leave, or the way to connect one."""
    account = queries.account_of(student)
    if account is None:
        raise NoAccount(
            "No mail account is connected.",
            "Connect yours in Settings, or send it by your mail program.",
            back=reverse("mail:account"),
        )
    if not account.secret and account.smtp_security != Security.NONE:
        raise NoAccount(
            "The password of your mail account is not known here.",
            "Enter it again in Settings, or send it by your mail program.",
            back=reverse("mail:account"),
        )
    return account


def ensure_can_be_reached(contact: Contact) -> None:
    """Refuse whoever must not be written to, a missing address, and one that does not work."""
    ensure_may_be_written_to(contact)
    person = reverse("contacts:contact", args=[contact.public_id])
    if not contact.email:
        raise NoAddress(
            f"There is no address of {contact.name}.",
            "Add one, or send it another way.",
            back=person,
        )
    if queries.failure_of(contact) is not None:
        raise AddressFails(
            f"{contact.email} does not work: what was sent there came back.",
            f"Look for another address of {contact.name}, or say on the page that it is right.",
            back=person,
        )
