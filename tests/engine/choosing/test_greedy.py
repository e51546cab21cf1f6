"""The batch against its definition, written down once more the plain and slow way."""

from dataclasses import replace
from datetime import date
from math import prod
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.choosing.makers import TODAY
from whoelse.engine.choosing import Candidate, Heard, History, Student, suggest
from whoelse.engine.choosing.estimates import FEATURES, HALF_HEARD
from whoelse.engine.choosing.likelihood import circle_rates, yes_probability
from whoelse.engine.choosing.limits import asked_employers, employer_key, may_be_asked
from whoelse.engine.words import Circle, Permission

ONE_TALK = 1 - 2 ** (-1 / HALF_HEARD.value)

person = st.builds(
    Candidate,
    id=st.uuids().map(str),
    name=st.sampled_from(["Elif Aydin", "Rosa Delacroix", "Tomas Beck", "李明"]),
    circle=st.sampled_from(Circle),
    occupation=st.sampled_from(["", "o1", "o2"]),
    area=st.sampled_from(["", "a1", "a2", "a3"]),
    sector=st.sampled_from(["", "s1", "s2"]),
    employer=st.sampled_from(["", "Orrin", "Calloway", "Harrow Bay"]),
    degree_path=st.sampled_from(["", "physics"]),
    career_stage=st.sampled_from(["", "early", "executive"]),
    job_title=st.sampled_from(["", "Vice President", "Chief Data Officer", "Physicist"]),
    permission=st.sampled_from([None, *Permission]),
    referred_on=st.sampled_from([None, date(2026, 10, 20), date(2026, 11, 4)]),
    has_address=st.booleans(),
    open_request=st.booleans(),
    interviewed=st.booleans(),
    silences=st.integers(0, 3),
)
people = st.lists(person, max_size=12, unique_by=lambda candidate: candidate.id)
talk = st.builds(Heard, st.sampled_from(["o1", ""]), st.sampled_from(["a1", ""]))
histories = st.lists(talk, max_size=4).map(lambda talks: History(TODAY, heard=tuple(talks)))
students = st.dictionaries(st.sampled_from(["a1", "a2"]), st.sampled_from([0.5, 1.0])).map(Student)


def left_to_hear(feature, candidate, told):
    same = [
        chance
        for other, chance in told
        if other.area == candidate.area and getattr(other, feature) == getattr(candidate, feature)
    ]
    return prod(1 - chance * ONE_TALK for chance in same)


def gain(weight, candidate, told):
    return (
        sum(
            each.value * left_to_hear(feature, candidate, told)
            for feature, each in FEATURES.items()
        )
        * weight
    )


def area_weights(student, contacts, history):
    """Interest, a tenth of it where two were heard, against the area that is wanted most."""
    heard = [talk.area for talk in history.heard if talk.area]
    areas = {c.area for c in contacts} | student.curious.keys()
    now = {a: student.curious.get(a, 0.0) if student.curious else 1.0 for a in areas}
    now = {a: w * (0.1 if heard.count(a) >= 2 else 1.0) for a, w in now.items()}
    return {a: max(0.02, w / max(now.values())) for a, w in now.items()}


def plain_greedy(student, contacts, history, k):
    """Score everybody anew for each place, by the formula of the method."""
    rates = circle_rates(history)
    busy = asked_employers(contacts)
    rest = [c for c in contacts if may_be_asked(c, history, busy)]
    told = [(heard, 1.0) for heard in history.heard]
    told += [(c, yes_probability(c, rates)) for c in contacts if c.open_request]
    weights = area_weights(student, rest, history)
    extras = {
        s.candidate.id: (s.parts.referrals + s.parts.practice + s.parts.freshness)
        for c in rest
        for s in suggest(student, [c], history, 1)
    }

    def score(c):
        worth = gain(weights[c.area], c, told) + extras[c.id]
        return yes_probability(c, rates) * worth - (0.0 if c.has_address else 0.1)

    chosen = []
    while rest and len(chosen) < k:
        best = min(rest, key=lambda c: (-round(score(c), 9), c.id))
        chosen.append(best.id)
        told.append((best, yes_probability(best, rates)))
        taken = {employer_key(best.employer)} - {""}
        rest = [c for c in rest if c is not best and employer_key(c.employer) not in taken]
    return chosen


@settings(deadline=None, max_examples=60)
@given(students, people, histories, st.integers(1, 5))
def test_lazy_greedy_is_plain_greedy(student, contacts, history, k):
    found = suggest(student, contacts, history, k)

    assert [s.candidate.id for s in found] == plain_greedy(student, contacts, history, k)


@settings(deadline=None, max_examples=60)
@given(students, people, histories, st.integers(0, 99).map(Random))
def test_names_and_the_order_of_rows_never_matter(student, contacts, history, random):
    names = [candidate.name for candidate in contacts]
    random.shuffle(names)
    renamed = [replace(c, name=name) for c, name in zip(contacts, names, strict=True)]
    random.shuffle(renamed)

    found = suggest(student, contacts, history, 5)
    again = suggest(student, renamed, history, 5)

    assert [(s.candidate.id, s.score, s.parts) for s in again] == [
        (s.candidate.id, s.score, s.parts) for s in found
    ]


@settings(deadline=None, max_examples=60)
@given(students, people, histories)
def test_every_suggestion_has_reasons_and_parts_that_add_up(student, contacts, history):
    for found in suggest(student, contacts, history, 5):
        parts = found.parts
        worth = parts.gain + parts.referrals + parts.practice + parts.freshness
        load = 0.0 if found.candidate.has_address else 0.1
        assert parts.yes * worth - load == pytest.approx(found.score)
        assert 0 < parts.yes < 1
        assert found.reasons
        assert all(text.endswith(".") for text in found.reasons)
