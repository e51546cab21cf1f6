"""Calendars made by others: each gives busy times or reasons, and a second reader agrees.

What is not agreed upon stands here with its reason.
"""

import json
import re
import warnings
from datetime import UTC, datetime, time, timedelta

import icalendar
import pytest
import recurring_ical_events

from tests.conftest import SHARED_DATA
from tests.engine.calendars.files import NEW_YORK
from whoelse.engine.calendars import Interval, merged, read_busy
from whoelse.engine.calendars.zones import zone_named, zone_shown

FOLDER = SHARED_DATA / "ics"
FILES = sorted(path for path in FOLDER.rglob("*") if path.suffix in (".ics", ".jcal"))
YEARS = (1997, 2010, 2019, 2024, 2026)
TURNED = "an event that ends before it starts is told, not turned round"
FREE_BUSY = "free-busy files are read here, too"
MIDNIGHT = "a day begins at midnight of the owner's zone, not of UTC"
UNKNOWN = "a zone that nobody knows is told, not taken for the owner's"
DIFFERENT = {
    "end_before_start_event.ics": TURNED,
    "event_with_recurrence.ics": "an exception in UTC of an event that floats is by its clock",
    "example.ics": FREE_BUSY,
    "issue_1081_freebusy_comma_separated.ics": FREE_BUSY,
    "issue_132_swapped_start_and_end.ics": TURNED,
    "issue_1633_rdate_with_dates.ics": MIDNIGHT,
    "issue_165_missing_event.ics": "spaces in a rule do no harm",
    "issue_201_test_matrix.ics": MIDNIGHT,
    "issue_27_multiple_periods_in_freebusy_multiple_freebusies.ics": FREE_BUSY,
    "issue_27_multiple_periods_in_freebusy_one_freebusy.ics": FREE_BUSY,
    "issue_526_calendar_with_different_events.ics": UNKNOWN,
    "issue_526_calendar_with_event_subset.ics": UNKNOWN,
    "issue_526_calendar_with_events.ics": UNKNOWN,
    "issue_526_calendar_with_shuffeled_events.ics": UNKNOWN,
    "issue_75_range_parameter.ics": "a rule that ends on a day ends with that day",
}

pytestmark = pytest.mark.skipif(not FILES, reason="others' calendars in ../shared/data/ics")


def read(path, year):
    start = datetime(year, 1, 1, tzinfo=UTC)
    data = path.read_bytes()
    return read_busy(data, start=start, end=start + timedelta(days=366), zone=NEW_YORK)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_fails_as_a_whole(path):
    found = [read(path, year) for year in YEARS]
    assert all(one.events == found[0].events for one in found)
    assert all(skipped.why for one in found for skipped in one.skipped)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_second_reader_finds_the_same_times(path):
    calendars = by_the_library(path)
    found = [(times_in(calendars, year), read(path, year).intervals) for year in years_of(path)]
    differs = any(theirs is not None and theirs != ours for theirs, ours in found)
    if path.name not in DIFFERENT or path.name == "example.ics":  # several have this name
        assert not differs or path.name in DIFFERENT
    else:
        assert differs


def years_of(path):
    """The first years in which something begins, and the year after each."""
    found = re.findall(rb"DTSTART[^\r\n]*?:((?:19|20)\d\d)", path.read_bytes())
    first = sorted({int(year) for year in found})[:3]
    return sorted({year + more for year in [*first, 2026] for more in (0, 1)})


def by_the_library(path):
    """The calendars of a file; none for a file that the library does not read at all."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return icalendar.Calendar.from_ical(path.read_bytes(), multiple=True)
        except (ValueError, KeyError, AttributeError, TypeError, IndexError):
            return []


def times_in(calendars, year):
    """Busy times by recurring-ical-events; None where it raises or finds nothing to read."""
    start = datetime(year, 1, 1, tzinfo=UTC)
    end, day = start + timedelta(days=366), timedelta(days=1)
    try:
        found = [
            occurrence
            for calendar in calendars
            for occurrence in recurring_ical_events.of(calendar, skip_bad_series=True).between(
                start - 2 * day, end + 2 * day
            )
        ]
        times = [(moment(one.start), moment(one.end)) for one in found if is_busy(one)]
    except (ValueError, KeyError, AttributeError, TypeError, IndexError, OverflowError):
        return None
    return merged(Interval(max(start, a), min(end, b)) for a, b in times) if calendars else None


def is_busy(event):
    busy_status = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", ""))
    is_transparent = event.get("TRANSP") == "TRANSPARENT" or busy_status == "FREE"
    return not is_transparent and event.get("STATUS") != "CANCELLED"


def moment(value):
    shown = value if isinstance(value, datetime) else datetime.combine(value, time())
    return (shown if shown.tzinfo else shown.replace(tzinfo=NEW_YORK)).astimezone(UTC)


def table(name):
    return json.loads((FOLDER / name).read_text("utf-8"))


def offsets(zone):
    months = [datetime(year, month, 1, tzinfo=UTC) for year in (2025, 2026) for month in (1, 7)]
    return [month.astimezone(zone).utcoffset() for month in months]


def test_every_windows_name_is_known():
    for name, zone in table("windows_to_olson.json").items():
        assert offsets(zone_named(name)) == offsets(zone_named(zone)), name


def test_names_for_people_are_known_or_told_and_rarely_another_zone():
    """A table of another project, gathered over years: some of its answers are out of date."""
    found = {}
    for names in table("sabre_timezone_aliases.json").values():
        for name, zone in names.items():
            ours = zone_named(name) or zone_shown(name)
            found[name] = ours and offsets(ours) == offsets(zone_named(zone))
    wrong = sorted(name for name, is_same in found.items() if is_same is False)
    known = [name for name, is_same in found.items() if is_same]
    assert len(known) >= 0.75 * len(found)
    assert len(wrong) <= 0.03 * len(found), wrong
