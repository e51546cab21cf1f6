"""All worksheets as one document: to print, to keep, to take along."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from whoelse.web.accounts.models import Student
from whoelse.web.core.document import Block, Document, Heading, Paragraph, Points, Table
from whoelse.web.roadmap import bridge, queries
from whoelse.web.roadmap.models import (
    Evidence,
    Experience,
    Letter,
    LetterPart,
    Pitch,
    Place,
    Row,
    Skill,
    Story,
    Title,
)
from whoelse.web.roadmap.progress import steps_of
from whoelse.web.roadmap.resume import block_of, shown_skills
from whoelse.web.roadmap.tools import Tool

EMPTY = Paragraph("Nothing stands on this sheet yet.", is_quiet=True)


def document_of(student: Student, tools: tuple[Tool, ...], *, at: datetime) -> Document:
    """Every sheet of the edition in its order."""
    on = timezone.localtime(at).date()
    blocks = []
    for tool in tools:
        blocks.append(Heading(f"{tool.number} {tool.name}"))
        blocks += list(SHEETS[tool.slug](student)) or [EMPTY]
    name = student.full_name or "A student"
    return Document("Roadmap", f"{name}, {on.day} {on:%B %Y}", tuple(blocks))


def _rows(kind: type[Row], student: Student) -> list:
    """The rows, each followed by what other windows wrote instead."""
    return [one for row in queries.rows_of(kind, student) for one in (row, *row.copies.all())]


def _titles(student: Student) -> Iterator[Block]:
    rows = tuple(
        (
            title.name,
            bridge.name_of_occupation(title.occupation) or "not in the atlas",
            title.get_interest_display(),
            title.heard_in.contact.name if title.heard_in else "",
            title.note,
        )
        for title in _rows(Title, student)
    )
    if rows:
        head = ("Title", "Occupation", "Interest", "Heard from", "To find out")
        yield Table("Titles of interest", head, rows)


def _interviews(student: Student) -> Iterator[Block]:
    steps = steps_of(student, list(queries.talks(student)))
    yield Points(tuple(f"{step.name}: {step.said}" for step in steps))


def _experience(student: Student) -> Iterator[Block]:
    ahead = [row for row in _rows(Experience, student) if row.is_ahead]
    if ahead:
        yield Points(tuple(_experience_line(row) for row in ahead))


def _experience_line(row: Experience) -> str:
    named = f"{row.name} ({', '.join(p for p in (row.get_kind_display(), row.period) if p)})"
    return f"{named}: {row.did}" if row.did else named


def _networking(student: Student) -> Iterator[Block]:
    for pitch in _rows(Pitch, student):
        pitch.student = student
        yield Heading(f"For {pitch.name}", level=3)
        yield Paragraph(pitch.spoken or "Nothing to say aloud yet.")
        yield Paragraph(bridge.check_of(pitch).length, is_quiet=True)


def _skills(student: Student) -> Iterator[Block]:
    done = [row for row in _rows(Experience, student) if not row.is_ahead]
    if done:
        yield Heading("Experiences", level=3)
        yield Points(tuple(_experience_line(row) for row in done))
    shown = shown_skills(_rows(Skill, student), _rows(Evidence, student))
    rows = tuple(
        (
            each.skill.name,
            each.skill.get_group_display(),
            " ".join(f"{piece.sentence} ({piece.experience.name})" for piece in each.evidence)
            or "nothing shows it yet",
        )
        for each in shown
    )
    if rows:
        yield Heading("Skills", level=3)
        yield Table("Skills and what shows them", ("Skill", "Group", "Shown by"), rows)


def _search(student: Student) -> Iterator[Block]:
    rows = tuple(
        (
            place.name,
            place.title.name if place.title else "any of them",
            place.address,
            place.looked_on.isoformat() if place.looked_on else "",
            place.note,
        )
        for place in _rows(Place, student)
    )
    if rows:
        head = ("Where", "Title", "Address", "Last looked on", "Note")
        yield Table("Places to look", head, rows)


def _resume(student: Student) -> Iterator[Block]:
    block = block_of(queries.rows_of(Skill, student), queries.rows_of(Evidence, student))
    for part in block.text.split("\n\n") if block.text else ():
        name, *lines = part.split("\n")
        yield Heading(name, level=3)
        yield Points(tuple(line.removeprefix("- ") for line in lines))


def _letters(student: Student) -> Iterator[Block]:
    parts: dict[int, list[LetterPart]] = {}
    for part in _rows(LetterPart, student):
        parts.setdefault(part.letter_id, []).append(part)
    for letter in _rows(Letter, student):
        yield Heading(f"To {letter.name}{_as_title(letter)}", level=3)
        written = [part for part in parts.get(letter.pk, ()) if part.points]
        yield Points(tuple(f"{part}: {part.points}" for part in written)) if written else EMPTY


def _as_title(letter: Letter) -> str:
    return f", for work as {letter.title.name}" if letter.title else ""


def _stories(student: Student) -> Iterator[Block]:
    for story in _rows(Story, student):
        skills = ", ".join(skill.name for skill in story.skills.all())
        yield Heading(story.name, level=3)
        told = (
            ("Situation", story.situation),
            ("Task", story.task),
            ("Action", story.action),
            ("Result", story.result),
            ("Shows", skills),
        )
        lines = tuple(f"{name}: {text}" for name, text in told if text)
        yield Points(lines) if lines else EMPTY


SHEETS = {
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
