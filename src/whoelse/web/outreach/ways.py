"""The ways out: an address for the mail program, and a file that it opens as a new message.

Nothing is sent from here. Names and subjects come from anywhere, so that no line break in them
may begin a header of its own.
"""

import unicodedata
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from whoelse.web.outreach.models import Message

# Longer links are cut by some mail programs, on Windows at about 2,000 characters.
LONG_LINK = 1_900


def mailto(message: Message) -> str:
    """A `mailto:` link (RFC 6068) with subject and text; line breaks are CRLF."""
    body = "\r\n".join(message.body.splitlines())
    address = quote(ascii_address(message.contact.email), safe="@")
    return f"mailto:{address}?subject={_quoted(one_line(message.subject))}&body={_quoted(body)}"


def eml_file(message: Message) -> bytes:
    """The message in RFC 5322; `X-Unsent` makes mail programs open it for writing."""
    student, contact = message.student, message.contact
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    if student.email:
        mail["From"] = _address(student.full_name, student.email)
    if contact.email:
        mail["To"] = _address(contact.full_name, contact.email)
    mail["Subject"] = one_line(message.subject)
    mail.set_content(_storable(message.body), charset="utf-8")
    return mail.as_bytes()


def ascii_address(address: str) -> str:
    """The address with its host in the form of the mail system: "bücher" becomes "xn--..."."""
    local, _, host = address.rpartition("@")
    try:
        return f"{local}@{host.encode('idna').decode()}" if local else address
    except UnicodeError:
        return address


def one_line(text: str) -> str:
    """Text without line breaks and control characters, fit for a header."""
    storable = _storable(text)
    plain = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in storable)
    return " ".join("".join(plain).split())


def _storable(text: str) -> str:
    """Half characters cannot be written in UTF-8; they become question marks."""
    return text.encode("utf-8", "replace").decode()


def _quoted(text: str) -> str:
    return quote(_storable(text), safe="")


def _address(name: str, address: str) -> Address:
    return Address(display_name=one_line(name), addr_spec=ascii_address(address))
