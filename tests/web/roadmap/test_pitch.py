"""What a pitch says of itself: length aloud, parts, and that it asks for no job."""

import pytest

from tests.web.roadmap.worksheets import FULL_PITCH, add
from whoelse.web.roadmap.bridge import check_of


def checked(ana, **parts):
    return check_of(add(ana, "pitches", **parts))


def test_a_whole_pitch_of_half_a_minute_is_fit(ana):
    check = checked(ana, **FULL_PITCH)

    assert (check.missing, check.asking, check.is_fit) == ((), (), True)
    assert check.length == "75 words, about 32 seconds aloud."


def test_an_empty_pitch_misses_everything_and_says_nothing_of_its_length(ana):
    check = checked(ana)

    assert check.missing == (
        "who you are",
        "what you did or can do",
        "why you tell it to this person",
        "what you would like to hear",
    )
    assert (check.length, check.is_fit) == ("Nothing to say aloud yet.", False)


@pytest.mark.parametrize(
    ("words", "length"),
    [
        (1, "1 word, about 0 seconds aloud."),
        (34, "34 words, about 15 seconds aloud."),
        (
            35,
            "35 words, about 15 seconds aloud: there is room for one more thing that you did.",
        ),
        (70, "70 words, about 30 seconds aloud."),
        (140, "140 words, about 60 seconds aloud."),
        (
            160,
            "160 words, about 69 seconds aloud: longer than a minute. Take out 20 words.",
        ),
    ],
)
def test_length_is_counted_at_an_unhurried_pace(ana, words, length):
    assert checked(ana, what=" ".join(["we"] * words)).length == length


@pytest.mark.parametrize(
    "asking",
    [
        "I am looking for a summer internship in optics.",
        "Does your company have any openings?",
        "I hope to get a job in your company.",
    ],
)
def test_a_pitch_never_asks_for_a_job(ana, asking):
    check = checked(ana, **(FULL_PITCH | {"question": asking}))

    assert len(check.asking) == 1
    assert check.asking[0] in asking
    assert check.is_fit is False
