"""What a sentence says that fits one reader and hardly anybody else."""

import pytest

from whoelse.engine.outreach import Draft
from whoelse.engine.outreach.particulars import is_particular
from whoelse.engine.outreach.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I admire your buoys.", True),
        ("I admire your impressive career on buoys.", True),
        ("Your career path is impressive.", False),
        ("I would like to have your time.", False),
        ("I would be glad to know your.", False),
        ("I like your !", False),
        ("I read that you also built a boat.", True),
        ("I heard about you.", False),
        ("I know that you also now", False),
        ("I wonder how you got to glaciers.", True),
        ("I wonder how you use things.", False),
        ("We met at the science fair.", True),
        ("Dr. Liu is known here.", True),
        ("Could you tell me more?", False),
    ],
)
def test_particulars(text, expected):
    reading = read(Draft(text, to="Dr. Karen Liu"))

    assert [is_particular(sentence, reading) for sentence in reading.prose] == [expected]
