"""Who led to whom, and how many new contacts an interview brings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoelse.engine.learning import Introduction, growth
from whoelse.engine.learning.generations import poisson_interval

SUSTAINS = "Above one, the network sustains itself."
LIES = "the true value may lie anywhere from"
CHAIN = [Introduction("aunt", "dana"), Introduction("dana", "lev"), Introduction("aunt", "ida")]


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0.0, 3.688879),
        (1, 0.025318, 5.571643),
        (10, 4.795389, 18.390356),
        (14, 7.653930, 23.489621),
    ],
)
def test_the_interval_is_that_of_garwood(count, low, high):
    """The figures are those of printed tables of exact Poisson limits."""
    assert poisson_interval(count) == pytest.approx((low, high), abs=1e-5)


@settings(deadline=None)
@given(st.integers(0, 300))
def test_the_interval_holds_the_count(count):
    low, high = poisson_interval(count)

    assert low <= count < high


def test_growth_of_ten_interviews():
    referrals = [Introduction(f"i{n % 10}", f"n{n}") for n in range(14)]

    found = growth(referrals, [f"i{n}" for n in range(10)])

    assert (found.interviews, found.named, found.per_interview) == (10, 14, 1.4)
    assert (round(found.low, 1), round(found.high, 1)) == (0.8, 2.3)
    assert found.sentence == (
        "Above one, the network sustains itself."
        " With ten interviews the true value may lie anywhere from 0.8 to 2.3."
    )
    assert found.summary == "Ten interviews have brought fourteen new people."


def test_generations_follow_the_names():
    found = growth(CHAIN, ["aunt", "dana"])

    assert found.generations == {"aunt": 0, "dana": 1, "ida": 1, "lev": 2}
    assert found.sizes == (1, 2, 1)
    assert found.summary == ("Two interviews have brought three new people, in two generations.")


def test_the_shortest_chain_counts_and_a_person_named_twice_counts_once():
    found = growth([*CHAIN, Introduction("aunt", "lev"), Introduction("ida", "lev")], ["aunt"])

    assert (found.generations["lev"], found.named) == (1, 3)


def test_names_of_people_who_were_not_interviewed_do_not_count():
    assert growth(CHAIN, ["dana"]).named == 1


@pytest.mark.parametrize(
    "circle",
    [
        [Introduction("a", "a")],
        [Introduction("a", "b"), Introduction("b", "a")],
        [Introduction("a", "b"), Introduction("b", "c"), Introduction("c", "a")],
    ],
)
def test_circles_of_names_end(circle):
    found = growth(circle, [])

    assert found.generations["a"] == 0
    assert sum(found.sizes) == len(found.generations) == len(circle) + (len(circle) == 0)


def test_two_circles_begin_twice():
    found = growth(
        [Introduction("a", "b"), Introduction("b", "a"), Introduction("x", "y"),
         Introduction("y", "x")],
        ["x"],
    )  # fmt: skip

    assert found.generations == {"x": 0, "y": 1, "a": 0, "b": 1}


@pytest.mark.parametrize(
    ("named", "held", "sentence", "summary"),
    [
        (
            0,
            0,
            "No interview yet. Each one ends with: who else should I talk to?",
            "Nobody was interviewed yet.",
        ),
        (
            0,
            1,
            f"{SUSTAINS} With one interview the true value may lie anywhere from 0.0 to 3.7.",
            "One interview has brought no new people yet.",
        ),
        (
            1,
            10,
            f"Below one, the network runs dry: with ten interviews {LIES} 0.0 to 0.6.",
            "Ten interviews have brought one new person.",
        ),
        (
            40,
            20,
            f"Above one, it sustains itself: with twenty interviews {LIES} 1.4 to 2.7.",
            "Twenty interviews have brought 40 new people.",
        ),
    ],
)
def test_growth_in_words(named, held, sentence, summary):
    referrals = [Introduction("i0", f"n{n}") for n in range(named)]

    found = growth(referrals, [f"i{n}" for n in range(held)])

    assert (found.sentence, found.summary) == (sentence, summary)


def test_before_the_first_interview_there_is_no_number():
    found = growth([], [])

    assert (found.per_interview, found.low, found.high, found.sizes) == (None, None, None, ())
