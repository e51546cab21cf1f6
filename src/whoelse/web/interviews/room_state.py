"""The room as data: what a device must know to go on without network, and nothing else."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from whoelse.web.core.templatetags.ui import clock
from whoelse.web.interviews.models import Interview, Note, PlannedQuestion
from whoelse.web.interviews.queries import (
    known_among,
    marks_of,
    named_in,
    notes_of,
    questions_of,
)


def state_of(interview: Interview, *, at: datetime) -> dict[str, Any]:
    """Everything that was written, marked and named, and how much time is left, at a moment."""
    revision = interview.operations.count()  # first, so that it never promises too much
    named = list(named_in(interview))
    known = known_among(interview.student, [person.full_name for person in named])
    return {
        "revision": revision,
        "drawn": int(at.timestamp() * 1000),
        "began": interview.began_at is not None,
        "held": interview.held_at is not None,
        "written": interview.written_up_at is not None,
        "minutes": interview.clock_minutes,
        "left": interview.seconds_left(at),
        "paused": interview.paused_at is not None,
        "plan": [_question(row) for row in questions_of(interview)],
        "notes": [_note(note) for note in notes_of(interview)],
        "marks": [
            {
                "id": str(mark.public_id),
                "question": str(mark.question.public_id) if mark.question else "",
                "kind": mark.kind,
                "text": mark.text,
            }
            for mark in marks_of(interview)
        ],
        "named": [
            {
                "name": person.full_name,
                "work": person.work,
                "permission": person.permission,
                "known": person.full_name in known,
            }
            for person in named
        ],
    }


def _question(row: PlannedQuestion) -> dict[str, Any]:
    return {
        "id": str(row.public_id),
        "text": row.text,
        "follow_up": row.follow_up,
        "minutes": float(row.minutes),
        "closing": row.asks_name,
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "question": str(note.question.public_id) if note.question else "",
        "copy": note.copy,
        "text": note.text,
        "version": note.version,
        "tab": note.tab,
        "turn": note.turn,
        "when": clock(timezone.localtime(note.saved_at)),
    }
