"""What a file is, told by its content and never by its name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whoelse.engine.contact_files.batch import UnreadableFile
from whoelse.engine.contact_files.columns import plain
from whoelse.engine.contact_files.google import google
from whoelse.engine.contact_files.layout import Layout
from whoelse.engine.contact_files.limits import Limits
from whoelse.engine.contact_files.linkedin import linkedin
from whoelse.engine.contact_files.outlook import outlook
from whoelse.engine.contact_files.records import DELIMITERS, cells_of
from whoelse.engine.contact_files.table import handshake, mapped, table, yahoo
from whoelse.engine.contact_files.unknown import unknown_table

LAYOUTS = (google, linkedin, outlook, yahoo, handshake, table)
LINES_BEFORE_HEADER = 60  # own estimate: LinkedIn's notes take 2 to 5

_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"\xd0\xcf\x11\xe0", "an older Office file"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"Rar!", "a packed file"),
    (b"BZh", "a packed file"),
    (b"!BDN", "an Outlook data file"),
    (b"SQLite format 3", "a database"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"{\\rtf", "a text document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_HINT = "Choose a CSV or vCard file, or LinkedIn's export as it came."


@dataclass(frozen=True, slots=True)
class Found:
    """Where in the first lines of a table its header is, and how to read what follows."""

    line: int
    delimiter: str
    layout: Layout


def is_archive(head: bytes) -> bool:
    """Say whether these first bytes are those of a ZIP, be it an empty one."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def refuse_other_kinds(head: bytes) -> None:
    """Raise UnreadableFile for what is known to be something else, and for an empty file."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t")
    if not start:
        raise UnreadableFile("The file is empty.", "Export the contacts again.")
    for mark, kind in _KINDS:
        if start[: len(mark)].lower() == mark.lower():
            raise UnreadableFile(f"This is {kind}, not a list of contacts.", _HINT)


def is_vcard(lines: Sequence[str]) -> bool:
    """Say whether one of the first lines begins a card."""
    return any("".join(line[:40].split()).upper() == "BEGIN:VCARD" for line in lines)


def header_among(lines: Sequence[str], mapping: Mapping[str, str] | None, limits: Limits) -> Found:
    """Find the header by what it says. Raises UnknownColumns for a table of another kind."""
    for delimiter in DELIMITERS:
        for number, line in enumerate(lines[:LINES_BEFORE_HEADER]):
            if line.count(delimiter) >= limits.max_columns:
                continue
            header = tuple(cell.strip() for cell in cells_of(line, delimiter))
            names = [plain(name) for name in header]
            if layout := _layout(header, names, mapping):
                return Found(number, delimiter, layout)
    if mapping is not None:
        raise UnreadableFile(
            f"No row of this file has the columns {', '.join(mapping)}.",
            "Name the columns as they stand in the file.",
        )
    raise unknown_table(lines, limits)


def _layout(
    header: Sequence[str], names: Sequence[str], mapping: Mapping[str, str] | None
) -> Layout | None:
    if mapping is not None:
        return mapped(header, names, mapping)
    return next((layout for known in LAYOUTS if (layout := known(header, names))), None)
