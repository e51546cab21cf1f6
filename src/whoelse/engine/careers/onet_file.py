"""The O*NET database as one local file: made from its tables, opened to be asked.

The file is SQLite and ours alone; it can be made again at any time. O*NET is by the U.S.
Department of Labor, Employment and Training Administration, under CC BY 4.0.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from whoelse.engine.careers.evidence import Evidence, learn
from whoelse.engine.careers.onet_tables import NotOnet, OnetTables, read_tables
from whoelse.engine.careers.title import key_of, read_title

FORMAT = "whoelse onet 2"
MOST_OCCUPATIONS = 20_000
MOST_TITLES = 150_000  # learning from them takes a minute; release 29.3 has 57,000
_ONE_TITLE = str.maketrans(",/&+", "    ")  # "Engineers, All Other" is not just "Engineers"
# Of the evidence, with the form in which each is written; halves are exact enough for values.
ARRAYS = {"by_group": "<f2", "starts": "<i4", "places": "<u2", "values": "<f2", "usual": "<f4"}
_SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE occupation (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT, what TEXT);
CREATE TABLE title (key TEXT, occupation INTEGER, title TEXT, PRIMARY KEY (key, occupation))
  WITHOUT ROWID;
CREATE TABLE evidence (name TEXT PRIMARY KEY, content BLOB NOT NULL);
"""


Progress = Callable[[float], None]


def _nobody(_: float) -> None:
    """Who wants to know how far it is, where nobody asked."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and where it now lies."""

    release: str
    occupations: int
    titles: int
    path: Path


def load_onet(source: Path, into: Path, progress: Progress = _nobody) -> Loaded:
    """Read the O*NET text database (ZIP or folder) into the file `into`, whole or not at all.

    Takes a few seconds; `progress` is told the part that is done, 0 to 1. Raises `NotOnet` when
    the source cannot be read or used; an older file at `into` then stays as it was.
    """
    tables = read_tables(source)
    if not tables.occupations or not tables.titles:
        raise NotOnet("The tables hold no occupation or no title.")
    if len(tables.occupations) > MOST_OCCUPATIONS:
        raise NotOnet(f"The tables hold more than {MOST_OCCUPATIONS:,} occupations.")
    if len(tables.titles) > MOST_TITLES:
        raise NotOnet(f"The tables hold more than {MOST_TITLES:,} titles.")
    unfinished = into.with_name(f"{into.name}.part")
    try:
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as connection, connection:
            _write(connection, tables, progress)
        os.replace(unfinished, into)
        progress(1.0)
    except (sqlite3.Error, OSError) as error:
        raise NotOnet(f"{into} cannot be written: {error}.") from error
    finally:
        unfinished.unlink(missing_ok=True)
    return Loaded(tables.release, len(tables.occupations), len(tables.titles), into)


def _write(connection: sqlite3.Connection, tables: OnetTables, progress: Progress) -> None:
    connection.executescript(_SCHEMA)
    about = {"format": FORMAT, "release": tables.release}
    connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
    rows = list(enumerate(sorted(tables.occupations)))
    connection.executemany(
        "INSERT INTO occupation VALUES (?, ?, ?, ?)", ((number, *row) for number, row in rows)
    )
    numbers = {row[0]: number for number, row in rows}
    known = [(numbers[code], title) for code, title in tables.titles if code in numbers]
    known += [(number, row[1]) for number, row in rows]
    connection.executemany("INSERT OR IGNORE INTO title VALUES (?, ?, ?)", _keys(known))
    progress(1 / 3)
    evidence = learn(list(_first_readings(known)), groups_of([row[0] for _, row in rows]))
    progress(2 / 3)
    connection.executemany("INSERT INTO evidence VALUES (?, ?)", _packed(evidence))


def groups_of(codes: Sequence[str]) -> list[int]:
    """The major groups of occupations, numbered in the order of their codes."""
    groups = sorted({code[:2] for code in codes})
    return [groups.index(code[:2]) for code in codes]


def _packed(evidence: Evidence) -> Iterator[tuple[str, bytes]]:
    yield "clues", "\n".join(evidence.rows).encode()
    for name, kind in ARRAYS.items():
        yield name, getattr(evidence, name).astype(kind).tobytes()


def unpacked(contents: dict[str, bytes], groups: list[int]) -> Evidence:
    """The evidence as it was written; raises `ValueError` or `KeyError` for anything else."""
    rows = {clue: row for row, clue in enumerate(contents["clues"].decode().split("\n"))}
    arrays = {name: np.frombuffer(contents[name], kind) for name, kind in ARRAYS.items()}
    by_group = arrays["by_group"].astype(np.float32).reshape(len(rows), max(groups) + 1)
    return Evidence(
        rows=rows,
        by_group=by_group,
        starts=arrays["starts"],
        places=arrays["places"].astype(np.intp),
        values=arrays["values"].astype(np.float32),
        usual=arrays["usual"],
        sizes=np.bincount(groups),
    )


def _keys(known: list[tuple[int, str]]) -> Iterator[tuple[str, int, str]]:
    for number, title in known:
        for phrase in read_title(title.translate(_ONE_TITLE)).present:
            yield key_of(phrase.words), number, title


def _first_readings(known: list[tuple[int, str]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, title in known:
        for phrase in read_title(title.translate(_ONE_TITLE)).present[:1]:
            yield number, phrase.words
