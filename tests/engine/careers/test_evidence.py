"""What is learned from known titles, on titles small enough to see through."""

import numpy as np
import pytest

from whoelse.engine.careers.evidence import learn
from whoelse.engine.careers.groups import telling_groups
from whoelse.engine.careers.weighing import Weighing

TITLES = [
    *((0, ("ward", "nurse")), (0, ("night", "nurse"))),
    *((1, ("nurse", "teacher")), (2, ("physics", "teacher")), (2, ("teacher",))),
]
GROUPS = [0, 1, 1]  # of the three occupations


@pytest.fixture(scope="module")
def weighing():
    return Weighing(learn(TITLES, GROUPS))


def best(weighing, *words):
    return weighing.best(weighing.chances(weighing.value(words)), 3)


def test_words_lead_to_the_occupation_in_whose_titles_they_are(weighing):
    assert [best(weighing, *words)[0] for _, words in TITLES] == [0, 0, 1, 2, 2]


def test_letters_lead_from_a_word_that_no_title_has(weighing):
    assert best(weighing, "physicist")[0] == 2


def test_all_occupations_are_ranked_once(weighing):
    assert sorted(best(weighing, "teacher")) == [0, 1, 2]


def test_the_group_decides_about_the_first(weighing):
    chances = np.array([0.4, 0.3, 0.35], np.float32)

    assert weighing.best(chances, 2) == [2, 0]


def test_chances_add_up_to_one(weighing):
    assert weighing.chances(weighing.value(("nurse",))).sum() == pytest.approx(1.0)


def test_nothing_is_known_of_other_words(weighing):
    assert weighing.value(("zzzz",)) is None
    assert weighing.value(()) is None
    assert weighing.known(("zzzz", "nurse")) == 0.5


def test_words_point_to_occupations_in_whose_titles_they_were(weighing):
    told = [[weighing.points(word, place) for place in range(3)] for word in ("nurse", "zzzz")]

    assert told == [[True, True, False], [False, False, False]]


def test_what_is_kept_is_bounded(weighing, monkeypatch):
    monkeypatch.setattr("whoelse.engine.careers.weighing.MOST_KEPT", 2)
    fresh = Weighing(weighing.evidence)

    for word in ("ward", "nurse", "night", "teacher"):
        fresh.value((word,))

    assert len(fresh._kept) <= 2
    assert best(fresh, "ward") == best(weighing, "ward")


def test_learning_twice_gives_the_same():
    one, other = learn(TITLES, GROUPS), learn(TITLES, GROUPS)

    assert one.rows == other.rows
    assert np.array_equal(one.by_group, other.by_group)


def test_training_tells_groups_apart():
    examples = [
        (np.array([0, 1]), np.ones(2, np.float32)),
        (np.array([0, 2]), np.ones(2, np.float32)),
    ]

    values = telling_groups(examples, np.array([0, 1]), (3, 2), np.array([1, 1]))

    assert values[1, 0] > values[1, 1]
    assert values[2, 1] > values[2, 0]
