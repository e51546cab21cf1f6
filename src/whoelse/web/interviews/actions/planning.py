"""The question plan of an interview: made by the engine, then changed by the student.

Rows are copies of the bank's questions. A new plan keeps the pins, the rows that stay and their
order; what the student took out does not come back by itself.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from uuid import uuid4

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.core.errors import UserError
from whoelse.web.interviews import bridge
from whoelse.web.interviews.bridge import PlanDoesNotWork
from whoelse.web.interviews.models import FacetName, FacetPriority, Interview, PlannedQuestion
from whoelse.web.interviews.queries import questions_of

GROUPS = ("opening", "core", "closing")


class PlanIsFixed(UserError):
    """The conversation began; the plan stays what was asked, and the notes stay under it."""


class AlwaysLast(UserError):
    """The "who else" question can be swapped for another one, and nothing more."""


@transaction.atomic
def make_first_plan(interview: Interview) -> None:
    """Choose the questions for a new interview."""
    _write(interview, bridge.make_plan(interview, pinned=(), own=()).questions, pinned=())


@transaction.atomic
def plan_afresh(interview: Interview, *, at: datetime) -> None:
    """Choose anew around the pins; for other minutes, or after much was changed."""
    rows = _changeable(interview)
    pins = [row.question for row in rows if row.is_pinned]
    _plan(interview, rows, pins, pinned=pins)
    _note_prepared(interview, at)


def plan_for_new_minutes(interview: Interview) -> None:
    """Fit the plan to moved minutes. Pins that do not fit any more stay, and the page says so."""
    rows = list(questions_of(interview))
    pins = [row.question for row in rows if row.is_pinned]
    try:
        _plan(interview, rows, pins, pinned=pins)
    except PlanDoesNotWork:
        return


@transaction.atomic
def save_priorities(
    student: Student, *, facets: Iterable[str], interview: Interview | None = None, at: datetime
) -> None:
    """Replace the facets that matter most; one plan that may still change is made anew."""
    wanted = set(facets)
    student.priorities.exclude(facet__in=wanted).delete()
    have = set(student.priorities.values_list("facet", flat=True))
    FacetPriority.objects.bulk_create(
        FacetPriority(student=student, facet=name)
        for name in FacetName.values
        if name in wanted - have
    )
    if interview is not None and interview.is_open and not interview.began_at:
        plan_afresh(interview, at=at)


@transaction.atomic
def swap_in(interview: Interview, *, question: str, at: datetime) -> None:
    """Take a question in; it is pinned, and the plan finds its place around the other pins."""
    rows = _changeable(interview)
    if question in {row.question for row in rows}:
        return
    _unban(interview, question)
    pins = [*(row.question for row in rows if row.is_pinned), question]
    _plan(interview, rows, pins, pinned=pins)
    _note_prepared(interview, at)


@transaction.atomic
def swap_question(row: PlannedQuestion, *, question: str, at: datetime) -> None:
    """Put another question in its place. The others stay if the time allows it."""
    interview = row.interview
    rows = _changeable(interview)
    others = [each for each in rows if each.pk != row.pk]
    if question in {each.question for each in others}:
        return
    _unban(interview, question)
    _ban(interview, row)
    pinned = [*(each.question for each in others if each.is_pinned), question]
    _plan_keeping(interview, others, [question], pinned)
    _note_prepared(interview, at)


@transaction.atomic
def take_out(row: PlannedQuestion, *, at: datetime) -> None:
    """Leave a question out for good; the plan fills the minutes that became free."""
    interview = row.interview
    rows = _changeable(interview)
    if row.asks_name:
        raise AlwaysLast(
            "Every interview ends with “who else”.",
            "Swap it for another way of asking, if this one does not suit you.",
            back=interview.path_to("prepare"),
        )
    others = [each for each in rows if each.pk != row.pk]
    _ban(interview, row)
    _plan_keeping(interview, others, [], [each.question for each in others if each.is_pinned])
    _note_prepared(interview, at)


@transaction.atomic
def allow_again(interview: Interview, *, at: datetime) -> None:
    """Let all questions that were taken out be chosen again, from the next plan on."""
    _changeable(interview)
    interview.banned = []
    interview.save(update_fields=["banned", "updated_at"])
    _note_prepared(interview, at)


@transaction.atomic
def pin_question(row: PlannedQuestion, *, is_pinned: bool, at: datetime) -> None:
    """Hold a question in the plan, or let it go. The student's own ones are always held."""
    _changeable(row.interview)
    row.is_pinned = is_pinned or row.is_own
    row.save(update_fields=["is_pinned"])
    _note_prepared(row.interview, at)


@transaction.atomic
def move_question(row: PlannedQuestion, *, up: bool, at: datetime) -> None:
    """Let it change places with its neighbour of the same phase; at the end nothing happens."""
    rows = [
        each
        for each in _changeable(row.interview)
        if each.group == row.group and not each.asks_name
    ]
    places = [each.pk for each in rows]
    if row.pk not in places:
        return
    here = places.index(row.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(rows):
        rows[here].position, rows[there].position = rows[there].position, rows[here].position
        PlannedQuestion.objects.bulk_update([rows[here], rows[there]], ["position"])
    _note_prepared(row.interview, at)


@transaction.atomic
def add_own(
    interview: Interview, *, text: str, minutes: Decimal, facet: str, at: datetime
) -> PlannedQuestion:
    """Take in the student's own question, pinned. The same words again are the same question."""
    rows = _changeable(interview)
    same = next((row for row in rows if row.text.casefold() == text.casefold()), None)
    if same is not None:
        return same
    own = PlannedQuestion(
        interview=interview,
        position=len(rows),
        question=f"own-{uuid4().hex[:12]}",
        text=text,
        topic="own",
        phase="core",
        minutes=minutes,
        facets=[facet] if facet else [],
        is_own=True,
        is_pinned=True,
    )
    pins = [*(row.question for row in rows if row.is_pinned), own.question]
    _plan(interview, [*rows, own], pins, pinned=pins)
    _note_prepared(interview, at)
    return PlannedQuestion.objects.get(interview=interview, question=own.question)


def mark_prepared(interview: Interview, *, at: datetime) -> None:
    """The student looked at the plan and is content with it. The first time counts."""
    _note_prepared(interview, at)


def _changeable(interview: Interview) -> list[PlannedQuestion]:
    """The rows, with the interview locked; refused once the conversation began or ended."""
    now = Interview.objects.select_for_update().get(pk=interview.pk)
    if now.began_at or now.held_at or now.missed_at:
        raise PlanIsFixed(
            "The conversation has begun, so the plan stays as it is.",
            "Ask what you like, and write it under the question that is nearest.",
            back=interview.path_to("room"),
        )
    interview.banned = now.banned
    return list(questions_of(interview))


def _plan_keeping(
    interview: Interview,
    others: Sequence[PlannedQuestion],
    wanted: list[str],
    pinned: list[str],
) -> None:
    try:
        _plan(interview, others, [*(each.question for each in others), *wanted], pinned=pinned)
    except PlanDoesNotWork:
        _plan(interview, others, pinned, pinned=pinned)


def _plan(
    interview: Interview,
    rows: Iterable[PlannedQuestion],
    must: Iterable[str],
    *,
    pinned: Iterable[str],
) -> None:
    own = [row for row in rows if row.is_own]
    planned = bridge.make_plan(interview, pinned=must, own=own).questions
    _write(interview, planned, pinned=set(pinned))


def _write(
    interview: Interview, planned: Sequence[bridge.Planned], *, pinned: Iterable[str]
) -> None:
    """Make the rows say this plan: those that stay keep their id, their words and their order."""
    old = {row.question: row for row in questions_of(interview)}
    ordered = _arranged(planned, old)
    chosen = {each.question.id for each in ordered}
    questions_of(interview).exclude(question__in=chosen).delete()
    stay, new = [], []
    for position, each in enumerate(ordered):
        row = old.get(each.question.id)
        (stay if row else new).append(row := row or bridge.row_of(interview, each))
        row.position, row.why = position, each.why[:300]
        row.is_pinned = row.question in pinned or row.is_own
    PlannedQuestion.objects.bulk_update(stay, ["position", "why", "is_pinned"])
    PlannedQuestion.objects.bulk_create(new)


def _arranged(
    planned: Sequence[bridge.Planned], old: dict[str, PlannedQuestion]
) -> list[bridge.Planned]:
    """The engine's order, except that the rows that stay keep the order the student gave them."""
    arranged: list[bridge.Planned] = []
    for group in GROUPS:
        slots = [each for each in planned if bridge.group_of(each.question) == group]
        kept = sorted(
            (each for each in slots if each.question.id in old),
            key=lambda each: (each.question.asks_name, old[each.question.id].position),
        )
        staying = iter(kept)
        arranged += [next(staying) if each.question.id in old else each for each in slots]
    return sorted(arranged, key=lambda each: each.question.asks_name)


def _ban(interview: Interview, row: PlannedQuestion) -> None:
    if row.is_own:
        return
    interview.banned = [*(each for each in interview.banned if each != row.question), row.question]
    interview.save(update_fields=["banned", "updated_at"])


def _unban(interview: Interview, question: str) -> None:
    if question in interview.banned:
        interview.banned = [each for each in interview.banned if each != question]
        interview.save(update_fields=["banned", "updated_at"])


def _note_prepared(interview: Interview, at: datetime) -> None:
    Interview.objects.filter(pk=interview.pk, prepared_at__isnull=True).update(
        prepared_at=at, updated_at=at
    )
