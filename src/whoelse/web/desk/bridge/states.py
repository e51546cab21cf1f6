"""Rows as the engine's picture of what happened, for duties and pace."""

import zoneinfo
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from whoelse.engine import duties
from whoelse.engine.duties import Pace, Term
from whoelse.engine.words import MessageKind, Permission
from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact, Referral, Stage
from whoelse.web.desk import queries
from whoelse.web.desk.bridge.touching import advice_of, touches_of
from whoelse.web.discoveries.models import PlannedAction
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.models import Appointment, Channel, InvitationAnswer, ProposedTime

_AGREEABLE = (duties.Answer.YES, duties.Answer.TIMES_OFFERED, duties.Answer.ANOTHER_TIME)
_PUT_OFF = (InvitationAnswer.DECLINED, InvitationAnswer.COUNTER)


def zone_of(student: Student) -> zoneinfo.ZoneInfo:
    try:
        return zoneinfo.ZoneInfo(student.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return zoneinfo.ZoneInfo("UTC")


def state_of(
    student: Student,
    messages: Iterable[Message],
    interviews: Iterable[Interview],
    named: Iterable[Referral],
    decided: Iterable[PlannedAction] = (),
) -> duties.State:
    """The engine's picture of what happened. People who must not be contacted are left out."""
    messages = list(messages)
    interviews = [i for i in interviews if not is_blocked(i.contact)]
    met = {i.contact_id: i.held_at for i in interviews if i.held_at}
    return duties.State(
        zone=zone_of(student),
        messages=tuple(_messages(messages, queries.called_off(student))),
        interviews=tuple(interview_state(interview) for interview in interviews),
        referrals=tuple(
            referral_state(referral, met_at=met.get(referral.referred_id))
            for referral in named
            if not is_blocked(referral.referred) and not is_blocked(referral.referrer)
        ),
        promises=tuple(
            duties.PromiseState(
                ref=str(promise.public_id),
                contact=str(promise.interview.contact.public_id),
                contact_name=promise.interview.contact.short_name,
                text=promise.text,
                due_on=promise.due_on,
            )
            for promise in queries.own_promises(student)
        ),
        advice=advice_of(student),
        touches=touches_of(student, interviews, messages),
        proposals=tuple(proposal_state(row) for row in queries.proposals(student)),
        actions=tuple(action_state(action) for action in decided if action.due_on),
        holidays=frozenset(student.holidays.values_list("day", flat=True)),
    )


def is_blocked(contact: Contact) -> bool:
    return getattr(contact, "do_not_contact", None) is not None


def _messages(
    messages: Iterable[Message], called_off: dict[int, Appointment]
) -> Iterator[duties.SentMessage]:
    """Messages as they stand after what was called off since.

    For another time: that is what is owed now. For good: what was agreed before is settled.
    """
    for message in messages:
        told, off = sent_message(message), called_off.get(message.contact_id)
        since = told.answered_at or told.sent_at
        if off is None or off.cancelled_at < since or told.answer not in _AGREEABLE:
            yield told
        elif off.wants_another:
            answer = duties.Answer.ANOTHER_TIME
            yield replace(told, answer=answer, answered_at=off.cancelled_at)


def sent_message(message: Message) -> duties.SentMessage:
    reply = getattr(message, "reply", None)
    return duties.SentMessage(
        ref=str(message.public_id),
        contact=str(message.contact.public_id),
        contact_name=message.contact.short_name,
        kind=MessageKind(message.kind),
        sent_at=message.sent_at,
        answer=duties.Answer(reply.came) if reply else None,
        answered_at=reply.came_at if reply else None,
    )


def interview_state(interview: Interview) -> duties.InterviewState:
    return duties.InterviewState(
        ref=str(interview.public_id),
        contact=str(interview.contact.public_id),
        contact_name=interview.contact.short_name,
        starts_at=interview.appointment.starts_at,
        minutes=interview.appointment.minutes,
        channel=Channel(interview.appointment.channel).label,
        prepared=interview.prepared_at is not None,
        confirmed=interview.is_confirmed,
        held_at=interview.held_at,
        written_up_at=interview.written_up_at,
        thanked_at=interview.thanked_at or (interview.held_at if interview.is_thanked else None),
        said=interview.said,
        confirms_itself=interview.confirms_by_itself and bool(interview.contact.email),
        invited=_invited(interview),
        invited_at=interview.appointment.answered_at,
    )


def _invited(interview: Interview) -> duties.Invited | None:
    """What their calendar answered, unless it is settled that the talk stands."""
    answer = interview.appointment.answer
    is_settled = answer in _PUT_OFF and not interview.is_put_off
    return None if is_settled or not answer else duties.Invited(answer)


def proposal_state(proposed: ProposedTime) -> duties.ProposalState:
    return duties.ProposalState(
        ref=str(proposed.public_id),
        contact=str(proposed.contact.public_id),
        contact_name=proposed.contact.short_name,
        starts_at=proposed.starts_at,
        proposed_at=proposed.proposed_at,
    )


def action_state(action: PlannedAction) -> duties.ActionState:
    told = action.interview
    return duties.ActionState(
        ref=str(action.public_id),
        text=action.text,
        due_on=action.due_on,
        suggested_by=told.contact.short_name if told else "",
    )


def referral_state(referral: Referral, *, met_at: datetime | None) -> duties.ReferralState:
    return duties.ReferralState(
        ref=str(referral.public_id),
        contact=str(referral.referred.public_id),
        contact_name=referral.referred.short_name,
        referrer=str(referral.referrer.public_id),
        referrer_name=referral.referrer.short_name,
        named_at=referral.named_at,
        permission=Permission(referral.permission),
        asked=referral.referred.stage != Stage.OPEN,
        met_at=met_at,
        reported_at=referral.reported_at,
    )


def pace_of(
    student: Student, held: Iterable[Interview], scheduled: Iterable[Interview], *, today: date
) -> Pace | None:
    """How the term goes; None between terms."""
    zone = zone_of(student)
    terms = [
        Term(term.name, term.starts_on, term.ends_on, term.planned) for term in student.terms.all()
    ]
    return duties.pace(
        terms,
        [i.held_at.astimezone(zone).date() for i in held],
        [i.appointment.starts_at.astimezone(zone).date() for i in scheduled],
        today,
    )
