"""Which rows the worksheets show, and what the rest of the product brings to them."""

from django.db.models import Prefetch, Q, QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.discoveries.models import PlannedAction
from whoelse.web.interviews.models import Interview, Mark, MarkKind
from whoelse.web.interviews.queries import interviews_of
from whoelse.web.outreach.models import Message
from whoelse.web.roadmap.models import (
    Evidence,
    Experience,
    Letter,
    LetterPart,
    Pitch,
    Place,
    Row,
    Skill,
    Story,
    Title,
    Toolbox,
)
from whoelse.web.roadmap.models.row import ON_SHEET

KINDS: dict[str, type[Row]] = {
    "titles": Title,
    "experiences": Experience,
    "skills": Skill,
    "evidence": Evidence,
    "pitches": Pitch,
    "places": Place,
    "letters": Letter,
    "letter-parts": LetterPart,
    "stories": Story,
}
# Rows that hang on others are shown only while those stand on their sheets.
HANGS_ON = {Evidence: ("skill", "experience"), LetterPart: ("letter",)}
RELATED = {
    Title: ("heard_in__contact",),
    Evidence: ("skill", "experience"),
    Place: ("title",),
    Letter: ("title",),
    LetterPart: ("letter",),
}
ASKS = ("request", "referral_intro")


def rows_of(kind: type[Row], student: Student) -> QuerySet:
    """The rows of a sheet in the order in which they were added, each with its other versions."""
    return _with_more(kind, kind.objects.filter(ON_SHEET, _stands(kind), student=student))


def kept_rows(kind: type[Row], student: Student) -> QuerySet:
    """All rows of a kind, also other versions and what was taken off."""
    return kind.objects.filter(student=student)


def removed_rows(kind: type[Row], student: Student) -> QuerySet:
    """What was taken off and can be put back, the last one first."""
    rows = kind.objects.filter(_stands(kind), student=student, removed_at__isnull=False)
    return rows.filter(copy_of__isnull=True).order_by("-removed_at", "-pk")


def _stands(kind: type[Row]) -> Q:
    names = HANGS_ON.get(kind, ())
    return Q(**{f"{name}__removed_at__isnull": True for name in names})


def _with_more(kind: type[Row], rows: QuerySet) -> QuerySet:
    """With what each row needs to be shown, in as many queries for one as for many."""
    copies = kind.objects.filter(removed_at__isnull=True).order_by("pk")
    if kind in RELATED:
        rows, copies = (each.select_related(*RELATED[kind]) for each in (rows, copies))
    if kind is Story:
        rows, copies = rows.prefetch_related("skills"), copies.prefetch_related("skills")
    return rows.prefetch_related(Prefetch("copies", queryset=copies)).order_by("pk")


def titles_heard(student: Student) -> QuerySet[Mark]:
    """Titles that were marked in conversations, the newest first."""
    return (
        Mark.objects.filter(interview__student=student, kind=MarkKind.TITLE)
        .exclude(text="")
        .select_related("interview__contact")
        .order_by("-made_at", "-pk")
    )


def talks(student: Student) -> QuerySet[Interview]:
    """Interviews that were not called off, the earliest first."""
    return (
        interviews_of(student)
        .filter(appointment__cancelled_at__isnull=True, missed_at__isnull=True)
        .order_by("appointment__starts_at", "pk")
    )


def asked(student: Student) -> QuerySet[Message]:
    """Requests that left."""
    return Message.objects.filter(student=student, kind__in=ASKS, sent_at__isnull=False)


def planned_actions(student: Student) -> QuerySet[PlannedAction]:
    """What conversations suggested to do and is still to be done."""
    return PlannedAction.objects.filter(student=student, done_at__isnull=True).select_related(
        "interview__contact"
    )


def has_nine_tools(student: Student) -> bool:
    """Whether the student follows the fourth edition."""
    return Toolbox.objects.filter(student=student, has_nine_tools=True).exists()
