"""Which interview, question or promise may this person get? A stranger finds nothing."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import User
from whoelse.web.interviews.models import Interview, NamedPerson, Note, PlannedQuestion, Promise
from whoelse.web.interviews.queries import copies_of, interviews_of


def interview_for(user: User, public_id: UUID) -> Interview:
    """Their own interview, whatever became of it."""
    return get_object_or_404(interviews_of(student_of(user)), public_id=public_id)


def question_for(user: User, public_id: UUID) -> PlannedQuestion:
    """A question of the plan of one of their interviews."""
    questions = PlannedQuestion.objects.select_related(
        "interview__contact", "interview__appointment", "interview__student"
    )
    return get_object_or_404(questions, public_id=public_id, interview__student=student_of(user))


def promise_for(user: User, public_id: UUID) -> Promise:
    return get_object_or_404(
        Promise.objects.select_related("interview__contact", "interview__student"),
        public_id=public_id,
        interview__student=student_of(user),
    )


def named_for(user: User, public_id: UUID) -> NamedPerson:
    return get_object_or_404(
        NamedPerson.objects.select_related("interview__contact", "interview__appointment"),
        public_id=public_id,
        interview__student=student_of(user),
    )


def copy_for(user: User, public_id: UUID) -> Note:
    """What another window wrote beside a note."""
    return get_object_or_404(copies_of(student_of(user)), public_id=public_id)
