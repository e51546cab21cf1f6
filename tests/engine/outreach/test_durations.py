"""Lengths of time: which are named, and which are asked for."""

import pytest

from whoelse.engine.outreach import Draft, lint
from whoelse.engine.outreach.durations import asked_durations, durations, requested_durations
from whoelse.engine.text import sentences


def lengths(search, text):
    return [found.longest for sentence in sentences(text) for found in search(sentence)]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20 minutes", [20]),
        ("fifteen or twenty minutes", [20]),
        ("twenty five minutes", [25]),
        ("a quarter of an hour", [15]),
        ("three quarters of an hour", [45]),
        ("half an hour", [30]),
        ("a half hour", [30]),
        ("a short half hour", [30]),
        ("a quarter hour", [15]),
        ("one and a half hours", [90]),
        ("some and a half hours", []),
        ("an hour and a half", [90]),
        ("1.5 hours", [90]),
        ("1:2:3 hours", []),
        ("99999999 hours", [600_000]),
        ("a minute of a hour", [1, 60]),
        ("of an hour", [60]),
        ("minutes", []),
        ("short minutes", []),
        ("half hour", [30]),
        ("these minutes", []),
        ("a couple hours", [120]),
    ],
)
def test_lengths_are_read_in_figures_and_words(text, minutes):
    assert lengths(durations, text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "I am free at an hour that suits you",
        "name an hour that suits you",
        "I can do an hour like 8:30",
        "it is an hour's drive",
        "your two hour tutorial",
        "the film is ninety minutes long",
        "the talk turned into an hour and a half",
        "I have an hour between classes",
        "in an hour",
        "within twenty minutes",
        "I live twenty minutes away",
    ],
)
def test_facts_and_times_of_day_are_not_asked_for(text):
    assert lengths(asked_durations, text) == []


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Could I come by for an hour?", [60]),
        ("Would it be alright if I came by for an hour?", [60]),
        ("I would be delighted to have 20 minutes", [20]),
        ("could we have a forty minutes long call", [40]),
        ("I studied it. Might we talk for half an hour?", [30]),
    ],
)
def test_what_is_asked_for_is_found(text, minutes):
    assert lengths(asked_durations, text) == minutes


def test_a_long_one_beside_a_short_one_is_only_compared_with_it():
    assert lengths(requested_durations, "Could 20 minutes become part of my hour?") == [20]
    assert lengths(requested_durations, "Could we talk for 20 minutes or an hour?") == [20, 60]
    assert lengths(requested_durations, "The bell rings each hour, and 5 hours pass.") == []


@pytest.mark.parametrize(
    ("text", "is_long"),
    [
        ("Could we talk for no more than an hour?", True),
        ("I would not need an hour.", False),
        ("Could we talk for “an hour and no less”?", False),
    ],
)
def test_denied_and_quoted_hours_are_not_asked_for(text, is_long):
    rules = {finding.rule for finding in lint(Draft(text)).findings}

    assert ("time-too-long" in rules) is is_long
