"""The people of a file as rows to choose from: who is in the list, who is blocked, who comes first.

Ranked by what the student is curious about, as the career atlas reads their titles, and by
nothing else: no gender, no age, no origin.
"""

from collections.abc import Iterator
from typing import Protocol

from whoelse.web.accounts.models import Student
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts import queries
from whoelse.web.contacts.keys import address_key, known_digests_of, profile_key
from whoelse.web.contacts.models import Circle
from whoelse.web.contacts.names import folded
from whoelse.web.contacts.staging import MOST_SKIPPED, Row, Staged

FROM_ADDRESS_BOOKS = ("google", "vcard", "outlook", "yahoo")


class PersonRead(Protocol):
    """One person of a file, as the engine hands it over."""

    name: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    employer: str
    job_title: str
    profile_url: str
    connected_on: str


class BatchRead(Protocol):
    """Everybody of a file, as the engine hands it over."""

    format: str
    people: tuple[PersonRead, ...]
    rows: int
    merged: int


def rows_to_choose(student: Student, batch: BatchRead) -> Staged:
    """Everybody who can be chosen, best first; who cannot be is only named."""
    known, blocked = KnownPeople(student), Blocked(student)
    curious = set(student.curiosities.values_list("area", flat=True))
    staged = Staged(
        rows=[],
        rows_read=batch.rows,
        merged=batch.merged,
        skipped_count=len(batch.skipped),
        skipped=[(each.row, each.why) for each in batch.skipped[:MOST_SKIPPED]],
        refused_columns=list(batch.refused_columns),
        warnings=list(batch.warnings),
    )
    ranked: list[tuple[tuple[int, float], Row]] = []
    for person in batch.people:
        if blocked.has(person):
            staged.blocked.append(person.name)
        elif public_id := known.find(person):
            staged.here.append((person.name, public_id))
        else:
            ranked.append(_ranked(person, curious, _circle_of(person, batch.format, student)))
    ranked.sort(key=lambda each: each[0])
    staged.rows = [row for _, row in ranked]
    return staged


def _ranked(person: PersonRead, curious: set[str], circle: str) -> tuple[tuple[int, float], Row]:
    work = careers.classify(person.job_title, person.employer)
    area = careers.area_name(work.area)
    if work.area in curious:
        place, why = 0, f"{area}: you are curious about it"
    elif area:
        place, why = 1, f"{area}: {work.why[0].lower()}{work.why[1:].rstrip('.')}"
    elif person.job_title:
        place, why = 2, "The title says nothing about an area"
    else:
        place, why = 3, "No job title in the file"
    row = Row(
        name=person.name,
        emails=list(person.emails),
        phones=list(person.phones),
        employer=person.employer,
        job_title=person.job_title,
        profile_url=person.profile_url,
        connected_on=person.connected_on,
        occupation=work.occupation,
        area=work.area,
        sector=work.sector,
        circle=circle,
        why=why,
    )
    return (place, -work.confidence), row


def _circle_of(person: PersonRead, source: str, student: Student) -> str:
    """What is likely for one row; the student decides for all of them or leaves it."""
    if student.school and folded(person.employer) == folded(student.school):
        return Circle.KNOWN
    if any("alum" in email.rpartition("@")[2] for email in person.emails):
        return Circle.ALUMNI
    if source == "linkedin":
        return Circle.MET
    return Circle.KNOWN if source in FROM_ADDRESS_BOOKS else Circle.COLD


class KnownPeople:
    """Finds somebody in the student's list by address, profile, or name with employer."""

    def __init__(self, student: Student) -> None:
        self._by_trait: dict[tuple[str, ...], str] = {}
        fields = ("email", "profile_url", "full_name", "employer", "public_id")
        for *traits, public_id in queries.contacts_of(student).values_list(*fields).iterator():
            for trait in _traits([traits[0]], *traits[1:]):
                self._by_trait.setdefault(trait, str(public_id))

    def find(self, person: PersonRead) -> str:
        """The public id of the contact, or nothing."""
        traits = _traits(person.emails, person.profile_url, person.name, person.employer)
        return next((self._by_trait[each] for each in traits if each in self._by_trait), "")


class Blocked:
    """Knows everybody whom the student must not contact."""

    def __init__(self, student: Student) -> None:
        self._digests = set(queries.blocked_digests(student))

    def has(self, person: PersonRead | Row) -> bool:
        if not self._digests:
            return False
        digests = set(
            known_digests_of(
                profile_url=person.profile_url, name=person.name, employer=person.employer
            )
        )
        for email in person.emails:
            digests |= known_digests_of(email=email)
        return not digests.isdisjoint(self._digests)


def _traits(emails: object, profile: str, name: str, employer: str) -> Iterator[tuple[str, ...]]:
    for email in emails:
        if email:
            yield ("email", address_key(email))
    if profile:
        yield ("profile", profile_key(profile))
    if name and employer:
        yield ("name", folded(name), folded(employer))
