"""The copy of a sent letter in the account's own Sent folder, put there once."""

import logging
from datetime import timedelta

from django.db.models import F

from whoelse.web.core.errors import UserError
from whoelse.web.mail.actions.sending import AT_ONCE, Clock
from whoelse.web.mail.connection import imap_place, login_of
from whoelse.web.mail.failures import MailFailure
from whoelse.web.mail.mailbox import reading
from whoelse.web.mail.models import Copy, Outgoing
from whoelse.web.mail.queries import LEASE, due_copies

MOST_TRIES = 6  # own setting: a copy is a convenience, the letter itself has left
PAUSE = timedelta(minutes=30)
log = logging.getLogger(__name__)


def put_copies(clock: Clock) -> int:
    """Put what is due into the Sent folders; how many were tried."""
    for tried in range(AT_ONCE):
        at = clock()
        letter = due_copies(at).first()
        if letter is None:
            return tried
        turn = Outgoing.objects.filter(
            pk=letter.pk, copy=Copy.DUE, copy_attempts=letter.copy_attempts
        )
        if turn.update(copy_attempts=F("copy_attempts") + 1, send_after=at + LEASE):
            _put(letter, clock)
    return AT_ONCE


def look_into_sent(letter: Outgoing) -> bool | None:
    """Whether the Sent folder holds this letter; None if there is no such folder.

    Raises `MailFailure`.
    """
    with reading(imap_place(letter.account), login_of(letter.account)) as box:
        folder = box.sent_folder()
        if not folder:
            return None
        box.open(folder)
        return box.has_message(letter.message_id)


def _put(letter: Outgoing, clock: Clock) -> None:
    """Look first: another worker may have died between putting it there and saying so."""
    try:
        with reading(imap_place(letter.account), login_of(letter.account)) as box:
            folder = box.sent_folder()
            if folder:
                box.open(folder)
                if not box.has_message(letter.message_id):
                    box.put(bytes(letter.content), folder, letter.sent_at)
            _note(letter, Copy.DONE if folder else Copy.GIVEN_UP)
    except Exception as error:  # a copy is a convenience: whatever it is, its tries are counted
        if not isinstance(error, (MailFailure, UserError)):
            log.exception("The copy of letter %s could not be put away.", letter.pk)
        if letter.copy_attempts + 1 >= MOST_TRIES:
            _note(letter, Copy.GIVEN_UP)
        else:
            again = clock() + PAUSE * (letter.copy_attempts + 1)
            Outgoing.objects.filter(pk=letter.pk, copy=Copy.DUE).update(send_after=again)


def _note(letter: Outgoing, copy: Copy) -> None:
    Outgoing.objects.filter(pk=letter.pk, copy=Copy.DUE).update(copy=copy)
