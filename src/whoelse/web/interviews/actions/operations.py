"""What devices did in the room while nobody could hear them: done in order, and each only once.

Each operation carries the name that its device gave it. The answer to each is kept under that
name, so that a repetition does nothing and is told the same. One that cannot be done is answered
with a sentence and holds nothing else up.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from whoelse.web.core.errors import UserError
from whoelse.web.interviews.actions import clock, room
from whoelse.web.interviews.models import Interview, Note, Operation, PlannedQuestion
from whoelse.web.interviews.queries import questions_of

OLDEST = 30 * 24 * 3600.0  # seconds; a device that says more has a broken clock
Answer = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One operation as a device tells it; `age` is how many seconds ago it was done.

    `refusal` says what is wrong with it, where that can be told without looking at rows.
    """

    key: str
    kind: str
    question: str
    age: float
    values: dict[str, Any]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when an operation was done."""

    interview: Interview
    question: PlannedQuestion | None
    at: datetime


@transaction.atomic
def apply_operations(
    interview: Interview, wanted: Iterable[Wanted], *, at: datetime
) -> list[Answer]:
    """Do what was not done yet, in this order; the answers stand in the same order."""
    wanted = list(wanted)
    room.lock(interview)
    keys = {each.key for each in wanted}
    known = Operation.objects.filter(interview=interview, key__in=keys)
    answers: dict[str, Answer] = dict(known.values_list("key", "answer"))
    questions = {str(row.public_id): row for row in questions_of(interview)}
    new = []
    for each in wanted:
        if each.key in answers:
            continue
        place = Place(interview, questions.get(each.question), _moment(interview, each, at))
        answers[each.key] = _answer(place, each)
        new.append(
            Operation(interview=interview, key=each.key, answer=answers[each.key], applied_at=at)
        )
    Operation.objects.bulk_create(new)
    return [{"key": each.key, **answers[each.key]} for each in wanted]


def _moment(interview: Interview, wanted: Wanted, at: datetime) -> datetime:
    """When it was done: by the server's clock, less the age that the device counted."""
    age = min(max(wanted.age, 0.0), OLDEST)
    return max(at - timedelta(seconds=age), interview.began_at or interview.created_at)


def _answer(place: Place, wanted: Wanted) -> Answer:
    if wanted.refusal:
        return {"error": wanted.refusal}
    try:
        with transaction.atomic():
            return DO[wanted.kind](place, wanted) or {}
    except UserError as error:
        return {"error": f"{error.message} {error.hint}".strip()}


def _note(place: Place, wanted: Wanted) -> Answer:
    values = dict(wanted.values)
    if place.question is None and wanted.question:
        # The plan was changed elsewhere. Notes of two lost questions must not become one.
        values["tab"] = f"{values['tab'][:24]}.{wanted.question[:8]}"
    saved = room.save_note(place.interview, place.question, at=place.at, **values)
    return {"version": saved.version, "copy": saved.is_copy}


def _mark(place: Place, wanted: Wanted) -> None:
    room.add_mark(place.interview, place.question, at=place.at, **wanted.values)


def _unmark(place: Place, wanted: Wanted) -> None:
    place.interview.marks.filter(public_id=wanted.values["public_id"]).delete()


def _name(place: Place, wanted: Wanted) -> None:
    room.name_person(place.interview, at=place.at, **wanted.values)


def _unname(place: Place, wanted: Wanted) -> None:
    name = wanted.values["full_name"].casefold()
    for person in place.interview.named.all():
        if person.full_name.casefold() == name:
            room.unname_person(person)


def _merge(place: Place, wanted: Wanted) -> None:
    copy = _copy(place, wanted)
    if copy is not None:
        tab, turn = wanted.values["tab"], wanted.values["turn"]
        room.merge_copy(copy, tab=tab, turn=turn, at=place.at)


def _drop(place: Place, wanted: Wanted) -> None:
    copy = _copy(place, wanted)
    if copy is not None:
        is_read = copy.turn == wanted.values["seen_turn"]
        room.drop_copy(copy, version=copy.version if is_read else -1)


def _copy(place: Place, wanted: Wanted) -> Note | None:
    copies = Note.objects.filter(interview=place.interview, question=place.question)
    return copies.exclude(copy="").filter(copy=wanted.values["copy"]).first()


def _begin(place: Place, _: Wanted) -> None:
    room.begin_interview(place.interview, at=place.at)


def _step_back(place: Place, _: Wanted) -> None:
    room.step_back(place.interview)


def _end(place: Place, _: Wanted) -> None:
    room.end_interview(place.interview, at=place.at)


def _pause(place: Place, _: Wanted) -> None:
    clock.pause_clock(place.interview, at=place.at)


def _resume(place: Place, _: Wanted) -> None:
    clock.resume_clock(place.interview, at=place.at)


def _more(place: Place, _: Wanted) -> None:
    clock.give_more_time(place.interview, at=place.at)


DO: dict[str, Callable[[Place, Wanted], Answer | None]] = {
    "note": _note,
    "mark": _mark,
    "unmark": _unmark,
    "name": _name,
    "unname": _unname,
    "merge": _merge,
    "drop": _drop,
    "begin": _begin,
    "step_back": _step_back,
    "end": _end,
    "pause": _pause,
    "resume": _resume,
    "more": _more,
}
