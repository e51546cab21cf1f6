"""Offering times, taking one of them, and proposing another.

Offers are held, not taken: who picks first gets the minute, by the constraint on slots. Whoever
comes second is told so. Pages for the interviewee stand above and call these.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from whoelse.web.accounts.models import Student
from whoelse.web.activity.actions import record
from whoelse.web.contacts.access import ensure_may_be_written_to
from whoelse.web.contacts.models import Contact
from whoelse.web.core.errors import UserError
from whoelse.web.outreach.actions import record_reply
from whoelse.web.outreach.models import Came, Message
from whoelse.web.scheduling.actions.appointments import agree, move
from whoelse.web.scheduling.models import Appointment, Channel, OfferedTime, ProposedTime
from whoelse.web.scheduling.queries import is_refused, offered_times
from whoelse.web.scheduling.zones import clock_of, day_of, place_of, zone_of

LAPSES_AFTER = timedelta(days=21)  # a request lapses by itself, and its offers with it
MOST_TIMES = 5
MOST_PROPOSALS = 5
FURTHEST = timedelta(days=366)


class NoLongerOffered(UserError):
    """The offer was taken back, has lapsed, or lies behind."""


class CannotBeOffered(UserError):
    """A time that is past, or too many times."""


@transaction.atomic
def offer_times(
    student: Student,
    *,
    message: Message,
    times: Iterable[datetime],
    minutes: int = 20,
    contact_zone: str = "",
    at: datetime,
) -> list[OfferedTime]:
    """Hold one to five times for the person this message goes to, instead of those held before.

    Times that stay keep their rows, so that a page which shows them goes on working.
    """
    contact = message.contact
    ensure_may_be_written_to(contact)
    wanted = sorted(set(times))
    _refuse_odd_times(wanted, at=at)
    Message.objects.select_for_update().get(pk=message.pk)
    held = offered_times(message)
    zone = contact_zone or contact.time_zone or student.time_zone
    held.exclude(starts_at__in=wanted, minutes=minutes).update(
        state=OfferedTime.State.RELEASED, updated_at=at
    )
    lapses_at = (message.sent_at or at) + LAPSES_AFTER
    held.update(contact_zone=zone, lapses_at=lapses_at, updated_at=at)
    known = set(held.values_list("starts_at", flat=True))
    OfferedTime.objects.bulk_create(
        OfferedTime(
            student=student,
            message=message,
            starts_at=starts_at,
            minutes=minutes,
            contact_zone=zone,
            lapses_at=lapses_at,
        )
        for starts_at in wanted
        if starts_at not in known
    )
    count = f"{len(wanted)} time{'s' if len(wanted) > 1 else ''}"
    _note(contact, "offered_times", f"You chose {count} to offer to {contact.name}", at=at)
    return list(offered_times(message))


@transaction.atomic
def take_offered_time(
    offered: OfferedTime,
    *,
    channel: str = Channel.PHONE,
    place: str = "",
    contact_zone: str = "",
    at: datetime,
) -> Appointment:
    """Agree on an offered time for the person it was offered to. Twice is once.

    Raises `AlreadyTaken` if another talk got one of its minutes, `NoLongerOffered` otherwise. The
    other times of the request are released, and the request counts as answered with yes.
    """
    message = Message.objects.select_for_update().get(pk=offered.message_id)
    offered = OfferedTime.objects.select_related("appointment", "student").get(pk=offered.pk)
    if offered.state == OfferedTime.State.TAKEN and offered.appointment:
        return offered.appointment
    _refuse_gone(offered, message, at=at)
    contact = message.contact
    appointment = agree(
        offered.student,
        contact,
        starts_at=offered.starts_at,
        minutes=offered.minutes,
        student_zone=offered.student.time_zone,
        contact_zone=contact_zone or offered.contact_zone,
        channel=channel,
        place=place or (contact.phone if channel == Channel.PHONE else ""),
        by_contact=True,
        at=at,
    )
    offered.state, offered.appointment = OfferedTime.State.TAKEN, appointment
    offered.save(update_fields=["state", "appointment", "updated_at"])
    release_offers(message, at=at)
    _answered(message, Came.YES, "", at=at)
    return appointment


def release_offers(message: Message, *, at: datetime) -> None:
    """Hold the times of this message no longer."""
    offered_times(message).update(state=OfferedTime.State.RELEASED, updated_at=at)


def lapse_offers(*, at: datetime) -> int:
    """Release every offer whose time to be taken has passed; the number of them."""
    lapsed = OfferedTime.objects.filter(state=OfferedTime.State.HELD, lapses_at__lte=at)
    return lapsed.update(state=OfferedTime.State.RELEASED, updated_at=at)


@transaction.atomic
def propose_time(
    message: Message,
    *,
    starts_at: datetime,
    minutes: int = 20,
    contact_zone: str = "",
    comment: str = "",
    appointment: Appointment | None = None,
    at: datetime,
) -> ProposedTime:
    """Keep a time that the other person proposed, until the student answers it.

    The same time twice is one proposal; more than five open ones are refused.
    """
    contact = message.contact
    _refuse_odd_times([starts_at], at=at)
    proposed = propose_to(
        contact,
        message=message,
        appointment=appointment,
        starts_at=starts_at,
        minutes=minutes,
        contact_zone=contact_zone,
        comment=comment,
        at=at,
    )
    _answered(message, Came.TIMES_OFFERED, _told(proposed), at=at)
    return proposed


def propose_to(
    contact: Contact,
    *,
    starts_at: datetime,
    minutes: int,
    message: Message | None = None,
    appointment: Appointment | None = None,
    contact_zone: str = "",
    comment: str = "",
    at: datetime,
) -> ProposedTime:
    """Keep a proposal, also one that belongs to no message."""
    waiting = contact.proposed_times.filter(answer=ProposedTime.Answer.OPEN)
    known = waiting.filter(starts_at=starts_at).first()
    if known is not None:
        return known
    if waiting.count() >= MOST_PROPOSALS:
        raise CannotBeOffered("Five proposed times wait for an answer.", "Wait for the answer.")
    fields = {
        "student": contact.student,
        "message": message,
        "appointment": appointment,
        "minutes": min(max(minutes, 5), 30),
        "contact_zone": contact_zone or contact.time_zone or contact.student.time_zone,
        "comment": " ".join(comment.split())[:500],
        "proposed_at": at,
    }
    try:
        with transaction.atomic():
            proposed = ProposedTime.objects.create(contact=contact, starts_at=starts_at, **fields)
    except IntegrityError:  # the same proposal, made in another window at the same moment
        return waiting.get(starts_at=starts_at)
    when = _when(starts_at, contact.student.time_zone)
    _note(contact, "proposed_time", f"{contact.name} proposed {when}", at=at)
    return proposed


@transaction.atomic
def agree_to_proposal(
    proposed: ProposedTime, *, channel: str = "", place: str = "", at: datetime
) -> Appointment:
    """The student agrees: a new appointment, or the one that is to be moved."""
    proposed = ProposedTime.objects.select_for_update().get(pk=proposed.pk)
    if proposed.answer != ProposedTime.Answer.OPEN:
        raise NoLongerOffered("This proposal was answered already.", "Look at the interview.")
    if proposed.starts_at <= at:
        raise NoLongerOffered("This time has passed.", "Offer another one.")
    old = proposed.appointment
    plan = {
        "starts_at": proposed.starts_at,
        "minutes": proposed.minutes,
        "student_zone": proposed.student.time_zone,
        "contact_zone": proposed.contact_zone,
        "channel": channel or (old.channel if old else Channel.PHONE),
        "place": place or (old.place if old else proposed.contact.phone),
    }
    if old is not None and not old.is_cancelled:
        appointment = move(old, at=at, **plan)
    else:
        appointment = agree(proposed.student, proposed.contact, at=at, **plan)
    proposed.answer = ProposedTime.Answer.AGREED  # both, agree and move, declined it and its like
    proposed.save(update_fields=["answer", "updated_at"])
    if proposed.message:
        release_offers(proposed.message, at=at)
    return appointment


def decline_proposal(proposed: ProposedTime, *, at: datetime) -> None:
    """The student cannot then; what else to offer is theirs to say."""
    ProposedTime.objects.filter(pk=proposed.pk, answer=ProposedTime.Answer.OPEN).update(
        answer=ProposedTime.Answer.DECLINED, updated_at=at
    )


def _refuse_odd_times(times: list[datetime], *, at: datetime) -> None:
    if not 1 <= len(times) <= MOST_TIMES:
        raise CannotBeOffered("Between one and five times can be offered.", "Choose again.")
    if any(starts_at <= at for starts_at in times):
        raise CannotBeOffered("A time that has passed cannot be offered.", "Choose one ahead.")
    if any(starts_at > at + FURTHEST for starts_at in times):
        raise CannotBeOffered("This is more than a year away.", "Choose a nearer day.")


def _refuse_gone(offered: OfferedTime, message: Message, *, at: datetime) -> None:
    is_gone = not offered.is_held or offered.lapses_at <= at or is_refused(message)
    if is_gone or offered.starts_at <= at:
        raise NoLongerOffered("This time is no longer offered.", "Propose another one.")


def _answered(message: Message, came: str, note: str, *, at: datetime) -> None:
    """A request that left is answered by this, unless its answer is known already."""
    message = Message.objects.select_related("contact__student", "reply").get(pk=message.pk)
    if message.sent_at and not message.is_answered:
        record_reply(message, came=came, note=note, at=at)


def _told(proposed: ProposedTime) -> str:
    when = (
        f"{_when(proposed.starts_at, proposed.contact_zone)} in {place_of(proposed.contact_zone)}"
    )
    return f"{when}. {proposed.comment}".strip()


def _when(moment: datetime, zone: str) -> str:
    local = moment.astimezone(zone_of(zone))
    return f"{day_of(local)}, {clock_of(local)}"


def _note(contact: Contact, verb: str, sentence: str, *, at: datetime) -> None:
    record(contact.student, verb=verb, sentence=sentence, contact=contact.public_id, at=at)
