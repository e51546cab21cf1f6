"""The archive as a file: the data, the readable copies, and a page that says what is what.

The same rows give the same bytes: nothing in it says when or where it was made.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from whoelse.web.accounts.models import Student
from whoelse.web.archive.copies import copies_of
from whoelse.web.archive.gathering import data_of

DATA = "whoelse.json"
_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # before it ZIP knows no time
READ_ME = """\
Everything that WhoElse keeps for {name}.

whoelse.json     all of it; this is what WhoElse reads when the archive is brought in again
contacts.csv     people, for a spreadsheet
contacts.vcf     people, for an address book
interviews.csv   talks, for a spreadsheet
interviews.ics   talks, for a calendar
findings.csv     what was learned, for a spreadsheet
interviews/      each talk on a page of its own, with the notes (Markdown)

Not in it: passwords, links to private calendars, files of which nobody was chosen yet.
Keep it like a mailbox: letters and answers are in it as they were written.

To bring it in: "whoelse import FILE" in an empty data folder, or Settings, Your data.
"""


def pack(student: Student, file: BinaryIO) -> None:
    """Write the archive of a student."""
    data = data_of(student)
    at = newest_moment(data)
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as packed:
        for name, content in _members(student, data, at):
            info = ZipInfo(name, at.timetuple()[:6])
            info.compress_type, info.create_system = ZIP_DEFLATED, 3
            info.external_attr = 0o600 << 16
            packed.writestr(info, content)


def as_json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def newest_moment(data: dict[str, Any]) -> datetime:
    """When something happened last, so that the time in the archive says nothing about now."""
    entries = [row["at"] for row in data["rows"]["activity.entry"]]
    said = max([data["student"]["updated_at"], *entries], key=datetime.fromisoformat)
    return max(datetime.fromisoformat(said).replace(microsecond=0), _EARLIEST)


def _members(student: Student, data: dict[str, Any], at: datetime) -> Iterator[tuple[str, bytes]]:
    yield "README.txt", READ_ME.format(name=student.full_name or "a student").encode()
    yield DATA, as_json(data)
    yield from copies_of(student, at=at)
