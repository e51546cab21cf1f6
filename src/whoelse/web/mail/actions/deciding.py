"""What the student decides about a letter: take it back, it did leave, let it leave again."""

from datetime import datetime

from django.db import transaction

from whoelse.web.core import doorbell
from whoelse.web.core.errors import UserError
from whoelse.web.mail import access
from whoelse.web.mail.actions.copying import look_into_sent
from whoelse.web.mail.actions.sending import stop_letter
from whoelse.web.mail.models import Incoming, Outgoing, Sorted, State
from whoelse.web.mail.owners import owner_of

TAKEN_BACK = "You took it back before it left."


class TooLate(UserError):
    """It left, or is leaving, or was decided already."""


@transaction.atomic
def take_back(letter: Outgoing, *, at: datetime) -> None:
    """Keep a waiting letter from leaving."""
    letter.claim = None
    if not stop_letter(letter, why=TAKEN_BACK, at=at):
        raise TooLate("This cannot be taken back any more.", "It is leaving, or has left.")


@transaction.atomic
def send_now(letter: Outgoing, *, at: datetime) -> None:
    """Let a waiting letter try again now instead of at its next turn."""
    waiting = Outgoing.objects.filter(pk=letter.pk, state=State.WAITING)
    if waiting.update(send_after=at, attempts=0):
        transaction.on_commit(lambda: doorbell.ring("mail"))


@transaction.atomic
def confirm_sent(letter: Outgoing, *, at: datetime) -> None:
    """The student knows that an unsure letter left."""
    sent_at = letter.handing_over_at or at
    _settle_unsure(letter, state=State.SENT, sent_at=sent_at, why="", settled_at=at)
    letter.state, letter.sent_at = State.SENT, sent_at
    owner_of(letter.purpose).note_sent(letter, at=at)


@transaction.atomic
def send_again(letter: Outgoing, *, at: datetime) -> None:
    """The student wants an unsure letter to leave once more, under the same Message-ID."""
    if letter.contact is not None:
        access.ensure_can_be_reached(letter.contact)
    access.ensure_account(letter.student)
    _settle_unsure(letter, state=State.WAITING, send_after=at, attempts=0, why="")
    transaction.on_commit(lambda: doorbell.ring("mail"))


@transaction.atomic
def give_up(letter: Outgoing, *, at: datetime) -> None:
    """The student lets an unsure letter be: as far as we know it never left."""
    _settle_unsure(letter, state=State.REFUSED, why="You let it be.", settled_at=at)
    letter.state = State.REFUSED
    owner_of(letter.purpose).note_stopped(letter, at=at)


def find_in_sent(letter: Outgoing, *, at: datetime) -> bool | None:
    """Look whether an unsure letter lies in the Sent folder; if so it left.

    None where nothing can be told. Raises `MailFailure`.
    """
    if letter.account is None or letter.state != State.UNSURE:
        return None
    found = look_into_sent(letter)
    if found:
        confirm_sent(letter, at=at)
    # Only a provider that keeps a copy of everything says something by having none.
    return found if found or letter.account.keeps_sent else None


def settle(letter: Outgoing, *, at: datetime) -> None:
    """The student has seen how a refused letter ended."""
    row = Outgoing.objects.filter(pk=letter.pk, state=State.REFUSED, settled_at__isnull=True)
    row.update(settled_at=at)


def settle_incoming(incoming: Incoming, *, at: datetime) -> None:
    """The student has said what it means, or that it means nothing."""
    Incoming.objects.filter(pk=incoming.pk, settled_at__isnull=True).update(settled_at=at)


def forget_incoming(incoming: Incoming, *, at: datetime) -> None:
    """It was no answer: its words go; the row stays, so that it is not fetched again."""
    Incoming.objects.filter(pk=incoming.pk).update(
        kind=Sorted.OTHER, text="", subject="", calendars=[], from_address="", settled_at=at
    )


def _settle_unsure(letter: Outgoing, **change: object) -> None:
    if not Outgoing.objects.filter(pk=letter.pk, state=State.UNSURE).update(**change):
        raise TooLate("This is decided already.", "Load the page again to see how.")
