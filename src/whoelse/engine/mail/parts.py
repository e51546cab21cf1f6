"""The parts of a message (RFC 2045, RFC 2046), found without copying them.

Nesting is followed with a stack and up to a depth, so neither many parts nor deep ones cost more
than reading the bytes a few times. Messages inside a message are not opened: what they say was
said elsewhere.
"""

import re
import string
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from whoelse.engine.mail.characters import decoded, harmless
from whoelse.engine.mail.headers import Header, header_end, is_header, parameters, read_header
from whoelse.engine.mail.limits import Limits

_LETTERS = string.ascii_letters + string.digits + "+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_LETTERS.encode()))


@dataclass(frozen=True, slots=True)
class Part:
    """One leaf of the tree, or the message itself: its header and where its body stands."""

    header: Header
    kind: str  # content type in lower case, such as text/plain
    params: dict[str, str]
    data: bytes
    start: int
    end: int

    def body(self, limit: int) -> tuple[bytes, bool]:
        """The decoded body up to `limit` bytes, and whether there was more."""
        encoding = self.header.get("content-transfer-encoding").strip().lower()
        taken = min(self.end, self.start + (3 * limit if encoding else limit))
        raw = self.data[self.start : taken]
        if encoding == "base64":
            raw = _from_base64(raw)
        elif encoding == "quoted-printable":
            raw = a2b_qp(raw)
        return raw[:limit], len(raw) > limit or taken < self.end

    def text(self, limit: int) -> tuple[str, bool]:
        """Up to `limit` bytes as text, lines ended by a line feed, and whether there was more."""
        raw, cut = self.body(limit)
        text = decoded(raw, self.params.get("charset", ""), cut=cut)
        return harmless(text.replace("\r\n", "\n").replace("\r", "\n")), cut


@dataclass(frozen=True, slots=True)
class Message:
    """The header, the kind that it declares, and the leaves in their order."""

    header: Header
    kind: str
    params: dict[str, str]
    parts: tuple[Part, ...]
    truncated: bool


def read_message(raw: bytes, limits: Limits) -> Message:
    """Read a message as far as the limits go."""
    data = raw[: limits.max_bytes].replace(b"\r\n", b"\n").replace(b"\r", b"\n").lstrip(b"\n")
    start = data.find(b"\n") + 1 if data.startswith((b"From ", b">From ")) else 0
    head, body = header_end(data, start, len(data))
    if not is_header(data[start : min(head, start + limits.max_header_bytes)]):
        head, body = start, start
    whole = _part(data, (start, head, body, len(data)), limits, "text/plain")
    cut = len(raw) > limits.max_bytes or head - start > limits.max_header_bytes
    parts: list[Part] = []
    stack = [(whole, 0)]
    while stack:
        part, depth = stack.pop()
        children = _children(part, limits) if depth <= limits.max_depth else []
        cut |= part.kind.startswith("multipart/") and depth > limits.max_depth
        if not children:
            parts.append(part)
        if len(parts) + len(stack) + len(children) > limits.max_parts:
            children, cut = children[: max(0, limits.max_parts - len(parts) - len(stack))], True
        stack += [(child, depth + 1) for child in reversed(children)]
    cut |= any(part.header.truncated for part in parts) or whole.header.truncated
    return Message(whole.header, whole.kind, whole.params, tuple(parts), cut)


def _part(data: bytes, places: tuple[int, int, int, int], limits: Limits, default: str) -> Part:
    """Make a part of where its header begins and ends, and its body begins and ends."""
    start, head, body, end = places
    block = data[start : min(head, start + limits.max_header_bytes)]
    header = read_header(block, limits)
    kind, params = parameters(header.get("content-type"))
    return Part(header, kind if "/" in kind else default, params, data, body, end)


def _children(part: Part, limits: Limits) -> list[Part]:
    """The parts of a multipart; none if it is a leaf or its boundary never comes."""
    boundary = part.params.get("boundary", "").rstrip().encode("utf-8", "replace")[:200]
    if not part.kind.startswith("multipart/") or not boundary:
        return []
    default = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
    children = []
    for start, end in _between(part, boundary, limits.max_parts + 2):
        head, body = header_end(part.data, start, end)
        children.append(_part(part.data, (start, head, body, end), limits, default))
    return children


def _between(part: Part, boundary: bytes, most: int) -> Iterator[tuple[int, int]]:
    """Where the pieces between delimiter lines begin and end; the last may lack its end."""
    line = re.compile(rb"\n--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\n|\Z)")
    begun = -1
    for delimiter in islice(line.finditer(part.data, part.start - 1, part.end), most):
        if begun >= 0:
            yield begun, max(begun, delimiter.start())
        if delimiter[1]:
            return
        begun = min(delimiter.end() + 1, part.end)
    if begun >= 0:
        yield begun, part.end


def _from_base64(raw: bytes) -> bytes:
    """Decode what letters there are; other bytes are skipped, a half group at the end as well."""
    letters = raw.translate(None, _NOT_BASE64)
    whole = len(letters) // 4 * 4
    rest = (letters[whole:] + b"==")[:4]
    return a2b_base64(letters[:whole] + (rest if len(rest) == 4 else b""))
