"""One student on a social graph: whom they could ask, who says yes, who names whom.

The world is the same for every policy; what happens is drawn from the world's own seed. A person's
willingness is fixed by that seed too, so two policies that ask the same person hear the same.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from whoelse.engine.choosing.candidate import Candidate, Heard, History, Student
from whoelse.engine.choosing.estimates import YES
from whoelse.engine.choosing.network import Network
from whoelse.engine.words import Circle, Permission

START = date(2026, 8, 31)
WEEK = timedelta(days=7)
CURIOUS_AREAS = 6
_COMMON_AREA = 8  # people in an area, below which nobody could be expected to find them
_LEAST_TIES = 8  # of a student
_KNOWN, _ALUMNI, _COLD = 25, 40, 30  # whom the student can think of, or look up
_NAMES_SOMEBODY = 0.65  # own estimate, when asked for a name
_NAMES_TWO = 0.4
_EXPLICIT_NO = 0.3  # of those who do not agree; the others are silent
_LAPSES_WEEKS = 3
_REST_WEEKS = 17  # about four months, as between two pieces of news
_SILENCES_AT_MOST = 2
_FOR_GOOD_WEEKS = 520
_SPREAD = 6.0  # how alike people of a circle are: parameters of their Beta distribution add to it
_PERMISSIONS = {
    Permission.MAY_USE_NAME: 0.75,
    Permission.WILL_INTRODUCE: 0.15,
    Permission.ASK_FIRST: 0.10,
}
OWN_ESTIMATES: Mapping[Circle, float] = {circle: rate.value for circle, rate in YES.items()}


@dataclass(slots=True)
class World:
    """The state of one game. `contacts` are those whom the student has heard of."""

    network: Network
    me: int
    student: Student
    random: Random
    rates: Mapping[Circle, float]
    willing: Mapping[int, float]  # 0 to 1, the lower the more willing
    week: int = 0
    contacts: dict[int, Candidate] = field(default_factory=dict)
    asked: Counter[Circle] = field(default_factory=Counter)
    agreed: Counter[Circle] = field(default_factory=Counter)
    heard: list[int] = field(default_factory=list)
    named: set[int] = field(default_factory=set)
    waiting: dict[int, int] = field(default_factory=dict)  # contact: week of the request

    @property
    def today(self) -> date:
        """The Monday of the present week."""
        return START + self.week * WEEK

    def history(self) -> History:
        """What the student knows by now, as `suggest` wants it."""
        return History(
            today=self.today,
            heard=tuple(self._heard(n) for n in self.heard),
            asked=self.asked,
            agreed=self.agreed,
            open_requests=len(self.waiting),
        )

    def _heard(self, n: int) -> Heard:
        person = self.network.people[n]
        return Heard(occupation=person.occupation, area=person.area, employer=person.employer)

    def ask(self, n: int) -> None:
        """Send a request; the answer comes with the next weeks."""
        self.asked[self.contacts[n].circle] += 1
        self.waiting[n] = self.week
        self.contacts[n] = replace(self.contacts[n], open_request=True)

    def pass_week(self) -> None:
        """Let a week go by: answers, interviews, names, requests that lapse."""
        self.week += 1
        for n, sent in list(self.waiting.items()):
            if self.week == sent + 1:
                self._answer(n)
            elif self.week >= sent + _LAPSES_WEEKS:
                self._rest(n)
        for n, contact in self.contacts.items():
            if contact.permission is Permission.ASK_FIRST and self.random.random() < 0.5:
                self.contacts[n] = replace(contact, permission=Permission.MAY_USE_NAME)

    def _answer(self, n: int) -> None:
        contact = self.contacts[n]
        rate = self.rates[contact.circle] * 0.5**contact.silences
        if self._agrees(n, rate):
            self.agreed[contact.circle] += 1
            self.heard.append(n)
            self._close(n, interviewed=True)
            self._name(n)
        elif self.random.random() < _EXPLICIT_NO:
            self._close(n, said_no=True)

    def _rest(self, n: int) -> None:
        """Leave somebody who did not answer in peace for a term; after two silences for good."""
        silences = self.contacts[n].silences + 1
        weeks = _REST_WEEKS if silences < _SILENCES_AT_MOST else _FOR_GOOD_WEEKS
        self._close(n, silences=silences, resting_until=self.today + weeks * WEEK)

    def _agrees(self, n: int, rate: float) -> bool:
        """Draw a yes: people of one circle differ, but their mean is the rate."""
        local = Random(f"{self.willing[n]} {rate}")  # noqa: S311 - a game, not a secret
        chance = local.betavariate(_SPREAD * rate, _SPREAD * (1 - rate))
        return local.random() < chance

    def _close(self, n: int, **state: bool | int | date) -> None:
        self.waiting.pop(n, None)
        self.contacts[n] = replace(self.contacts[n], open_request=False, **state)  # type: ignore[arg-type]

    def _name(self, n: int) -> None:
        """Let an interviewee name one or two people, rather those whom the student looks for."""
        if self.random.random() >= _NAMES_SOMEBODY:
            return
        for _ in range(1 + (self.random.random() < _NAMES_TWO)):
            strangers = [m for m in self.network.ties[n] if m not in self.contacts and m != self.me]
            if strangers:
                weights = [self._fits(n, m) for m in strangers]
                self._refer(self.random.choices(strangers, weights)[0], n)

    def _fits(self, n: int, m: int) -> float:
        area = self.network.people[m].area
        is_wanted = bool(area) and area in self.student.curious
        is_own_field = bool(area) and area == self.network.people[n].area
        return (4.0 if is_wanted else 1.0) * (2.0 if is_own_field else 1.0)

    def _refer(self, m: int, by: int) -> None:
        permission = self.random.choices(list(_PERMISSIONS), list(_PERMISSIONS.values()))[0]
        self.named.add(m)
        self.meet([m], Circle.REFERRED)
        self.contacts[m] = replace(
            self.contacts[m], referrer=str(by), permission=permission, referred_on=self.today
        )

    def meet(self, people: Iterable[int], circle: Circle) -> None:
        """Add people to those whom the student has heard of."""
        for n in people:
            person = self.network.people[n]
            self.contacts[n] = Candidate(
                id=f"{n:06d}",
                name=f"Person {n}",
                circle=circle,
                occupation=person.occupation,
                area=person.area,
                employer=person.employer,
            )


def make_world(network: Network, seed: int, rates: Mapping[Circle, float] | None = None) -> World:
    """Choose a student, curiosities and the people who are within reach.

    `ValueError` if the network has nobody with eight ties, or no areas with eight people each.
    """
    random = Random(seed)  # noqa: S311 - a game, not a secret
    sizes = Counter(person.area for person in network.people if person.area)
    areas = sorted(area for area, count in sizes.items() if count >= _COMMON_AREA)
    students = [n for n, ties in enumerate(network.ties) if len(ties) >= _LEAST_TIES]
    if not areas or not students:
        raise ValueError("this network has no area of eight people or nobody with eight ties")
    curious = random.sample(areas, min(CURIOUS_AREAS, len(areas)))
    world = World(
        network=network,
        me=random.choice(students),
        student=Student(dict.fromkeys(curious, 1.0)),
        random=random,
        rates=OWN_ESTIMATES if rates is None else rates,
        willing={n: random.random() for n in range(len(network.people))},
    )
    _fill_circles(world)
    return world


def _fill_circles(world: World) -> None:
    people, me = world.network.people, world.me
    friends = world.network.ties[me]
    everybody = range(len(people))
    near = {me, *friends}
    school = people[me].school
    alumni = [n for n in everybody if school and people[n].school == school and n not in near]
    wanted = [n for n in everybody if people[n].area in world.student.curious and n not in near]
    for circle, pool, count in (
        (Circle.KNOWN, friends, _KNOWN),
        (Circle.ALUMNI, alumni, _ALUMNI),
        (Circle.COLD, wanted, _COLD // 2),
        (Circle.COLD, everybody, _COLD - _COLD // 2),
    ):
        new = [n for n in pool if n != me and n not in world.contacts]
        world.meet(world.random.sample(new, min(count, len(new))), circle)
