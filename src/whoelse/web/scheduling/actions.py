"""Everything that changes appointments: agreeing, moving, cancelling.

Each writes one entry of history and the contact's stage. Pages and interviews stand above.
"""

from datetime import datetime
from uuid import uuid4

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.activity.actions import record
from whoelse.web.contacts.access import ensure_may_be_written_to
from whoelse.web.contacts.actions import move_stage
from whoelse.web.contacts.models import Contact, Stage
from whoelse.web.core.errors import UserError
from whoelse.web.scheduling.models import Appointment

PLAN = ("starts_at", "minutes", "student_zone", "contact_zone", "channel", "place")


class AppointmentCancelled(UserError):
    """A cancelled appointment is neither moved nor cancelled again."""


@transaction.atomic
def agree(
    student: Student,
    contact: Contact,
    *,
    starts_at: datetime,
    minutes: int,
    student_zone: str,
    contact_zone: str,
    channel: str,
    place: str = "",
    at: datetime,
) -> Appointment:
    """Keep a time that both agreed on. The `uid` never changes, so calendars know it again."""
    ensure_may_be_written_to(contact)
    appointment = Appointment.objects.create(
        student=student,
        contact=contact,
        uid=str(uuid4()),
        starts_at=starts_at,
        minutes=minutes,
        student_zone=student_zone,
        contact_zone=contact_zone,
        channel=channel,
        place=place,
    )
    move_stage(contact, stage=Stage.SCHEDULED, at=at)
    _note(appointment, "agreed_time", f"You agreed on {appointment.when_for_student}", at=at)
    return appointment


@transaction.atomic
def move(
    appointment: Appointment,
    *,
    starts_at: datetime,
    minutes: int,
    student_zone: str,
    contact_zone: str,
    channel: str,
    place: str = "",
    at: datetime,
) -> Appointment:
    """Put it at another time or place. Calendars follow, because `sequence` grows."""
    _refuse_cancelled(appointment)
    plan = (starts_at, minutes, student_zone, contact_zone, channel, place)
    if plan == tuple(getattr(appointment, name) for name in PLAN):
        return appointment
    for name, value in zip(PLAN, plan, strict=True):
        setattr(appointment, name, value)
    _revise(appointment, *PLAN)
    _note(appointment, "moved_time", f"You moved it to {appointment.when_for_student}", at=at)
    return appointment


@transaction.atomic
def cancel(appointment: Appointment, *, at: datetime) -> Appointment:
    """Call it off. The row stays, so that calendars can be told; the contact is asked again."""
    _refuse_cancelled(appointment)
    appointment.cancelled_at = at
    _revise(appointment, "cancelled_at")
    move_stage(appointment.contact, stage=Stage.ASKED, at=at)
    _note(appointment, "cancelled_time", f"{appointment.when_for_student} was called off", at=at)
    return appointment


def _refuse_cancelled(appointment: Appointment) -> None:
    if appointment.is_cancelled:
        raise AppointmentCancelled(
            "This appointment was called off already.", "Agree on a new time instead."
        )


def _revise(appointment: Appointment, *fields: str) -> None:
    appointment.sequence += 1
    appointment.save(update_fields=[*fields, "sequence", "updated_at"])


def _note(appointment: Appointment, verb: str, sentence: str, *, at: datetime) -> None:
    record(
        appointment.student,
        verb=verb,
        sentence=sentence,
        contact=appointment.contact.public_id,
        at=at,
    )
