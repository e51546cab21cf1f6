"""A social graph to play on: people with a field, a post, an employer and a school, and ties.

Graphs are generated from a seed, or read from the text of SNAP's ego networks; where the files
lie is the caller's business.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Person:
    """What can be known of somebody; empty where it is not known."""

    area: str = ""
    occupation: str = ""
    employer: str = ""
    school: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """`ties[n]` are the positions of the people whom `people[n]` knows, in rising order."""

    people: tuple[Person, ...]
    ties: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class EgoText:
    """The text of one ego's files: `.edges`, `.feat`, `.egofeat` and `.featnames`."""

    ego: int
    edges: str
    features: str
    own_features: str
    names: str


_AREAS, _SCHOOLS = 20, 12
_EMPLOYER_SIZE = 6  # people at one employer, about
_TIES = (("school", 4), ("employer", 2), ("area", 3), ("", 1))  # each person makes so many
_FIELDS = {
    "education;concentration;id": "area",
    "work;position;id": "occupation",
    "work;employer;id": "employer",
    "education;school;id": "school",
}


def generate(size: int, seed: int) -> Network:
    """Return a network of `size` people who know each other by school, employer and field.

    Areas are unequal, the largest about twenty times the smallest; four in five people work in
    a field that can be seen from outside.
    """
    random = Random(seed)  # noqa: S311 - a game, not a secret
    shares = [1 / (rank + 1) for rank in range(_AREAS)]
    people = []
    for _ in range(size):
        area = random.choices(range(_AREAS), shares)[0]
        is_seen = random.random() < 0.8
        people.append(
            Person(
                area=f"a{area}" if is_seen else "",
                occupation=f"a{area}-{random.randrange(4)}" if is_seen else "",
                employer=f"e{area}-{random.randrange(max(1, size // _AREAS // _EMPLOYER_SIZE))}",
                school=f"s{random.randrange(_SCHOOLS)}",
            )
        )
    return Network(tuple(people), _tie(people, random))


def _tie(people: Sequence[Person], random: Random) -> tuple[tuple[int, ...], ...]:
    everybody = range(len(people))
    edges: set[tuple[int, int]] = set()
    for field, count in _TIES:
        circles: dict[str, list[int]] = defaultdict(list)
        for n in everybody:
            circles[getattr(people[n], field) if field else ""].append(n)
        for n in everybody:
            circle = circles[getattr(people[n], field) if field else ""]
            for _ in range(count):
                other = random.choice(circle)
                edges.add((min(n, other), max(n, other)))
    return _adjacency(len(people), edges)


def read_ego_networks(texts: Iterable[EgoText]) -> Network:
    """Return one network out of several overlapping ego networks (SNAP; Leskovec, McAuley 2012).

    Fields of study stand for areas, positions for occupations. People keep the order of their
    numbers; of several values of one kind the smallest counts.
    """
    values: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    edges: set[tuple[int, int]] = set()
    for text in texts:
        names = [line.split(" ", 1)[1].strip() for line in text.names.splitlines() if line]
        _note(values[text.ego], names, text.own_features.split())
        for line in text.features.splitlines():
            number, *bits = line.split()
            _note(values[int(number)], names, bits)
            edges.add((text.ego, int(number)))
        for line in text.edges.splitlines():
            first, second = line.split()
            edges.add((int(first), int(second)))
    numbers = sorted(values.keys() | {n for edge in edges for n in edge})
    place = {number: n for n, number in enumerate(numbers)}
    people = tuple(_person(values[number]) for number in numbers)
    return Network(people, _adjacency(len(numbers), {(place[a], place[b]) for a, b in edges}))


def _note(known: Mapping[str, set[str]], names: Sequence[str], bits: Sequence[str]) -> None:
    for name, bit in zip(names, bits, strict=True):
        kind, _, value = name.rpartition(";")
        if bit == "1" and kind in _FIELDS:
            known[_FIELDS[kind]].add(value.rpartition(" ")[2])


def _person(known: Mapping[str, set[str]]) -> Person:
    return Person(**{field: min(values, key=int) for field, values in known.items() if values})


def _adjacency(size: int, edges: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    ties: list[set[int]] = [set() for _ in range(size)]
    for a, b in edges:
        if a != b:
            ties[a].add(b)
            ties[b].add(a)
    return tuple(tuple(sorted(known)) for known in ties)
