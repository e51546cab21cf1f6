"""The game: the same for every policy, within the limits of courtesy, and won by ours."""

from statistics import fmean

import pytest

from whoelse.engine.choosing import (
    Network,
    NetworkPerson,
    Policy,
    generate,
    interval,
    may_be_asked,
    simulate,
)
from whoelse.engine.choosing.simulation import _ORDERS
from whoelse.engine.choosing.world import WEEK, make_world
from whoelse.engine.words import Circle, Permission

NETWORK = generate(500, 3)


def all_know_all(people: int, area: str) -> Network:
    everybody = range(people)
    ties = tuple(tuple(m for m in everybody if m != n) for n in everybody)
    return Network((NetworkPerson(area=area),) * people, ties)


@pytest.mark.parametrize("policy", list(Policy))
def test_a_game_depends_on_its_seed_alone(policy):
    assert simulate(NETWORK, policy, 5, requests=12) == simulate(NETWORK, policy, 5, requests=12)


@pytest.mark.parametrize("policy", list(Policy))
def test_every_policy_keeps_to_the_limits(policy):
    world = make_world(NETWORK, 8)
    for _ in range(30):
        chosen = _ORDERS[policy](world)
        if chosen is not None:
            contact = world.contacts[chosen]
            assert may_be_asked(contact, world.history(), ())
            world.ask(chosen)
        employers = [world.contacts[n].employer for n in world.waiting]
        assert len(employers) == len(set(employers)) <= 5
        world.pass_week()


def test_the_same_seed_gives_every_policy_the_same_student_and_people():
    one, other = make_world(NETWORK, 4), make_world(NETWORK, 4)

    assert (one.me, one.student, one.contacts, one.willing) == (
        other.me,
        other.student,
        other.contacts,
        other.willing,
    )
    assert make_world(NETWORK, 5).me != one.me


def test_circles_follow_the_graph():
    world = make_world(NETWORK, 4)
    people, me = NETWORK.people, world.me
    by_circle = {circle: set() for circle in Circle}
    for n, contact in world.contacts.items():
        by_circle[contact.circle].add(n)

    assert by_circle[Circle.KNOWN] <= set(NETWORK.ties[me])
    assert {people[n].school for n in by_circle[Circle.ALUMNI]} == {people[me].school}
    assert len(by_circle[Circle.COLD]) == 30
    assert me not in world.contacts


def test_everybody_agrees_when_the_rate_is_nearly_one():
    game = simulate(NETWORK, Policy.NEAREST, 2, requests=10, rates=dict.fromkeys(Circle, 0.999))

    assert (game.requests, game.interviews, len(game.understood)) == (10, 10, 10)
    assert game.contacts_made > 0
    assert game.understood_any[-1] >= game.understood[-1]


def test_silence_lapses_and_then_rests_for_a_term_and_at_last_for_good():
    world = make_world(NETWORK, 2, dict.fromkeys(Circle, 0.001))
    n = next(iter(world.contacts))
    for silences, weeks in ((1, 17), (2, 520)):
        world.contacts[n] = _askable(world.contacts[n])
        while world.contacts[n].silences < silences:
            world.contacts[n] = _askable(world.contacts[n])
            if n not in world.waiting:
                world.ask(n)
            world.pass_week()
        assert world.contacts[n].resting_until == world.today + weeks * WEEK
    assert world.waiting == {}


def _askable(contact):
    """Forget a no, which the game draws at times, so that silence can be met."""
    return type(contact)(
        id=contact.id, name=contact.name, circle=contact.circle, silences=contact.silences
    )


def test_a_game_ends_when_nobody_is_left():
    game = simulate(NETWORK, Policy.RANDOM, 2, requests=1000, rates=dict.fromkeys(Circle, 0.001))

    assert 50 < game.requests < 1000


def test_asked_first_becomes_a_name_that_may_be_used():
    world = make_world(NETWORK, 6)
    n = next(iter(world.contacts))
    for _ in range(20):
        world._refer(n, 0)
        if world.contacts[n].permission is Permission.ASK_FIRST:
            break
    for _ in range(20):
        world.pass_week()

    assert world.contacts[n].permission is Permission.MAY_USE_NAME


def test_ours_understands_a_quarter_more_areas_than_nearest_first():
    def understood(policy):
        return fmean(simulate(NETWORK, policy, s, requests=30).understood[-1] for s in range(30))

    assert understood(Policy.OURS) >= 1.25 * understood(Policy.NEAREST)


@pytest.mark.parametrize(
    "network",
    [
        Network((), ()),
        Network((NetworkPerson(area="a"),) * 9, ((),) * 9),
        Network(
            (NetworkPerson(),) * 9, tuple(tuple(m for m in range(9) if m != n) for n in range(9))
        ),
    ],
)
def test_a_network_that_is_too_small_is_refused(network):
    with pytest.raises(ValueError, match="eight"):
        simulate(network, Policy.OURS, 1)


def test_a_small_world_without_a_school_is_played():
    network = all_know_all(10, "a")

    assert simulate(network, Policy.CURIOUS, 1, requests=5).understood[-1] <= 1


def test_interval():
    found = interval([1.0, 2.0, 3.0])

    assert (found.mean, found.low, found.high) == pytest.approx((2.0, 0.868, 3.132), abs=1e-3)
