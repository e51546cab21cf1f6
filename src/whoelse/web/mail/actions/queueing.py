"""A letter is released: written down whole, with its Message-ID, before anything is sent."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.core import doorbell
from whoelse.web.mail import access
from whoelse.web.mail.letters import (
    Letter,
    ascii_address,
    bytes_of,
    new_message_id,
    one_line,
    thread_of,
)
from whoelse.web.mail.models import Incoming, MailAccount, Outgoing


@transaction.atomic
def queue_mail(
    student: Student,
    *,
    contact: Contact,
    subject: str,
    body: str,
    in_reply_to: str = "",
    calendar: bytes | None = None,
    at: datetime,
    purpose: str = "other",
    send_after: datetime | None = None,
    path: str = "",
) -> Outgoing:
    """Put a letter into the outbox; it leaves once, after the commit, through the own account.

    `in_reply_to` is a Message-ID without brackets: the letter joins its thread. `calendar` is one
    iCalendar object (REQUEST or CANCEL). The owner of `purpose` is asked again at the moment of
    sending (see `owners`); `path` is where the student sees what it belongs to. Refuses without
    an account, without an address that works, and whoever must not be written to.
    """
    account = access.ensure_account(student)
    access.ensure_can_be_reached(contact)
    references = _thread(student, in_reply_to)
    letter = Letter(
        message_id=new_message_id(account.address),
        from_name=student.full_name,
        from_address=account.address,
        to_name=contact.full_name,
        to_address=contact.email,
        subject=subject,
        body=body,
        written_at=at,
        references=references,
        calendar=calendar,
    )
    row = _write_down(letter, account, contact, purpose=purpose, path=path)
    if send_after is not None:
        row.send_after = send_after
    row.save()
    transaction.on_commit(lambda: doorbell.ring("mail"))
    return row


def queue_to_self(account: MailAccount, *, subject: str, body: str, at: datetime) -> Outgoing:
    """A letter to the student's own address, from it. It concerns nobody else."""
    letter = Letter(
        message_id=new_message_id(account.address),
        from_name="WhoElse",
        from_address=account.address,
        to_name=account.student.full_name,
        to_address=account.address,
        subject=subject,
        body=body,
        written_at=at,
    )
    row = _write_down(letter, account, None, purpose="digest", path=reverse("mail:account"))
    row.save()
    transaction.on_commit(lambda: doorbell.ring("mail"))
    return row


def _write_down(
    letter: Letter, account: MailAccount, contact: Contact | None, *, purpose: str, path: str
) -> Outgoing:
    return Outgoing(
        student=account.student,
        account=account,
        contact=contact,
        purpose=purpose,
        path=path,
        message_id=letter.message_id,
        references=" ".join(letter.references),
        from_address=letter.from_address,
        to_address=ascii_address(letter.to_address),
        subject=one_line(letter.subject)[:300],
        content=bytes_of(letter),
        queued_at=letter.written_at,
        send_after=letter.written_at,
    )


def _thread(student: Student, message_id: str) -> tuple[str, ...]:
    """The Message-IDs that an answer to this one refers to."""
    if not message_id:
        return ()
    mine = Outgoing.objects.filter(student=student, message_id=message_id)
    theirs = Incoming.objects.filter(student=student, message_id=message_id)
    parent = mine.only("references").first() or theirs.only("references").first()
    return thread_of(tuple(parent.references.split()) if parent else (), message_id)
