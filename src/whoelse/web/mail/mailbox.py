"""Reading a mailbox by IMAP, within bounds: headers first, whole messages only when asked for.

Nothing is marked, moved or deleted. What a server says is bounded too: it may be anybody's.
"""

import email
import email.policy
import imaplib
import re
import socket
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from email.message import EmailMessage

from imap_tools import BaseMailBox
from imap_tools.errors import ImapToolsError

from whoelse.web.mail.dialing import (
    CONNECT_SECONDS,
    READ_SECONDS,
    context_of,
    dial,
    ensure_protected,
    told,
    wrap,
)
from whoelse.web.mail.failures import MailFailure, one_line
from whoelse.web.mail.models import Security, SignIn
from whoelse.web.mail.presets import Place
from whoelse.web.mail.smtp import Login

MOST_BYTES = 4_000_000  # of one message; own setting, a text with an invitation is a hundredth
MOST_ANSWER = 16_000_000  # of one answer of the server
HEADERS = "MESSAGE-ID IN-REPLY-TO REFERENCES FROM SUBJECT DATE CONTENT-TYPE AUTO-SUBMITTED"
SENT_NAMES = ("sent", "sent items", "sent mail", "sent messages", "gesendet", "gesendete elemente")


class Client(imaplib.IMAP4):
    """imaplib's client over our own connections, which refuses to swallow what is too large."""

    def __init__(self, place: Place, *, timeout: float) -> None:
        self.place = place
        super().__init__(place.host, place.port, timeout=timeout)

    def _create_socket(self, timeout: float) -> socket.socket:
        connection = dial(self.place, timeout=timeout)
        ensure_protected(connection, self.place)
        connection.settimeout(READ_SECONDS if timeout == CONNECT_SECONDS else timeout)
        return wrap(connection, self.place) if self.place.security == Security.TLS else connection

    def read(self, size: int) -> bytes:
        if size > MOST_ANSWER:
            raise self.abort("The server sends more than was asked for.")
        return super().read(size)


class Mailbox(BaseMailBox):
    """One signed-in mailbox."""

    def __init__(self, place: Place, *, timeout: float = CONNECT_SECONDS) -> None:
        self.place, self.timeout = place, timeout
        super().__init__()

    def _get_mailbox_client(self) -> Client:
        return Client(self.place, timeout=self.timeout)

    def sign_in(self, login: Login) -> None:
        client, where = self.client, {"host": self.place.host, "port": self.place.port}
        if self.place.security == Security.STARTTLS:
            if "STARTTLS" not in client.capabilities:
                raise MailFailure("starttls", **where)
            client.starttls(ssl_context=context_of(self.place))
        try:
            if login.sign_in == SignIn.XOAUTH2:
                self.xoauth2(login.user, login.secret, initial_folder=None)
            elif (login.user + login.secret).isascii() and "LOGINDISABLED" not in (
                client.capabilities
            ):
                self.login(login.user, login.secret, initial_folder=None)
            else:
                self.login_utf8(login.user, login.secret, initial_folder=None)
        except (ImapToolsError, imaplib.IMAP4.error) as error:
            if isinstance(error, imaplib.IMAP4.abort):
                raise
            raise MailFailure("login", **where, said=_said(error)) from error

    def open(self, folder: str = "INBOX") -> tuple[int, int]:
        """Look into a folder without changing it; its UIDVALIDITY and the next number."""
        self.folder.set(folder, readonly=True)
        validity = self.client.untagged_responses.get("UIDVALIDITY") or [b"0"]
        following = self.client.untagged_responses.get("UIDNEXT") or [b"0"]
        return _number(validity[-1]), _number(following[-1])

    def numbers_after(self, uid: int) -> list[int]:
        """The UIDs above this one, ascending. "n:*" always names one; it is left out."""
        found = self._search(f"UID {uid + 1}:*")
        return sorted(each for each in found if each > uid)

    def numbers_since(self, day: date) -> list[int]:
        return sorted(self._search(f"SINCE {day.day}-{day:%b-%Y}"))

    def headers_of(self, uids: Iterable[int]) -> Iterator[tuple[int, EmailMessage]]:
        """The few headers by which an answer is known, of each message."""
        numbers = ",".join(map(str, uids))
        if not numbers:
            return
        parts = f"(UID BODY.PEEK[HEADER.FIELDS ({HEADERS})])"
        for uid, raw in self._fetch(numbers, parts):
            with suppress(ValueError, IndexError, TypeError, AttributeError):
                yield uid, email.message_from_bytes(raw, policy=email.policy.compat32)

    def whole(self, uid: int) -> bytes:
        """One message, as much of it as is worth reading."""
        found = dict(self._fetch(str(uid), f"(UID BODY.PEEK[]<0.{MOST_BYTES}>)"))
        return found.get(uid, b"")

    def has_message(self, message_id: str) -> bool:
        """Whether the open folder holds the message with this Message-ID."""
        quoted = re.sub(r'[\\"\s]', "", message_id)
        return bool(self._search(f'HEADER Message-ID "<{quoted}>"'))

    def sent_folder(self) -> str:
        """The folder for what was sent: by its special use (RFC 6154), else by its name."""
        folders = self.folder.list()
        for folder in folders:
            if "\\sent" in (flag.lower() for flag in folder.flags):
                return folder.name
        for folder in folders:
            if folder.name.rpartition(folder.delim or "/")[2].lower() in SENT_NAMES:
                return folder.name
        return ""

    def put(self, content: bytes, folder: str, at: datetime) -> None:
        self.append(content, folder, dt=at.astimezone(UTC), flag_set=["\\Seen"])

    def _search(self, criteria: str) -> set[int]:
        status, answer = self.client.uid("SEARCH", criteria)
        if status != "OK":
            raise MailFailure("answered", host=self.place.host, said=_said(answer))
        return {int(number) for line in answer if line for number in line.split()[:100_000]}

    def _fetch(self, numbers: str, parts: str) -> Iterator[tuple[int, bytes]]:
        status, answer = self.client.uid("FETCH", numbers, parts)
        if status != "OK":
            raise MailFailure("answered", host=self.place.host, said=_said(answer))
        for position, line in enumerate(answer):
            if isinstance(line, tuple):
                after = answer[position + 1] if position + 1 < len(answer) else b""
                tail = after if isinstance(after, bytes) else b""
                found = re.search(rb"\bUID (\d+)", line[0]) or re.search(rb"\bUID (\d+)", tail)
                if found:
                    yield int(found[1]), line[1]


@contextmanager
def reading(place: Place, login: Login, *, timeout: float = CONNECT_SECONDS) -> Iterator[Mailbox]:
    """A signed-in mailbox. Everything that goes wrong inside is told as `MailFailure`."""
    where = {"host": place.host, "port": place.port}
    box = None
    try:
        box = Mailbox(place, timeout=timeout)
        box.sign_in(login)
        yield box
    except imaplib.IMAP4.abort as error:
        kind = "stranger" if box is None else "closed"
        raise MailFailure(kind, **where, said=_said(error)) from error
    except (imaplib.IMAP4.error, ImapToolsError) as error:
        kind = "stranger" if box is None else "answered"
        raise MailFailure(kind, **where, said=_said(error)) from error
    except (ssl.SSLError, OSError) as error:
        raise told(error, place) from error
    finally:
        if box is not None:
            _leave(box)


def _leave(box: Mailbox) -> None:
    with suppress(imaplib.IMAP4.error, ImapToolsError, OSError, AttributeError):
        box.client.sock.settimeout(5)
        box.client.logout()
    with suppress(OSError, AttributeError):
        box.client.shutdown()


def _number(text: bytes) -> int:
    found = re.search(rb"\d+", text)
    return int(found[0]) if found else 0


def _said(answer: object) -> str:
    text = re.sub(r"[\[\]\"'b()]|Response status|\"OK\" expected", " ", str(answer))
    return one_line(text, 150)
