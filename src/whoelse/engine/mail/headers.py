"""The header of a message or of one of its parts: fields, parameters, encoded words.

Reads what RFC 5322, RFC 2045 and RFC 2047 allow and what mail programs write instead, in one
pass and within `Limits`; nothing here can fail.
"""

import re
from binascii import Error, a2b_base64, a2b_qp
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from whoelse.engine.mail.characters import decoded, harmless
from whoelse.engine.mail.limits import Limits

_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:[ \t]*(.*)", re.DOTALL)
_ENCODED_WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"\?=\s{1,100}=\?")
_PARAMETER = re.compile(r""";\s*([^\s=;"]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))""")
_PARAMETERS = 4_000  # characters; a boundary has at most 70 (RFC 2046)
# Fields that show that a block of lines is a header and not a text that begins with "One: ...".
_KNOWN = frozenset(
    (
        b"from", b"to", b"cc", b"subject", b"date", b"message-id", b"received", b"return-path",
        b"mime-version", b"content-type", b"content-transfer-encoding", b"in-reply-to",
        b"references", b"sender", b"reply-to", b"delivered-to", b"x-mailer", b"auto-submitted",
        b"dkim-signature", b"list-id", b"precedence", b"x-failed-recipients", b"return-receipt-to",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Header:
    """The fields in their order, names in lower case; values unfolded and not yet decoded."""

    fields: tuple[tuple[str, str], ...] = ()
    truncated: bool = False

    def get(self, name: str) -> str:
        """The first field of that name, or nothing."""
        return next((value for key, value in self.fields if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """The values of every field of that name, in order."""
        return tuple(value for key, value in self.fields if key == name)

    def text(self, name: str) -> str:
        """The first field of that name as people read it."""
        return " ".join(words_decoded(self.get(name)).split())


def read_header(block: bytes, limits: Limits) -> Header:
    """Read lines until one is neither a field nor the rest of one."""
    fields: list[tuple[str, str]] = []
    size = 0
    for lines in _unfolded(block):
        found = _FIELD.match(lines)
        if found is None:
            continue
        if len(fields) == limits.max_fields:
            return Header(tuple(fields), truncated=True)
        size = max(size, len(found[2]))
        value = decoded(found[2][: limits.max_field], "", cut=len(found[2]) > limits.max_field)
        fields.append((found[1].decode("ascii").lower(), harmless(value)))
    return Header(tuple(fields), truncated=size > limits.max_field)


def header_end(data: bytes, start: int, end: int) -> tuple[int, int]:
    """The places, in bytes, where the header that begins at `start` ends and the body begins."""
    if data.startswith(b"\n", start):
        return start, min(start + 1, end)
    blank = data.find(b"\n\n", start, end)
    return (end, end) if blank < 0 else (blank, blank + 2)


def is_header(block: bytes) -> bool:
    """Whether a block of lines that comes first in a message is its header, not its text."""
    names = re.findall(rb"^([!-9;-~]{1,100})[ \t]*:", block[:20_000], re.MULTILINE)
    begins = _FIELD.match(block[:1_000]) is not None
    return begins and any(name.lower() in _KNOWN for name in names)


def words_decoded(value: str) -> str:
    """Decode the encoded words of RFC 2047; what cannot be decoded stays as it is."""
    if "=?" not in value:
        return value
    return harmless(_ENCODED_WORD.sub(_word, _BETWEEN_WORDS.sub("?==?", value)))


def parameters(value: str) -> tuple[str, dict[str, str]]:
    """A value such as a content type in lower case, and its parameters (RFC 2045, RFC 2231)."""
    value = value[:_PARAMETERS]
    kind = re.split(r"[;\s]", value.strip(), maxsplit=1)[0].lower()
    found: dict[str, str] = {}
    for written, quoted, plain in _PARAMETER.findall(value):
        text = re.sub(r"\\(.)", r"\1", quoted) if quoted else plain.strip()
        name, _, section = written.lower().partition("*")
        if section.endswith("*") or (section == "" and "'" in text and name != "boundary"):
            text = unquote_to_bytes(text.rpartition("'")[2]).decode("utf-8", "replace")
        found[name] = found[name] + text if section.strip("*0") and name in found else text
    return kind, found


def _unfolded(block: bytes) -> list[bytes]:
    """The lines of the block; one that begins with space continues the line before it."""
    unfolded = re.sub(rb"\n[ \t]+", b" ", block)
    return unfolded.split(b"\n")


def _word(found: re.Match[str]) -> str:
    charset, encoding, text = found.groups()
    data = text.encode("ascii", "replace")
    try:
        raw = a2b_base64(data + b"===") if encoding in "bB" else a2b_qp(data, header=True)
    except Error:
        return found[0]
    return decoded(raw, charset)
