"""Asks the engine about rows: busy times of a calendar, and times that suit two people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from whoelse.engine.calendars import (
    OFFICE_HOURS,
    Busy,
    Choice,
    Interval,
    ItipReply,
    NoReply,
    Slot,
    Window,
    choose_times,
    open_slots,
    read_busy,
    read_itip_reply,
)
from whoelse.web.accounts.models import Student
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling import queries
from whoelse.web.scheduling.models import AvailabilityRule
from whoelse.web.scheduling.zones import clock_of, place_of, zone_of

HORIZON = timedelta(days=120)  # how far ahead busy times are kept; own estimate
__all__ = ["HORIZON", "Busy", "ItipReply", "NoReply", "Proposal", "read_itip_reply"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A few good times, all that would do, and what to say where there are none."""

    chosen: tuple[Choice, ...]
    slots: tuple[Slot, ...]
    advice: str = ""


def busy_of(data: bytes, student: Student, *, at: datetime) -> Busy:
    """When the student is busy by this file, from yesterday on."""
    start, zone = at - timedelta(days=1), zone_of(student.time_zone)
    return read_busy(data, start=start, end=at + HORIZON, zone=zone)


def proposed_times(
    student: Student,
    message: Message | None,
    *,
    minutes: int,
    contact_zone: str,
    k: int,
    at: datetime,
) -> Proposal:
    """Times free in both people's days: hours of the week, without what is busy, held or agreed."""
    rule = getattr(student, "availability_rule", None) or AvailabilityRule(student=student)
    windows = windows_of(student)
    talks = [Interval(a.starts_at, a.ends_at) for a in queries.coming(student, at=at)]
    held = [
        Interval(o.starts_at, o.ends_at) for o in queries.held_for_others(student, message, at=at)
    ]
    busy = [Interval(*ends) for ends in queries.busy_times(student, at=at)]
    there = zone_of(contact_zone)
    slots = open_slots(
        windows,
        [*busy, *held],
        minutes=minutes,
        now=at,
        zone_student=zone_of(student.time_zone),
        zone_contact=there,
        notice=timedelta(hours=rule.notice_hours),
        breathing=timedelta(minutes=rule.breathing_minutes),
        holidays=student.holidays.values_list("day", flat=True),
        talks=talks,
        most_per_day=rule.most_per_day,
    )
    advice = "" if slots else _advice(student, contact_zone, at=at)
    return Proposal(choose_times(slots, k), slots, advice)


def windows_of(student: Student) -> Sequence[Window]:
    """The student's hours; office hours as long as none are written down."""
    rows = student.weekly_windows.all()
    return tuple(Window(row.weekday, row.starts, row.ends) for row in rows) or OFFICE_HOURS


def _advice(student: Student, contact_zone: str, *, at: datetime) -> str:
    """Which hours of the student are the other person's working day."""
    here = zone_of(student.time_zone)
    day = (at + timedelta(days=2)).astimezone(zone_of(contact_zone)).date()
    begins, ends = (
        datetime.combine(day, time(hour), zone_of(contact_zone)).astimezone(here)
        for hour in (9, 17)
    )
    return (
        f"A working day in {place_of(contact_zone)} is {clock_of(begins)} to {clock_of(ends)}"
        " for you."
    )
