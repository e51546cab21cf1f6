"""The calendar file, read back by two independent libraries."""

from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.factories import NOW
from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.scheduling.calendar import calendar_file
from whoelse.web.scheduling.models import Appointment
from whoelse.web.scheduling.zones import known_zones

MINUTE = timedelta(minutes=1)
AT = NOW + 5 * MINUTE


def appointment(*, name="Samuel Okafor", student_name="Ana Brandt", **fields):
    student = Student(full_name=student_name, email="ana@norhaven.example")
    contact = Contact(student=student, honorific="Dr.", full_name=name, notes="owes me a book")
    defaults = {
        "uid": "0a6f5c9e-55d2-4a53-9c9c-0c1c9b8f4e11",
        "starts_at": datetime(2026, 11, 6, 21, 0, tzinfo=UTC),
        "minutes": 20,
        "student_zone": "America/New_York",
        "contact_zone": "Europe/Berlin",
        "channel": "phone",
        "place": "555 0100",
        "created_at": NOW,
        "updated_at": NOW,
    }
    return Appointment(student=student, contact=contact, **(defaults | fields))


def event_of(file):
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    return event


def read_afresh(file, zone):
    """vobject keeps the first rules that it read for a zone: forget these, for other years."""
    vars(vobject.icalendar)["__tzidMap"].pop(zone, None)
    return vobject.readOne(file.decode())


def test_file_is_a_published_event_with_its_zone_and_two_alarms():
    file = calendar_file(appointment(), at=AT)

    calendar = Calendar.from_ical(file)
    event = event_of(file)
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["VERSION"] == "2.0"
    assert {name: str(event[name]) for name in ("UID", "STATUS", "SUMMARY", "LOCATION")} == {
        "UID": "0a6f5c9e-55d2-4a53-9c9c-0c1c9b8f4e11",
        "STATUS": "CONFIRMED",
        "SUMMARY": "Informational interview: Dr. Samuel Okafor and Ana Brandt",
        "LOCATION": "By phone: 555 0100",
    }
    assert event["SEQUENCE"] == 0
    assert event["DTSTAMP"].dt == AT
    assert event["DTSTART"].dt == datetime(2026, 11, 6, 16, 0, tzinfo=ZoneInfo("America/New_York"))
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=20)
    assert event["ORGANIZER"] == "mailto:ana@norhaven.example"
    assert event["ORGANIZER"].params["CN"] == "Ana Brandt"
    assert [(a["ACTION"], a["TRIGGER"].dt) for a in event.walk("VALARM")] == [
        ("DISPLAY", timedelta(days=-1)),
        ("DISPLAY", timedelta(minutes=-15)),
    ]


def test_file_says_the_same_to_a_second_reader():
    file = calendar_file(appointment(), at=AT)

    calendar = vobject.readOne(file.decode())

    event = calendar.vevent
    assert event.dtstart.value.astimezone(UTC) == datetime(2026, 11, 6, 21, 0, tzinfo=UTC)
    assert event.dtend.value.astimezone(UTC) == datetime(2026, 11, 6, 21, 20, tzinfo=UTC)
    assert event.summary.value == "Informational interview: Dr. Samuel Okafor and Ana Brandt"
    assert event.description.value == (
        "20 minutes by phone: 555 0100\nFriday, 6 November, 4:00 pm in New York; 10:00 pm in Berlin"
    )
    assert calendar.vtimezone.tzid.value == "America/New_York"
    assert len(event.valarm_list) == 2


def test_file_has_crlf_folded_lines_and_a_bounded_zone():
    file = calendar_file(appointment(place="Ж" * 300), at=AT)

    lines = file.split(b"\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    zone = Calendar.from_ical(file).timezones[0].to_ical()
    assert b"2030" not in zone
    assert b"1970" not in zone
    assert len(zone) < 1000


def test_file_holds_nothing_private():
    assert b"book" not in calendar_file(appointment(), at=AT)


def test_cancelled_file_says_so_and_rings_no_bell():
    file = calendar_file(appointment(cancelled_at=NOW, sequence=2), at=AT)

    event = event_of(file)
    assert (event["STATUS"], event["SEQUENCE"], event["TRANSP"]) == ("CANCELLED", 2, "TRANSPARENT")
    assert event.walk("VALARM") == []


@pytest.mark.parametrize(
    ("channel", "place", "location", "url"),
    [
        ("video", "https://meet.example/a?b=1&c=2", "https://meet.example/a?b=1&c=2", True),
        ("in_person", "Room 4, Hall; 2\\3", "Room 4, Hall; 2\\3", False),
        ("video", "javascript:alert(1)", "javascript:alert(1)", False),
        ("phone", "", None, False),
    ],
)
def test_file_tells_the_place(channel, place, location, url):
    event = event_of(calendar_file(appointment(channel=channel, place=place), at=AT))

    assert event.get("LOCATION") == location
    assert event.get("URL") == (place if url else None)


@pytest.mark.parametrize(
    "name",
    [
        "Eve\r\nATTENDEE:mailto:eve@bad.example",
        "Eve\nEND:VEVENT\nBEGIN:VEVENT",
        'Eve";X-BAD="1',
        "山田 太郎, 教授",
        "ליאת כהן \u202e",
        "Zoë 🔭; \\n",
    ],
)
def test_no_name_breaks_out_of_its_line(name):
    file = calendar_file(appointment(name=name, student_name=name), at=AT)

    event = event_of(file)
    assert len(Calendar.from_ical(file).walk("VEVENT")) == 1
    assert "ATTENDEE" not in event
    assert list(event["ORGANIZER"].params) == ["CN"]
    plain = name.replace("\r\n", "\n")
    assert str(event["SUMMARY"]) == f"Informational interview: Dr. {plain} and {plain}"
    assert vobject.readOne(file.decode()).vevent.summary.value == str(event["SUMMARY"])


def test_hour_that_comes_twice_is_written_in_utc():
    """1:50 am before the clocks go back, and 20 minutes later it is 1:10 am."""
    starts_at = datetime(2026, 11, 1, 5, 50, tzinfo=UTC)

    file = calendar_file(appointment(starts_at=starts_at), at=AT)

    assert b"DTSTART:20261101T055000Z" in file
    assert b"DTEND:20261101T061000Z" in file
    assert b"VTIMEZONE" not in file


@settings(deadline=None)
@given(
    zone=st.sampled_from(sorted(known_zones())),
    starts_at=st.integers(0, 6_000_000).map(
        lambda n: datetime(2024, 1, 1, tzinfo=UTC) + n * MINUTE
    ),
    minutes=st.sampled_from((15, 20, 30)),
)
@example(zone="Africa/El_Aaiun", starts_at=datetime(2033, 1, 9, 1, 30, tzinfo=UTC), minutes=30)
def test_two_readers_find_the_moment_again(zone, starts_at, minutes):
    file = calendar_file(
        appointment(starts_at=starts_at, minutes=minutes, student_zone=zone), at=AT
    )

    event = event_of(file)
    found = [event[name].dt.astimezone(UTC) for name in ("DTSTART", "DTEND")]
    assert found == [starts_at, starts_at + timedelta(minutes=minutes)]
    assert read_by_others(file, zone) == found


def read_by_others(file, zone):
    """Beginning and end as vobject reads them, by the zone as dateutil reads it.

    vobject's own zones keep the rules of other years, and miss a change that goes by no rule.
    """
    event = read_afresh(file, zone).vevent
    zones = tzical(StringIO(file.decode()))
    rules = zones.get(zone) if zones.keys() else None
    shown = [event.dtstart.value, event.dtend.value]
    return [(at.replace(tzinfo=rules) if rules else at).astimezone(UTC) for at in shown]


def test_zone_begins_summer_by_the_winter_clock():
    """Clocks in New York go forward at two by the clock as it was before."""
    file = calendar_file(appointment(), at=AT)

    (zone,) = Calendar.from_ical(file).walk("VTIMEZONE")
    begins = [
        (part.name, part["DTSTART"].to_ical().decode(), part["TZOFFSETTO"].to_ical())
        for part in zone.subcomponents
    ]
    assert begins == [
        ("STANDARD", "20241231T190000", "-0500"),
        ("DAYLIGHT", "20250309T020000", "-0400"),
        ("STANDARD", "20251102T020000", "-0500"),
        ("DAYLIGHT", "20260308T020000", "-0400"),
        ("STANDARD", "20261101T020000", "-0500"),
        ("DAYLIGHT", "20270314T020000", "-0400"),
        ("STANDARD", "20271107T020000", "-0500"),
    ]
