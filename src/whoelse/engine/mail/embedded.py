"""The message that a notification gives back: its identifier, and whom it was sent to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from whoelse.engine.mail.addresses import addresses, identifiers
from whoelse.engine.mail.headers import header_end, read_header
from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.parts import Part

_KINDS = frozenset(
    ("message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers",
     "message/global-headers", "message/partial")
)  # fmt: skip
_ID_FIELD = re.compile(
    r"^[ \t>|]{0,4}(?:x-)?(?:original-|ms-)?message-id:[ \t\n]{0,4}(<[^<>\s]{1,900}>)",
    re.IGNORECASE | re.MULTILINE,
)
_TO_FIELD = re.compile(r"^[ \t>|]{0,4}to:[ \t]*(\S.{0,400})", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Original:
    """What is known of the message that a notification is about."""

    ids: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def original_of(parts: Iterable[Part], limits: Limits) -> Original:
    """Read the header of the first message that comes as a part."""
    for part in parts:
        if part.kind not in _KINDS:
            continue
        data, _ = part.body(limits.max_header_bytes)
        data = data.replace(b"\r\n", b"\n").lstrip(b"\n")
        head, _ = header_end(data, 0, len(data))
        header = read_header(data[:head], limits)
        ids, _ = identifiers([header.get("message-id")], limits.max_ids)
        to = addresses(", ".join([*header.all("to"), *header.all("cc")])[: limits.max_field])
        if ids or to:
            return Original(ids, to[: limits.max_recipients])
    return Original()


def original_in(text: str, limits: Limits) -> Original:
    """Read the header of such a message out of lines that stand in a text."""
    ids, _ = identifiers(_ID_FIELD.findall(text), limits.max_ids)
    to = addresses(", ".join(_TO_FIELD.findall(text)[:5]))
    return Original(ids, to[: limits.max_recipients])
