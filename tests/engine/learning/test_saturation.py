"""Saturation after Guest, Namey and Chen: base 4, run 2, at most 5 % new."""

import pytest

from whoelse.engine.learning import Run, saturation

JUDGED = "From six people on it can be judged."
BASE = ["abcdefgh", "ijkl", "mnop", "qrst"]  # 20 things from the first four


def test_a_run_with_one_new_thing_in_twenty_is_saturated():
    found = saturation([*BASE, "ab1", "cd"])

    assert (found.new, found.base, found.runs) == ((8, 4, 4, 4, 1, 0), 20, (Run(5, 6, 1, 0.05),))
    assert (found.is_saturated, found.reached_after) == (True, 6)
    assert found.short == "6 people, you have heard the main things"
    assert found.sentence == (
        "Six people, you have heard the main things:"
        " the last two told one new against 20 from the first four (5%)."
    )


def test_two_new_things_in_twenty_are_still_new():
    found = saturation([*BASE, "ab1", "cd2"])

    assert (found.is_saturated, found.reached_after) == (False, None)
    assert found.short == "6 people, still hearing new things"
    assert found.sentence.endswith(
        "the last two told two new against 20 from the first four (10%)."
    )


def test_runs_move_by_one_interview():
    found = saturation([*BASE, "1", "2", "a", "b"])

    assert found.runs == (Run(5, 6, 2, 0.1), Run(6, 7, 1, 0.05), Run(7, 8, 0, 0.0))
    assert (found.is_saturated, found.reached_after) == (True, 7)


def test_something_new_later_takes_the_verdict_back():
    found = saturation([*BASE, "a", "b", "123"])

    assert (found.is_saturated, found.reached_after) == (False, 6)


@pytest.mark.parametrize(
    ("interviews", "short", "sentence"),
    [
        ([], "nobody asked yet", "Nobody was asked yet."),
        (
            ["ab"],
            "1 person, still hearing new things",
            f"One person, still hearing new things: the last told two new things. {JUDGED}",
        ),
        (
            ["ab", "bc"],
            "2 people, still hearing new things",
            f"Two people, still hearing new things: the last told one new thing. {JUDGED}",
        ),
        (
            [*BASE, "a"],
            "5 people, nothing new in the last",
            f"Five people, nothing new in the last: the last told no new things. {JUDGED}",
        ),
        (
            ["", "", "", "", "a", "b"],
            "6 people, still hearing new things",
            "Six people, and nothing was written down from the first four.",
        ),
    ],
)
def test_saturation_in_words(interviews, short, sentence):
    found = saturation(interviews)

    assert (found.short, found.sentence) == (short, sentence)
    assert (found.is_saturated, found.reached_after, found.runs) == (False, None, ())
