"""Connecting an account, noting what is wrong with it, and disconnecting it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from whoelse.web.accounts.models import Student
from whoelse.web.activity.actions import record
from whoelse.web.core import doorbell
from whoelse.web.mail import digest
from whoelse.web.mail.actions.sending import stop_letter
from whoelse.web.mail.models import MailAccount, SignIn, State

WHERE = ("imap_host", "imap_port", "user_name")  # another mailbox: numbers mean nothing there


@transaction.atomic
def connect_account(student: Student, *, secret: str, at: datetime, **settings: Any) -> MailAccount:
    """Keep the account; an empty `secret` keeps the one that is there.

    `settings` are fields of `MailAccount`. Reading begins today: what came before is not looked at.
    """
    account = MailAccount.objects.filter(student=student).first()
    is_new = account is None
    account = account or MailAccount(student=student, connected_at=at)
    moved = [name for name in WHERE if settings.get(name) != getattr(account, name)]
    for name, value in settings.items():
        setattr(account, name, value)
    if secret and not account.secret:
        account.confirms_by_itself = False  # out of an archive: chosen anew where it is to happen
    if secret:
        account.secret, account.sign_in = secret, SignIn.PASSWORD
    if moved:
        account.uid_validity = account.last_uid = 0
        account.polled_at, account.connected_at = None, at
    account.trouble, account.trouble_at = "", None
    account.save()
    if is_new:
        _record(student, "connected_mail", f"You connected your mail account {account.address}", at)
    transaction.on_commit(lambda: doorbell.ring("mail"))
    return account


@transaction.atomic
def disconnect_account(account: MailAccount, *, at: datetime) -> None:
    """Forget the account with its password. What still waited never leaves, and says so."""
    for letter in account.outgoing.filter(state=State.WAITING):
        stop_letter(letter, why="The mail account was disconnected before it left.", at=at)
    _record(
        account.student,
        "disconnected_mail",
        f"You disconnected your mail account {account.address}",
        at,
    )
    account.delete()


def choose_digest(account: MailAccount, *, hour: int | None) -> None:
    """One mail a day from this hour on, or none."""
    MailAccount.objects.filter(pk=account.pk).update(digest_hour=hour)
    account.digest_hour = hour


@transaction.atomic
def choose_confirmations(account: MailAccount, *, by_itself: bool, at: datetime) -> None:
    """Whether the confirmation of the day before leaves by itself from now on."""
    changed = MailAccount.objects.filter(pk=account.pk).exclude(confirms_by_itself=by_itself)
    if not changed.update(confirms_by_itself=by_itself):
        return
    account.confirms_by_itself = by_itself
    who = "leave by themselves" if by_itself else "are yours to send again"
    _record(account.student, "chose_confirmations", f"Confirmations of the day before {who}", at)


@transaction.atomic
def take_digest(account: MailAccount, *, at: datetime) -> bool:
    """Whether today's digest is ours to send: it is given away once a day."""
    today = digest.local_time(account, at).date()
    row = MailAccount.objects.filter(pk=account.pk, digest_on=account.digest_on)
    return digest.is_time(account, at) and bool(row.update(digest_on=today))


def note_trouble(account: MailAccount, *, why: str, at: datetime) -> None:
    """Keep what failed last; an empty `why` says that it works."""
    if why or account.trouble:
        trouble_at = at if why else None
        MailAccount.objects.filter(pk=account.pk).update(trouble=why[:300], trouble_at=trouble_at)
        account.trouble, account.trouble_at = why[:300], trouble_at


def _record(student: Student, verb: str, sentence: str, at: datetime) -> None:
    record(student, verb=verb, sentence=sentence, at=at, path=reverse("mail:account"))
