"""Plays years of interviewing on a social graph, to compare ways of choosing whom to ask.

Every policy obeys the same limits of courtesy and differs only in the order. An area counts as
understood when two people of it were talked with.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import fmean, stdev

from whoelse.engine.choosing.candidate import Candidate
from whoelse.engine.choosing.estimates import ENOUGH_TALKS
from whoelse.engine.choosing.limits import asked_employers, may_be_asked, places_left
from whoelse.engine.choosing.network import Network
from whoelse.engine.choosing.suggesting import suggest
from whoelse.engine.choosing.world import World, make_world
from whoelse.engine.words import Circle

REQUESTS = 40
_PATIENCE_WEEKS = 4  # without anybody to ask, then the game ends
_NEAREST = (Circle.KNOWN, Circle.REFERRED, Circle.ALUMNI, Circle.MET, Circle.COLD)


class Policy(StrEnum):
    """An order in which to ask."""

    OURS = "ours"
    RANDOM = "random"
    NEAREST = "nearest"  # people you know, then people they named, then alumni, then strangers
    BEST_CONNECTED = "best-connected"  # whoever knows most people, of all within reach
    CURIOUS = "curious"  # an area of interest, the least heard one first, then the nearest


@dataclass(frozen=True, slots=True)
class Game:
    """What one student reached with one policy; the curves have a value after each request."""

    policy: Policy
    seed: int
    requests: int
    interviews: int
    contacts_made: int  # new people named by interviewees
    understood: tuple[int, ...]  # areas of interest
    understood_any: tuple[int, ...]  # areas of any kind


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over seeds with its 95 % interval."""

    mean: float
    low: float
    high: float


def simulate(
    network: Network,
    policy: Policy,
    seed: int,
    *,
    requests: int = REQUESTS,
    rates: Mapping[Circle, float] | None = None,
) -> Game:
    """Let one student send `requests` requests, at most one a week, and return what came of it.

    `rates` are the true shares of yes by circle, own estimates if not given. The same seed gives
    the same student, the same people within reach and the same willingness for every policy. Raises
    what `make_world` raises.
    """
    world = make_world(network, seed, rates)
    understood: list[int] = []
    understood_any: list[int] = []
    idle = 0
    while len(understood) < requests and idle < _PATIENCE_WEEKS:
        chosen = _ORDERS[policy](world)
        idle = idle + 1 if chosen is None else 0
        if chosen is not None:
            world.ask(chosen)
        world.pass_week()
        if chosen is not None:
            wanted, everything = _understood(world)
            understood.append(wanted)
            understood_any.append(everything)
    return Game(
        policy=policy,
        seed=seed,
        requests=len(understood),
        interviews=len(world.heard),
        contacts_made=len(world.named),
        understood=tuple(understood),
        understood_any=tuple(understood_any),
    )


def _understood(world: World) -> tuple[int, int]:
    talks = Counter(world.network.people[n].area for n in world.heard)
    areas = {area for area, count in talks.items() if area and count >= ENOUGH_TALKS}
    return len(areas & world.student.curious.keys()), len(areas)


def _ours(world: World) -> int | None:
    found = suggest(world.student, tuple(world.contacts.values()), world.history(), 1)
    return int(found[0].candidate.id) if found else None


def _random(world: World) -> int | None:
    return _first(world, lambda _n, _contact: 0)


def _nearest(world: World) -> int | None:
    return _first(world, lambda _n, contact: _NEAREST.index(contact.circle))


def _best_connected(world: World) -> int | None:
    return _first(world, lambda n, _contact: -len(world.network.ties[n]))


def _curious(world: World) -> int | None:
    talks = Counter(world.network.people[n].area for n in world.heard)

    def rank(_n: int, contact: Candidate) -> tuple[bool, int, int]:
        is_wanted = contact.area in world.student.curious
        return not is_wanted, talks[contact.area], _NEAREST.index(contact.circle)

    return _first(world, rank)


def _first(world: World, rank: Callable[[int, Candidate], object]) -> int | None:
    """Return whoever may be asked and ranks first; equals are drawn by lot."""
    history = world.history()
    busy = asked_employers(world.contacts.values())
    allowed = [n for n, c in world.contacts.items() if may_be_asked(c, history, busy)]
    if not allowed or not places_left(history):
        return None
    lots = {n: world.random.random() for n in allowed}
    return min(allowed, key=lambda n: (rank(n, world.contacts[n]), lots[n]))


_ORDERS: Mapping[Policy, Callable[[World], int | None]] = {
    Policy.OURS: _ours,
    Policy.RANDOM: _random,
    Policy.NEAREST: _nearest,
    Policy.BEST_CONNECTED: _best_connected,
    Policy.CURIOUS: _curious,
}


def interval(values: Sequence[float]) -> Interval:
    """Return the mean of at least two values and its 95 % interval, by the normal law."""
    mean = fmean(values)
    reach = 1.96 * stdev(values) / sqrt(len(values))
    return Interval(mean, mean - reach, mean + reach)
