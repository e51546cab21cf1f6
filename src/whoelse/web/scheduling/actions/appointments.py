"""Everything that changes appointments: agreeing, moving, cancelling.

Each writes one entry of history and the contact's stage. Pages and interviews stand above.
"""

from datetime import datetime
from uuid import uuid4

from django.db import IntegrityError, transaction

from whoelse.web.accounts.models import Student
from whoelse.web.activity.actions import record
from whoelse.web.contacts.access import ensure_may_be_written_to
from whoelse.web.contacts.actions import move_stage
from whoelse.web.contacts.models import Contact, Stage
from whoelse.web.core.errors import UserError
from whoelse.web.scheduling.models import Appointment, OfferedTime, ProposedTime, TakenSlot
from whoelse.web.scheduling.slots import slots_of

PLAN = ("starts_at", "minutes", "student_zone", "contact_zone", "channel", "place")


class AppointmentCancelled(UserError):
    """A cancelled appointment is neither moved nor cancelled again."""


class AlreadyTaken(UserError):
    """Somebody else has this minute already. Only the database can say so for certain."""


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
    by_contact: bool = False,
    at: datetime,
) -> Appointment:
    """Keep a time that both agreed on. The `uid` never changes, so calendars know it again.

    Raises `AlreadyTaken` if another talk of the student has one of its minutes.
    """
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
    _take_slots(appointment)
    _close_proposals(contact, at)
    move_stage(contact, stage=Stage.SCHEDULED, at=at)
    who = f"{contact.name} picked" if by_contact else "You agreed on"
    _note(appointment, "agreed_time", f"{who} {appointment.when_for_student}", at=at)
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
    by_contact: bool = False,
    at: datetime,
) -> Appointment:
    """Put it at another time or place. Calendars follow, because `sequence` grows.

    What their calendar answered was about the old time, so it is forgotten.
    """
    _refuse_cancelled(appointment)
    plan = (starts_at, minutes, student_zone, contact_zone, channel, place)
    if plan == tuple(getattr(appointment, name) for name in PLAN):
        return appointment
    for name, value in zip(PLAN, plan, strict=True):
        setattr(appointment, name, value)
    appointment.answer, appointment.answered_at = "", None
    _revise(appointment, *PLAN, "answer", "answered_at")
    appointment.slots.all().delete()
    _take_slots(appointment)
    _close_proposals(appointment.contact, at)
    who = appointment.contact.name if by_contact else "You"
    _note(appointment, "moved_time", f"{who} moved it to {appointment.when_for_student}", at=at)
    return appointment


@transaction.atomic
def cancel(appointment: Appointment, *, wants_another: bool = False, at: datetime) -> Appointment:
    """Call it off, for another time or for good.

    The row stays, so that calendars can be told; the contact is asked again.
    """
    _refuse_cancelled(appointment)
    appointment.cancelled_at, appointment.wants_another = at, wants_another
    _revise(appointment, "cancelled_at", "wants_another")
    appointment.slots.all().delete()
    OfferedTime.objects.filter(appointment=appointment).update(
        state=OfferedTime.State.RELEASED, updated_at=at
    )
    move_stage(appointment.contact, stage=Stage.ASKED, at=at)
    then = ", for another time" if wants_another else ""
    what = f"{appointment.when_for_student} was called off{then}"
    _note(appointment, "cancelled_time", what, at=at)
    return appointment


def _close_proposals(contact: Contact, at: datetime) -> None:
    """Whatever they proposed is answered by the time that was agreed on."""
    ProposedTime.objects.filter(contact=contact, answer=ProposedTime.Answer.OPEN).update(
        answer=ProposedTime.Answer.DECLINED, updated_at=at
    )


def _take_slots(appointment: Appointment) -> None:
    rows = [
        TakenSlot(student_id=appointment.student_id, appointment=appointment, starts_at=slot)
        for slot in slots_of(appointment.starts_at, appointment.minutes)
    ]
    try:
        with transaction.atomic():
            TakenSlot.objects.bulk_create(rows)
    except IntegrityError:
        raise AlreadyTaken(
            f"{appointment.when_for_student} was taken a moment ago.",
            "Choose another time.",
        ) from None


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
