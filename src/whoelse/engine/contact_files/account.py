"""The account of one reading: what was kept, merged, skipped, refused, and found odd."""

from collections.abc import Sequence
from unicodedata import normalize

from whoelse.engine.contact_files.batch import Batch, Person, Skipped, UnreadableFile
from whoelse.engine.contact_files.characters import clean, has_hidden, looks_broken, repaired
from whoelse.engine.contact_files.dates import is_ambiguous, iso_date
from whoelse.engine.contact_files.duplicates import Duplicates
from whoelse.engine.contact_files.limits import Limits

_SHOWN = 5  # rows that a warning names


class Account:
    """Collects people and remarks while a file is read; `batch` is the result."""

    def __init__(self, limits: Limits, *, repairs: bool) -> None:
        self.limits = limits
        self.row = 0
        self._longest = limits.max_cell
        self._repairs = repairs
        self._people = Duplicates()
        self._skipped: list[Skipped] = []
        self._refused: dict[str, None] = {}
        self._warnings: list[str] = []
        self._hidden: dict[int, None] = {}
        self._shortened: dict[int, None] = {}
        self._ambiguous = ""
        self._broken: list[str] = []

    def begin_row(self) -> int:
        """Count a row or card, from 1; too many end the reading with `UnreadableFile`."""
        self.row += 1
        if self.row > self.limits.max_rows:
            raise UnreadableFile(
                f"The file has more than {self.limits.max_rows:,} rows.",
                "Split it, or choose the file that holds only your contacts.",
            )
        return self.row

    def text(self, cell: str) -> str:
        """Clean one cell of the present row, and remember what was odd about it."""
        if not cell.isprintable() and has_hidden(cell):
            self._hidden[self.row] = None
        text = clean(cell)
        if (self._repairs or not self._broken) and looks_broken(text):
            text = self._repaired(text)
        if len(text) > self._longest:
            self._shortened[self.row] = None
            text = text[: self._longest - 1].rstrip() + "…"
        return text

    def texts(self, cells: Sequence[str]) -> list[str]:
        """Clean the cells of a row; the usual ones, with nothing odd in them, all at once."""
        whole = "".join(cells)
        if len(whole) > self._longest or "  " in whole or not whole.isprintable():
            return [self.text(cell) if cell else "" for cell in cells]
        if whole.isascii():
            return list(map(str.strip, cells))
        if (self._repairs or not self._broken) and looks_broken(whole):
            return [self.text(cell) if cell else "" for cell in cells]
        return [normalize("NFC", cell.strip()) for cell in cells]

    def date(self, cell: str, *, day_first: bool) -> str:
        """Return an ISO date, and remember if only a convention decides what it means."""
        if not self._ambiguous and "/" in cell[:10] and is_ambiguous(cell):
            order = "day before month" if day_first else "month before day"
            self._ambiguous = f"Dates such as {cell.strip()[:10]} were read with the {order}."
        return iso_date(cell, day_first=day_first)

    def keep(self, person: Person) -> None:
        """Take in a person, whom an earlier row may have named already."""
        self._people.add(person)

    def skip(self, why: str) -> None:
        """Pass over the present row, with the reason in a sentence."""
        self._skipped.append(Skipped(self.row, why))

    def refuse(self, column: str) -> None:
        """Note a column that is never kept, by its name in the header."""
        self._refused[column] = None

    def warn(self, warning: str) -> None:
        """Note a remark about the whole file, once."""
        if warning not in self._warnings:
            self._warnings.append(warning)

    def batch(self, format: str) -> Batch:  # noqa: A002 - the word of the report
        """Return everything that was kept, and what is to be said about it."""
        return Batch(
            format=format,
            people=self._people.people(),
            rows=self.row,
            merged=self._people.merged,
            skipped=tuple(self._skipped),
            refused_columns=tuple(self._refused),
            warnings=(*self._warnings, *self._remarks()),
        )

    def _repaired(self, text: str) -> str:
        meant = repaired(text)
        if meant == text:
            return text
        if not self._broken:
            self._broken = [text, meant]
        return clean(meant) if self._repairs else text

    def _remarks(self) -> list[str]:
        remarks = []
        if self._hidden:
            where = _rows(list(self._hidden))
            remarks.append(f"Invisible characters were taken out in {where}.")
        if self._shortened:
            remarks.append(f"Very long cells were shortened in {_rows(list(self._shortened))}.")
        if self._broken:
            text, meant = (part[:60] for part in self._broken)
            remarks.append(
                f"Broken letters were repaired, for example “{text}” to “{meant}”."
                if self._repairs
                else f"Some letters look broken: “{text}” may mean “{meant}”. "
                "Read the file again and have them repaired."
            )
        if self._ambiguous:
            remarks.append(self._ambiguous)
        remarks.extend(self._people.remarks())
        return remarks


def _rows(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:_SHOWN])
    more = f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else ""
    return f"row{'s' if len(numbers) > 1 else ''} {shown}{more}"
