"""A file that was read and waits for a choice: its rows and counts, packed into bytes.

Packed rows are the only place where people stand who were not chosen; nothing is searched in the
database. Reading the file is left to the bridge, writing to the actions.
"""

import json
import zlib
from dataclasses import asdict, dataclass, field
from typing import NamedTuple

from whoelse.web.contacts.names import folded

MOST_SKIPPED = 300  # own setting: that many rows are shown with their reason, all are counted


class Row(NamedTuple):
    """One person of the file as they would be stored, and why they stand where they stand."""

    name: str
    emails: list[str]
    phones: list[str]
    employer: str
    job_title: str
    profile_url: str
    connected_on: str
    occupation: str
    area: str
    sector: str
    circle: str
    why: str

    @property
    def role(self) -> str:
        return ", ".join(part for part in (self.job_title, self.employer) if part)

    def has(self, words: list[str]) -> bool:
        text = folded(" ".join((self.name, self.employer, self.job_title, self.why, *self.emails)))
        return all(word in text for word in words)


@dataclass(slots=True)
class Staged:
    """Everybody who can be chosen, best first, and an account of everybody else."""

    rows: list[Row]
    rows_read: int
    merged: int = 0
    skipped_count: int = 0
    skipped: list[tuple[int, str]] = field(default_factory=list)
    refused_columns: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    here: list[tuple[str, str]] = field(default_factory=list)  # name, public id
    blocked: list[str] = field(default_factory=list)

    def found(self, words: str) -> list[tuple[int, Row]]:
        """The rows with all these words, each with its number."""
        wanted = folded(words).split()
        numbered = list(enumerate(self.rows))
        return [each for each in numbered if each[1].has(wanted)] if wanted else numbered


def pack(staged: Staged) -> bytes:
    return zlib.compress(json.dumps(asdict(staged), ensure_ascii=False).encode(), level=6)


def unpack(payload: bytes) -> Staged:
    data = json.loads(zlib.decompress(payload))
    data["rows"] = [Row(*row) for row in data["rows"]]
    return Staged(**data)
