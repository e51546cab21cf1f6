"""What the student of the demonstration world wrote on the worksheets of the roadmap."""

import tomllib
from collections.abc import Callable
from datetime import datetime
from importlib import resources
from typing import Any

from whoelse.web.accounts.models import Student
from whoelse.web.interviews.actions.room import add_mark
from whoelse.web.roadmap import actions, queries
from whoelse.web.roadmap.models import LetterPart, Row

Ago = Callable[[int], datetime]
ADDED = 20  # days ago


def fill_worksheets(student: Student, ago: Ago) -> None:
    """Every row of `demo_worksheets.toml`; rows name the rows that they point to."""
    text = resources.files("whoelse.local").joinpath("demo_worksheets.toml").read_text("utf-8")
    at = ago(ADDED)
    sheets = tomllib.loads(text)
    _hear_titles(student, sheets.pop("heard"))
    known: dict[str, Row] = {}
    for kind, rows in sheets.items():
        for told in rows:
            parts = told.pop("parts", {})
            values = {name: _pointed(name, value, known) for name, value in told.items()}
            row = actions.add_row(student, queries.KINDS[kind], values=values, at=at)
            known[str(row)] = row
            for part in LetterPart.objects.filter(letter=row) if parts else ():
                said = {"points": parts.get(part.part, "")}
                actions.save_row(part, values=said, base=part.version, tab="", at=at)


def _hear_titles(student: Student, heard: dict[str, list[str]]) -> None:
    """Titles marked in conversations; the first one of all is on the sheet already."""
    for name, titles in heard.items():
        interview = student.interviews.filter(contact__full_name=name).latest("held_at")
        for title in titles:
            add_mark(interview, None, kind="title", text=title, at=interview.held_at)
    first = queries.titles_heard(student).last()
    actions.add_heard_title(student, first, at=first.made_at)


def _pointed(name: str, value: Any, known: dict[str, Row]) -> Any:
    if name in ("title", "skill", "experience"):
        return known[value]
    return [known[each] for each in value] if name == "skills" else value
