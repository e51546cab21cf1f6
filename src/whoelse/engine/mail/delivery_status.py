"""Delivery status notifications (RFC 3464): whom a message did not reach, and why.

Read line by line instead of with a MIME parser: servers leave out blank lines, types and quotes,
and a field is recognised without them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from whoelse.engine.mail.addresses import addresses
from whoelse.engine.mail.headers import words_decoded

_FIELD = re.compile(r"([A-Za-z][A-Za-z-]{2,40})\s?:\s*(.*)")
_OF_RECIPIENT = frozenset(
    ("original-recipient", "final-recipient", "action", "status", "diagnostic-code",
     "remote-mta", "last-attempt-date", "x-actual-recipient", "x-display-name", "will-retry-until")
)  # fmt: skip
_BARE = re.compile(r"(?:rfc822|utf-8|utf8|smtp|x-\w+)?\s*;?\s*<?\s*([^\s<>;]{1,64})\s*>?$", re.I)


@dataclass(frozen=True, slots=True)
class Failure:
    """What is said about one recipient."""

    address: str
    action: str
    status: str
    diagnostic: str


def failures(text: str) -> tuple[Failure, ...]:
    """The recipients that failed or are delayed; those that were reached are left out."""
    found = []
    for fields in _recipients(text):
        action = fields.get("action", "").lower()
        address = _address(fields)
        if not address or action.startswith(("deliver", "relay", "expand")):
            continue
        code = re.search(r"[245]\.\d{1,3}\.\d{1,3}", fields.get("status", ""))
        status = code[0] if code else ""
        if action or (status and not status.startswith("2")):
            found.append(Failure(address, action, status, fields.get("diagnostic-code", "")))
    return tuple(found)


def _recipients(text: str) -> Iterator[dict[str, str]]:
    """The groups of fields; a second Final-Recipient begins a group without a blank line, too."""
    fields: dict[str, str] = {}
    name = ""
    for line in text.split("\n"):
        if line[:1] in (" ", "\t") and line.strip() and name:
            fields[name] = f"{fields[name]} {line.strip()}"[:4_000]
            continue
        found = _FIELD.match(line[:4_000])
        name = found[1].lower() if found and found[1].lower() in _OF_RECIPIENT else ""
        begins = name in ("final-recipient", "original-recipient") and name in fields
        if (begins or not line.strip()) and fields:
            yield fields
            fields = {}
        if name in fields:
            name = ""  # said twice: the first counts
        elif name and found:
            fields[name] = words_decoded(found[2].strip())
    if fields:
        yield fields


def _address(fields: dict[str, str]) -> str:
    """The address as the sender wrote it, where the server says that (Original-Recipient)."""
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        found = addresses(_plus_decoded(fields.get(name, "")))
        if found:
            return found[0]
    bare = _BARE.match(fields.get("final-recipient", ""))
    return bare[1] if bare and bare[1].lower() not in ("rfc822", "unknown") else ""


def _plus_decoded(value: str) -> str:
    """Undo xtext (RFC 3461) where it matters; other digits may follow a real "+"."""
    return value.replace("+2B", "+").replace("+3D", "=")
