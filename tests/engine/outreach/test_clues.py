"""The clues of a sentence, in the notation in which their weights are written."""

import pytest

from whoelse.engine.outreach.clues import clues
from whoelse.engine.text import sentences


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Zebras zebras.", "", ["^?", "?", "?_?", "?", "?_?", "?"]),
        ("Zebras graze.", "graze", ["^?", "?", "?_graze", "graze", "graze_?", "?"]),
    ],
)
def test_words_side_by_side_and_at_the_beginning(text, known, expected):
    (sentence,) = sentences(text)

    assert list(clues(sentence, frozenset(known.split()))) == expected


@pytest.mark.parametrize(
    ("text", "are_near"),
    [
        ("Join the zebras at our lab.", True),
        ("Join: the zebras have a lab.", False),
        ("Join the very old and tired zebras beside our lab.", False),
    ],
)
def test_classes_are_near_each_other_in_the_same_part_of_a_sentence(text, are_near):
    (sentence,) = sentences(text)

    assert ("JOIN~ORG" in clues(sentence, frozenset())) is are_near
