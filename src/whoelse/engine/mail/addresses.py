"""Addresses, identifiers and dates as they stand in a header, read leniently and in linear time.

The grammar of RFC 5322 allows comments and quoting that hardly anybody writes; here a mailbox is
what looks like an address, and the name is what stands before it.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from whoelse.engine.mail.headers import words_decoded

# Begins where a word begins, so that a long run without "@" is looked at few times only.
ADDRESS = re.compile(
    r"(?<![\w.+&~!#%-])(\w[\w.+&'~!#%/-]{0,118}|\w)@([^\W_](?:[\w-]{0,62}\.){0,10}[\w-]{0,62}[^\W_])",
    re.ASCII,
)
_IDENTIFIER = re.compile(r"<\s*([^<>\s]{1,900})\s*>")
_BARE_IDENTIFIER = re.compile(r"[^<>\s\",;]{1,400}@[^<>\s\",;]{1,400}")


def addresses(text: str) -> tuple[str, ...]:
    """Every address in a text once, in its order."""
    return tuple(dict.fromkeys(f"{local}@{domain}" for local, domain in ADDRESS.findall(text)))


def mailbox(value: str) -> tuple[str, str]:
    """The address and the name of the first mailbox in a field."""
    angle = re.search(r"<([^<>]{1,320})>", value)
    found = addresses(angle[1] if angle else value)
    if angle:
        address = found[0] if found else angle[1].strip() if "@" in angle[1] else ""
        name = value[: angle.start()]
    else:
        address = found[0] if found else ""
        comment = re.search(r"\(([^()]*)\)", value)
        name = comment[1] if comment else "" if address else value
    name = " ".join(words_decoded(name).replace('\\"', "'").strip(" \"',;<>").split())
    return address, name[:200]


def identifiers(values: Iterable[str], most: int) -> tuple[tuple[str, ...], bool]:
    """Message identifiers without brackets, the last `most` of them, and whether some are gone."""
    found: dict[str, None] = {}
    for value in values:
        ids = _IDENTIFIER.findall(value) or _BARE_IDENTIFIER.findall(value)
        found.update(dict.fromkeys(ids))
    kept = tuple(found)
    return kept[-most:], len(kept) > most


def sent_at(value: str) -> datetime | None:
    """The date of a header; without a zone it is taken for UTC (RFC 5322 on "-0000")."""
    try:
        at = parsedate_to_datetime(value[:100])
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
