"""Who led to whom as a forest: every person once, below whoever named them first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from whoelse.web.contacts.models import Contact, Referral, Stage
from whoelse.web.contacts.queries import block_of


@dataclass(slots=True)
class Person:
    """A contact in the forest. `generation` 1 is who the student knew or found."""

    contact: Contact
    generation: int = 1
    named_by: "Person | None" = None
    named: list["Person"] = field(default_factory=list)

    @property
    def is_met(self) -> bool:
        return self.contact.stage == Stage.HELD

    def walk(self) -> Iterator["Person"]:
        """This person and everyone below, top down, without recursion."""
        waiting = [self]
        while waiting:
            person = waiting.pop()
            yield person
            waiting.extend(reversed(person.named))


def forest_of(contacts: Iterable[Contact], referrals: Iterable[Referral]) -> list[Person]:
    """The first generation, in a stable order: adding somebody moves nobody above them.

    Two people who named each other cannot both stand above the other: the one whom the
    student had first (the smaller key) stays in the first generation.
    """
    people = {contact.pk: Person(contact) for contact in contacts}
    for referral in sorted(referrals, key=lambda r: (r.named_at, r.pk)):
        child, parent = people.get(referral.referred_id), people.get(referral.referrer_id)
        if child and parent and child.named_by is None and not is_above(child, parent):
            child.named_by = parent
            parent.named.append(child)
    roots = [person for person in people.values() if person.named_by is None]
    for root in roots:
        for person in root.walk():
            person.generation = person.named_by.generation + 1 if person.named_by else 1
    return roots


def is_above(one: Person, other: Person) -> bool:
    """Does `one` stand above `other`, or is it the same person?"""
    while other is not None:
        if other is one:
            return True
        other = other.named_by
    return False


def connectors_of(people: Iterable[Person], *, most: int = 5) -> list[Person]:
    """Who named at least two others, whoever named most first: people to keep close to."""
    found = [person for person in people if len(person.named) > 1]
    return sorted(found, key=lambda person: -len(person.named))[:most]


def not_followed(referrals: Iterable[Referral]) -> list[Referral]:
    """The names that nobody wrote to yet, the newest first, each with who gave it last."""
    latest: dict[int, Referral] = {}
    for referral in sorted(referrals, key=lambda r: (r.named_at, r.pk), reverse=True):
        if referral.referred.stage == Stage.OPEN and block_of(referral.referred) is None:
            latest.setdefault(referral.referred_id, referral)
    return list(latest.values())


def drawn_first(roots: Sequence[Person], *, most: int, quiet: int) -> tuple[list[Person], int]:
    """The roots worth drawing (asked, or with a name behind them), and how many are left out.

    Of those nobody asked yet, at most `quiet` are drawn: they say nothing of who led to whom.
    """
    told = [r for r in roots if r.named or r.contact.stage != Stage.OPEN]
    others = [r for r in roots if not r.named and r.contact.stage == Stage.OPEN]
    room = min(quiet, max(0, most - len(told)))
    shown = {id(root) for root in told} | {id(root) for root in others[:room]}
    return [root for root in roots if id(root) in shown], len(others) - len(others[:room])
