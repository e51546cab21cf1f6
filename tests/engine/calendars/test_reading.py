"""Busy times of one event, of series, of their exceptions and changes."""

import pytest

from tests.engine.calendars.files import busy, calendar, event, reasons, shown, times
from whoelse.engine.calendars import Skipped

AT_NINE = ("DTSTART;TZID=America/New_York:20261201T090000", "DURATION:PT45M")
WEEKLY = (*AT_NINE, "RRULE:FREQ=WEEKLY")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("DTSTART:20261201T140000Z", "DTEND:20261201T150000Z"), ["12-01 14:00/15:00"]),
        (AT_NINE, ["12-01 14:00/14:45"]),
        (("DTSTART:20261201T090000", "DTEND:20261201T093000"), ["12-01 14:00/14:30"]),
        (("DTSTART;VALUE=DATE:20261202",), ["12-02 05:00/12-03 05:00"]),
        (("DTSTART;VALUE=DATE:20261202", "DTEND:20261202"), ["12-02 05:00/12-03 05:00"]),
        (("DTSTART;VALUE=DATE:20261202", "DTEND:20261204"), ["12-02 05:00/12-04 05:00"]),
        (("DTSTART;VALUE=DATE:20261202", "DURATION:P1DT2H"), ["12-02 05:00/12-03 07:00"]),
        (("DTSTART:20261201T140000Z",), []),
        (("DTSTART:20261130T140000Z", "DTEND:20261201T020000Z"), ["12-01 00:00/02:00"]),
        (("DTSTART:20261207T200000Z", "DURATION:P2D"), ["12-07 20:00/12-08 00:00"]),
        (("DTSTART:20261201T140060Z", "DTEND:20261201T1500"), ["12-01 14:00/20:00"]),
        (("DTSTART:20261208T000000Z", "DURATION:PT1H"), []),
        ((*AT_NINE, "TRANSP:TRANSPARENT"), []),
        ((*AT_NINE, "X-MICROSOFT-CDO-BUSYSTATUS:FREE"), []),
        ((*AT_NINE, "STATUS:CANCELLED"), []),
        ((*AT_NINE, "STATUS:TENTATIVE", "TRANSP:OPAQUE"), ["12-01 14:00/14:45"]),
    ],
)
def test_one_event(lines, expected):
    assert times(calendar(event(*lines))) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("RRULE:FREQ=DAILY;COUNT=2",), ["12-01 14:00/14:45", "12-02 14:00/14:45"]),
        (("RRULE:FREQ=DAILY;UNTIL=20261202",), ["12-01 14:00/14:45", "12-02 14:00/14:45"]),
        (("RRULE:FREQ=DAILY;UNTIL=20261202T140000Z",), ["12-01 14:00/14:45", "12-02 14:00/14:45"]),
        (("RRULE:FREQ=DAILY;UNTIL=20261202T085959",), ["12-01 14:00/14:45"]),
        (("RRULE:FREQ=DAILY;UNTIL=20261130",), []),
        (("RRULE:FREQ=DAILY;COUNT=-1;UNTIL=20261201",), ["12-01 14:00/14:45"]),
        (
            ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=America/New_York:20261202T090000"),
            ["12-01 14:00/14:45", "12-03 14:00/14:45"],
        ),
        (
            ("RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20261202,20261203"),
            ["12-01 14:00/14:45"],
        ),
        (
            ("RDATE;TZID=America/New_York:20261204T120000,20261205T120000",),
            ["12-01 14:00/14:45", "12-04 17:00/17:45", "12-05 17:00/17:45"],
        ),
        (
            ("RDATE;VALUE=PERIOD:20261204T120000Z/PT3H,20261205T120000Z/20261205T130000Z",),
            ["12-01 14:00/14:45", "12-04 12:00/15:00", "12-05 12:00/13:00"],
        ),
        (
            ("RDATE;VALUE=PERIOD;TZID=America/New_York:20261204T120000/20261204T130000",),
            ["12-01 14:00/14:45", "12-04 17:00/18:00"],
        ),
        (("RDATE:", "EXDATE:", "RRULE:FREQ=DAILY;COUNT=1"), ["12-01 14:00/14:45"]),
    ],
)
def test_a_series(lines, expected):
    assert times(calendar(event(*AT_NINE, *lines))) == expected


def test_a_day_without_is_told_by_the_day_also_where_a_time_is_written():
    days = event(
        "DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261202T000000Z"
    )
    assert times(calendar(days)) == ["12-01 05:00/12-02 05:00", "12-03 05:00/12-04 05:00"]


def changed(*lines, replaced="RECURRENCE-ID;TZID=America/New_York:20261201T090000"):
    return event(replaced, *lines)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            changed("DTSTART:20261203T200000Z", "DTEND:20261203T210000Z"),
            ["12-03 20:00/21:00", "12-08 14:00/14:45"],
        ),
        (
            changed(
                "DTSTART:20261203T200000Z",
                "DURATION:PT1H",
                replaced="RECURRENCE-ID;VALUE=DATE:20261201",
            ),
            ["12-03 20:00/21:00", "12-08 14:00/14:45"],
        ),
        (
            changed(
                "DTSTART:20261203T200000Z",
                "DURATION:PT1H",
                replaced="RECURRENCE-ID:20261201T090000",
            ),
            ["12-03 20:00/21:00", "12-08 14:00/14:45"],
        ),
        (changed("DTSTART:20261201T140000Z", "STATUS:CANCELLED"), ["12-08 14:00/14:45"]),
        (changed("DTSTART:20261201T140000Z", "TRANSP:TRANSPARENT"), ["12-08 14:00/14:45"]),
        (
            changed(
                "DTSTART;TZID=America/New_York:20261201T100000",
                "DURATION:PT1H",
                replaced="RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T140000Z",
            ),
            ["12-01 15:00/16:00", "12-08 15:00/16:00"],
        ),
        (
            changed(
                "DTSTART:20261201T140000Z",
                "STATUS:CANCELLED",
                replaced="RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T140000Z",
            ),
            [],
        ),
    ],
)
def test_a_changed_occurrence(change, expected):
    data = calendar(event(*WEEKLY), change)
    assert times(data, "2026-12-01", "2026-12-10") == expected


def test_of_two_changes_the_one_with_the_higher_number_counts():
    newer = changed("DTSTART:20261203T200000Z", "DURATION:PT1H", "SEQUENCE:2")
    older = changed("DTSTART:20261203T220000Z", "DURATION:PT1H", "SEQUENCE:1")
    for order in ((newer, older), (older, newer)):
        assert times(calendar(event(*WEEKLY), *order)) == ["12-03 20:00/21:00"]


def test_of_two_series_the_one_with_the_higher_number_counts():
    older = event("DTSTART:20261202T140000Z", "DURATION:PT1H", "SEQUENCE:1")
    newer = event("DTSTART:20261203T140000Z", "DURATION:PT1H", "SEQUENCE:2")
    assert times(calendar(newer, older)) == ["12-03 14:00/15:00"]


def test_a_change_goes_with_the_occurrence_that_its_newer_series_no_longer_has():
    moved = changed("DTSTART:20261202T200000Z", "DURATION:PT1H", "SEQUENCE:1")
    series = event(*WEEKLY, "SEQUENCE:2", "EXDATE:20261201T140000Z")
    assert times(calendar(series, moved)) == []
    same = event(*WEEKLY, "SEQUENCE:1", "EXDATE:20261201T140000Z")
    assert times(calendar(same, moved)) == ["12-02 20:00/21:00"]


def test_a_changed_occurrence_without_its_series_stands_alone():
    alone = changed("DTSTART:20261203T200000Z", "DURATION:PT1H")
    assert times(calendar(alone)) == ["12-03 20:00/21:00"]


def test_overlapping_and_touching_times_are_one():
    events = [
        event(f"DTSTART:202612{day}", f"DTEND:202612{end}", uid=day)
        for day, end in (("01T0900", "01T1100"), ("01T1000", "01T1030"), ("01T1100", "01T1200"))
    ]
    assert times(calendar(*events)) == ["12-01 14:00/17:00"]


def test_a_free_busy_file():
    data = calendar(
        "BEGIN:VFREEBUSY",
        "FREEBUSY:20261201T140000Z/PT1H,20261201T180000Z/20261201T190000Z",
        "FREEBUSY;FBTYPE=FREE:20261202T140000Z/PT1H",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261203T090000/20261203T100000",
        "FREEBUSY:nothing",
        "END:VFREEBUSY",
    )
    found = busy(data)
    assert [shown(interval) for interval in found.intervals] == [
        "12-01 14:00/15:00",
        "12-01 18:00/19:00",
        "12-03 14:00/15:00",
    ]
    assert found.skipped == (Skipped("", "“nothing” is no date or time"),)


def test_repeated_times_in_utc_are_meant_by_the_calendars_own_zone():
    weekly = event("DTSTART:20261027T130000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2")
    data = calendar(weekly, head="X-WR-TIMEZONE:America/New_York")
    assert times(data, "2026-10-26", "2026-11-08") == ["10-27 13:00/14:00", "11-03 14:00/15:00"]
    assert times(calendar(weekly), "2026-10-26", "2026-11-08") == [
        "10-27 13:00/14:00",
        "11-03 13:00/14:00",
    ]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (("DTSTART:20261301T140000Z",), "“20261301T140000Z” is no date or time"),
        (("DTSTART:",), "nothing is no date or time"),
        (("DTSTART:99990101",), "the year 9999 is out of reach"),
        ((), "it has no start"),
        (("DTSTART:20261202T1400", "DTEND:20261202T1300"), "it ends before it starts"),
        (("DTSTART:20261202T1400", "DURATION:-PT1H"), "it ends before it starts"),
        (("DTSTART:20261202T1400", "DURATION:1 hour"), "“1 hour” is no duration"),
        (("DTSTART:20261202T1400", "DURATION:P99999W"), "it lasts longer than a century"),
        (("DTSTART;TZID=Nowhere:20261202T1400",), "its time zone “Nowhere” is not known"),
        (("DTSTART;TZID=:20261202T1400",), "its time zone “” is not known"),
        ((*AT_NINE, "RDATE:20261202T1400/20261202T1300Z"), None),
        ((*AT_NINE, "EXRULE:FREQ=DAILY"), None),
        (("DTSTART:20261202T1400", "DURATION:P400D", "RRULE:FREQ=YEARLY"), None),
    ],
)
def test_what_cannot_be_read_is_told(lines, why):
    ((uid, told),) = reasons(calendar(event(*lines)))
    assert uid == "one@norhaven.example"
    assert told == (why or told)
    assert told[0] != told[0].upper() or told[0] in "“R"


def test_one_broken_event_does_not_take_the_others_along():
    data = calendar(event("DTSTART:x", uid="broken"), event(*AT_NINE))
    found = busy(data)
    assert [shown(interval) for interval in found.intervals] == ["12-01 14:00/14:45"]
    assert found.skipped == (Skipped("broken", "“x” is no date or time"),)
    assert (found.events, found.is_calendar) == (2, True)


def test_a_broken_event_of_another_year_is_not_worth_telling():
    other_year = ("DTSTART;TZID=Nowhere:20161202T1400", "DTEND;TZID=Nowhere:20161202T1500")
    assert times(calendar(event(*other_year))) == []
    assert reasons(calendar(event(*other_year, "RRULE:FREQ=DAILY")))
    assert reasons(calendar(event(other_year[0], "DTEND;TZID=Nowhere:broken")))


@pytest.mark.parametrize("data", [b"", b"<html>Sign in</html>", b"BEGIN:x\n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_calendar_says_so(data):
    found = busy(data)
    assert (found.intervals, found.skipped, found.is_calendar) == ((), (), False)


@pytest.mark.parametrize("last", ["2026-12-01", "2026-11-30", "2029-12-01"])
def test_a_time_that_is_no_time_is_refused(last):
    with pytest.raises(ValueError, match="Ask about"):
        busy(calendar(), "2026-12-01", last)
    with pytest.raises(ValueError, match="Ask about"):
        busy(calendar(), "2201-12-01", "2201-12-02")


def test_a_floating_time_is_meant_by_the_calendars_own_zone_and_a_day_by_the_owners():
    events = (
        event("DTSTART:20261201T090000", "DURATION:PT1H", uid="time"),
        event("DTSTART;VALUE=DATE:20261203", uid="day"),
    )
    data = calendar(*events, head="X-WR-TIMEZONE:Europe/Berlin")
    assert times(data) == ["12-01 08:00/09:00", "12-03 05:00/12-04 05:00"]


def test_an_exception_in_utc_of_an_event_that_floats_means_its_clock():
    data = calendar(
        event("DTSTART:20261201T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2",
              "EXDATE:20261201T090000Z")
    )  # fmt: skip
    assert times(data) == ["12-02 14:00/15:00"]


def test_a_time_in_utc_that_repeats_by_dates():
    dates = event("DTSTART:20261101T053000Z", "DURATION:PT1H", "RDATE:20261201T053000Z")
    data = calendar(dates, head="X-WR-TIMEZONE:America/New_York")
    assert times(data, "2026-11-01") == ["11-01 05:30/06:30", "12-01 05:30/06:30"]
    second = event("DTSTART:20261101T063000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=1")
    data = calendar(second, head="X-WR-TIMEZONE:America/New_York")
    assert times(data, "2026-11-01") == ["11-01 06:30/07:30"]
