"""Wall clocks and moments, against zoneinfo itself."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoelse.web.scheduling.zones import (
    in_both_zones,
    known_zones,
    moments,
    place_of,
    zone_choices,
    zone_of,
)

MINUTE = timedelta(minutes=1)
NEW_YORK = ZoneInfo("America/New_York")
ZONES = st.sampled_from(sorted(known_zones()))


def test_moments_finds_one_for_a_plain_time():
    assert moments(date(2026, 11, 6), time(16, 0), NEW_YORK) == [
        datetime(2026, 11, 6, 21, 0, tzinfo=UTC)
    ]


def test_moments_finds_none_where_clocks_jump():
    assert moments(date(2027, 3, 14), time(2, 30), NEW_YORK) == []


def test_moments_finds_two_where_clocks_go_back():
    assert moments(date(2026, 11, 1), time(1, 30), NEW_YORK) == [
        datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
        datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
    ]


@settings(deadline=None)
@given(
    zone=ZONES,
    moment=st.integers(0, 8_000_000).map(lambda n: datetime(2020, 1, 1, tzinfo=UTC) + n * MINUTE),
)
def test_every_moment_is_found_again_from_what_the_clock_shows(zone, moment):
    shown = moment.astimezone(ZoneInfo(zone))

    found = moments(shown.date(), shown.time().replace(fold=0), ZoneInfo(zone))

    assert moment in found
    assert all(m.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
               == shown.replace(tzinfo=None, fold=0) for m in found)  # fmt: skip


@settings(deadline=None)
@given(
    zone=ZONES,
    day=st.dates(date(2020, 1, 1), date(2037, 1, 1)),
    clock=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_no_moment_means_that_clocks_jump_there(zone, day, clock):
    shown = datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
    before = shown.replace(fold=0).utcoffset()
    after = shown.replace(fold=1).utcoffset()

    jump = after - before
    expected = 0 if jump > timedelta(0) else 2 if jump < timedelta(0) else 1

    assert len(moments(day, clock, ZoneInfo(zone))) == expected


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("America/New_York", "New York"),
        ("America/Indiana/Knox", "Knox, Indiana"),
        ("Europe/Berlin", "Berlin"),
        ("UTC", "UTC"),
    ],
)
def test_place_of_reads_like_a_place(name, place):
    assert place_of(name) == place


def test_in_both_zones_names_the_other_day_only_where_it_differs():
    moment = datetime(2026, 11, 6, 21, 0, tzinfo=UTC)

    words = [
        in_both_zones(moment, "America/New_York", there)
        for there in ("Europe/Berlin", "Asia/Tokyo", "America/Detroit")
    ]

    assert words == [
        "Friday, 6 November, 4:00 pm in New York; 10:00 pm in Berlin",
        "Friday, 6 November, 4:00 pm in New York; Saturday, 7 November, 6:00 am in Tokyo",
        "Friday, 6 November, 4:00 pm in New York",
    ]


def test_zone_choices_are_real_and_begin_with_the_common_ones():
    choices = zone_choices()

    names = [name for _, group in choices for name, _ in group]
    assert choices[0][0] == "Often used"
    assert names[0] == "America/New_York"
    assert {str(ZoneInfo(name)) for name in names} == set(names)


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "America"])
def test_zone_of_falls_back_to_utc(name):
    assert zone_of(name) == ZoneInfo("UTC")
