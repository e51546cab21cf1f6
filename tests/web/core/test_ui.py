"""Moments and marks as pages show them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from whoelse.web.core.templatetags.ui import clock, day, long_day, mark, moment, number_word

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(0, 5, "12:05 am"), (9, 0, "9:00 am"), (12, 0, "12:00 pm"), (16, 30, "4:30 pm")],
)
def test_the_clock_is_read_as_people_say_it(hour, minute, words):
    with timezone.override(NEW_YORK):
        assert clock(datetime(2026, 11, 5, hour, minute, tzinfo=NEW_YORK)) == words


def test_days_near_today_have_names():
    today = timezone.localdate()

    assert [day(today + timedelta(days=n)) for n in (-1, 0, 1)] == [
        "yesterday",
        "today",
        "tomorrow",
    ]
    assert day(date(2001, 11, 4)) == "4 Nov 2001"
    assert long_day(date(2026, 11, 5)) == "Thursday, 5 November"


def test_nothing_is_said_about_no_moment():
    assert [clock(None), day(None), long_day(None), moment(None)] == ["", "", "", ""]


def test_small_numbers_are_words():
    assert [number_word(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]


def test_the_mark_tells_circle_by_shape_and_stage_by_filling():
    asked = mark("alumni", "asked")

    assert "#c-alumni" in asked
    assert "clip-third" in asked
    assert "mark__slash" in mark("cold", "no")
    assert "<script>" not in mark("<script>", "<script>")
