"""Graphs to play on: generated from a seed, or read from the text of ego networks."""

import pytest

from whoelse.engine.choosing import EgoText, Network, generate, read_ego_networks
from whoelse.engine.choosing import NetworkPerson as Person

NAMES = """0 birthday;anonymized feature 0
1 education;concentration;id;anonymized feature 14
2 education;concentration;id;anonymized feature 9
3 education;school;id;anonymized feature 50
4 work;employer;id;anonymized feature 140
5 work;position;id;anonymized feature 193
"""
FIRST = EgoText(
    ego=0,
    edges="1 2\n2 1\n",
    features="1 1 1 1 0 0 0\n2 0 0 0 1 1 1\n",
    own_features="1 0 0 0 0 0",
    names=NAMES,
)
SECOND = EgoText(
    ego=7, edges="2 9\n", features="2 0 0 0 0 0 0\n", own_features="0 1 0 0 0 0", names=NAMES
)


def test_ego_networks_become_one():
    assert read_ego_networks([FIRST, SECOND]) == Network(
        people=(
            Person(),
            Person(area="9"),
            Person(occupation="193", employer="140", school="50"),
            Person(area="14"),
            Person(),
        ),
        ties=((1, 2), (0, 2), (0, 1, 3, 4), (2,), (2,)),
    )


@pytest.mark.parametrize("change", [{"edges": "1\n"}, {"features": "x 1\n"}, {"names": "0\n"}])
def test_a_broken_ego_network_is_refused(change):
    broken = {"ego": 0, "edges": "", "features": "", "own_features": "1", "names": "0 a;b 1\n"}

    with pytest.raises((ValueError, IndexError)):
        read_ego_networks([EgoText(**broken | change)])


def test_a_generated_network_depends_on_its_seed_alone():
    assert generate(200, 1) == generate(200, 1)
    assert generate(200, 1) != generate(200, 2)


def test_ties_are_mutual_and_nobody_is_tied_to_themselves():
    network = generate(200, 1)

    assert all(n in network.ties[m] and n != m for n in range(200) for m in network.ties[n])


def test_people_of_a_field_know_each_other():
    network = generate(600, 1)
    people, ties = network.people, network.ties
    pairs = [(n, m) for n in range(600) for m in ties[n] if people[n].area and people[m].area]
    alike = sum(people[n].area == people[m].area for n, m in pairs) / len(pairs)
    shares = [[p.area for p in people].count(f"a{a}") / 600 for a in range(20)]

    assert alike > 2 * sum(share**2 for share in shares)
