"""Who is in the file twice: the same address, profile link, or name with employer or phone.

Nobody is lost: two people who share an address but have different names, as couples and offices
do, stay two; so do namesakes with different profiles.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from unicodedata import normalize

from whoelse.engine.contact_files.batch import Person
from whoelse.engine.contact_files.links import link_key, names_one_person

_WORD = re.compile(r"\w+")

_COMBINING = re.compile("[\u0300-\u036f]+")
# Bounds for hostile files, own estimates: people with one key in common, comparisons for one
# person, and addresses of one person.
_MOST_OWNERS = 7
_MOST_COMPARED = 12
_MOST_VALUES = 40
ADDRESS, LINK, NAME = "address:", "link:", "name:"


class Duplicates:
    """People in the order of the file, each once; later copies fill in what is missing."""

    def __init__(self) -> None:
        self._people: dict[int, Person] = {}
        self._owners: dict[str, int] = {}
        self._more_owners: dict[str, list[int]] = {}
        self._kept_apart = ""
        self.merged = 0

    def add(self, person: Person) -> None:
        """Take in a person, or what this copy adds to one who is known, or joins several to one."""
        keys = _keys(person)
        if self._owners.keys().isdisjoint(keys):
            self._owners.update(dict.fromkeys(keys, self._next_place()))
            self._people[self._next_place()] = person
            return
        same = list(self._same(keys, person))
        if not same:
            self._own(keys, self._next_place())
            self._people[self._next_place()] = person
            return
        place, *others = sorted(set(same))
        whole = merged(self._people[place], person)
        for other in others:
            whole = merged(whole, self._people.pop(other))
        self.merged += 1 + len(others)
        if whole != self._people[place]:
            self._people[place] = whole
            self._own(_keys(whole), place)

    def people(self) -> tuple[Person, ...]:
        """Return everybody once, in the order in which they came first."""
        return tuple(self._people.values())

    def remarks(self) -> list[str]:
        """Return sentences about people who were not merged although they share something."""
        if not self._kept_apart:
            return []
        return [f"People who share {self._kept_apart} have different names and were kept apart."]

    def _next_place(self) -> int:
        return len(self._people) + self.merged

    def _same(self, keys: list[str], person: Person) -> Iterator[int]:
        """Yield the places of those who are `person`, each perhaps several times."""
        owners = (
            (key, owner)
            for key in keys
            if key in self._owners
            for owner in (self._owners[key], *self._more_owners.get(key, ()))
        )
        for key, owner in islice(owners, _MOST_COMPARED):
            known = self._people.get(owner)
            if known is None:
                continue
            if are_same(known, person, key):
                yield owner
            elif key.startswith(ADDRESS):
                self._kept_apart = self._kept_apart or key.removeprefix(ADDRESS)

    def _own(self, keys: list[str], place: int) -> None:
        for key in keys:
            if self._owners.setdefault(key, place) != place:
                others = self._more_owners.setdefault(key, [])
                if place not in others and len(others) < _MOST_OWNERS:
                    others.append(place)


def are_same(known: Person, person: Person, key: str) -> bool:
    """Say whether two who share `key` are one; links differ between namesakes."""
    if key.startswith(LINK) and names_one_person(key.removeprefix(LINK)):
        return True
    if key.startswith(NAME):
        links = link_key(known.profile_url), link_key(person.profile_url)
        return links[0] == links[1] or not all(map(names_one_person, links))
    return may_be_one_name(known, person)


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
        emails=_union(first.emails, second.emails),
        phones=_union(first.phones, second.phones),
        employer=first.employer or second.employer,
        job_title=first.job_title or second.job_title,
        profile_url=first.profile_url or second.profile_url,
        connected_on=first.connected_on or second.connected_on,
    )


def words_of(name: str) -> list[str]:
    """Return the words of a name without case, accents and punctuation."""
    return _WORD.findall(plain_name(name)) or [name]


def plain_name(name: str) -> str:
    """Return a name in lower case, without accents and points."""
    if not name.isascii():
        name = _COMBINING.sub("", normalize("NFKD", name)).casefold()
    return name.lower().replace(".", "")


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Return each value once, but not so many that a hostile file makes every merge slow."""
    return tuple(dict.fromkeys(one + other))[: max(_MOST_VALUES, len(one))]


def _begin_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _keys(person: Person) -> list[str]:
    keys = [ADDRESS + address for address in person.emails]
    if person.profile_url:
        keys.append(LINK + link_key(person.profile_url))
    name = NAME + plain_name(person.name)
    if person.employer:
        keys.append(f"{name}\n{person.employer.casefold()}")
    keys += [f"{name}\n{''.join(filter(str.isdigit, phone))}" for phone in person.phones]
    if not keys:
        keys.append(name)
    return keys
