"""Offered times in the words of a message, by the other person's clock and the student's."""

from collections.abc import Sequence
from datetime import datetime

from whoelse.web.outreach.actions import save_draft
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.models import OfferedTime
from whoelse.web.scheduling.zones import clock_of, day_of, place_of, zone_of

_BEGINS = "These times are free on my side"


def times_in_words(offers: Sequence[OfferedTime], *, here: str) -> str:
    """A sentence and a line for each time; nothing without times."""
    if not offers:
        return ""
    there = offers[0].contact_zone
    pairs = [
        (one.starts_at.astimezone(zone_of(there)), one.starts_at.astimezone(zone_of(here)))
        for one in offers
    ]
    agree = all(a.replace(tzinfo=None) == b.replace(tzinfo=None) for a, b in pairs)
    lines = [f"- {day_of(a)}, {clock_of(a)}{'' if agree else _mine(a, b, here)}" for a, b in pairs]
    return "\n".join([f"{_BEGINS}, by the clocks of {place_of(there)}:", *lines])


def put_into_draft(message: Message, offers: Sequence[OfferedTime], *, at: datetime) -> Message:
    """Write the times into the draft before its closing words, instead of those before."""
    paragraphs = [p for p in _paragraphs(message.body) if not p.startswith(_BEGINS)]
    words = times_in_words(offers, here=message.student.time_zone)
    place = max(len(paragraphs) - 1, 0)
    body = "\n\n".join([*paragraphs[:place], words, *paragraphs[place:]])
    return save_draft(
        message.contact,
        kind=message.kind,
        subject=message.subject,
        body=body,
        confirmed=message.confirmed,
        at=at,
    )


def _paragraphs(body: str) -> list[str]:
    return [part.strip("\n") for part in body.replace("\r\n", "\n").split("\n\n") if part.strip()]


def _mine(theirs: datetime, mine: datetime, here: str) -> str:
    day = "" if theirs.date() == mine.date() else f"{day_of(mine)}, "
    return f" ({day}{clock_of(mine)} in {place_of(here)})"
