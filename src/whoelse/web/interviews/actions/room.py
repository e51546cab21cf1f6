"""What happens in the room: it begins, notes and marks are kept, people are named, it ends.

A note is never overwritten silently. Each window has a name and counts its saves; a window that
wrote from an older version keeps a row of its own, and the page shows both.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.contacts.actions import move_stage
from whoelse.web.contacts.models import Stage
from whoelse.web.core.errors import UserError
from whoelse.web.interviews.models import Interview, Mark, NamedPerson, Note, PlannedQuestion

MOST_MARKS = 300
MOST_NAMED = 50
LONGEST_NOTE = 50_000


class NotAgreed(UserError):
    """The interview was called off; its room does not open."""


class TooMany(UserError):
    """More marks or names than one conversation can hold."""


class TooLongTogether(UserError):
    """Two versions of a note do not fit into one."""


class WrittenFurther(UserError):
    """Somebody would strike words that they have not seen."""


class TakenId(UserError):
    """A device names something new by an id that is in use elsewhere."""


@dataclass(frozen=True, slots=True)
class SavedNote:
    """What the server has now: the version, and whether it is a copy beside the note."""

    version: int
    is_copy: bool


@transaction.atomic
def begin_interview(interview: Interview, *, at: datetime) -> Interview:
    """Start the clock. The first time counts."""
    _ensure_agreed(interview)
    lock(interview)
    if interview.began_at is None and interview.held_at is None:
        interview.began_at, interview.missed_at = at, None
        interview.save(update_fields=["began_at", "missed_at", "updated_at"])
    return interview


@transaction.atomic
def step_back(interview: Interview) -> bool:
    """Take the beginning back, if nothing was written since; the plan can be changed again."""
    lock(interview)
    is_used = interview.held_at or any(
        rows.exists() for rows in (interview.notes, interview.marks, interview.named)
    )
    if is_used:
        return False
    interview.began_at = interview.paused_at = None
    interview.paused_seconds = interview.extra_minutes = 0
    interview.save(
        update_fields=["began_at", "paused_at", "paused_seconds", "extra_minutes", "updated_at"]
    )
    return True


@transaction.atomic
def end_interview(interview: Interview, *, at: datetime) -> Interview:
    """It took place. The first time counts; the clock of the thank-you starts here."""
    _ensure_agreed(interview)
    lock(interview)
    if interview.held_at is None:
        began = interview.began_at or interview.appointment.starts_at
        over = interview.appointment.ends_at
        is_late = interview.began_at is None and began < over <= at
        interview.held_at, interview.missed_at = over if is_late else at, None
        interview.save(update_fields=["held_at", "missed_at", "updated_at"])
        move_stage(interview.contact, stage=Stage.HELD, at=at)
        record(
            interview.student,
            verb="held_interview",
            sentence=f"You talked for {interview.talked_minutes} minutes",
            contact=interview.contact.public_id,
            path=interview.path_to("write-up"),
            at=interview.held_at,
        )
    return interview


@transaction.atomic
def save_note(
    interview: Interview,
    question: PlannedQuestion | None,
    *,
    text: str,
    base: int,
    tab: str,
    turn: int = 0,
    seen: tuple[str, int] = ("", 0),
    at: datetime,
) -> SavedNote:
    """Keep what is in a window's note field; `base` is the version that the window last knew.

    `seen` names the same by the window and the turn that wrote it, for a window that saw it on
    the device before the server did. The same text again changes nothing, an older save of the
    same window that arrives late is passed over, and a window that missed somebody else's save
    gets a row of its own.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lock(interview)
    rows = {n.copy: n for n in Note.objects.filter(interview=interview, question=question)}
    note, own = rows.get(""), rows.get(tab) if tab else None
    if own is not None:
        return _write(own, text, tab, turn, at)
    if note is None:
        if not text:
            return SavedNote(0, is_copy=False)
        note = Note(interview=interview, question=question, saved_at=at)
        return _write(note, text, tab, turn, at)
    is_next = base == note.version or (tab and note.tab == tab)
    if is_next or note.text == text or (seen[0] and seen == (note.tab, note.turn)):
        return _write(note, text, tab, turn, at)
    if not text.strip():
        return SavedNote(note.version, is_copy=True)
    copy = Note(interview=interview, question=question, copy=tab or f"at {at.isoformat()}")
    return _write(copy, text, tab, turn, at)


@transaction.atomic
def merge_copy(copy: Note, *, tab: str = "", turn: int = 0, at: datetime) -> None:
    """Put what another window wrote below the note; nothing of either is left out.

    `tab` and `turn` are those of the window that asks, which has then written the note.
    """
    interview, question = copy.interview, copy.question
    lock(interview)
    note = Note.objects.filter(interview=interview, question=question, copy="").first()
    note = note or Note(interview=interview, question=question)
    parts = [part for part in (note.text.rstrip("\n"), copy.text) if part.strip()]
    together = parts[0] if len(set(parts)) == 1 else "\n".join(parts)
    if len(together) > LONGEST_NOTE:
        raise TooLongTogether(
            "Together the two are too long for one note.",
            "Both stay as they are.",
            back=interview.path_to("room"),
        )
    copy.delete()
    _write(note, together, tab, turn, at)


@transaction.atomic
def drop_copy(copy: Note, *, version: int | None = None) -> None:
    """Strike what another window wrote, because the student read it in this version."""
    lock(copy.interview)
    now = Note.objects.filter(pk=copy.pk).first()
    if now is not None and version not in (None, now.version):
        raise WrittenFurther(
            "The other window has written more meanwhile.",
            "Look at it once more before you strike it.",
            back=copy.interview.path_to("room"),
        )
    Note.objects.filter(pk=copy.pk).delete()


@transaction.atomic
def add_mark(
    interview: Interview,
    question: PlannedQuestion | None,
    *,
    kind: str,
    text: str = "",
    public_id: UUID | None = None,
    at: datetime,
) -> Mark:
    """One touch at this question, now. A device may have given it a public id already."""
    lock(interview)
    if public_id and Mark.objects.filter(public_id=public_id).exists():
        raise TakenId("This mark cannot be kept under its name.", "Touch it once more.")
    if interview.marks.count() >= MOST_MARKS:
        raise TooMany(
            "There are many marks already.",
            "Write the rest into the note.",
            back=interview.path_to("room"),
        )
    return Mark.objects.create(
        interview=interview,
        question=question,
        kind=kind,
        text=text,
        made_at=at,
        public_id=public_id or uuid4(),
    )


@transaction.atomic
def undo_mark(interview: Interview, question: PlannedQuestion | None) -> Mark | None:
    """Take the latest mark at this question back."""
    lock(interview)
    last = interview.marks.filter(question=question).order_by("-made_at", "-pk").first()
    if last is not None:
        last.delete()
    return last


@transaction.atomic
def name_person(
    interview: Interview, *, full_name: str, work: str, permission: str, at: datetime
) -> NamedPerson:
    """Keep somebody who was named. The same name again changes what was said about them."""
    lock(interview)
    named = list(interview.named.all())
    same = [each for each in named if each.full_name.casefold() == full_name.casefold()]
    person = same[0] if same else NamedPerson(interview=interview, named_at=at)
    if not same and len(named) >= MOST_NAMED:
        raise TooMany(
            "That is a whole directory.",
            "Write the further names into the note.",
            back=interview.path_to("room"),
        )
    person.full_name, person.permission = full_name, permission
    person.work = work or person.work
    person.save()
    return person


def unname_person(person: NamedPerson) -> None:
    """Strike a name that was a slip. A contact made of it already stays."""
    person.delete()


def _write(note: Note, text: str, tab: str, turn: int, at: datetime) -> SavedNote:
    is_late = bool(tab) and note.tab == tab and turn < note.turn
    if note.text != text and not is_late:
        note.text, note.tab, note.turn, note.saved_at = text, tab, turn, at
        note.version += 1
        note.save()
    return SavedNote(note.version, is_copy=bool(note.copy))


def _ensure_agreed(interview: Interview) -> None:
    if interview.appointment.is_cancelled:
        raise NotAgreed(
            "This interview was called off.",
            "Agree on a new time first.",
            back=reverse("interviews:agree", args=[interview.contact.public_id]),
        )


def lock(interview: Interview) -> None:
    """Let one window at a time change what was written; SQLite does so by itself."""
    now = Interview.objects.select_for_update().get(pk=interview.pk)
    interview.began_at, interview.held_at = now.began_at, now.held_at
    interview.missed_at, interview.extra_minutes = now.missed_at, now.extra_minutes
    interview.paused_at, interview.paused_seconds = now.paused_at, now.paused_seconds
