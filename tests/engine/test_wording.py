"""Times in words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from whoelse.engine import wording

TODAY = date(2026, 11, 5)
NOW = datetime(2026, 11, 5, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "today"), (0, "today"), (1, "yesterday"), (2, "two days ago"), (12, "twelve days ago"),
        (13, "a week ago"), (14, "two weeks ago"), (62, "eight weeks ago"), (63, "in September"),
        (400, "in October 2025"),
    ],
)  # fmt: skip
def test_ago(days, words):
    assert wording.ago(TODAY - timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-7, "29 October"), (-6, "Friday"), (-1, "yesterday"), (0, "today"), (1, "tomorrow"),
        (2, "Saturday"), (6, "Wednesday"), (7, "12 November"), (60, "4 January 2027"),
    ],
)  # fmt: skip
def test_day_word(days, words):
    assert wording.day_word(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "since 11:00 am"), (0.5, "1 minute left"), (59, "59 minutes left"), (60, "1 hour left"),
        (119, "1 hour left"), (1440, "24 hours left"), (1441, "by tomorrow"), (2880, "by Saturday"),
        (-90, "since 9:30 am"), (-720, "since yesterday"), (-2880, "since Tuesday"),
    ],
)  # fmt: skip
def test_time_left(minutes, words):
    assert wording.time_left(NOW + timedelta(minutes=minutes), NOW) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(4, "now"), (5, "in 5 minutes"), (60, "in 1 hour"), (150, "in 2 hours")]
)
def test_until_start(minutes, words):
    assert wording.until_start(NOW + timedelta(minutes=minutes), NOW) == words


@pytest.mark.parametrize(("hour", "words"), [(0, "12:05 am"), (9, "9:05 am"), (12, "12:05 pm")])
def test_clock(hour, words):
    assert wording.clock(NOW.replace(hour=hour, minute=5)) == words


@pytest.mark.parametrize(("count", "word"), [(0, "no"), (1, "one"), (20, "twenty"), (21, "21")])
def test_number(count, word):
    assert wording.number(count) == word


@pytest.mark.parametrize(
    ("text", "short"),
    [("a  b\nc", "a b c"), ("one, two three", "one…"), ("unbroken-word", "unbroken…"), ("", "")],
)
def test_shortened(text, short):
    assert wording.shortened(text, 8) == short
