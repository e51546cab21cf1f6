"""What mail asks of the student, as steps of Today: an answer, a letter that did not leave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.timesince import timesince

from whoelse.web.accounts.models import Student
from whoelse.web.desk.steps import Step
from whoelse.web.mail.models import Incoming, Outgoing, Sorted, State
from whoelse.web.mail.queries import open_question, stopped_letters

BROKE_OFF = "The connection broke off while it was handed over."
MOST = 20  # of each; a wall helps nobody


@dataclass(frozen=True, slots=True)
class Note:
    """What a step shows of it; the names are those of the engine's `Duty`."""

    what: str
    why: str
    urgency: str
    left: str
    minutes: int = 2


def mail_steps(student: Student, *, now: datetime) -> list[Step]:
    """Answers first, then letters that did not leave, the oldest first."""
    return [*_answers(student, now), *_letters(student, now)]


def _answers(student: Student, now: datetime) -> Iterator[Step]:
    for incoming in open_question(student)[:MOST]:
        path = reverse("outreach:answer", args=[incoming.public_id])
        yield _step(_note_of(incoming, now), "Read it", path)


def _letters(student: Student, now: datetime) -> Iterator[Step]:
    for letter in stopped_letters(student)[:MOST]:
        path = letter.path or reverse("mail:letter", args=[letter.public_id])
        yield _step(_note_about(letter, now), "Decide", path)


def _note_of(incoming: Incoming, now: datetime) -> Note:
    name, since = incoming.contact.short_name, _ago(incoming.came_at, now)
    if incoming.kind == Sorted.FEEDBACK:
        return Note(
            what=f"{name} reported your message",
            why="It was marked as unwanted. The kind thing is to write no more.",
            urgency="late",
            left=since,
        )
    opening = " ".join(incoming.text.split())[:120]
    return Note(
        what=f"{name} answered",
        why=f"“{opening}” What does it mean?" if opening else "What does it mean?",
        urgency="soon",
        left=since,
    )


def _note_about(letter: Outgoing, now: datetime) -> Note:
    name = letter.contact.short_name if letter.contact else letter.to_address
    since = _ago(letter.last_attempt_at or letter.queued_at, now)
    if letter.state == State.UNSURE:
        return Note(
            what=f"Did your message to {name} leave?",
            why=f"{letter.why or BROKE_OFF} Nobody knows but you.",
            urgency="soon",
            left=since,
        )
    what = f"Your message to {name} did not leave"
    return Note(what=what, why=letter.why, urgency="soon", left=since)


def _step(note: Note, button: str, path: str) -> Step:
    return Step(duty=note, button=button, path=path, is_form=False, tick="", tick_path="")


def _ago(moment: datetime, now: datetime) -> str:
    return timesince(min(moment, now), now, depth=1).replace("\xa0", " ") + " ago"
