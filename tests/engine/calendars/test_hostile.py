"""Files that were made to hurt, and files that were damaged."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.calendars.files import NEW_YORK, busy, calendar, event, reasons, utc
from whoelse.engine.calendars import Skipped, limits, read_busy
from whoelse.engine.calendars.busy import Unreadable
from whoelse.engine.calendars.values import read_duration, read_offset

AT_NINE = ("DTSTART:20261201T140000Z", "DURATION:PT1H")
SEED = calendar(
    "BEGIN:VTIMEZONE\nTZID:Office\nBEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:+0200\n"
    "TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE",
    event("DTSTART;TZID=Office:20261124T090000", "DTEND;TZID=Office:20261124T1000",
          "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270101T000000Z", "EXDATE;TZID=Office:20261125T09"),
    event("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Office:20261130T090000",
          "DTSTART;TZID=Office:20261130T110000", "DURATION:PT1H", "SEQUENCE:3"),
    event("DTSTART;VALUE=DATE:20261203", "RDATE;VALUE=PERIOD:20261204T120000Z/PT3H", uid="two"),
    "BEGIN:VFREEBUSY\nFREEBUSY:20261201T140000Z/PT1H\nEND:VFREEBUSY",
)  # fmt: skip


@pytest.mark.bulk
def test_more_events_than_are_read():
    many = [event(*AT_NINE, uid=f"{n}") for n in range(limits.MOST_EVENTS + 1)]
    found = busy(calendar(*many))
    assert found.skipped == (Skipped("", "only the first 20,000 events were read"),)
    assert (len(found.intervals), found.events) == (1, limits.MOST_EVENTS + 1)


def test_more_bytes_than_are_read():
    padded = calendar(event(*AT_NINE)) + b"\r\n" + b"X-NOTE:" + b"x" * limits.MOST_BYTES
    found = busy(padded)
    assert found.skipped == (Skipped("", "only the first 10 MB were read"),)
    assert len(found.intervals) == 1


def test_components_within_components():
    deep = "BEGIN:VEVENT\n" * 2000 + "DTSTART:20261201T140000Z\n" + "END:VEVENT\n" * 2000
    found = busy(calendar(deep, event(*AT_NINE)))
    assert found.events == limits.MOST_DEPTH
    assert len(found.intervals) == 1


def test_more_events_without_a_start_than_are_told():
    found = busy(b"BEGIN:VEVENT\nEND:VEVENT\n" * (limits.MOST_EVENTS + 1))
    first, *each, last = found.skipped
    assert first == Skipped("", "only the first 20,000 events were read")
    assert each == [
        Skipped(f"number {n}", "it has no start") for n in range(1, limits.MOST_SKIPPED)
    ]
    assert last == Skipped("", "and 19,801 more events could not be read")


@pytest.mark.bulk
def test_nothing_but_begins_and_lines():
    assert busy(b"BEGIN:VEVENT\nEND:VEVENT\n" * 100_000).events > limits.MOST_EVENTS
    many = b"BEGIN:VEVENT\n" + b"UID:1\n" * (limits.MOST_KEPT + 5) + b"DTSTART:20261201T14\n"
    assert busy(many).skipped == (Skipped("1", "it has no start"),)


def test_a_line_without_an_end_and_lists_without_an_end():
    long = event("DTSTART:" + "2" * limits.MOST_LINE)
    assert reasons(calendar(long)) == [("one@norhaven.example", "it has no start")]
    dates = ",".join(["20261201T140000Z"] * (limits.MOST_DATES + 1))
    listed = event(*AT_NINE, f"EXDATE:{dates}")
    assert reasons(calendar(listed)) == [("one@norhaven.example", "it lists too many dates")]


def test_changes_without_an_end():
    changes = [
        event(f"RECURRENCE-ID;RANGE=THISANDFUTURE:2026120{n % 9 + 1}T1400{n:02}Z", *AT_NINE)
        for n in range(limits.MOST_CHANGES_ON + 1)
    ]
    told = "it was changed for all that follows too often"
    data = calendar(event(*AT_NINE, "RRULE:FREQ=DAILY"), *changes)
    assert reasons(data) == [("one@norhaven.example", told)]


def test_an_end_without_a_begin_and_a_begin_without_an_end():
    data = b"END:VEVENT\nBEGIN:VCALENDAR\nEND:VALARM\nBEGIN:VEVENT\nUID:1\nDTSTART:20261201T1400"
    found = busy(data + b"\nDURATION:PT1H\nEND:VCALENDAR\nEND:VEVENT")
    assert (len(found.intervals), found.skipped) == (1, ())


def test_other_ways_of_writing_the_same():
    plain = calendar(event(*AT_NINE))
    folded = plain.replace(b"DTSTART", b"DTST\r\n ART").replace(b"20261201", b"2026\r\n\t1201")
    ways = [
        plain.replace(b"\r\n", b"\n"),
        plain.replace(b"\r\n", b"\r"),
        b"\xef\xbb\xbf" + plain,
        plain.decode().encode("utf-16"),
        folded,
        plain.lower().replace(b"20261201t140000z", b"20261201T140000Z"),
        plain.replace(b"SUMMARY:Secret", b"SUMMARY:\xff\x00Secret"),
        plain.replace(b"UID:", b'UID;X="a:b;c":'),
        plain.replace(b"DTSTART:", b'DTSTART;VALUE="DATE-TIME":'),
    ]
    for data in ways:
        assert busy(data).intervals == busy(plain).intervals, data


def test_titles_are_in_nothing_that_is_read():
    assert "Secret" not in repr(busy(SEED))


@pytest.mark.parametrize("text", ["", "P", "PT", "1H", "P1X", "P123456D"])
def test_durations_that_are_none(text):
    with pytest.raises(Unreadable, match="no duration"):
        read_duration(text)


def test_offsets():
    assert read_offset("-0530") == -timedelta(hours=5, minutes=30)
    assert read_offset("+003015") == timedelta(minutes=30, seconds=15)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes(data):
    holds(data)


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False), st.integers(1, 6))
def test_a_damaged_calendar_still_gives_an_answer(random, times):
    data = SEED
    for _ in range(times):
        data = damaged(data, random)
    holds(data)


def damaged(data, random: Random):
    lines = data.split(b"\r\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    what = random.randrange(5)
    if what == 0:
        del lines[at]
    elif what == 1:
        lines.insert(at, lines[other])
    elif what == 2:
        lines[at], lines[other] = lines[other], lines[at]
    else:
        line = bytearray(lines[at] or b"x")
        place = random.randrange(len(line))
        line[place : place + what - 3] = bytes([random.choice(b"0129:;,=TZ-\xff\r\n /P")])
        lines[at] = bytes(line)
    return b"\r\n".join(lines)


def holds(data):
    start, end = utc("2026-12-01"), utc("2026-12-31")
    found = read_busy(data, start=start, end=end, zone=NEW_YORK)
    assert all(start <= one.start < one.end <= end for one in found.intervals)
    pairs = zip(found.intervals, found.intervals[1:], strict=False)
    assert all(one.end < other.start for one, other in pairs)
    assert all(skipped.why for skipped in found.skipped)
