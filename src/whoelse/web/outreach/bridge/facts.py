"""The facts that a first draft is made of: what is known, and the student's own words.

A word of the student wins over what is known; nothing is invented.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from whoelse.engine.outreach.draft import Facts, MissingFact, Scaffold
from whoelse.engine.outreach.scaffold import scaffold
from whoelse.engine.wording import calendar_day
from whoelse.engine.words import MessageKind, Permission
from whoelse.web.contacts.models import Circle, Contact, Referral
from whoelse.web.outreach.models import Kind, Message
from whoelse.web.outreach.queries import ASKING, referrals_to, sent_to, unanswered_to
from whoelse.web.outreach.zones import zone_of

MADE = "made"  # the mark of the text that the engine made last, beside the student's words
MINUTES = (15, 20, 30)
PERMISSIONS = tuple(Permission)


def first_draft(contact: Contact, kind: str, *, words: Mapping[str, Any], at: datetime) -> Scaffold:
    """A draft from what is known about both and the student's `words`."""
    return scaffold(_facts(contact, kind, words, at))


def asked_facts(contact: Contact, kind: str, *, at: datetime) -> tuple[MissingFact, ...]:
    """What only the student can say, whether it was said already or not."""
    return first_draft(contact, kind, words={}, at=at).missing


def words_of(message: Message | None) -> dict[str, Any]:
    """The student's words that went into a draft."""
    facts = message.facts if message else {}
    return {name: value for name, value in facts.items() if name != MADE}


def mark_of(body: str) -> str:
    """A short mark of a text, by which a change by hand is seen; white space does not count."""
    return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()[:16]


def is_untouched(message: Message | None, made: Scaffold, body: str) -> bool:
    """Whether the text is still as it was made, so that it may be made anew."""
    marks = {mark_of(made.body), message.facts.get(MADE) if message else None}
    return not body.strip() or mark_of(body) in marks


def referral_of(contact: Contact) -> Referral | None:
    """Who named them last, and what may be said about it."""
    return referrals_to(contact).first()


def _facts(contact: Contact, kind: str, words: Mapping[str, Any], at: datetime) -> Facts:
    known = _known(contact, kind, at) | {name: value for name, value in words.items() if value}
    minutes = int(known.pop("minutes", 20))
    permission = known.pop("permission", "")
    names = set(Facts.__dataclass_fields__) - {"kind", "to", "minutes", "permission"}
    return Facts(
        kind=MessageKind(kind),
        to=contact.name,
        minutes=minutes if minutes in MINUTES else 20,
        permission=Permission(permission) if permission in PERMISSIONS else None,
        **{name: str(value) for name, value in known.items() if name in names},
    )


def _known(contact: Contact, kind: str, at: datetime) -> dict[str, Any]:
    student = contact.student
    known = {
        "sender": student.full_name,
        "about_me": student.introduction,
        "connection": _connection(contact),
    }
    referral = referral_of(contact)
    if referral is not None:
        known |= {"referrer": referral.referrer.name, "permission": referral.permission}
    if kind == Kind.FOLLOWUP:
        known |= _asked_before(contact, at)
    return known


def _connection(contact: Contact) -> str:
    """How the student found them, where that can be said without guessing."""
    school = contact.student.school
    if contact.found_through:
        begin = "we met at" if contact.circle == Circle.MET else "I found you through"
        return f"{begin} {contact.found_through}"
    if contact.circle == Circle.ALUMNI and school:
        return f"you went to {school}, where I study now"
    return ""


def _asked_before(contact: Contact, at: datetime) -> dict[str, Any]:
    """The day of the request that a nudge follows, and the words that were in it."""
    asked = unanswered_to(contact).filter(kind__in=ASKING).first()
    asked = asked or sent_to(contact).filter(kind__in=ASKING).first()
    if asked is None:
        return {}
    zone = zone_of(contact.student)
    on, today = asked.sent_at.astimezone(zone).date(), at.astimezone(zone).date()
    said = {name: value for name, value in words_of(asked).items() if value}
    return said | {"asked_on": calendar_day(on, today)}
