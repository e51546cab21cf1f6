"""Which appointments, and which offered and proposed times."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.outreach.models import Came, Message, Reply
from whoelse.web.scheduling.models import (
    Appointment,
    BusyCalendar,
    BusyTime,
    CalendarFeed,
    OfferedTime,
    ProposedTime,
    TakenSlot,
)
from whoelse.web.scheduling.slots import slots_of

LONGEST = timedelta(minutes=30)


def appointments_of(student: Student) -> QuerySet[Appointment]:
    return Appointment.objects.filter(student=student).select_related("contact", "student")


def appointments_near(student: Student, starts_at: datetime) -> QuerySet[Appointment]:
    """Agreed appointments that may overlap one that starts then."""
    return appointments_of(student).filter(
        cancelled_at__isnull=True,
        starts_at__gt=starts_at - LONGEST,
        starts_at__lt=starts_at + LONGEST,
    )


def offered_times(message: Message) -> QuerySet[OfferedTime]:
    """The times of this message that are held, whether or not somebody else took the minute."""
    return OfferedTime.objects.filter(message=message, state=OfferedTime.State.HELD)


def open_offers(message: Message, *, at: datetime) -> list[OfferedTime]:
    """What can still be picked: held, ahead, not lapsed, and no other talk in its minutes."""
    if is_refused(message):
        return []
    offers = list(offered_times(message).filter(starts_at__gt=at, lapses_at__gt=at))
    slots = {one.pk: set(slots_of(one.starts_at, one.minutes)) for one in offers}
    wanted = set().union(*slots.values())
    taken = TakenSlot.objects.filter(student=message.student_id, starts_at__in=wanted)
    gone = set(taken.values_list("starts_at", flat=True))
    return [one for one in offers if not slots[one.pk] & gone]


def is_refused(message: Message) -> bool:
    """Whether what came back ends the request."""
    return Reply.objects.filter(message=message, came__in=(Came.NO, Came.NEVER_AGAIN)).exists()


def held_for_others(student: Student, message: Message, *, at: datetime) -> QuerySet[OfferedTime]:
    """Times that wait for an answer of somebody else."""
    held = OfferedTime.objects.filter(student=student, state=OfferedTime.State.HELD)
    return held.filter(starts_at__gt=at, lapses_at__gt=at).exclude(message=message)


def open_proposals(student: Student) -> QuerySet[ProposedTime]:
    """Times that others proposed and the student has not answered."""
    waiting = ProposedTime.objects.filter(student=student, answer=ProposedTime.Answer.OPEN)
    return waiting.select_related("contact", "student", "message", "appointment")


def coming(student: Student, *, at: datetime) -> QuerySet[Appointment]:
    """Agreed talks from today on."""
    since = at - timedelta(days=1)
    return appointments_of(student).filter(cancelled_at__isnull=True, starts_at__gt=since)


def calendars_of(student: Student) -> QuerySet[BusyCalendar]:
    return BusyCalendar.objects.filter(student=student)


def due_calendars(*, at: datetime) -> QuerySet[BusyCalendar]:
    """Calendars whose busy times are to be read anew."""
    return BusyCalendar.objects.filter(fetch_after__lte=at).select_related("student")


def busy_times(student: Student, *, at: datetime) -> list[tuple[datetime, datetime]]:
    """Start and end of what the calendars say, as far as it is ahead."""
    times = BusyTime.objects.filter(calendar__student=student, ends_at__gt=at)
    return list(times.values_list("starts_at", "ends_at"))


def live_feed(student: Student) -> CalendarFeed | None:
    return CalendarFeed.objects.filter(student=student, revoked_at__isnull=True).first()
