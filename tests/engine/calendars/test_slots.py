"""Times that suit two people, by windows, calendars, zones, notice, rest and holidays."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.calendars.files import NEW_YORK
from whoelse.engine.calendars import OFFICE_HOURS, Interval, Window, open_slots

NOW = datetime(2026, 11, 5, 15, 0, tzinfo=UTC)  # Thursday, 10:00 in New York
BERLIN, DENVER, UTC_ZONE = ZoneInfo("Europe/Berlin"), ZoneInfo("America/Denver"), ZoneInfo("UTC")
ONE_HOUR = (Window(4, time(10), time(11)),)  # Friday
MINUTE = timedelta(minutes=1)


def slots(windows=ONE_HOUR, busy=(), **options):
    defaults = {"minutes": 20, "now": NOW, "zone_student": NEW_YORK, "zone_contact": NEW_YORK}
    found = open_slots(windows, busy, **(defaults | {"days": 6, "breathing": 0 * MINUTE} | options))
    return [f"{slot.student_time:%a %d %H:%M}" for slot in found]


def friday(start, end):
    return Interval(*(datetime(2026, 11, 6, *at, tzinfo=UTC) for at in (start, end)))


def test_starts_on_the_quarters_that_leave_room_for_the_minutes():
    assert slots() == ["Fri 06 10:00", "Fri 06 10:15", "Fri 06 10:30"]
    assert slots(minutes=30) == ["Fri 06 10:00", "Fri 06 10:15", "Fri 06 10:30"]
    assert slots((Window(4, time(10, 5), time(10, 50)),)) == ["Fri 06 10:15", "Fri 06 10:30"]
    assert slots((Window(4, time(10), time(10, 15)),)) == []


def test_windows_that_overlap_give_each_time_once():
    assert slots((*ONE_HOUR, Window(4, time(10, 30), time(11)))) == slots()


def test_busy_times_and_the_rest_around_them():
    busy = [friday((15, 20), (15, 30))]
    assert slots(busy=busy) == ["Fri 06 10:00", "Fri 06 10:30"]
    assert slots(busy=busy, breathing=5 * MINUTE) == []
    assert slots(busy=[friday((14, 0), (15, 0))], breathing=15 * MINUTE) == [
        "Fri 06 10:15",
        "Fri 06 10:30",
    ]
    assert slots(busy=[friday((14, 0), (16, 0)), friday((14, 10), (14, 20))]) == []


def test_notice_is_kept():
    assert slots(notice=24 * 60 * MINUTE + 15 * MINUTE) == ["Fri 06 10:15", "Fri 06 10:30"]
    assert slots(notice=48 * 60 * MINUTE) == []


def test_holidays_and_full_days_are_left_out():
    assert slots(holidays=[date(2026, 11, 6)]) == []
    talk = friday((20, 0), (20, 20))
    assert slots(talks=[talk], most_per_day=1) == []
    assert slots(talks=[talk]) == slots()
    assert slots(talks=[friday((15, 0), (15, 20))]) == ["Fri 06 10:30"]


def test_the_other_persons_working_day_counts_by_their_clock():
    all_day = (Window(4, time(0), time(23, 59)),)
    assert slots(all_day, zone_contact=BERLIN)[-1] == "Fri 06 10:30"  # 16:30 there
    assert slots(all_day, zone_contact=DENVER)[0] == "Fri 06 11:00"  # 9:00 there
    assert slots(all_day, zone_contact=BERLIN, notice=0 * MINUTE)[0] == "Fri 06 03:00"
    assert slots((Window(6, time(10), time(11)),)) == []  # Sunday
    theirs = (Window(6, time(10), time(11)),)
    assert slots(theirs, contact_hours=theirs)[0] == "Sun 08 10:00"


def test_a_talk_does_not_go_beyond_midnight_of_the_other():
    nights = tuple(Window(day, time(0), time(23, 59)) for day in range(7))
    found = slots(nights, contact_hours=nights, zone_contact=BERLIN, days=2)
    assert "Fri 06 17:30" in found
    assert "Fri 06 17:45" not in found


def test_times_that_a_clock_skips_or_shows_twice_are_no_slots():
    night = (Window(6, time(1), time(4)),)
    options = {"contact_hours": night, "notice": 0 * MINUTE, "days": 1}
    spring = datetime(2026, 3, 7, 15, tzinfo=UTC)
    assert slots(night, now=spring, **options)[3:5] == ["Sun 08 01:45", "Sun 08 03:00"]
    autumn = datetime(2026, 10, 31, 15, tzinfo=UTC)
    assert slots(night, now=autumn, **options)[0] == "Sun 01 02:00"


@settings(deadline=None, max_examples=60)
@given(
    busy=st.lists(st.tuples(st.integers(0, 400), st.integers(1, 30)), max_size=30),
    minutes=st.sampled_from([15, 20, 30]),
    breathing=st.integers(0, 60),
    zone=st.sampled_from([NEW_YORK, BERLIN, DENVER, UTC_ZONE, ZoneInfo("Asia/Kolkata")]),
)
def test_no_slot_touches_a_busy_time_or_leaves_a_working_day(busy, minutes, breathing, zone):
    hour = timedelta(hours=1)
    times = [Interval(NOW + a * hour, NOW + a * hour + b * hour) for a, b in busy]
    windows = tuple(Window(day, time(6), time(22)) for day in range(7))
    found = open_slots(
        windows, times, minutes=minutes, now=NOW, zone_student=NEW_YORK, zone_contact=zone,
        breathing=breathing * MINUTE,
    )  # fmt: skip
    for slot in found:
        begin = slot.starts_at - breathing * MINUTE
        end = slot.starts_at + (minutes + breathing) * MINUTE
        assert all(i.end <= begin or i.start >= end for i in times)
        there = [moment.astimezone(zone) for moment in (slot.starts_at, end - breathing * MINUTE)]
        assert there[0].weekday() < 5
        assert time(9) <= there[0].time() <= there[1].time() <= time(17)
        assert slot.starts_at >= NOW + timedelta(hours=24)
    everything = open_slots(
        windows, (), minutes=minutes, now=NOW, zone_student=NEW_YORK, zone_contact=zone
    )
    assert set(found) <= set(everything)


@pytest.mark.parametrize("zone", [NEW_YORK, BERLIN])
def test_office_hours_are_the_default_of_both(zone):
    found = open_slots(
        OFFICE_HOURS, [], minutes=20, now=NOW, zone_student=NEW_YORK, zone_contact=zone
    )
    assert {slot.contact_time.weekday() for slot in found} == {0, 1, 2, 3, 4}
    assert min(slot.starts_at for slot in found) == NOW + timedelta(hours=24)
