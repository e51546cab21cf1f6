"""What comes out of a contact file: people, and an account of everything left out."""

from dataclasses import dataclass


class UnreadableFile(Exception):
    """The file as a whole cannot be read; `hint` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


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
    row: int = 0  # 1-based row (or card) in the file


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
        return len(self.people)
