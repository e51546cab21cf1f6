"""Reading the mailbox: headers of what is new, and whole only what answers somebody written to.

Read again, nothing is stored twice: a row has its Message-ID, and the mailbox its numbers. When
the server deals its numbers anew (UIDVALIDITY), reading begins again at the last day that was read.
"""

import hashlib
import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import Message as HeaderBlock
from email.utils import parseaddr
from uuid import uuid4

from django.db import transaction
from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.contacts.models import Contact
from whoelse.web.core.errors import UserError
from whoelse.web.mail import bridge, queries
from whoelse.web.mail.actions.accounts import note_trouble
from whoelse.web.mail.actions.sending import Clock
from whoelse.web.mail.bridge import SortedMail
from whoelse.web.mail.connection import imap_place, login_of
from whoelse.web.mail.failures import MailFailure
from whoelse.web.mail.letters import ascii_address
from whoelse.web.mail.mailbox import Mailbox, reading
from whoelse.web.mail.models import Incoming, MailAccount, Outgoing, Sorted
from whoelse.web.mail.owners import owner_of

EVERY = timedelta(minutes=4)
_STUMBLED = "WhoElse itself stumbled while it read the mailbox ({}). Answers may be missing here."
log = logging.getLogger(__name__)
AT_ONCE = 200  # headers of one visit; the rest comes with the next
LONGEST_TEXT = 20_000
_ID = re.compile(r"<([^<>\s]{1,250})>")
_DAEMON = re.compile(r"(mailer-daemon|postmaster|mail-daemon|bounce|no-?reply|feedback|abuse)")
SENTENCES = {
    Sorted.REPLY: "{name} answered",
    Sorted.OTHER: "{name} wrote",
    Sorted.AUTO_REPLY: "An automatic reply of {name} came",
    Sorted.BOUNCE: "Your message to {name} could not be delivered",
    Sorted.FEEDBACK: "Your message to {name} was reported as unwanted",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What an incoming message is looked for: our letters, and the people written to."""

    letters: dict[str, Outgoing]  # by Message-ID
    people: dict[str, Contact]  # by address

    @property
    def is_empty(self) -> bool:
        return not (self.letters or self.people)


def read_due(clock: Clock) -> int:
    """Look into every mailbox whose turn it is; how many messages were kept."""
    kept = 0
    for account in queries.accounts_to_read(clock(), every=EVERY)[:AT_ONCE]:
        kept += read_account(account, clock)
    return kept


def read_account(account: MailAccount, clock: Clock) -> int:
    """Look into one mailbox, unless another worker does; how many messages were kept."""
    at = clock()
    free = queries.accounts_to_read(at, every=timedelta(0)).filter(pk=account.pk)
    if not (account.imap_host and account.secret):
        return 0
    if not free.update(poll_claim=uuid4(), poll_until=at + queries.LEASE):
        return 0
    account.refresh_from_db()
    try:
        with reading(imap_place(account), login_of(account)) as box:
            kept = _read(account, box, at)
        note_trouble(account, why="", at=at)
    except MailFailure as failure:
        note_trouble(account, why=failure.words, at=at)
        kept = 0
    except UserError as error:
        note_trouble(account, why=error.message, at=at)
        kept = 0
    except Exception as error:  # one mailbox must not keep the others from being read
        log.exception("The mailbox of account %s could not be read.", account.pk)
        note_trouble(account, why=_STUMBLED.format(type(error).__name__), at=at)
        kept = 0
    done = MailAccount.objects.filter(pk=account.pk, poll_claim=account.poll_claim)
    done.update(poll_claim=None, poll_until=None, polled_at=clock())
    return kept


def _read(account: MailAccount, box: Mailbox, at: datetime) -> int:
    validity, following = box.open()
    if validity == account.uid_validity:
        new = box.numbers_after(account.last_uid)
    else:
        since = (account.polled_at or account.connected_at) - timedelta(days=1)
        new = box.numbers_since(since.date())
        account.last_uid = max(following - 1, 0) if not new else min(new) - 1
    expected, kept = expected_by(account, at=at), 0
    visited = new[:AT_ONCE]
    wanted = [] if expected.is_empty else list(_wanted(box, visited, expected))
    for uid in wanted:
        kept += keep(account, box.whole(uid), expected, at=at) is not None
    last = visited[-1] if visited else account.last_uid
    MailAccount.objects.filter(pk=account.pk).update(uid_validity=validity, last_uid=last)
    return kept


def expected_by(account: MailAccount, *, at: datetime) -> Expected:
    """Whose answers this account may hold."""
    letters = queries.letters_of(account.student).filter(
        state__in=queries.LEFT, contact__isnull=False, contact__do_not_contact__isnull=True
    )
    people = queries.people_written_to(account.student, at=at)
    return Expected(
        letters={letter.message_id: letter for letter in letters},
        people={_address(person.email): person for person in people},
    )


@transaction.atomic
def keep(account: MailAccount, raw: bytes, expected: Expected, *, at: datetime) -> Incoming | None:
    """Store a message if it is what it seemed to be by its headers; None if not, or known."""
    mail = bridge.sorted_mail(raw)
    letter = _letter_of(mail, expected)
    contact = letter.contact if letter else _person_of(mail, expected)
    if contact is None or mail.from_address.casefold() == account.address.casefold():
        return None
    row, is_new = Incoming.objects.get_or_create(
        student=account.student,
        message_id=mail.message_id[:250] or hashlib.sha256(raw).hexdigest(),
        defaults=_fields(mail, contact, letter, at),
    )
    if not is_new:
        return None
    _record(row, at)
    if letter is not None:
        owner_of(letter.purpose).note_incoming(row, at=at)
    return row


def _wanted(box: Mailbox, uids: Iterable[int], expected: Expected) -> Iterable[int]:
    for uid, headers in box.headers_of(uids):
        if _may_be_wanted(headers, expected):
            yield uid


def _may_be_wanted(headers: HeaderBlock, expected: Expected) -> bool:
    """By its headers: an answer to us, from somebody written to, or about a delivery."""
    named = " ".join(str(headers.get(name, "")) for name in ("In-Reply-To", "References"))
    if any(each in expected.letters for each in _ID.findall(named[:20_000])):
        return True
    sender = _address(parseaddr(str(headers.get("From", ""))[:2_000])[1])
    if sender in expected.people:
        return True
    kind = str(headers.get("Content-Type", "")).casefold()
    return "multipart/report" in kind or bool(_DAEMON.match(sender))


def _letter_of(mail: SortedMail, expected: Expected) -> Outgoing | None:
    """The letter that it names; the newest if it names several."""
    if mail.kind in (Sorted.BOUNCE, Sorted.FEEDBACK):
        named = (*mail.original_ids, *mail.in_reply_to, *mail.references)
    else:
        named = (*mail.references, *mail.in_reply_to)
    found = [expected.letters[each] for each in named if each in expected.letters]
    return found[-1] if found else None


def _person_of(mail: SortedMail, expected: Expected) -> Contact | None:
    """The person who wrote it; a bounce that names none of our letters is not ours."""
    if mail.kind in (Sorted.BOUNCE, Sorted.FEEDBACK):
        return None
    return expected.people.get(_address(mail.from_address))


def _fields(
    mail: SortedMail, contact: Contact, letter: Outgoing | None, at: datetime
) -> dict[str, object]:
    sent_at = mail.sent_at if mail.sent_at and mail.sent_at <= at else at
    about = letter.to_address if letter and mail.kind == Sorted.BOUNCE else ""
    return {
        "contact": contact,
        "outgoing": letter,
        "kind": mail.kind,
        "permanent": mail.permanent,
        "references": " ".join(mail.references)[:20_000],
        "from_address": mail.from_address[:320].replace("\0", ""),
        "about_address": _about(mail, about)[:320],
        "status": mail.status[:20],
        "subject": mail.subject[:300].replace("\0", ""),
        "text": mail.reply_text[:LONGEST_TEXT].replace("\0", ""),
        "calendars": [each.decode("utf-8", "replace").replace("\0", "") for each in mail.calendars],
        "came_at": sent_at,
        # What asks nothing of the student is settled as it comes.
        "settled_at": at if mail.kind == Sorted.AUTO_REPLY else None,
    }


def _about(mail: SortedMail, address: str) -> str:
    """The address of ours that failed; a forwarder may name another one behind it."""
    return address or (mail.recipients[0] if mail.recipients else "")


def _address(text: str) -> str:
    return ascii_address(text.strip()).casefold()


def _record(row: Incoming, at: datetime) -> None:
    record(
        row.student,
        verb=f"mail_{row.kind}",
        sentence=SENTENCES[Sorted(row.kind)].format(name=row.contact.name),
        at=min(row.came_at, at),
        contact=row.contact.public_id,
        path=reverse("outreach:answer", args=[row.public_id]),
    )
