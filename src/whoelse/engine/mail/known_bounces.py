"""Bounces without a delivery status, by the formats that flufl.bounce knows.

It is never given the message as it came: its expressions look back and forth on long lines, and
headers with raw bytes make it fail. What it sees is put together anew, in ASCII and bounded.
"""

from collections.abc import Sequence
from email.message import Message as EmailMessage

from flufl.bounce import all_failures

from whoelse.engine.mail.addresses import addresses
from whoelse.engine.mail.parts import Message

_MOST_PARTS = 6
_MOST_CHARACTERS, _LONGEST_LINE, _MOST_LINES = 24_000, 300, 400


def known_failures(message: Message, texts: Sequence[str]) -> tuple[tuple[str, ...], bool | None]:
    """The addresses that a known format names, and whether they are permanent by that format."""
    rebuilt = _rebuilt(message, texts)
    temporary, permanent = all_failures(rebuilt)
    named = sorted(address.decode("ascii", "replace") for address in permanent or temporary)
    found = addresses(" ".join(named))
    return found, bool(permanent) if found else None


def _rebuilt(message: Message, texts: Sequence[str]) -> EmailMessage:
    built = EmailMessage()
    sender = addresses(message.header.get("from")[:1_000])
    built["From"] = sender[0] if sender else "nobody@localhost"  # without one, it stumbles
    mailer = " ".join(_ascii(message.header.get("x-mailer"))[:200].split())
    if mailer:
        built["X-Mailer"] = mailer
    if not message.kind.startswith("multipart/") or (len(message.parts) == 1 and not texts[1:]):
        built["Content-Type"] = "text/plain"
        built.set_payload(_bounded(texts[0] if texts else ""))
        return built
    built["Content-Type"] = (
        message.kind if message.kind == "multipart/report" else "multipart/mixed"
    )
    for number, text in enumerate(texts[:_MOST_PARTS]):
        part = EmailMessage()
        part["Content-Type"] = "text/plain"
        description = _ascii(message.parts[number].header.get("content-description"))
        part["Content-Description"] = " ".join(description[:100].split())
        part.set_payload(_bounded(text))
        built.attach(part)
    rest = EmailMessage()  # stands for the message that came back, which is not looked into
    rest["Content-Type"] = "application/octet-stream"
    rest.set_payload("")
    built.attach(rest)
    return built


def _ascii(text: str) -> str:
    return text.encode("ascii", "replace").decode("ascii")


def _bounded(text: str) -> str:
    lines = _ascii(text[:_MOST_CHARACTERS]).split("\n")[:_MOST_LINES]
    return "\n".join(line[:_LONGEST_LINE] for line in lines) + "\n"
