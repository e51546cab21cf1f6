"""How a student knows somebody: the chain of introductions, back to the student.

Two queries, however long the chain is. Who named somebody first stands in it.
"""

from dataclasses import dataclass

from whoelse.web.contacts import queries
from whoelse.web.contacts.models import Circle, Contact, Referral, Stage

NEAR = (Circle.KNOWN, Circle.MET)
LONGEST = 12  # own setting: a longer chain is shown from its near end


@dataclass(frozen=True, slots=True)
class Link:
    """One person of the chain, how they named the next one, and how they were named."""

    contact: Contact
    named: Referral | None  # the next person of the chain
    named_by: Referral | None

    @property
    def is_met(self) -> bool:
        return self.contact.stage == Stage.HELD

    @property
    def is_near(self) -> bool:
        """The line to them is travelled: they were talked with, or nobody had to introduce them."""
        return self.is_met or (not self.named_by and self.contact.circle in NEAR)


def chain_to(contact: Contact) -> list[Link]:
    """The people between the student and `contact`, the nearest first, `contact` last."""
    first_named = _first_referrals(contact)
    referrals: list[int] = []
    seen = {contact.pk}
    here = contact.pk
    while here in first_named and len(referrals) < LONGEST:
        referral, referrer = first_named[here]
        if referrer in seen:
            break
        referrals.append(referral)
        seen.add(referrer)
        here = referrer
    return _links(contact, referrals)


def _first_referrals(contact: Contact) -> dict[int, tuple[int, int]]:
    """For everybody who was named: the first referral, and who gave it."""
    found: dict[int, tuple[int, int]] = {}
    rows = queries.referrals_of(contact.student).order_by("named_at", "pk")
    for pk, referrer, referred in rows.values_list("pk", "referrer_id", "referred_id"):
        found.setdefault(referred, (pk, referrer))
    return found


def _links(contact: Contact, referrals: list[int]) -> list[Link]:
    rows = queries.referrals_of(contact.student).in_bulk(referrals) if referrals else {}
    way = [rows[pk] for pk in reversed(referrals)]
    people = [*(referral.referrer for referral in way), contact]
    return [
        Link(
            contact=person,
            named=way[place] if place < len(way) else None,
            named_by=way[place - 1] if place else None,
        )
        for place, person in enumerate(people)
    ]
