"""Who is in the file twice: the same address, profile link, or name with employer or phone.

Nobody is lost: two people who share an address but have different names, as couples and offices
do, stay two; so do namesakes with different profiles.
"""

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import combining, normalize

from whoelse.engine.contact_files.batch import Person
from whoelse.engine.contact_files.links import link_key, names_one_person

Key = tuple[str, ...]


class Duplicates:
    """People in the order of the file, each once; later copies fill in what is missing."""

    def __init__(self) -> None:
        self._people: dict[int, Person] = {}
        self._owners: dict[Key, list[int]] = {}
        self._kept_apart = ""
        self.merged = 0

    def add(self, person: Person) -> None:
        keys = list(_keys(person))
        same = sorted({owner for key in keys for owner in self._same(key, person)})
        if not same:
            place = len(self._people) + self.merged
            self._people[place] = person
            self._own(keys, place)
            return
        place = same[0]
        whole = merged(self._people[place], person)
        for other in same[1:]:
            whole = merged(whole, self._people.pop(other))
            self.merged += 1
        self._people[place] = whole
        self.merged += 1
        self._own(list(_keys(whole)), place)

    def people(self) -> tuple[Person, ...]:
        return tuple(self._people.values())

    def remarks(self) -> list[str]:
        if not self._kept_apart:
            return []
        return [f"People who share {self._kept_apart} have different names and were kept apart."]

    def _same(self, key: Key, person: Person) -> Iterator[int]:
        for owner in self._owners.get(key, ()):
            known = self._people.get(owner)
            if known is None:
                continue
            if are_same(known, person, key):
                yield owner
            elif key[0] == "email":
                self._kept_apart = self._kept_apart or key[1]

    def _own(self, keys: list[Key], place: int) -> None:
        for key in keys:
            owners = self._owners.setdefault(key, [])
            if place not in owners and len(owners) < 8:  # own estimate: a bound for hostile files
                owners.append(place)


def are_same(known: Person, person: Person, key: Key) -> bool:
    """Say whether two who share `key` are one; links differ between namesakes."""
    links = link_key(known.profile_url), link_key(person.profile_url)
    if key[0] == "link" and names_one_person(key[1]):
        return True
    if key[0] == "name" and links[0] != links[1] and all(map(names_one_person, links)):
        return False
    return key[0] == "name" or may_be_one_name(known, person)


def may_be_one_name(one: Person, other: Person) -> bool:
    """Say whether two names can be spellings of one: “Ada B. Lovelace”, “A. Lovelace”."""
    first, second = words_of(one.name), words_of(other.name)
    if first == second or is_nameless(one) or is_nameless(other):
        return True
    shorter, longer = sorted((first, second), key=len)
    if set(shorter) <= set(longer):
        return True
    return bool(shorter) and shorter[-1] == longer[-1] and _begin_alike(shorter[0], longer[0])


def is_nameless(person: Person) -> bool:
    """Say whether an address stands in for the name."""
    return person.name in person.emails


def merged(first: Person, second: Person) -> Person:
    """Return `first`, with what only `second` knows."""
    named = second if is_nameless(first) else first
    return replace(
        first,
        name=named.name,
        given=named.given or (second.given if named.name == second.name else ""),
        family=named.family or (second.family if named.name == second.name else ""),
        emails=tuple(dict.fromkeys(first.emails + second.emails)),
        phones=tuple(dict.fromkeys(first.phones + second.phones)),
        employer=first.employer or second.employer,
        job_title=first.job_title or second.job_title,
        profile_url=first.profile_url or second.profile_url,
        connected_on=first.connected_on or second.connected_on,
    )


def words_of(name: str) -> list[str]:
    """Return the words of a name without case, accents and punctuation."""
    if not name.isascii():
        name = "".join(letter for letter in normalize("NFKD", name) if not combining(letter))
    words = "".join(letter if letter.isalnum() else " " for letter in name.casefold()).split()
    return words or [name]


def _begin_alike(one: str, other: str) -> bool:
    return one[0] == other[0] and (min(len(one), len(other)) == 1 or one[:3] == other[:3])


def _keys(person: Person) -> Iterator[Key]:
    for address in person.emails:
        yield ("email", address)
    if person.profile_url:
        yield ("link", link_key(person.profile_url))
    name = " ".join(words_of(person.name))
    if person.employer:
        yield ("name", name, person.employer.casefold())
    for phone in person.phones:
        yield ("name", name, "".join(filter(str.isdigit, phone)))
    if not (person.emails or person.profile_url or person.employer or person.phones):
        yield ("name", name)
