"""The clues of a sentence, in the notation in which their weights are written."""

import pytest

from whoelse.engine.outreach.clues import clues
from whoelse.engine.text import sentences


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Zebras zebras.", "", ["^?", "?", "?", "?", "?_?", "?_?", "?__?"]),
        ("Zebras graze.", "graze", ["^?", "?", "graze", "?", "?_graze", "graze_?", "?__?"]),
    ],
)
def test_words_side_by_side_and_at_the_beginning(text, known, expected):
    (sentence,) = sentences(text)

    assert list(clues(sentence, frozenset(known.split()))) == expected


@pytest.mark.parametrize(
    ("text", "are_apart"),
    [
        ("Ask my team.", True),
        ("Ask team.", False),
        ("Ask about my team.", False),
    ],
)
def test_names_with_one_word_between_them(text, are_apart):
    (sentence,) = sentences(text)

    assert ("SAY__ORG" in clues(sentence, frozenset())) is are_apart
