"""Which appointments, and which offered and proposed times."""

from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.mail.models import Incoming
from whoelse.web.outreach.models import Came, Message, Reply
from whoelse.web.outreach.queries import ASKING, messages_of
from whoelse.web.scheduling.models import (
    Appointment,
    AvailabilityRule,
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


def held_for_others(
    student: Student, message: Message | None, *, at: datetime
) -> QuerySet[OfferedTime]:
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


def unread_answers() -> QuerySet[Incoming]:
    """Incoming messages with calendar parts that nobody looked at."""
    waiting = Incoming.objects.filter(answer_reading__isnull=True).exclude(calendars=[])
    return waiting.select_related("student", "contact").order_by("came_at", "pk")


def student_behind_feed(token_hash: str) -> Student | None:
    """Whose feed this is; nobody's after it was revoked."""
    live = CalendarFeed.objects.filter(token_hash=token_hash, revoked_at__isnull=True)
    feed = live.select_related("student").first()
    return feed.student if feed else None


def for_feed(student: Student, *, at: datetime) -> QuerySet[Appointment]:
    """Agreed talks of the last month and all that are ahead, at most a thousand."""
    since = at - timedelta(days=31)
    agreed = appointments_of(student).filter(cancelled_at__isnull=True, starts_at__gt=since)
    return agreed[:1000]


def hours_of(student: Student) -> dict[str, object]:
    """What the form of the hours begins with; office hours where nothing was said."""
    rule = getattr(student, "availability_rule", None) or AvailabilityRule(student=student)
    spans: dict[str, list[str]] = {f"day_{number}": [] for number in range(7)}
    rows = list(student.weekly_windows.all())
    for row in rows:
        spans[f"day_{row.weekday}"].append(
            f"{row.starts.hour}:{row.starts:%M}-{row.ends.hour}:{row.ends:%M}"
        )
    said = {name: ", ".join(parts) for name, parts in spans.items()}
    if not rows:
        said |= {f"day_{number}": "9:00-17:00" for number in range(5)}
    names = ("notice_hours", "breathing_minutes", "most_per_day")
    return said | {name: getattr(rule, name) for name in names}


def counted_calendars(student: Student, *, at: datetime) -> QuerySet[BusyCalendar]:
    """Calendars with the number of busy times ahead."""
    ahead = Count("times", filter=Q(times__ends_at__gt=at))
    return calendars_of(student).annotate(times_ahead=ahead)


def message_for_times(contact: Contact) -> Message | None:
    """The message that times belong to: the draft that asks, else the last request that left."""
    asking = messages_of(contact.student).filter(contact=contact, kind__in=ASKING)
    draft = asking.filter(sent_at__isnull=True).order_by("-updated_at").first()
    return draft or asking.filter(sent_at__isnull=False).order_by("-sent_at").first()


def held_for(contact: Contact, *, at: datetime) -> list[OfferedTime]:
    """What is offered to this person now."""
    held = OfferedTime.objects.filter(message__contact=contact, state=OfferedTime.State.HELD)
    return list(held.filter(starts_at__gt=at, lapses_at__gt=at))
