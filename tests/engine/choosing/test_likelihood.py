"""How likely a yes is, before and after the student's own history."""

import pytest

from tests.engine.choosing.makers import make_candidate, make_history, make_referred
from whoelse.engine.choosing import YES
from whoelse.engine.choosing.likelihood import circle_rates, is_executive, yes_probability
from whoelse.engine.words import Circle, Permission

PRIORS = circle_rates(make_history())


def test_priors_are_own_estimates():
    assert {circle: estimate.source for circle, estimate in YES.items()} == dict.fromkeys(
        Circle, "own estimate"
    )
    assert PRIORS == {
        Circle.KNOWN: 0.85,
        Circle.REFERRED: 0.60,
        Circle.MET: 0.40,
        Circle.ALUMNI: 0.35,
        Circle.COLD: 0.15,
    }


@pytest.mark.parametrize(
    ("asked", "agreed", "rate"),
    [(0, 0, 0.35), (4, 0, 0.175), (4, 4, 0.675), (96, 96, 0.974), (2, 9, 3.4 / 6), (-3, -1, 0.35)],
)
def test_own_requests_update_the_prior_of_their_circle(asked, agreed, rate):
    history = make_history(asked={Circle.ALUMNI: asked}, agreed={Circle.ALUMNI: agreed})

    rates = circle_rates(history)

    assert rates[Circle.ALUMNI] == pytest.approx(rate)
    assert rates[Circle.COLD] == 0.15


@pytest.mark.parametrize(
    ("candidate", "chance"),
    [
        (make_candidate(), 0.15),
        (make_referred(), 0.60),
        (make_referred(circle=Circle.ALUMNI), 0.60),
        (make_referred(circle=Circle.KNOWN), 0.85),
        (make_referred(permission=Permission.WILL_INTRODUCE), 0.9 / 1.3),
        (make_referred(permission=None), 0.30),
        (make_candidate(circle=Circle.ALUMNI, silences=1), 0.175),
        (make_candidate(circle=Circle.ALUMNI, silences=2), 0.0875),
        (make_candidate(circle=Circle.ALUMNI, silences=-1), 0.35),
        (make_candidate(silences=10**9), 0.15 / 1024),
        (make_candidate(career_stage="executive"), 0.075),
    ],
)
def test_introductions_raise_and_silence_lowers(candidate, chance):
    assert yes_probability(candidate, PRIORS) == pytest.approx(chance)


@pytest.mark.parametrize(
    ("stage", "title", "expected"),
    [
        ("", "CEO", True),
        ("", "Founder/CEO", True),
        ("", "Vice President, Optics", True),
        ("", "Chief Technology Officer", True),
        ("", "Chief Medical Physicist", False),
        ("", "Executive Dean", True),
        ("", "Physicist", False),
        ("", "", False),
        ("early", "CEO", False),
        ("executive", "Physicist", True),
        ("", "x " * 10**6 + "CEO", False),
    ],
)
def test_executives(stage, title, expected):
    assert is_executive(make_candidate(career_stage=stage, job_title=title)) is expected
