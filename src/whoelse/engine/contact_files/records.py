"""The records of a table: one reader over lines that a single bad quotation mark cannot stop.

A quotation mark that never closes would swallow the rest of the file. Here the record is
given up after a bounded stretch, reported, and reading goes on with the next line.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from whoelse.engine.contact_files.limits import Limits

DELIMITERS = (",", ";", "\t", "|")
NEVER_CLOSED = "A quotation mark is opened and never closed."
TOO_LONG = "A cell is longer than 100,000 characters."


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that could not be read, and why."""

    why: str


class _GaveUp(Exception):
    """The record is longer than any record of contacts."""


class _Lines:
    """Lines for the csv module that remember the present record, to go back into it."""

    def __init__(self, lines: Iterator[str], limits: Limits) -> None:
        self._lines = lines
        self._waiting: deque[str] = deque()
        self._limits = limits
        self.taken: list[str] = []
        self._size = 0
        self._patience = limits.max_lines_read_again
        self.ended = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        allowed = self._limits.max_record_lines if self._patience > 0 else 1
        if len(self.taken) >= allowed or self._size > self._limits.max_record:
            raise _GaveUp
        line = self._waiting.popleft() if self._waiting else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        self._size += len(line)
        return line + "\n"

    def begin(self) -> None:
        self.taken = []
        self._size = 0
        self.ended = False

    def back_to_second_line(self) -> None:
        again = self.taken[1:]
        self._patience -= len(again)
        self._waiting.extendleft(reversed(again))


def cells_of(line: str, delimiter: str) -> list[str]:
    """Split one line on its own; a line that the csv module refuses has no cells."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def records(
    lines: Iterator[str], *, delimiter: str, width: int, limits: Limits
) -> Iterator[list[str] | Broken]:
    """Yield each record's cells; blank lines are passed over.

    Of a record that a stray quotation mark opened only the first line is lost.
    """
    source = _Lines(lines, limits)
    reader = csv.reader(source, delimiter=delimiter)
    while True:
        source.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _GaveUp:
            problem = NEVER_CLOSED
        except csv.Error:
            problem = TOO_LONG
        else:
            if not source.ended and not _swallowed_a_row(cells, source.taken, delimiter, width):
                if cells:
                    yield cells
                continue
            problem = NEVER_CLOSED
        source.back_to_second_line()
        yield Broken(problem)


def _swallowed_a_row(cells: list[str], taken: list[str], delimiter: str, width: int) -> bool:
    """Say whether a record over several lines is really several rows of `width` cells."""
    if len(taken) < 2 or len(cells_of(taken[1], delimiter)) != width or width < 2:
        return False
    return len(cells) != width or not _is_well_quoted(taken, delimiter)


def _is_well_quoted(taken: list[str], delimiter: str) -> bool:
    """Say whether every closing quotation mark stands at the end of its cell."""
    lines = (line + "\n" for line in taken)
    try:
        return bool(next(csv.reader(lines, delimiter=delimiter, strict=True)))
    except csv.Error:
        return False
