"""Whom to ask next: the order, its parts and what it never depends on."""

from dataclasses import replace
from datetime import timedelta
from math import inf, nan

import pytest

from tests.engine.choosing.makers import (
    PHYSICS,
    TODAY,
    held,
    make_candidate,
    make_history,
    make_referred,
    order,
)
from whoelse.engine.choosing import Heard, Student, suggest
from whoelse.engine.words import Circle, Permission

KNOWN = make_candidate(id="aunt", circle=Circle.KNOWN, area="finance")
FAVOURITE = make_candidate(id="alum", circle=Circle.ALUMNI, occupation="medical-physicist")


@pytest.mark.parametrize("interviews", [0, 1, 2, 3, 8])
@pytest.mark.parametrize("area", ["medical-physics", "dosimetry", ""])
def test_who_was_named_just_now_stands_first(interviews, area):
    neighbours = [
        make_candidate(id=circle.value, circle=circle, occupation="medical-physicist")
        for circle in Circle
    ]

    found = order([*neighbours, make_referred(area=area)], heard=held(interviews))

    assert found[0] == "elif"


@pytest.mark.parametrize(
    ("days", "freshness"), [(0, 4.0), (7, 4.0), (10, 16 / 7), (14, 0.0), (90, 0.0), (-3, 4.0)]
)
def test_a_name_cools_within_two_weeks(days, freshness):
    referred = make_referred(referred_on=TODAY - timedelta(days=days))

    (found,) = suggest(PHYSICS, [referred], make_history(), 1)

    assert found.parts.freshness == pytest.approx(freshness)


def test_a_name_without_a_date_is_half_as_fresh():
    (found,) = suggest(PHYSICS, [make_referred(referred_on=None)], make_history(), 1)

    assert found.parts.freshness == 2.0


@pytest.mark.parametrize("permission", [None, Permission.WILL_INTRODUCE])
def test_only_a_name_that_may_be_used_is_in_a_hurry(permission):
    (found,) = suggest(PHYSICS, [make_referred(permission=permission)], make_history(), 1)

    assert found.parts.freshness == 0.0


@pytest.mark.parametrize(("interviews", "first"), [(0, "aunt"), (1, "aunt"), (3, "alum")])
def test_known_people_come_first_until_three_interviews_were_held(interviews, first):
    assert order([FAVOURITE, KNOWN], heard=held(interviews, area="finance"))[0] == first


def test_curiosity_decides_between_equals():
    off_path = replace(FAVOURITE, id="off", area="finance", occupation="analyst")

    assert order([off_path, FAVOURITE]) == ["alum", "off"]
    assert order([off_path, FAVOURITE], student=Student({"finance": 3})) == ["off", "alum"]


def test_without_curiosity_everything_weighs_the_same():
    off_path = replace(FAVOURITE, id="off", area="finance", occupation="analyst")

    found = suggest(Student(), [off_path, FAVOURITE], make_history())

    assert found[0].parts == found[1].parts


@pytest.mark.parametrize("weight", [nan, inf, -inf, -1.0, 0.0])
def test_a_weight_that_says_nothing_is_ignored(weight):
    odd = Student({"medical-physics": 1.0, "finance": weight})

    assert order([KNOWN, FAVOURITE], student=odd) == order([KNOWN, FAVOURITE])


def test_what_was_heard_is_worth_less():
    new = replace(FAVOURITE, id="new", area="optics", occupation="optical-engineer")
    both = Student({"medical-physics": 1.0, "optics": 1.0})
    talk = Heard("medical-physicist", "medical-physics")

    assert order([FAVOURITE, new], student=both) == ["alum", "new"]
    assert order([FAVOURITE, new], student=both, heard=(talk,)) == ["new", "alum"]


def test_where_two_were_heard_others_come_first_until_all_were():
    optics = replace(FAVOURITE, id="b", area="optics", circle=Circle.COLD)
    both = Student({"medical-physics": 1.0, "optics": 1.0})
    talks = held(2, area="medical-physics", occupation="dosimetrist")

    assert order([FAVOURITE, optics], student=both, heard=talks[:1]) == ["alum", "b"]
    assert order([FAVOURITE, optics], student=both, heard=talks) == ["b", "alum"]
    off_path = replace(KNOWN, area="teaching")
    heard = (*talks, *held(9, area="teaching"))
    assert order([FAVOURITE, off_path], heard=heard) == ["alum", "aunt"]


def test_a_batch_spreads_over_areas():
    people = [replace(FAVOURITE, id=f"a{n}") for n in range(3)]
    other = replace(FAVOURITE, id="b", area="optics", occupation="optical-engineer")
    curious = Student({"medical-physics": 1.0, "optics": 0.95})

    assert order([*people, other], student=curious, k=2) == ["a0", "b"]


def test_open_requests_count_as_half_heard():
    people = [replace(FAVOURITE, id="a"),
              replace(FAVOURITE, id="b", area="optics", occupation="optical-engineer")]  # fmt: skip
    asked = replace(FAVOURITE, id="c", open_request=True, circle=Circle.KNOWN)
    curious = Student({"medical-physics": 1.0, "optics": 0.95})

    assert order(people, student=curious, k=1) == ["a"]
    assert order([*people, asked], student=curious, k=1) == ["b"]


def test_somebody_without_an_address_comes_later_but_comes():
    lost = replace(FAVOURITE, id="aaa", has_address=False)

    assert order([lost, FAVOURITE]) == ["alum", "aaa"]


def test_own_history_outweighs_the_estimates():
    people = [replace(FAVOURITE, id=c.value, circle=c) for c in (Circle.ALUMNI, Circle.COLD)]
    heard = held(3)

    assert order(people, heard=heard) == ["alumni", "cold"]
    assert order(
        people,
        heard=heard,
        asked={Circle.ALUMNI: 20, Circle.COLD: 20},
        agreed={Circle.ALUMNI: 1, Circle.COLD: 12},
    ) == ["cold", "alumni"]
