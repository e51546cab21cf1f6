"""Invitations by mail, and what calendars answer to them.

An invitation leaves only when the student asks for it, through their own account, once for each
state of the appointment. An answer counts only if it comes from the contact's own address.
"""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from whoelse.web.accounts.models import Student
from whoelse.web.activity.actions import record
from whoelse.web.core.errors import UserError
from whoelse.web.mail.actions import queue_mail
from whoelse.web.mail.models import Incoming
from whoelse.web.scheduling import bridge
from whoelse.web.scheduling.actions.offering import CannotBeOffered, propose_to
from whoelse.web.scheduling.calendar import invitation, method_of
from whoelse.web.scheduling.models import (
    AnswerReading,
    Appointment,
    Invitation,
    InvitationAnswer,
)
from whoelse.web.scheduling.queries import appointments_of, unread_answers

PURPOSE = "invitation"
FURTHEST = timedelta(days=366)
_SENTENCES = {
    InvitationAnswer.ACCEPTED: "{name} accepted the invitation",
    InvitationAnswer.DECLINED: "{name} declined the invitation",
    InvitationAnswer.TENTATIVE: "{name} accepted the invitation, but not for certain",
    InvitationAnswer.COUNTER: "{name} answered the invitation with another time",
}


class NoOwnAddress(UserError):
    """An invitation says from whom it is."""


class InvitedAlready(UserError):
    """This state of the appointment went out already."""


@transaction.atomic
def send_invitation(appointment: Appointment, *, path: str = "", at: datetime) -> Invitation:
    """Put the invitation, its update or its cancellation into the student's outbox."""
    student, contact = appointment.student, appointment.contact
    if not student.email:
        raise NoOwnAddress("Your own address is missing.", "Add it in Welcome, step one.")
    sent = Invitation(appointment=appointment, sequence=appointment.sequence)
    try:
        with transaction.atomic():
            sent.save()
    except IntegrityError:
        raise InvitedAlready(
            "This invitation is on its way already.", "Move the talk, and it can be sent anew."
        ) from None
    is_off = method_of(appointment) == "CANCEL"
    sent.outgoing = queue_mail(
        student,
        contact=contact,
        subject=f"{_state(appointment)}: our conversation on {appointment.when_for_contact}"[:200],
        body=_words(appointment, is_off=is_off),
        calendar=invitation(appointment, at=at) if contact.email else None,
        at=at,
        purpose=PURPOSE,
        path=path,
    )
    sent.save(update_fields=["outgoing"])
    record(
        student,
        verb="sent_invitation",
        sentence=f"You sent {contact.name} the {'cancellation' if is_off else 'invitation'}",
        contact=contact.public_id,
        at=at,
    )
    return sent


@transaction.atomic
def apply_itip_reply(
    student: Student, *, from_address: str, reply: bridge.ItipReply, at: datetime
) -> Appointment | None:
    """Keep what a calendar answered; None for what is not believed, outdated or too late.

    Believed is an answer from the contact's own address. A decline calls nothing off by itself:
    the student is told. A counter is a proposed time that the student agrees to or not.
    """
    appointment = (
        appointments_of(student).select_for_update(of=("self",)).filter(uid=reply.uid).first()
    )
    if appointment is None or appointment.is_cancelled or appointment.ends_at <= at:
        return None
    own = appointment.contact.email.casefold()
    if not own or from_address.strip().casefold() != own:
        return None
    sent_at = min(reply.sent_at or at, at)
    is_older = appointment.answered_at is not None and sent_at < appointment.answered_at
    if reply.sequence < appointment.sequence or is_older:
        return None
    is_same = (appointment.answer, appointment.answered_at) == (reply.partstat, sent_at)
    if is_same:
        return appointment
    appointment.answer, appointment.answered_at = reply.partstat, sent_at
    appointment.save(update_fields=["answer", "answered_at", "updated_at"])
    _keep_counter(appointment, reply, at)
    sentence = _SENTENCES[InvitationAnswer(reply.partstat)].format(name=appointment.contact.name)
    if reply.comment:
        sentence = f"{sentence}: {reply.comment}"
    record(
        student,
        verb="answered_invitation",
        sentence=sentence,
        contact=appointment.contact.public_id,
        at=at,
    )
    return appointment


def read_answers(*, at: datetime) -> int:
    """Look at the calendar parts of what came in, each message once; how many answers counted."""
    counted = 0
    for incoming in unread_answers()[:200]:
        with transaction.atomic():
            _, is_new = AnswerReading.objects.get_or_create(
                incoming=incoming, defaults={"read_at": at}
            )
            if is_new:
                counted += _read(incoming, at)
    return counted


def _read(incoming: Incoming, at: datetime) -> int:
    counted = 0
    for text in incoming.calendars[:5]:
        try:
            reply = bridge.read_itip_reply(str(text).encode())
        except bridge.NoReply:
            continue
        told = apply_itip_reply(
            incoming.student, from_address=incoming.from_address, reply=reply, at=at
        )
        counted += told is not None
    return counted


def _keep_counter(appointment: Appointment, reply: bridge.ItipReply, at: datetime) -> None:
    """Keep the proposed time if it is one; of a time long past only the words are kept."""
    start = reply.proposed_start
    if start is None or not at < start <= at + FURTHEST or start == appointment.starts_at:
        return
    try:
        propose_to(
            appointment.contact,
            appointment=appointment,
            starts_at=start,
            minutes=reply.proposed_minutes or appointment.minutes,
            contact_zone=appointment.contact_zone,
            comment=reply.comment,
            at=at,
        )
    except CannotBeOffered:
        return


def _state(appointment: Appointment) -> str:
    if appointment.is_cancelled:
        return "Another time" if appointment.wants_another else "Called off"
    return "Moved" if appointment.sequence else "Invitation"


def _off(appointment: Appointment, when: str) -> str:
    """Neutral about who called it off: it may have been either."""
    if appointment.wants_another:
        return (
            f"our conversation on {when} does not take place then, so your calendar can let it go."
            " I would still like to hear about your work. Which other time suits you?"
        )
    return f"our conversation on {when} does not take place. Thank you for having made the time."


def _words(appointment: Appointment, *, is_off: bool) -> str:
    contact, student = appointment.contact, appointment.student
    when = appointment.in_words_for_contact
    place = f", {appointment.place}" if appointment.place else ""
    told = (
        _off(appointment, when)
        if is_off
        else f"here is the invitation for your calendar: {when}, {appointment.manner}{place}."
        " If something gets in the way, answer this message and we find another time."
    )
    return f"Dear {contact.name},\n\n{told}\n\nKind regards,\n{student.full_name}".strip()
