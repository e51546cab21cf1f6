"""Rungs of the ladder, taken and taken back. Nothing else of a rehearsal is stored."""

from datetime import datetime

from whoelse.web.accounts.models import Student
from whoelse.web.interviews.models import LadderStep


def take_step(student: Student, *, step: str, at: datetime) -> None:
    """The student has done this; the first time counts."""
    LadderStep.objects.get_or_create(student=student, step=step, defaults={"taken_at": at})


def take_step_back(student: Student, *, step: str) -> None:
    LadderStep.objects.filter(student=student, step=step).delete()
