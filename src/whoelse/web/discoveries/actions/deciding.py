"""Everything that changes what the student decides: same things, stands, planned actions."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.activity.actions import record
from whoelse.web.discoveries import queries
from whoelse.web.discoveries.models import Pairing, PlannedAction, Stand
from whoelse.web.interviews.models import Finding, Interview


@transaction.atomic
def put_together(finding: Finding, other: Finding, *, mates: Iterable[Finding]) -> None:
    """A finding says the same as another one, and no longer the same as its former mates."""
    keep_apart(finding, mates=mates)
    _say(finding, other, is_together=True)


@transaction.atomic
def keep_apart(finding: Finding, *, mates: Iterable[Finding]) -> None:
    """A finding says something of its own, whatever it was grouped with."""
    queries.pairings_with(finding).filter(is_together=True).delete()
    for mate in mates:
        _say(finding, mate, is_together=False)


def _say(finding: Finding, other: Finding, *, is_together: bool) -> None:
    if finding.pk == other.pk:
        return
    first, second = sorted((finding, other), key=lambda each: each.pk)
    Pairing.objects.update_or_create(
        first=first,
        second=second,
        defaults={"is_together": is_together, "student": finding.student},
    )


@transaction.atomic
def take_stand(
    student: Student, *, occupation: str, name: str, standing: str, because: str, at: datetime
) -> Stand:
    """Where the student stands on an occupation from now on. The same again changes nothing."""
    last = queries.stands_on(student, occupation).first()
    if last and (last.standing, last.because) == (standing, because):
        return last
    stand = Stand.objects.create(
        student=student, occupation=occupation, standing=standing, because=because, taken_at=at
    )
    reason = f", because {because}" if because else ""
    record(
        student,
        verb="took_stand",
        sentence=f"{name}: {stand.short}{reason}",
        at=at,
    )
    return stand


def plan_action(
    student: Student,
    *,
    text: str,
    occupation: str = "",
    due_on: date | None = None,
    interview: Interview | None = None,
    at: datetime,
) -> PlannedAction:
    """Write down something to do."""
    return PlannedAction.objects.create(
        student=student,
        text=text,
        occupation=occupation,
        due_on=due_on,
        interview=interview,
        planned_at=at,
    )


def change_action(
    action: PlannedAction, *, text: str, due_on: date | None, interview: Interview | None
) -> None:
    """Other words, another day, or somebody else who suggested it."""
    action.text, action.due_on, action.interview = text, due_on, interview
    action.save(update_fields=["text", "due_on", "interview"])


@transaction.atomic
def finish_action(action: PlannedAction, *, is_done: bool, at: datetime) -> None:
    """It is done, or not yet after all."""
    if is_done == bool(action.done_at):
        return
    action.done_at = at if is_done else None
    action.save(update_fields=["done_at"])
    if is_done:
        record(action.student, verb="finished_action", sentence=f"Done: {action.text}", at=at)


def drop_action(action: PlannedAction) -> None:
    """It will not be done."""
    action.delete()
