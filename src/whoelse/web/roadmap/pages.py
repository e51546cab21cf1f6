"""What each tool's page shows beside its rows: what feeds it, and what it feeds."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from whoelse.web.accounts.models import Student
from whoelse.web.roadmap import bridge, queries
from whoelse.web.roadmap.models import Evidence, Interest, Skill
from whoelse.web.roadmap.progress import steps_of
from whoelse.web.roadmap.resume import Block, block_of
from whoelse.web.roadmap.sheets import Entry, Sheets
from whoelse.web.roadmap.tools import Tool

SUGGESTED = 12  # titles heard that are shown at once


def page_of(tool: Tool, sheets: Sheets) -> dict[str, Any]:
    """The context of one tool's page."""
    context = PAGES[tool.slug](sheets)
    return {**context, "tool": tool, "sheets": sheets, "removed": sheets.removed(*tool.kinds)}


def _titles(sheets: Sheets) -> dict[str, Any]:
    entries = sheets.entries("titles")
    taken = {entry.row.name.casefold() for entry in entries}
    curious = set(sheets.student.curiosities.values_list("area", flat=True))
    heard = {}
    for mark in queries.titles_heard(sheets.student):
        key = " ".join(mark.text.split()).casefold()
        if key not in taken:
            heard.setdefault(key, mark)
    return {
        "entries": entries,
        "new": sheets.new("titles"),
        "heard": list(heard.values())[:SUGGESTED],
        "nearby": bridge.nearby_titles(curious, taken),
        "areas": _areas(entries, curious),
    }


def _areas(entries: list[Entry], curious: set[str]) -> list[tuple[str, str, bool]]:
    """The areas that the titles are in: code, name, and whether the student is curious already."""
    codes = {bridge.area_of(e.row.occupation) for e in entries if e.row.interest != Interest.NOT_ME}
    return [(code, bridge.name_of_area(code), code in curious) for code in sorted(codes - {""})]


def _interviews(sheets: Sheets) -> dict[str, Any]:
    talks = list(queries.talks(sheets.student))
    return {
        "steps": steps_of(sheets.student, talks),
        "pace": bridge.pace_of(sheets.student, talks, today=timezone.localtime(sheets.at).date()),
        "held": [talk for talk in reversed(talks) if talk.held_at][:SUGGESTED],
    }


def _experience(sheets: Sheets) -> dict[str, Any]:
    entries = [entry for entry in sheets.entries("experiences") if entry.row.is_ahead]
    return {
        "entries": entries,
        "new": sheets.new("experiences", is_ahead=True),
        "actions": queries.planned_actions(sheets.student)[:SUGGESTED],
        "unshown": _block(sheets.student).unshown,
    }


def _networking(sheets: Sheets) -> dict[str, Any]:
    return {"entries": sheets.entries("pitches"), "new": sheets.new("pitches")}


def _skills(sheets: Sheets) -> dict[str, Any]:
    by_skill = defaultdict(list)
    for entry in sheets.entries("evidence"):
        by_skill[entry.row.skill_id].append(entry)
    skills = sheets.entries("skills")
    experiences = sheets.entries("experiences")
    return {
        "experiences": [entry for entry in experiences if not entry.row.is_ahead],
        "ahead": sum(entry.row.is_ahead for entry in experiences),
        "skills": [(entry, by_skill[entry.row.pk]) for entry in skills],
        "new_experience": sheets.new("experiences"),
        "new_skill": sheets.new("skills"),
        "new_evidence": sheets.new("evidence"),
    }


def _search(sheets: Sheets) -> dict[str, Any]:
    entries = sheets.entries("places")
    placed = {entry.row.title_id for entry in entries}
    wanted = [title for title in sheets.lists.titles if title.interest != Interest.NOT_ME]
    return {
        "entries": entries,
        "new": sheets.new("places"),
        "wanted": wanted,
        "unplaced": [title for title in wanted if title.pk not in placed],
    }


def _block(student: Student) -> Block:
    return block_of(queries.rows_of(Skill, student), queries.rows_of(Evidence, student))


def _resume(sheets: Sheets) -> dict[str, Any]:
    return {"resume": _block(sheets.student)}


def _letters(sheets: Sheets) -> dict[str, Any]:
    parts = defaultdict(list)
    for entry in sheets.entries("letter-parts"):
        parts[entry.row.letter_id].append(entry)
    letters = sheets.entries("letters")
    return {
        "letters": [(letter, parts[letter.row.pk]) for letter in letters],
        "new": sheets.new("letters"),
        "resume": _block(sheets.student),
    }


def _stories(sheets: Sheets) -> dict[str, Any]:
    entries = sheets.entries("stories")
    told = {skill.pk for entry in entries for skill in entry.row.skills.all()}
    return {
        "entries": entries,
        "new": sheets.new("stories"),
        "untold": [skill for skill in sheets.lists.skills if skill.pk not in told],
    }


PAGES: dict[str, Callable[[Sheets], dict[str, Any]]] = {
    "titles": _titles,
    "interviews": _interviews,
    "experience": _experience,
    "networking": _networking,
    "skills": _skills,
    "search": _search,
    "resume": _resume,
    "letters": _letters,
    "stories": _stories,
}
