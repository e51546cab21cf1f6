"""Answers of calendar programs to an invitation."""

import contextlib
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.calendars.files import calendar, event
from whoelse.engine.calendars import ItipReply, NoReply, read_itip_reply

UID = "one@norhaven.example"
IMRE = "ATTENDEE;CN=Imre;PARTSTAT={}:MAILTO:Imre@Lumen.example"


def answer(*lines, method="REPLY"):
    return calendar(event(*lines), head=f"METHOD:{method}")


@pytest.mark.parametrize("said", ["accepted", "declined", "tentative"])
def test_a_reply(said):
    data = answer(
        IMRE.format(said.upper()), "SEQUENCE:2", "DTSTAMP:20261105T150000Z",
        "COMMENT:Sorry\\, a\\nmeeting\\; \\\\ late",
    )  # fmt: skip
    assert read_itip_reply(data) == ItipReply(
        uid=UID,
        partstat=said,
        sequence=2,
        attendee="imre@lumen.example",
        comment="Sorry, a meeting; \\ late",
        sent_at=datetime(2026, 11, 5, 15, tzinfo=UTC),
    )


BERLIN = "DTSTART;TZID=Europe/Berlin:20261110T160000"


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        (BERLIN, 30, "DTEND;TZID=Europe/Berlin:20261110T163000"),
        ("DTSTART:20261110T150000Z", 15, "DURATION:PT15M"),
        ("DTSTART;TZID=W. Europe Standard Time:20261110T160000", 0, "TRANSP:OPAQUE"),
        ("DTSTART;TZID=(UTC+01:00) Berlin:20261110T160000", 0, "TRANSP:OPAQUE"),
    ],
)
def test_a_counter_proposes_another_time(start, minutes, end):
    found = read_itip_reply(answer(IMRE.format("TENTATIVE"), start, end, method="COUNTER"))
    assert (found.partstat, found.proposed_minutes) == ("counter", minutes)
    assert found.proposed_start == datetime(2026, 11, 10, 15, tzinfo=UTC)
    assert (found.sequence, found.sent_at) == (0, None)


def test_a_counter_by_a_zone_that_the_file_defines():
    zone = [
        "BEGIN:VTIMEZONE", "TZID:Office", "BEGIN:STANDARD", "DTSTART:20200101T000000",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD", "END:VTIMEZONE",
    ]  # fmt: skip
    proposed = event("DTSTART;TZID=Office:20261110T160000")
    data = calendar(*zone, proposed, head="METHOD:COUNTER")
    found = read_itip_reply(data)
    assert found.proposed_start == datetime(2026, 11, 10, 15, tzinfo=UTC)
    assert found.attendee == ""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        answer(IMRE.format("ACCEPTED"), method="REQUEST"),
        calendar(head="METHOD:REPLY"),
        calendar("BEGIN:VEVENT", "UID:", "END:VEVENT", head="METHOD:REPLY"),
        answer(IMRE.format("NEEDS-ACTION")),
        answer(),
        answer(IMRE.format("ACCEPTED"), IMRE.format("DECLINED")),
        answer("DTSTART:20261110T160000", method="COUNTER"),
        answer("DTSTART:20261110", method="COUNTER"),
        answer("DTSTART;VALUE=DATE;TZID=Europe/Berlin:20261110", method="COUNTER"),
        answer("DTSTART;TZID=Nowhere:20261110T160000", method="COUNTER"),
        answer(method="COUNTER"),
    ],
)
def test_what_answers_nothing(data):
    with pytest.raises(NoReply, match=r"\.$"):
        read_itip_reply(data)


def test_an_attendee_without_an_address():
    assert read_itip_reply(answer("ATTENDEE;PARTSTAT=ACCEPTED:tel:555")).attendee == ""


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes(data):
    whole = answer(IMRE.format("ACCEPTED"))
    for one in (data, whole[:60] + data + whole[60:]):
        with contextlib.suppress(NoReply):
            read_itip_reply(one)
