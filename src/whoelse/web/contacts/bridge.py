"""Asks the engine about people and files: clean text, who is in a file, who they are to us."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from whoelse.engine.contact_files import (
    FIELDS,
    Batch,
    Limits,
    UnknownColumns,
    UnreadableFile,
    read_contacts,
)
from whoelse.engine.contact_files.characters import clean
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts.models import Audience, Circle
from whoelse.web.contacts.names import folded

# Words of a relation or a title that tell who somebody is; own wording, first match counts.
LIMITS = Limits()
FIELD_LABELS = {
    "name": "Whole name",
    "given": "First name",
    "middle": "Middle name",
    "family": "Last name",
    "email": "Mail address",
    "phone": "Phone",
    "employer": "Employer",
    "job_title": "Job title",
    "profile_url": "Profile page",
    "connected_on": "Connected on",
}
FORMAT_LABELS = {
    "linkedin": "LinkedIn",
    "google": "Google Contacts",
    "outlook": "Outlook",
    "yahoo": "Yahoo",
    "handshake": "Handshake",
    "vcard": "an address book (vCard)",
}
_FAMILY_WORDS = """
aunt uncle mother father mom dad parent sister brother cousin grandmother grandfather
family friend neighbor neighbour godmother godfather
"""
_FAMILY = frozenset(_FAMILY_WORDS.split())
_RECRUITERS = frozenset({"recruiter", "recruiting", "recruitment"})
_EXECUTIVES = frozenset({"chief", "ceo", "cto", "cfo", "coo", "president", "founder", "vp"})


def one_line(text: str, longest: int = 0) -> str:
    """Text on one line without hidden characters, cut at `longest` characters."""
    line = clean(text)
    return line[:longest].rstrip() if longest else line


def paragraphs(text: str, longest: int) -> str:
    """The same for text of several lines."""
    return "\n".join(map(clean, text.splitlines())).strip()[:longest]


def most_bytes(head: bytes) -> int:
    """How large a file may be that begins like this: an archive may hold much that stays unread."""
    return LIMITS.max_archive_bytes if head.startswith(b"PK") else LIMITS.max_bytes


def most_bytes_at_all() -> int:
    return LIMITS.max_archive_bytes


def read_file(
    file: BinaryIO, mapping: Mapping[str, str] | None = None, *, repairs: bool = False
) -> Batch | UnreadableFile:
    """Everybody in a file, or why it cannot be read; `UnknownColumns` asks for a mapping."""
    try:
        return read_contacts(file, mapping=mapping, limits=LIMITS, repairs=repairs)
    except UnreadableFile as why:
        return why


def asks_for_mapping(answer: Batch | UnreadableFile) -> bool:
    return isinstance(answer, UnknownColumns)


@dataclass(frozen=True, slots=True)
class Table:
    """The beginning of a table of unknown columns, with a guess at some of them."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Mapping[str, str]


def table_of(file: BinaryIO) -> Table:
    """What a file that asks for a mapping shows of itself; nothing if it no longer asks."""
    answer = read_file(file)
    if not isinstance(answer, UnknownColumns):
        return Table((), (), {})
    return Table(answer.header, answer.rows, answer.guess)


def field_choices() -> list[tuple[str, str]]:
    """What a column can hold, in our words."""
    return [(name, FIELD_LABELS.get(name, name)) for name in FIELDS]


def format_label(name: str) -> str:
    """ "LinkedIn", or "a table" for what has no name."""
    return FORMAT_LABELS.get(name, "a table")


def audience_of(*, circle: str, relation: str, job_title: str, honorific: str) -> str:
    """Who they are, as far as questions care, when the student did not say."""
    occupation = careers.classify(job_title).occupation if job_title else ""
    title, tie = _words(job_title), _words(relation)
    if honorific.startswith("Prof.") or occupation.endswith("professor"):
        return Audience.PROFESSOR
    if circle == Circle.KNOWN and tie & _FAMILY:
        return Audience.FAMILY
    if title & _RECRUITERS:
        return Audience.RECRUITER
    if title & _EXECUTIVES:
        return Audience.EXECUTIVE
    return Audience.ALUM


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", folded(text)))
