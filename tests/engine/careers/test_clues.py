"""What the words of a title are taken apart into, and how much each part weighs."""

from math import sqrt

import pytest

from whoelse.engine.careers.clues import MOST_WORDS, clues, in_word


def test_clues_are_words_places_pairs_and_letters():
    assert clues(("lab", "aid")) == {
        "lab": 1.0,
        "aid": 1.0,
        "^lab": 0.3,
        "=aid": 0.5,
        "aid lab": 0.5,
        **dict.fromkeys(("#<lab", "#lab>", "#<aid", "#aid>"), pytest.approx(0.7 / sqrt(2))),
    }


def test_letters_that_two_words_share_count_twice():
    one, both = clues(("photon",)), clues(("photon", "photonic"))

    assert both["#phot"] > one["#phot"]


def test_short_words_are_one_piece():
    assert in_word("x") == {"x": 1.0, "#<x>": 0.7}


def test_no_words_no_clues():
    assert clues(()) == {}


def test_repeated_words_count_once():
    assert clues(("data", "data")) == clues(("data",))


def test_only_so_many_words_are_looked_at():
    many = tuple(f"word{number}" for number in range(50))

    assert clues(many) == clues(many[:MOST_WORDS])
