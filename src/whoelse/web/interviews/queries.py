"""Which interviews, questions, notes, findings and promises; what Today and Discoveries read."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.queries import contacts_of
from whoelse.web.interviews.models import (
    ClarityRating,
    FacetName,
    Finding,
    Interview,
    LadderStep,
    Mark,
    NamedPerson,
    Note,
    PlannedQuestion,
    Promise,
)
from whoelse.web.mail.models import MailAccount
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.models import InvitationAnswer, ProposedTime

LONGEST = timedelta(minutes=30)  # an interview never takes longer
CONFIRMS_WITHIN = timedelta(days=2)  # before the talk; an earlier yes needs its word the day before


def interviews_of(student: Student) -> QuerySet[Interview]:
    """All of them, each with `is_thanked` and `is_confirmed` as messages and calendars tell.

    An invitation accepted in the last two days confirms it: both have just said so.
    """
    return _told(Interview.objects.filter(student=student))


def _told(interviews: QuerySet[Interview]) -> QuerySet[Interview]:
    sent = Message.objects.filter(contact=OuterRef("contact"), sent_at__isnull=False)
    mine = Q(interview=OuterRef("public_id"))
    confirmation = sent.filter(
        mine | Q(interview__isnull=True, sent_at__gte=OuterRef("created_at")), kind="confirmation"
    )
    accepted = Q(
        appointment__answer=InvitationAnswer.ACCEPTED,
        appointment__answered_at__gte=F("appointment__starts_at") - CONFIRMS_WITHIN,
    )
    thanks = sent.filter(
        mine | Q(interview__isnull=True, sent_at__gte=OuterRef("held_at")), kind="thanks"
    )
    return interviews.select_related("contact", "appointment", "student").annotate(
        is_confirmed=Q(confirmed_at__isnull=False) | accepted | Exists(confirmation),
        confirms_by_itself=Exists(
            MailAccount.objects.filter(student=OuterRef("student"), confirms_by_itself=True)
        ),
        is_thanked=Q(thanked_at__isnull=False) | Exists(thanks),
    )


def open_interviews(student: Student) -> QuerySet[Interview]:
    """Agreed and neither held, missed nor called off; the next one first."""
    return _open(interviews_of(student))


def _open(interviews: QuerySet[Interview]) -> QuerySet[Interview]:
    return interviews.filter(
        held_at__isnull=True, missed_at__isnull=True, appointment__cancelled_at__isnull=True
    ).order_by("appointment__starts_at", "pk")


def to_confirm_by_itself(*, at: datetime) -> QuerySet[Interview]:
    """Talks of the next days that nobody confirmed, of students who chose that it happens.

    Only to whoever may be written to and has asked for no other time.
    """
    asked = ProposedTime.objects.filter(
        contact=OuterRef("contact"), answer=ProposedTime.Answer.OPEN, starts_at__gt=at
    )
    return (
        _open(_told(Interview.objects.all()))
        .filter(
            ~Exists(asked),
            confirms_by_itself=True,
            is_confirmed=False,
            began_at__isnull=True,
            contact__do_not_contact__isnull=True,
            appointment__starts_at__gt=at,
            appointment__starts_at__lt=at + timedelta(days=3),
        )
        .exclude(contact__email="")
    )


def coming(student: Student, *, at: datetime | None = None) -> QuerySet[Interview]:
    """Those ahead or under way; without `at`, also those whose time has passed unsaid."""
    found = open_interviews(student)
    if at is None:
        return found
    return found.filter(Q(appointment__starts_at__gte=at - LONGEST) | Q(began_at__isnull=False))


def passed(student: Student, *, at: datetime) -> QuerySet[Interview]:
    """Their time is over, and nobody has said whether they took place."""
    return open_interviews(student).filter(
        appointment__starts_at__lt=at - LONGEST, began_at__isnull=True
    )


def held(student: Student) -> QuerySet[Interview]:
    """Those that took place, the latest first."""
    return interviews_of(student).filter(held_at__isnull=False).order_by("-held_at", "-pk")


def to_write_up(student: Student) -> QuerySet[Interview]:
    """Held, and not written up yet; the oldest first, because it fades first."""
    return held(student).filter(written_up_at__isnull=True).order_by("held_at", "pk")


def to_thank(student: Student) -> QuerySet[Interview]:
    """Held, and no thank-you has left yet; the oldest first."""
    return held(student).filter(is_thanked=False).order_by("held_at", "pk")


def written_up(student: Student) -> QuerySet[Interview]:
    return held(student).filter(written_up_at__isnull=False)


def not_held(student: Student) -> QuerySet[Interview]:
    """Missed or called off; the latest first."""
    over = Q(missed_at__isnull=False) | Q(appointment__cancelled_at__isnull=False)
    return interviews_of(student).filter(over, held_at__isnull=True)


def questions_of(interview: Interview) -> QuerySet[PlannedQuestion]:
    return PlannedQuestion.objects.filter(interview=interview)


def notes_of(interview: Interview) -> QuerySet[Note]:
    """All notes in the order of the plan; copies stand behind the note that they differ from."""
    return (
        Note.objects.filter(interview=interview)
        .select_related("question")
        .order_by("question__position", "copy", "pk")
    )


def question_at(interview: Interview, public_id: str) -> PlannedQuestion | None:
    """The question of the plan with this public id, or none."""
    try:
        return questions_of(interview).filter(public_id=UUID(public_id)).first()
    except ValueError:
        return None


def question_to_show(interview: Interview, public_id: str) -> PlannedQuestion | None:
    """The question that is asked for, else the one that was written at last, else the first."""
    asked = question_at(interview, public_id)
    if asked is not None:
        return asked
    latest = notes_of(interview).filter(question__isnull=False).order_by("-saved_at").first()
    return latest.question if latest else questions_of(interview).first()


def note_at(interview: Interview, question: PlannedQuestion | None) -> dict[str, str | int]:
    """What the note says now, and its version; 0 where there is none."""
    note = notes_of(interview).filter(question=question, copy="").first()
    return {"text": note.text if note else "", "version": note.version if note else 0}


def marks_of(interview: Interview) -> QuerySet[Mark]:
    return Mark.objects.filter(interview=interview).select_related("question")


def named_in(interview: Interview) -> QuerySet[NamedPerson]:
    return NamedPerson.objects.filter(interview=interview).select_related("contact")


def findings_in(interview: Interview) -> QuerySet[Finding]:
    return Finding.objects.filter(interview=interview)


def ladder_of(student: Student) -> dict[str, datetime]:
    """The rungs of the ladder that were taken, and when."""
    return dict(LadderStep.objects.filter(student=student).values_list("step", "taken_at"))


def priorities_of(student: Student) -> list[str]:
    """The facets that matter most to the student, in the order of the facets."""
    found = set(student.priorities.values_list("facet", flat=True))
    return [name for name in FacetName.values if name in found]


def promises_in(interview: Interview) -> QuerySet[Promise]:
    return Promise.objects.filter(interview=interview)


def findings_of(student: Student) -> QuerySet[Finding]:
    """Everything learned, with who said it."""
    return Finding.objects.filter(student=student).select_related(
        "interview__contact", "interview__appointment"
    )


def asked_elsewhere(interview: Interview) -> QuerySet[PlannedQuestion]:
    """Ids of the questions that other people of the same work were asked, or will be."""
    return (
        PlannedQuestion.objects.filter(
            interview__student=interview.student,
            interview__contact__occupation=interview.contact.occupation,
            interview__missed_at__isnull=True,
            interview__appointment__cancelled_at__isnull=True,
        )
        .exclude(Q(interview=interview) | Q(interview__contact__occupation="") | Q(is_own=True))
        .values_list("question", flat=True)
    )


def findings_about(student: Student, occupation: str) -> QuerySet[Finding]:
    """What was heard about one occupation; nothing where the occupation is not known."""
    found = findings_of(student).filter(occupation=occupation)
    return found if occupation else found.none()


def promises_open(student: Student) -> QuerySet[Promise]:
    """Promises of both sides that are not kept yet; those with a date first."""
    return Promise.objects.filter(interview__student=student, kept_at__isnull=True).select_related(
        "interview__contact"
    )


def clarity_of(student: Student) -> QuerySet[ClarityRating]:
    """The student's own ratings, the latest first."""
    return ClarityRating.objects.filter(student=student).select_related("interview__contact")


def copies_of(student: Student) -> QuerySet[Note]:
    """Notes that another window kept beside the first one."""
    return (
        Note.objects.filter(interview__student=student)
        .exclude(copy="")
        .select_related("interview__contact", "interview__appointment", "question")
    )


def known_among(student: Student, names: list[str]) -> set[str]:
    """Which of these people the student has in the list already, by their exact names."""
    found = contacts_of(student).filter(full_name__in=names)
    return set(found.values_list("full_name", flat=True))


def clarity_around(interview: Interview) -> tuple[ClarityRating | None, ClarityRating | None]:
    """The rating given with this interview, and the one that was given before."""
    ratings = ClarityRating.objects.filter(student=interview.student)
    now = ratings.filter(interview=interview).first()
    before = (
        ratings.exclude(interview=interview)
        if now is None
        else ratings.filter(rated_at__lt=now.rated_at)
    )
    return now, before.first()
