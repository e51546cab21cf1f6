"""Rows into the engine's state and back: duties, pace, whom to ask next, growth of the network."""

import zoneinfo
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from whoelse.engine import choosing, duties, learning
from whoelse.engine.choosing import Suggestion
from whoelse.engine.contact_files import harmless_cell
from whoelse.engine.duties import Duty, Pace, Term
from whoelse.engine.words import Circle, Facet, MessageKind, Permission
from whoelse.web.accounts.models import Student
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts.models import Contact, Referral, Stage
from whoelse.web.desk import queries
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.models import Channel

# What the pages of this app call the engine's answers by.
__all__ = ["Day", "Duty", "Pace", "Suggestion", "Term", "day_of", "growth_of", "harmless_cell"]

REQUESTS = ("request", "referral_intro")
ANSWERED_YES = ("yes", "times_offered")
REST_AFTER_SILENCE = timedelta(days=120)  # own estimate: as long as between two touches


@dataclass(frozen=True, slots=True)
class Day:
    """Everything that Today shows, from one pass over the rows."""

    duties: tuple[Duty, ...]
    pace: Pace | None
    held: tuple[Interview, ...]
    scheduled: tuple[Interview, ...]
    suggestions: tuple[Suggestion, ...]
    full_names: dict[str, str]  # of the suggested people, by id
    people: int


def day_of(student: Student, *, now: datetime) -> Day:
    """What is due, how the term goes, and whom to ask next."""
    messages = list(queries.sent_messages(student))
    interviews = [i for i in queries.interviews(student) if i.missed_at is None]
    named = list(queries.referrals(student))
    contacts = list(queries.writable_contacts(student))
    state = state_of(student, queries.running(student, messages), interviews, named)
    today = now.astimezone(state.zone).date()
    held = [i for i in interviews if i.held_at]
    scheduled = [i for i in interviews if not i.held_at and i.appointment.ends_at > now]
    suggestions = suggestions_for(student, contacts, messages, held, today=today)
    asked_next = {suggestion.candidate.id for suggestion in suggestions}
    return Day(
        duties=duties.duties(state, now),
        pace=pace_of(student, held, scheduled, today=today),
        held=tuple(held),
        scheduled=tuple(scheduled),
        suggestions=suggestions,
        full_names={str(c.public_id): c.name for c in contacts if str(c.public_id) in asked_next},
        people=len(contacts),
    )


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
) -> duties.State:
    """The engine's picture of what happened. People who must not be contacted are left out."""
    interviews = [i for i in interviews if not is_blocked(i.contact)]
    met = {i.contact_id: i.held_at for i in interviews if i.held_at}
    return duties.State(
        zone=zone_of(student),
        messages=tuple(sent_message(message) for message in messages),
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
        holidays=frozenset(student.holidays.values_list("day", flat=True)),
    )


def is_blocked(contact: Contact) -> bool:
    return getattr(contact, "do_not_contact", None) is not None


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


def suggestions_for(
    student: Student,
    contacts: Iterable[Contact],
    messages: Iterable[Message],
    held: Iterable[Interview],
    *,
    today: date,
    k: int = 3,
) -> tuple[Suggestion, ...]:
    """Three people to ask next, each with the reasons in words."""
    messages = list(messages)
    met = {interview.contact_id for interview in held}
    zone = zone_of(student)
    asked_on = last_asked(messages, zone=zone)
    rests = rests_of(messages)
    curious = {curiosity.area: 1.0 for curiosity in student.curiosities.all()}
    return choosing.suggest(
        choosing.Student(curious=curious),
        [
            candidate(
                contact,
                is_met=contact.pk in met,
                asked_on=asked_on.get(contact.pk),
                rests_until=rests.get(contact.pk),
                today=today,
                zone=zone,
            )
            for contact in contacts
        ],
        history_of(messages, held, today=today),
        k=k,
        names=careers.names(),
    )


def last_asked(messages: Iterable[Message], *, zone: zoneinfo.ZoneInfo) -> dict[int, date]:
    """The day of the newest request that was not answered, by contact."""
    return {
        message.contact_id: message.sent_at.astimezone(zone).date()
        for message in messages
        if message.kind in REQUESTS and getattr(message, "reply", None) is None
    }


def rests_of(messages: Iterable[Message]) -> dict[int, date]:
    """Until when those rest who said "not this term", by contact."""
    replies = ((m.contact_id, getattr(m, "reply", None)) for m in messages)
    return {contact: reply.rests_until for contact, reply in replies if reply and reply.rests_until}


def candidate(
    contact: Contact,
    *,
    is_met: bool,
    asked_on: date | None,
    rests_until: date | None = None,
    today: date,
    zone: zoneinfo.ZoneInfo,
) -> choosing.Candidate:
    """A contact as the engine sees it. A request without an answer lapses, then they may rest."""
    referral = next(iter(contact.referrals.all()), None)
    lapsed_on = asked_on + timedelta(days=duties.LAPSES_AFTER) if asked_on else None
    has_lapsed = lapsed_on is not None and lapsed_on <= today
    return choosing.Candidate(
        id=str(contact.public_id),
        name=contact.short_name,
        circle=Circle(contact.circle),
        occupation=contact.occupation,
        area=contact.area,
        sector=contact.sector,
        employer=contact.employer,
        job_title=contact.job_title,
        referrer=referral.referrer.short_name if referral else "",
        permission=Permission(referral.permission) if referral else None,
        referred_on=referral.named_at.astimezone(zone).date() if referral else None,
        has_address=bool(contact.email),
        open_request=contact.stage in (Stage.ASKED, Stage.SCHEDULED)
        and not has_lapsed
        and not (rests_until and asked_on is None),
        resting_until=lapsed_on + REST_AFTER_SILENCE if has_lapsed else rests_until,
        silences=int(has_lapsed),
        said_no=contact.stage == Stage.NO,
        interviewed=is_met or contact.stage == Stage.HELD,
    )


def history_of(
    messages: Iterable[Message], held: Iterable[Interview], *, today: date
) -> choosing.History:
    asked: dict[Circle, int] = {}
    agreed: dict[Circle, int] = {}
    open_requests = 0
    for message in messages:
        if message.kind not in REQUESTS:
            continue
        circle = Circle(message.contact.circle)
        reply = getattr(message, "reply", None)
        asked[circle] = asked.get(circle, 0) + 1
        if reply and reply.came in ANSWERED_YES:
            agreed[circle] = agreed.get(circle, 0) + 1
        open_requests += message.contact.stage == Stage.ASKED
    return choosing.History(
        today=today,
        heard=tuple(heard(interview) for interview in held),
        asked=asked,
        agreed=agreed,
        open_requests=open_requests,
    )


def heard(interview: Interview) -> choosing.Heard:
    contact = interview.contact
    return choosing.Heard(
        occupation=interview.occupation or contact.occupation,
        area=contact.area,
        sector=contact.sector,
        employer=contact.employer,
        facets=frozenset(Facet(finding.facet) for finding in interview.findings.all()),
    )


def growth_of(student: Student, named: Iterable[Referral]) -> learning.Growth:
    """How many new people each interview brings, with an honest interval."""
    held = [interview for interview in queries.interviews(student) if interview.held_at]
    return learning.growth(
        [
            learning.Introduction(str(r.referrer.public_id), str(r.referred.public_id))
            for r in named
        ],
        [str(interview.contact.public_id) for interview in held],
    )
