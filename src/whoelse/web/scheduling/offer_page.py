"""What the page shows on which times are offered: good ones first, the others by day."""

from dataclasses import dataclass
from datetime import datetime

from whoelse.web.contacts.models import Contact
from whoelse.web.scheduling import bridge, queries
from whoelse.web.scheduling.zones import clock_of, day_of, place_of, zone_of

MOST_OTHERS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One time to tick: by both clocks, with why it is good."""

    value: str
    theirs: str
    mine: str
    why: str = ""
    is_ticked: bool = False


@dataclass(frozen=True, slots=True)
class OfferPage:
    zone: str
    minutes: int
    good: list[Line]
    others: list[tuple[str, list[Line]]]
    advice: str
    is_draft: bool

    @property
    def place(self) -> str:
        return place_of(self.zone)

    @classmethod
    def of(cls, contact: Contact, *, zone: str, minutes: int, at: datetime) -> "OfferPage":
        """What suits both now. Times that are held for this person already stay ticked."""
        message = queries.message_for_times(contact)
        proposal = bridge.proposed_times(
            contact.student, message, minutes=minutes, contact_zone=zone, k=5, at=at
        )
        held = queries.held_for(contact, at=at)
        here = contact.student.time_zone
        known = {one.starts_at for one in held}
        # The first reason, both working days, holds for all of them and stands beside the list.
        chosen = {c.slot.starts_at: ", ".join(c.reasons[1:]) for c in proposal.chosen}
        moments = sorted(known | set(chosen))
        ticked = known or set(sorted(chosen)[:4])
        good = [
            _line(m, zone, here, chosen.get(m, "offered already"), m in ticked) for m in moments
        ]
        rest = [s.starts_at for s in proposal.slots if s.starts_at not in moments][:MOST_OTHERS]
        return cls(
            zone=zone,
            minutes=minutes,
            good=good,
            others=_by_day(rest, zone, here),
            advice=proposal.advice,
            is_draft=message is None or message.is_draft,
        )


def _by_day(moments: list[datetime], zone: str, here: str) -> list[tuple[str, list[Line]]]:
    days: dict[str, list[Line]] = {}
    for moment in moments:
        line = _line(moment, zone, here, "", is_ticked=False)
        days.setdefault(day_of(moment.astimezone(zone_of(zone))), []).append(line)
    return list(days.items())


def _line(moment: datetime, zone: str, here: str, why: str, is_ticked: bool) -> Line:  # noqa: FBT001
    theirs, mine = moment.astimezone(zone_of(zone)), moment.astimezone(zone_of(here))
    same = theirs.replace(tzinfo=None) == mine.replace(tzinfo=None)
    return Line(
        value=moment.isoformat(),
        theirs=f"{day_of(theirs)}, {clock_of(theirs)}",
        mine="" if same else f"{clock_of(mine)} for you",
        why=why,
        is_ticked=is_ticked,
    )
