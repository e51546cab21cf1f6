"""From bytes to lines: which encoding a file has, and its lines within fixed memory.

Byte order marks decide; without one, zero bytes show UTF-16, and what is no UTF-8 is taken
for Windows-1252, which older address books write.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from io import IncrementalNewlineDecoder
from itertools import chain
from typing import Protocol

from whoelse.engine.contact_files.batch import UnreadableFile
from whoelse.engine.contact_files.limits import Limits

CHUNK = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Source(Protocol):
    """What is read: a file, or a member of an archive; it goes back to its start only."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` bytes, nothing at the end."""

    def seek(self, offset: int, /) -> int:
        """Go back to `offset`, which is 0, and return it."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec's name, and what the reader of the file should be told about it."""

    codec: str
    warnings: tuple[str, ...] = ()


def encoding_of(file: Source, limits: Limits) -> Encoding:
    """Find the encoding of the whole file. Raises UnreadableFile if it is too big."""
    file.seek(0)
    head = file.read(CHUNK)
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return Encoding(codec)
    if codec := _codec_by_zero_bytes(head):
        return Encoding(codec)
    if _is_utf8(file, limits):
        return Encoding("utf-8")
    letters, bad = _count_utf8(file, limits)
    if bad * 10 < letters:  # own estimate: a few broken places in a file that is UTF-8
        return Encoding(
            "utf-8",
            (f"{bad} broken characters were replaced by “\ufffd”; look at the names once.",),
        )
    return Encoding(
        "cp1252",
        ("The file was read as Windows-1252; look whether letters with accents are right.",),
    )


def lines(
    file: Source, encoding: Encoding, limits: Limits, *, clips: bool = False
) -> Iterator[str]:
    """Yield the lines without their ends.

    `UnreadableFile` for too many bytes or lines, and, unless it `clips`, for too long a line.
    """
    decoder = codecs.getincrementaldecoder(encoding.codec)("replace")
    newlines = IncrementalNewlineDecoder(decoder, translate=True)
    rest, count = "", 0
    for chunk in _chunks(file, limits):
        *whole, rest = (rest + newlines.decode(chunk)).split("\n")
        count += len(whole)
        if count > limits.max_lines:
            raise too_long_a_file(limits)
        yield from whole
        if len(rest) > limits.max_line:
            if not clips:
                raise too_long(limits)
            rest = rest[: limits.max_line]
    rest += newlines.decode(b"", final=True)
    if rest:
        yield from rest.split("\n")


def too_big(limits: Limits) -> UnreadableFile:
    """The refusal of a file with too many bytes."""
    return UnreadableFile(
        f"The file is larger than {limits.max_bytes // 1_000_000} MB.",
        "Contact files are much smaller. Choose the one file with the contacts.",
    )


def too_long_a_file(limits: Limits) -> UnreadableFile:
    """The refusal of a file with too many lines."""
    return UnreadableFile(
        f"The file has more than {limits.max_lines:,} lines.",
        "Export the contacts again and choose that file, or split it.",
    )


def too_long(limits: Limits) -> UnreadableFile:
    """The refusal of a file with a line of too many characters."""
    return UnreadableFile(
        f"The file has a line of more than {limits.max_line:,} characters.",
        "Contact files have short lines. Export the contacts again and choose that file.",
    )


def _codec_by_zero_bytes(head: bytes) -> str:
    """UTF-16 without a mark: commas, digits and line ends have a zero byte on one side."""
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if pairs < 2 or max(even, odd) * 5 < pairs or min(even, odd) * 20 > max(even, odd):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_utf8(file: Source, limits: Limits) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(file, limits):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _count_utf8(file: Source, limits: Limits) -> tuple[int, int]:
    """Count the letters beyond ASCII and the bytes that are no UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    letters = bad = 0
    for chunk in chain(_chunks(file, limits), [b""]):
        text = decoder.decode(chunk, final=not chunk)
        whole = text.encode("utf-8", "ignore").decode("utf-8")
        bad += len(text) - len(whole)
        letters += len(whole) - len(whole.encode("ascii", "ignore"))
    return letters, bad


def _chunks(file: Source, limits: Limits) -> Iterator[bytes]:
    file.seek(0)
    taken = 0
    while chunk := file.read(CHUNK):
        taken += len(chunk)
        if taken > limits.max_bytes:
            raise too_big(limits)
        yield chunk
