"""Names of zones: known for certain, defined by the file, or told as unknown."""
# ruff: noqa: DTZ001 - a wall clock knows no zone

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.calendars.files import NEW_YORK, busy, calendar, event, reasons, times
from whoelse.engine.calendars import Interval, read_busy
from whoelse.engine.calendars.zones import zone_named, zone_shown

WINTER = {"Europe/Berlin": "08:00", "America/New_York": "14:00", "America/Sao_Paulo": "12:00"}


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/BERLIN", "Europe/Berlin"),
        ("/Europe/Berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Eastern Standard Time", "America/New_York"),
        ("Eastern Standard Time:", "America/New_York"),
        ("/mozilla.org/20070129_1/America/New_York", "America/New_York"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires",
         "America/Argentina/Buenos_Aires"),
        ("posix/Europe/Vaduz", "posix/Europe/Vaduz"),
        ("UTC", "UTC"),
        ("GMT", "UTC"),
        ("Nowhere/Berlin", None),
        ("Berlin", None),
        ("EST", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_name_for_certain(name, zone):
    found = zone_named(name)
    if zone == "posix/Europe/Vaduz":  # not on every machine
        assert found is not None
        assert found.key.endswith("Europe/Vaduz")
    else:
        assert found == (ZoneInfo(zone) if zone else None)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("(UTC-03:00) Brasília", "America/Sao_Paulo"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("Kuala Lumpur\\, Singapore", "Asia/Kuala_Lumpur"),
        ("Pacific Time (US & Canada), Tijuana", "America/Los_Angeles"),
        ("Eastern", "America/New_York"),
        ("Tokyo", "Asia/Tokyo"),
        ("GTB", "Europe/Bucharest"),
        ("Berlin, Tokyo", None),
        ("(GMT +01:00)", None),
        ("Wonderland", None),
        ("", None),
    ],
)
def test_a_name_for_people(name, zone):
    assert zone_shown(name) == (ZoneInfo(zone) if zone else None)


def test_an_unquoted_colon_in_a_name():
    data = calendar(event("DTSTART;TZID=(UTC-03:00) Brasília:20261201T0900", "DURATION:PT1H"))
    assert times(data) == ["12-01 12:00/13:00"]


def zone(*lines, name="Office"):
    return "\n".join(["BEGIN:VTIMEZONE", f"TZID:{name}", *lines, "END:VTIMEZONE"])


def observance(kind, start, old, new, *lines):
    return "\n".join(
        [f"BEGIN:{kind}", f"DTSTART:{start}", f"TZOFFSETFROM:{old}", f"TZOFFSETTO:{new}", *lines,
         f"END:{kind}"]
    )  # fmt: skip


OFFICE = (
    observance(
        "STANDARD", "16010101T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"
    ),
    observance(
        "DAYLIGHT", "16010101T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
    ),
)
AT_NINE = event("DTSTART;TZID=Office:20261201T090000", "DURATION:PT1H")


def test_a_zone_that_the_file_defines():
    assert times(calendar(zone(*OFFICE), AT_NINE)) == ["12-01 08:00/09:00"]
    named = zone("X-LIC-LOCATION:America/New_York", *OFFICE)
    assert times(calendar(named, AT_NINE)) == ["12-01 14:00/15:00"]
    dates = observance("STANDARD", "20200101T000000", "+0000", "+013000", "RDATE:20260101T000000")
    assert times(calendar(zone(dates), AT_NINE)) == ["12-01 07:30/08:30"]
    ended = observance(
        "DAYLIGHT", "20200301T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;UNTIL=20250101"
    )
    assert times(calendar(zone(ended), AT_NINE)) == ["12-01 07:00/08:00"]


@pytest.mark.parametrize(
    "definition",
    [
        zone(),
        zone(observance("STANDARD", "20200101T000000", "+0000", "one hour")),
        zone(observance("STANDARD", "20200101T000000", "+0000", "+9900")),
        zone(observance("STANDARD", "20200101", "+0000", "+0100", "RRULE:FREQ=DAILY")),
        zone(
            observance(
                "STANDARD",
                "20200101",
                "+0000",
                "+0100",
                *[f"RDATE:{year}0101" for year in range(1700, 2120)],
            )
        ),
    ],
)
def test_a_broken_definition_is_told(definition):
    ((uid, why),) = reasons(calendar(definition, AT_NINE))
    assert uid == "one@norhaven.example"
    assert "zone" in why or "offset" in why


def test_one_files_zone_is_unknown_to_the_next():
    assert times(calendar(zone(*OFFICE), AT_NINE))
    assert reasons(calendar(AT_NINE)) == [
        ("one@norhaven.example", "its time zone “Office” is not known")
    ]


ZONES = st.sampled_from(
    ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Casablanca",
     "Asia/Kolkata", "America/Santiago", "Pacific/Auckland", "Pacific/Apia", "UTC"]
)  # fmt: skip
WALLS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 12, 31))


@settings(deadline=None, max_examples=60)
@given(ZONES, WALLS, st.integers(1, 3000))
def test_a_time_is_what_zoneinfo_says_in_gaps_and_folds_too(name, wall, minutes):
    """The first of two equal times; in a gap the offset before it (RFC 5545, 3.3.5)."""
    wall = wall.replace(microsecond=0)
    data = calendar(event(f"DTSTART;TZID={name}:{wall:%Y%m%dT%H%M%S}", f"DURATION:PT{minutes}M"))
    start = wall.replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
    found = read_busy(
        data, start=start - timedelta(days=3), end=start + timedelta(days=9), zone=NEW_YORK
    )
    assert found.intervals == (Interval(start, start + timedelta(minutes=minutes)),)


@settings(deadline=None, max_examples=60)
@given(ZONES, WALLS, st.integers(1, 60))
def test_a_weekly_hour_stays_the_same_hour_of_the_clock(name, wall, count):
    wall = wall.replace(microsecond=0, second=0)
    rule = f"RRULE:FREQ=WEEKLY;COUNT={count}"
    data = calendar(event(f"DTSTART;TZID={name}:{wall:%Y%m%dT%H%M%S}", "DURATION:PT1H", rule))
    expected = [
        (wall + timedelta(weeks=week)).replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
        for week in range(count)
    ]
    first = expected[0] - timedelta(days=3)
    found = read_busy(data, start=first, end=first + timedelta(days=500), zone=NEW_YORK)
    assert [interval.start for interval in found.intervals] == expected


@settings(deadline=None, max_examples=60)
@given(ZONES, WALLS)
def test_a_floating_time_and_a_day_are_by_the_given_zone(name, wall):
    wall = wall.replace(microsecond=0)
    for value in (f"DTSTART:{wall:%Y%m%dT%H%M%S}", f"DTSTART;VALUE=DATE:{wall:%Y%m%d}"):
        is_day = "DATE:" in value
        shown = datetime(wall.year, wall.month, wall.day) if is_day else wall
        ends = shown + timedelta(days=1) if is_day else shown
        start = shown.replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
        end = ends.replace(tzinfo=ZoneInfo(name)).astimezone(UTC) + timedelta(hours=not is_day)
        found = busy(
            calendar(event(value, "" if is_day else "DURATION:PT1H")),
            f"{start - timedelta(days=3):%Y-%m-%d}",
            f"{start + timedelta(days=4):%Y-%m-%d}",
            ZoneInfo(name),
        )
        assert found.intervals == ((Interval(start, end),) if end > start else ())
