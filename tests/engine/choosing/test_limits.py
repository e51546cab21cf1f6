"""Who may not be asked now, and the sentence that says so."""

from datetime import date

import pytest

from tests.engine.choosing.makers import TODAY, make_candidate, make_history, make_referred, order
from whoelse.engine.choosing import asked_employers, hindrance, places_left
from whoelse.engine.words import Circle, Permission

FORBIDDEN = [
    ({"do_not_contact": True}, "Rosa Delacroix asked not to be contacted."),
    ({"said_no": True}, "Rosa Delacroix said no, and a no is final."),
    ({"interviewed": True}, "You have talked with Rosa Delacroix already."),
    ({"open_request": True}, "Your request to Rosa Delacroix is still open."),
    (
        {"permission": Permission.ASK_FIRST, "referrer": "Tomas Beck"},
        "Tomas Beck asks Rosa Delacroix first. Wait for word.",
    ),
    ({"permission": Permission.ASK_FIRST}, "Somebody asks Rosa Delacroix first. Wait for word."),
    (
        {"resting_until": date(2026, 11, 6)},
        "Rosa Delacroix is left in peace until 6 November.",
    ),
    (
        {"employer": "ORRIN  instruments"},
        "Somebody else at ORRIN  instruments has an open request from you.",
    ),
]
ASKED = make_candidate(id="asked", name="Lev Brandt", employer="Orrin Instruments",
                       open_request=True)  # fmt: skip


@pytest.mark.parametrize(("state", "sentence"), FORBIDDEN)
def test_limits_are_filters_that_say_why(state, sentence):
    candidate = make_candidate(**{"circle": Circle.KNOWN} | state)
    busy = asked_employers([ASKED])

    assert order([ASKED, candidate]) == []
    assert hindrance(candidate, make_history(), busy) == sentence


@pytest.mark.parametrize(
    "state",
    [{"resting_until": TODAY}, {"has_address": False}, {"silences": 2}, {"employer": "Calloway"}],
)
def test_what_is_no_limit(state):
    candidate = make_candidate(**state)

    assert order([ASKED, candidate]) == ["c1"]
    assert hindrance(candidate, make_history(), asked_employers([ASKED])) == ""


@pytest.mark.parametrize(("open_requests", "left"), [(-1, 5), (0, 5), (3, 2), (5, 0), (9, 0)])
def test_five_requests_are_open_at_most(open_requests, left):
    people = [make_candidate(id=str(n)) for n in range(9)]
    history = make_history(open_requests=open_requests)

    assert places_left(history) == left
    assert len(order(people, k=9, open_requests=open_requests)) == left


def test_five_open_requests_are_said():
    assert hindrance(make_candidate(), make_history(open_requests=5), ()) == (
        "5 requests are open. Wait for an answer first."
    )


def test_one_person_per_employer_in_a_batch():
    people = [
        make_candidate(id="a", circle=Circle.KNOWN, employer="Orrin Instruments"),
        make_candidate(id="b", circle=Circle.KNOWN, employer="orrin instruments "),
        make_candidate(id="c", employer="Calloway"),
    ]

    assert order(people) == ["a", "c"]


@pytest.mark.parametrize("employer", ["", "Self-employed", "retired", "  Freelance "])
def test_people_without_an_inbox_in_common_do_not_block_each_other(employer):
    people = [make_candidate(id=n, employer=employer) for n in "abc"]
    asked = make_candidate(id="d", employer=employer, open_request=True)

    assert order([*people, asked]) == ["a", "b", "c"]


@pytest.mark.parametrize("k", [0, -1])
def test_nobody_is_suggested_when_nobody_is_wanted(k):
    assert order([make_referred()], k=k) == []


def test_nobody_is_suggested_out_of_nobody():
    assert order([]) == []
