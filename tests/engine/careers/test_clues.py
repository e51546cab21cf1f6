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


def test_no_words_no_clues():
    assert clues(()) == {}


def test_repeated_words_count_once():
    assert clues(("data", "data")) == {"data": 1.0, "=data": 0.7}


def test_shares_add_up_to_less_than_one():
    evidence = learn([(0, ("nurse",)), (1, ("nurse",))])

    share = 1 / (2 + 60**-0.2)
    assert evidence["nurse"] == ((0, pytest.approx(share)), (1, pytest.approx(share)))


def test_an_occupation_with_many_titles_is_held_back():
    evidence = learn([(0, ("nurse",)), (1, ("nurse",)), *[(1, ("baker",))] * 9])

    shares = dict(evidence["nurse"])
    assert shares[0] == pytest.approx(shares[1] * 10**0.2)


def test_only_the_best_occupations_of_a_clue_are_kept():
    evidence = learn([(number, ("helper",)) for number in range(50)])

    assert [each for each, _ in evidence["helper"]] == list(range(MOST_OCCUPATIONS))
