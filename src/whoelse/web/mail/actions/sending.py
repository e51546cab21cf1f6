"""A letter leaves: claimed by one worker, handed over once, and its end written down.

Never twice: a worker may write to the server only after it has written `handing_over_at` under
its own claim. A row found there by another worker is unsure, whatever the clock says, and only
the student lets it leave again.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

from django.db import transaction
from django.db.models import F, Q

from whoelse.web.contacts.access import ensure_may_be_written_to
from whoelse.web.contacts.models import Contact
from whoelse.web.core.errors import UserError
from whoelse.web.mail import smtp
from whoelse.web.mail.connection import login_of, smtp_place
from whoelse.web.mail.failures import MailFailure
from whoelse.web.mail.models import Copy, MailAccount, Outgoing, State
from whoelse.web.mail.owners import owner_of
from whoelse.web.mail.queries import LEASE, due_letters, lost_letters

Clock = Callable[[], datetime]
# Own setting: soon for a hiccup of the network, then ever more patient, for about a day.
DELAYS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720))
AT_ONCE = 100  # letters of one round, so that a round ends
LAST_TRIED = "Tried for a day, without success."
ELSEWHERE = "Send it by your mail program instead, and tell whoever runs this WhoElse."
log = logging.getLogger(__name__)


def send_due(clock: Clock) -> int:
    """Send what is due, one letter after the other; how many were tried."""
    for tried in range(AT_ONCE):
        letter = claim_next(at=clock())
        if letter is None:
            return tried
        send_claimed(letter, at=clock())
    return AT_ONCE


@transaction.atomic
def claim_next(*, at: datetime) -> Outgoing | None:
    """Take the next due letter, so that no other worker has it.

    PostgreSQL passes over rows that others hold; SQLite lets one transaction write at a time.
    """
    rows = due_letters(at).select_for_update(skip_locked=True)
    letter = rows.only("pk").first()
    if letter is None:
        return None
    Outgoing.objects.filter(pk=letter.pk).update(
        state=State.SENDING,
        claim=uuid4(),
        claimed_until=at + LEASE,
        attempts=F("attempts") + 1,
        last_attempt_at=at,
        handing_over_at=None,
    )
    return Outgoing.objects.select_related("account", "contact", "student").get(pk=letter.pk)


def send_claimed(letter: Outgoing, *, at: datetime) -> None:
    """One try. However it ends, the row says so afterwards."""
    try:
        _try(letter, at=at)
    except Exception as error:  # a mistake of ours must not become a letter that is tried for ever
        log.exception("Letter %s could not be sent, for a reason nobody foresaw.", letter.pk)
        _end_unforeseen(letter, error, at=at)


def _try(letter: Outgoing, *, at: datetime) -> None:
    try:
        _ensure_may_leave(letter, at)
        account = letter.account
        with smtp.signed_in(smtp_place(account), login_of(account)) as session:
            smtp.hand_over(
                session,
                sender=letter.from_address,
                recipient=letter.to_address,
                content=bytes(letter.content),
                before_data=lambda: begin_handing_over(letter, at=at),
            )
            _end_sent(letter, at=at)
            smtp.say_goodbye(session)
    except UserError as error:
        stop_letter(letter, why=error.message, at=at)
    except smtp.Refused as error:
        stop_letter(letter, why=f"The mail server refused it: {error}", at=at)
    except smtp.NotNow as error:
        _try_later(letter, why=f"The mail server did not take it: {error}", at=at)
    except MailFailure as error:
        _note_trouble(letter.account, error, at)
        _try_later(letter, why=error.words, at=at)
    except smtp.Unsure:
        _end_unsure(letter)
    except smtp.Stopped:
        return  # somebody else has it by now


def begin_handing_over(letter: Outgoing, *, at: datetime) -> bool:
    """Write down that from now on it may have left; False if the claim is no longer ours."""
    if letter.contact is not None:
        ensure_may_be_written_to(_as_it_is_now(letter.contact))
    return bool(_ours(letter).filter(state=State.SENDING).update(handing_over_at=at))


def recover(*, at: datetime, everything: bool = False) -> tuple[int, int]:
    """Find letters whose worker died: (back to waiting, unsure).

    `everything` is for the start of the only process there is: whatever leaves now is nobody's.
    """
    lost = Outgoing.objects.filter(state=State.SENDING) if everything else lost_letters(at)
    free = {"claim": None, "claimed_until": None}
    unsure = lost.filter(handing_over_at__isnull=False).update(state=State.UNSURE, **free)
    for letter in lost.filter(handing_over_at__isnull=True, attempts__gt=len(DELAYS)):
        _stop_for_good(letter, f"{LAST_TRIED} WhoElse was cut off each time. {ELSEWHERE}", at=at)
    waiting = lost.filter(handing_over_at__isnull=True).update(
        state=State.WAITING, send_after=at, **free
    )
    return waiting, unsure


@transaction.atomic
def stop_letter(letter: Outgoing, *, why: str, at: datetime) -> bool:
    """It does not leave and never will; its owner takes up what it was about."""
    if not _end(letter, state=State.REFUSED, why=why[:500]):
        return False
    letter.state, letter.why = State.REFUSED, why[:500]
    owner_of(letter.purpose).note_stopped(letter, at=at)
    return True


def _ensure_may_leave(letter: Outgoing, at: datetime) -> None:
    """Everything that held at the release holds still."""
    if letter.account is None:
        raise UserError("The mail account was disconnected before it left.")
    if letter.contact is not None:
        ensure_may_be_written_to(_as_it_is_now(letter.contact))
    owner_of(letter.purpose).ensure_may_leave(letter, at=at)


def _as_it_is_now(contact: Contact) -> Contact:
    return Contact.objects.select_related("do_not_contact", "student").get(pk=contact.pk)


@transaction.atomic
def _end_sent(letter: Outgoing, *, at: datetime) -> None:
    account, is_to_self = letter.account, letter.contact is None
    wants_none = account.keeps_sent or is_to_self or not account.imap_host
    copy = Copy.NONE if wants_none else Copy.DUE
    if _end(letter, state=State.SENT, sent_at=at, why="", copy=copy, send_after=at):
        letter.state, letter.sent_at = State.SENT, at
        _note_trouble(letter.account, None, at)
        owner_of(letter.purpose).note_sent(letter, at=at)


def _end_unsure(letter: Outgoing) -> None:
    why = "The connection broke off while it was handed over."
    _end(letter, state=State.UNSURE, why=why)


def _end_unforeseen(letter: Outgoing, error: Exception, *, at: datetime) -> None:
    """What went wrong here says nothing about the server: where it may have left, nobody knows."""
    if _ours(letter).filter(handing_over_at__isnull=False).exists():
        _end(letter, state=State.UNSURE, why="WhoElse itself stumbled while it was handed over.")
        return
    what = f"WhoElse itself stumbled over this message ({type(error).__name__})."
    _try_later(letter, why=what, at=at, advice=ELSEWHERE)


def _try_later(letter: Outgoing, *, why: str, at: datetime, advice: str = "") -> None:
    if letter.attempts > len(DELAYS):
        _stop_for_good(letter, f"{LAST_TRIED} {why} {advice}".strip(), at=at)
        return
    delay = DELAYS[max(letter.attempts, 1) - 1]
    _end(letter, state=State.WAITING, why=why[:500], send_after=at + delay)


def _stop_for_good(letter: Outgoing, why: str, *, at: datetime) -> None:
    """Its end is written down even where its owner cannot take it up."""
    try:
        stop_letter(letter, why=why, at=at)
    except Exception:
        log.exception("The owner of letter %s does not know that it was stopped.", letter.pk)
        _end(letter, state=State.REFUSED, why=why[:500])


def _end(letter: Outgoing, **change: object) -> int:
    return _ours(letter).update(claim=None, claimed_until=None, **change)


def _ours(letter: Outgoing):
    """The row, as long as nobody else has had it since; unclaimed, as long as it waits.

    A sweep may have called it unsure meanwhile; who handed it over knows better.
    """
    if letter.claim is None:
        return Outgoing.objects.filter(pk=letter.pk, state=State.WAITING)
    mine = Q(state=State.SENDING, claim=letter.claim)
    swept = Q(state=State.UNSURE, attempts=letter.attempts)
    return Outgoing.objects.filter(mine | swept, pk=letter.pk)


def _note_trouble(account: MailAccount, failure: MailFailure | None, at: datetime) -> None:
    why = failure.words if failure else ""
    if why or account.trouble:
        MailAccount.objects.filter(pk=account.pk).update(
            trouble=why[:300], trouble_at=at if why else None
        )
