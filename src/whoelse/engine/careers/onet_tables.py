"""The tables of the O*NET text database that we use, out of a ZIP or a folder, within bounds.

Knows the file names of the releases (`Occupation Data.txt`, also `.tsv`, also gzipped) and their
columns; what the titles say is left to others.
"""

import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

LARGEST_TABLE = 64 * 1024 * 1024  # bytes when unpacked; the largest we read has 5 MB in 29.3
MOST_ROWS = 500_000  # of one table; release 29.3 has 57,000
MOST_FILES = 10_000  # in a ZIP or a folder
ENDINGS = (".txt", ".tsv", ".txt.gz", ".tsv.gz")
CODE = "O*NET-SOC Code"

Files = dict[str, Callable[[], IO[bytes]]]


class NotOnet(ValueError):
    """What was given is no O*NET text database that can be read; the message says why."""


@dataclass(frozen=True, slots=True)
class OnetTables:
    """Occupations as (code, name, description) and titles as (code, title)."""

    release: str  # "O*NET 29.3 Database"; "O*NET" where the files do not say
    occupations: tuple[tuple[str, ...], ...]
    titles: tuple[tuple[str, ...], ...]


def read_tables(source: Path) -> OnetTables:
    """Read a ZIP or a folder of tab-separated tables; raises `NotOnet` with a sentence."""
    try:
        if source.is_dir():
            return _tables({each.name: partial(_open, each) for each in _some(source)})
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
            if len(names) > MOST_FILES:
                raise NotOnet(f"{source.name} holds more than {MOST_FILES:,} files.")
            return _tables({PurePosixPath(n).name: partial(archive.open, n) for n in names})
    except OSError as error:
        raise NotOnet(f"{source.name} cannot be read: {error.strerror or error}.") from error
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise NotOnet(f"{source.name} is damaged or no ZIP: {error}.") from error


def _some(folder: Path) -> Iterator[Path]:
    for count, each in enumerate(sorted(folder.iterdir())):
        if count == MOST_FILES:
            raise NotOnet(f"{folder.name} holds more than {MOST_FILES:,} files.")
        yield each


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _tables(files: Files) -> OnetTables:
    occupations = _rows(files, "Occupation Data", (CODE, "Title", "Description"))
    titles = _rows(files, "Alternate Titles", (CODE, "Alternate Title"))
    if _found(files, "Sample of Reported Titles"):
        titles += _rows(files, "Sample of Reported Titles", (CODE, "Reported Job Title"))
    return OnetTables(_release(files), tuple(occupations), tuple(dict.fromkeys(titles)))


def _release(files: Files) -> str:
    name = _found(files, "Read Me")
    first = _text(files, name).split("\n", 1)[0].strip() if name else ""
    return first[:80] or "O*NET"


def _rows(files: Files, table: str, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The wanted columns of a table, in file order; rows that are too short are left out."""
    name = _found(files, table)
    if not name:
        raise NotOnet(f"There is no table “{table}”. Give the folder or ZIP of the text database.")
    lines = _text(files, name).split("\n")
    if len(lines) > MOST_ROWS:
        raise NotOnet(f"“{name}” has more than {MOST_ROWS:,} rows.")
    header = lines[0].rstrip("\r").split("\t")
    missing = [column for column in columns if column not in header]
    if missing:
        raise NotOnet(f"“{name}” has no column “{missing[0]}”.")
    places = [header.index(column) for column in columns]
    cells = (line.rstrip("\r").split("\t") for line in lines[1:])
    return [tuple(row[p].strip() for p in places) for row in cells if len(row) > max(places)]


def _found(files: Files, table: str) -> str:
    return next((table + ending for ending in ENDINGS if table + ending in files), "")


def _text(files: Files, name: str) -> str:
    with files[name]() as raw:
        if name.endswith(".gz"):
            with gzip.open(raw) as unpacked:
                content = unpacked.read(LARGEST_TABLE + 1)
        else:
            content = raw.read(LARGEST_TABLE + 1)
    if len(content) > LARGEST_TABLE:
        raise NotOnet(f"“{name}” is larger than {LARGEST_TABLE // 1024 // 1024} MB.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotOnet(f"“{name}” is no UTF-8 text.") from error
