"""Agreeing on an interview, moving it, calling it off, and saying that it did not take place.

The appointment and its calendar file are scheduling's; here the interview follows it.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.contacts.actions import move_stage
from whoelse.web.contacts.models import Contact, Stage
from whoelse.web.core.errors import UserError
from whoelse.web.interviews.actions.planning import make_first_plan, plan_for_new_minutes
from whoelse.web.interviews.models import Interview
from whoelse.web.interviews.queries import held, open_interviews
from whoelse.web.scheduling import actions as scheduling
from whoelse.web.scheduling.models import Appointment, OfferedTime, ProposedTime


class AlreadyAgreed(UserError):
    """One conversation at a time with one person."""


class NotOpen(UserError):
    """It was held, missed or called off; nothing about its time can change."""


@transaction.atomic
def agree_interview(contact: Contact, *, at: datetime, **agreement: Any) -> Interview:
    """Keep the agreed time, the interview and its first question plan, all or nothing.

    The same time again is the same interview: a second click agrees on nothing new.
    """
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    existing = _agreed_with(contact, agreement["starts_at"])
    if existing is not None:
        return existing
    return _begin(scheduling.agree(contact.student, contact, at=at, **agreement), at=at)


@transaction.atomic
def take_offered_time(offered: OfferedTime, *, at: datetime, **how: Any) -> Interview:
    """The other person picked one of the offered times; `how` is the channel and the place.

    Raises `AlreadyTaken` or `NoLongerOffered` of scheduling, with words for that person.
    """
    contact = Contact.objects.select_for_update().get(pk=offered.message.contact_id)
    existing = _agreed_with(contact, offered.starts_at)
    if existing is not None:
        return existing
    return _begin(scheduling.take_offered_time(offered, at=at, **how), at=at)


@transaction.atomic
def agree_to_proposal(proposed: ProposedTime, *, at: datetime, **how: Any) -> Interview:
    """The student agrees to a time that the other person proposed, anew or to move to."""
    Contact.objects.select_for_update().get(pk=proposed.contact_id)
    interview = open_interviews(proposed.student).filter(contact=proposed.contact).first()
    if interview is None:
        return _begin(scheduling.agree_to_proposal(proposed, at=at, **how), at=at)
    minutes = interview.appointment.minutes
    if proposed.appointment_id is None:
        proposed.appointment = interview.appointment
        proposed.save(update_fields=["appointment", "updated_at"])
    interview.appointment = scheduling.agree_to_proposal(proposed, at=at, **how)
    interview.confirmed_at = None
    interview.save(update_fields=["confirmed_at", "updated_at"])
    if interview.appointment.minutes != minutes:
        plan_for_new_minutes(interview)
    return interview


@transaction.atomic
def move_interview(interview: Interview, *, at: datetime, **agreement: Any) -> Interview:
    """Put it at another time or place; other minutes make a new plan around the pins."""
    _ensure_open(interview)
    before = (interview.appointment.starts_at, interview.appointment.minutes)
    appointment = scheduling.move(interview.appointment, at=at, **agreement)
    if appointment.starts_at != before[0]:
        interview.confirmed_at = None
        interview.save(update_fields=["confirmed_at", "updated_at"])
    if appointment.minutes != before[1]:
        plan_for_new_minutes(interview)
    return interview


@transaction.atomic
def cancel_interview(interview: Interview, *, wants_another: bool = False, at: datetime) -> None:
    """Call it off, for another time or for good.

    The contact goes back to where things stood before the time was agreed.
    """
    _ensure_open(interview)
    scheduling.cancel(interview.appointment, wants_another=wants_another, at=at)
    _put_stage_back(interview, at)


@transaction.atomic
def mark_missed(interview: Interview, *, at: datetime) -> None:
    """It did not take place. Saying so twice is saying it once."""
    if interview.missed_at:
        return
    _ensure_open(interview)
    interview.missed_at = at
    interview.save(update_fields=["missed_at", "updated_at"])
    _put_stage_back(interview, at)
    record(
        interview.student,
        verb="missed_interview",
        sentence="The conversation did not take place",
        contact=interview.contact.public_id,
        path=interview.path_to("missed"),
        at=at,
    )


def _agreed_with(contact: Contact, starts_at: datetime) -> Interview | None:
    """The interview of this very time; refuses a second one beside another time."""
    existing = open_interviews(contact.student).filter(contact=contact).first()
    if existing is None or existing.appointment.starts_at == starts_at:
        return existing
    raise AlreadyAgreed(
        f"You have agreed with {contact.short_name} already:"
        f" {existing.appointment.when_for_student}.",
        "Move that interview, or say that it did not take place.",
        back=existing.path_to("prepare"),
    )


def _begin(appointment: Appointment, *, at: datetime) -> Interview:
    """The interview of an appointment, with its first question plan."""
    interview = Interview.objects.create(
        student=appointment.student, contact=appointment.contact, appointment=appointment
    )
    make_first_plan(interview)
    record(
        appointment.student,
        verb="planned_interview",
        sentence=f"Questions for {appointment.minutes} minutes are planned",
        contact=appointment.contact.public_id,
        path=interview.path_to("prepare"),
        at=at,
    )
    return interview


def _ensure_open(interview: Interview) -> None:
    if not interview.is_open:
        raise NotOpen(
            "This interview is over, so its time stays as it was.",
            "Agree on a new time for another conversation.",
            back=reverse("interviews:agree", args=[interview.contact.public_id]),
        )


def _put_stage_back(interview: Interview, at: datetime) -> None:
    earlier = held(interview.student).filter(contact=interview.contact).exclude(pk=interview.pk)
    stage = Stage.HELD if earlier.exists() else Stage.ASKED
    move_stage(interview.contact, stage=stage, at=at)
