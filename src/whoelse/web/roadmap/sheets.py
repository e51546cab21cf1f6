"""What a worksheet shows: rows as forms, other windows' versions, what was taken off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from django.forms import BoundField

from whoelse.web.accounts.models import Student
from whoelse.web.roadmap import queries
from whoelse.web.roadmap.bridge import Check, check_of, name_of_occupation
from whoelse.web.roadmap.forms import FORMS, Lists, RowForm
from whoelse.web.roadmap.models import Experience, Letter, Pitch, Row, Skill, Title


@dataclass(frozen=True, slots=True)
class Entry:
    """One row with its form, and the versions that other windows wrote."""

    kind: str
    row: Row
    form: RowForm
    copies: tuple["Entry", ...] = ()
    check: Check | None = None

    @property
    def work(self) -> str:
        """What the atlas calls the work of a title."""
        return name_of_occupation(self.row.occupation)

    @property
    def said(self) -> list[tuple[str, str]]:
        """What the row says, field by field, in words."""
        return [(field.label, _in_words(field)) for field in self.form.visible_fields()]

    @property
    def may_be_two(self) -> bool:
        """Whether both versions could stand on the sheet as rows of their own."""
        return self.kind != "letter-parts"


@dataclass(slots=True)
class Sheets:
    """The rows of one student for one page. `bound` are forms that were refused, by row or kind."""

    student: Student
    at: datetime
    bound: Mapping[str, RowForm] = field(default_factory=dict)
    tab: str = field(default_factory=lambda: uuid4().hex)
    _lists: Lists | None = None

    @property
    def lists(self) -> Lists:
        """Rows of other sheets to point to; the same rows that the page shows."""
        if self._lists is None:
            self._lists = lists_of(self.student)
        return self._lists

    def entries(self, kind: str) -> list[Entry]:
        rows = list(queries.rows_of(queries.KINDS[kind], self.student))
        return [self._entry(kind, row, with_copies=True) for row in rows]

    def new(self, kind: str, **initial: object) -> RowForm:
        """The form for one more row."""
        form = self.bound.get(kind) or FORMS[kind](lists=self.lists, tab=self.tab)
        form.initial |= initial
        return form

    def removed(self, *kinds: str) -> list[tuple[str, Row]]:
        """What can be put back, with its kind."""
        return [
            (kind, row)
            for kind in kinds
            for row in queries.removed_rows(queries.KINDS[kind], self.student)
        ]

    def _entry(self, kind: str, row: Row, *, with_copies: bool = False) -> Entry:
        row.student = self.student
        form = self.bound.get(str(row.public_id))
        form = form or FORMS[kind](row=row, lists=self.lists, tab=self.tab)
        copies = [self._entry(kind, copy) for copy in row.copies.all()] if with_copies else []
        check = check_of(row) if isinstance(row, Pitch) else None
        return Entry(kind, row, form, tuple(copies), check)


def _in_words(field: BoundField) -> str:
    value = field.value()
    if isinstance(value, bool):
        return "yes" if value else "no"
    names = dict(getattr(field.field, "choices", ()))
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(names.get(each, each)) for each in values if each not in (None, ""))


def lists_of(student: Student) -> Lists:
    def rows(kind: type[Row]) -> list[Row]:
        return list(queries.rows_of(kind, student))

    return Lists(rows(Title), rows(Experience), rows(Skill), rows(Letter))
