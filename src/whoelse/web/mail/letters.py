"""A letter as bytes (RFC 5322): plain text that flows, no HTML, nothing that tracks.

Names, subjects and texts come from anywhere, in any script. No line break in them may begin a
header of its own, and what was written is what is read.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime
from uuid import uuid4

FLOWING = 76  # RFC 3676 4.2: lines of 78 at most, with the space that says "goes on"
LONGEST_THREAD = 20  # Message-IDs in References; own setting, the first and the newest are kept


@dataclass(frozen=True, slots=True)
class Letter:
    """What is written to whom. Addresses are bare; `references` are Message-IDs, oldest first."""

    message_id: str
    from_name: str
    from_address: str
    to_name: str
    to_address: str
    subject: str
    body: str
    written_at: datetime
    references: tuple[str, ...] = ()
    calendar: bytes | None = None  # one iCalendar object whose METHOD is REQUEST or CANCEL


def new_message_id(address: str) -> str:
    """A Message-ID nobody had before, in the domain of the sender's address."""
    domain = ascii_address(address).rpartition("@")[2]
    return f"{uuid4()}@{domain if domain.isascii() and domain else 'whoelse.invalid'}"


def bytes_of(letter: Letter) -> bytes:
    """The whole message. 8-bit headers (RFC 6532) only where an address leaves no choice."""
    needs_utf8 = not (letter.from_address + letter.to_address).isascii()
    mail = EmailMessage(policy=(SMTPUTF8 if needs_utf8 else SMTP).clone(cte_type="7bit"))
    text = flowed(storable(letter.body))
    mail.set_content(text, charset="us-ascii" if text.isascii() else "utf-8")
    mail.set_param("format", "flowed")
    if letter.calendar is not None:
        _enclose(mail, letter.calendar)
    head = "".join(f"{name}: {value}\r\n" for name, value in _headers(letter))
    body = mail.as_bytes()
    return (head.encode() + body).rstrip(b"\r\n") + b"\r\n"


def thread_of(parents: tuple[str, ...], newest: str) -> tuple[str, ...]:
    """References of an answer: the thread before it and its newest message, not endless."""
    thread = (*parents, newest)
    return thread if len(thread) <= LONGEST_THREAD else (thread[0], *thread[1 - LONGEST_THREAD :])


def ascii_address(address: str) -> str:
    """The address with its host in the form of the mail system: "bücher" becomes "xn--..."."""
    local, _, host = address.strip().rpartition("@")
    try:
        return f"{local}@{host.encode('idna').decode()}" if local else address
    except UnicodeError:
        return address


def one_line(text: str) -> str:
    """Text without line breaks and control characters, fit for a header."""
    plain = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in storable(text))
    return " ".join("".join(plain).split())


def storable(text: str) -> str:
    """Half characters cannot be written in UTF-8; they become question marks."""
    return text.encode("utf-8", "replace").decode()


def flowed(text: str) -> str:
    """Paragraphs as lines that a mail program may join again (RFC 3676)."""
    lines = re.split(r"\r\n|\r|\n", text.strip("\r\n"))
    return "\n".join(line for each in lines for line in _soft(each)) + "\n"


def _soft(line: str) -> list[str]:
    """One paragraph: all lines but the last end with a space; quotes and "From " are stuffed."""
    if line == "-- ":  # the sign of a signature keeps its space
        return [line]
    words, lines, now = line.rstrip(" ").split(" "), [], ""
    for word in words:
        longer = f"{now} {word}" if now or lines or word is not words[0] else word
        if now.strip() and len(longer) > FLOWING:
            lines.append(f"{now} ")
            longer = word
        now = longer
    return [_stuffed(each) for each in [*lines, now]]


def _stuffed(line: str) -> str:
    return f" {line}" if line.startswith((" ", ">", "From ")) else line


def _headers(letter: Letter) -> list[tuple[str, str]]:
    headers = [
        ("Date", format_datetime(letter.written_at)),
        ("From", _person("From", letter.from_name, letter.from_address)),
        ("To", _person("To", letter.to_name, letter.to_address)),
        ("Message-ID", f"<{letter.message_id}>"),
    ]
    if letter.references:
        headers.append(("In-Reply-To", f"<{letter.references[-1]}>"))
        headers.append(("References", "\r\n ".join(f"<{each}>" for each in letter.references)))
    return [*headers, ("Subject", _words("Subject", letter.subject))]


def _person(header: str, name: str, address: str) -> str:
    """ "Name <address>", the name quoted or encoded so that it can only be a name."""
    name, address = one_line(name), re.sub(r"[\s<>,;]", "", ascii_address(address))
    if not name:
        return address
    if name.isascii() and len(name) < FLOWING // 2:
        escaped = name.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}" <{address}>'
    return f"{_encoded(header, name)}\r\n <{address}>"


def _words(header: str, text: str) -> str:
    """A subject: as it is where it is short and ASCII, else in encoded words (RFC 2047)."""
    line = one_line(text)
    if line.isascii() and len(line) < FLOWING - len(header) and "=?" not in line:
        return line
    return _encoded(header, line)


def _encoded(header: str, text: str) -> str:
    return Header(text, "utf-8", header_name=header).encode(linesep="\r\n")


def _enclose(mail: EmailMessage, calendar: bytes) -> None:
    """The invitation twice: as a part that calendars understand, and as a file to open."""
    found = re.search(rb"(?m)^METHOD:([A-Z]+)\r?$", calendar)
    method = found[1].decode() if found else "REQUEST"
    text = calendar.decode("utf-8", "replace")
    mail.add_alternative(text, subtype="calendar", charset="utf-8")
    mail.get_payload()[-1].set_param("method", method)
    mail.add_attachment(calendar, maintype="application", subtype="ics", filename="invitation.ics")
