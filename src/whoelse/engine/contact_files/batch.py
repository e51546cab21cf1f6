"""What comes out of a contact file: people, and an account of everything left out."""

from collections.abc import Mapping
from dataclasses import dataclass


class UnreadableFile(Exception):
    """The file as a whole cannot be read; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnknownColumns(UnreadableFile):
    """A table whose columns have unknown names: show `header` and `rows`, ask for a mapping.

    `guess` proposes a field for some of the columns (column name to field), to begin with.
    """

    def __init__(
        self,
        header: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        guess: Mapping[str, str],
    ) -> None:
        super().__init__(
            "This is a table, but its columns have names that WhoElse does not know.",
            "Say which column holds the name, and which hold the rest.",
        )
        self.header = header
        self.rows = rows
        self.guess = guess


@dataclass(frozen=True, slots=True)
class Person:
    """One person, in the normal form of `whoelse read`."""

    name: str
    given: str = ""
    family: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    employer: str = ""
    job_title: str = ""
    profile_url: str = ""
    connected_on: str = ""  # ISO date
    source: str = ""  # the format
    row: int = 0  # 1-based, counted from the first row below the header, or card by card


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that was left out, and why, in words."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Batch:
    """The people of one file in file order."""

    format: str
    people: tuple[Person, ...]
    rows: int
    merged: int = 0
    skipped: tuple[Skipped, ...] = ()
    refused_columns: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()  # e.g. that the encoding looks broken, with what to do

    @property
    def kept(self) -> int:
        """How many people there are, each counted once."""
        return len(self.people)
