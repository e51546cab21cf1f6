"""Whom to ask next: contacts and history as the engine's candidates, and its three suggestions."""

import zoneinfo
from collections.abc import Iterable
from datetime import date, timedelta

from whoelse.engine import choosing, duties
from whoelse.engine.choosing import Suggestion
from whoelse.engine.words import Circle, Facet, Permission
from whoelse.web.accounts.models import Student
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts.models import Contact, Stage
from whoelse.web.desk.bridge.states import zone_of
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.models import Message

REQUESTS = ("request", "referral_intro")
ANSWERED_YES = ("yes", "times_offered", "another_time")
REST_AFTER_SILENCE = timedelta(days=120)  # own estimate: as long as between two touches


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
