"""What the words of a title point to, on titles small enough to count by hand."""

import pytest

from whoelse.engine.careers.clues import MOST_OCCUPATIONS, clues, learn


def test_clues_are_words_pairs_the_last_word_and_long_beginnings():
    assert clues(("laser", "physicist")) == {
        "laser": 1.0,
        "physicist": 1.0,
        "physi*": 0.5,
        "laser physicist": 2.0,
        "=physicist": 0.7,
    }


def test_the_beginning_of_a_known_word_is_no_clue():
    assert clues(("laser", "physicist"), {"physicist"}) == {
        "laser": 1.0,
        "physicist": 1.0,
        "laser physicist": 2.0,
        "=physicist": 0.7,
    }


def test_no_words_no_clues():
    assert clues(()) == {}


def test_repeated_words_count_once():
    assert clues(("data", "data")) == {"data": 1.0, "=data": 0.7}


def test_parts_add_up_to_less_than_the_weight():
    evidence = learn([(0, ("nurse",)), (1, ("nurse",))])

    part = 1 / (2 + 60**-0.2)
    assert evidence["nurse"] == ((0, pytest.approx(part)), (1, pytest.approx(part)))
    assert evidence["=nurse"] == ((0, pytest.approx(part * 0.7)), (1, pytest.approx(part * 0.7)))


def test_an_occupation_with_many_titles_is_held_back():
    evidence = learn([(0, ("nurse",)), (1, ("nurse",)), *[(1, ("baker",))] * 9])

    parts = dict(evidence["nurse"])
    assert parts[0] == pytest.approx(parts[1] * 10**0.2)


def test_only_the_best_occupations_of_a_clue_are_kept():
    evidence = learn([(number, ("helper",)) for number in range(50)])

    assert [each for each, _ in evidence["helper"]] == list(range(MOST_OCCUPATIONS))
