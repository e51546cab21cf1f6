"""What the room shows at one question: time, place in the plan, notes, marks and names."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from whoelse.web.interviews.models import Interview, MarkKind, NamedPerson, Note, PlannedQuestion
from whoelse.web.interviews.queries import (
    known_among,
    marks_of,
    named_in,
    notes_of,
    questions_of,
)
from whoelse.web.interviews.timeline import Thread, left_in_words, thread_of

MARKS = (
    (MarkKind.TITLE, "title"),
    (MarkKind.SURPRISE, "surprise"),
    (MarkKind.DRAWS, "draws"),
    (MarkKind.OFF, "off"),
)


@dataclass(frozen=True, slots=True)
class MarkButton:
    kind: str
    label: str
    icon: str
    count: int


@dataclass(slots=True)
class Page:
    """One question of the room. The forms are put in by the view."""

    interview: Interview
    questions: list[PlannedQuestion]
    question: PlannedQuestion | None
    number: int  # from 1
    previous: PlannedQuestion | None
    next: PlannedQuestion | None
    text: str
    version: int
    copies: list[Note]
    loose: list[Note]  # notes whose question is no longer in the plan
    marks: list[MarkButton]
    titles: list[str]
    named: list[NamedPerson]
    known: set[str]
    seconds_left: int
    left: str
    thread: Thread
    note_form: Any = field(default=None)
    mark_form: Any = field(default=None)
    name_form: Any = field(default=None)

    @property
    def is_closing(self) -> bool:
        return self.question is not None and self.question.asks_name

    @property
    def upcoming(self) -> list[PlannedQuestion]:
        return self.questions[self.number :]

    @property
    def has_marks(self) -> bool:
        return any(button.count for button in self.marks)

    @property
    def is_short(self) -> bool:
        """Two minutes or less, the time of the closing question."""
        return self.seconds_left <= 120


def page_of(interview: Interview, question: PlannedQuestion | None, *, at: datetime) -> Page:
    """Everything that is shown at this question."""
    questions = list(questions_of(interview))
    place = questions.index(question) if question in questions else -1
    notes = list(notes_of(interview))
    here = [note for note in notes if note.question_id == (question.pk if question else None)]
    note = next((note for note in here if not note.copy), None)
    marks = [m for m in marks_of(interview) if m.question_id == (question.pk if question else None)]
    named = list(named_in(interview))
    minutes, left = interview.clock_minutes, interview.seconds_left(at)
    return Page(
        interview=interview,
        questions=questions,
        question=question,
        number=place + 1,
        previous=questions[place - 1] if place > 0 else None,
        next=questions[place + 1] if place + 1 < len(questions) else None,
        text=note.text if note else "",
        version=note.version if note else 0,
        copies=[each for each in here if each.copy],
        loose=[each for each in notes if each.question_id is None and question],
        marks=[_button(kind, icon, marks) for kind, icon in MARKS],
        titles=[mark.text for mark in marks if mark.text],
        named=named,
        known=known_among(interview.student, [person.full_name for person in named]),
        seconds_left=left,
        left=left_in_words(left),
        thread=thread_of(
            questions, minutes, current=max(place, 0), gone_seconds=minutes * 60 - left
        ),
    )


def _button(kind: MarkKind, icon: str, marks: list[Any]) -> MarkButton:
    return MarkButton(kind.value, kind.label, icon, sum(mark.kind == kind for mark in marks))
