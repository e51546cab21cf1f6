"""The few times that are offered: spread, easy to say, reasoned, always the same."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.calendars.files import NEW_YORK
from whoelse.engine.calendars import OFFICE_HOURS, choose_times, open_slots
from whoelse.engine.calendars.choosing import part_of_day

NOW = datetime(2026, 11, 5, 15, 0, tzinfo=UTC)
ALL = open_slots(
    OFFICE_HOURS, [], minutes=20, now=NOW, zone_student=NEW_YORK, zone_contact=NEW_YORK
)


def shown(choices):
    return [f"{choice.slot.contact_time:%a %d %H:%M}" for choice in choices]


def at(*texts):
    wanted = {datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=NEW_YORK) for text in texts}
    return [slot for slot in ALL if slot.starts_at in wanted]


@pytest.mark.parametrize("k", [3, 4, 5])
def test_a_free_fortnight_gives_other_days_and_other_parts_of_the_day(k):
    chosen = choose_times(ALL, k)
    assert len(chosen) == k
    assert len({choice.slot.contact_time.weekday() for choice in chosen}) == k
    assert {part_of_day(choice.slot) for choice in chosen} == {"morning", "midday", "afternoon"}
    assert {choice.slot.contact_time.minute for choice in chosen} == {0}
    assert all(choice.slot.contact_time.hour != 12 for choice in chosen)


def test_fewer_than_three_and_more_than_five_are_not_asked_for():
    assert (len(choose_times(ALL, 1)), len(choose_times(ALL, 9))) == (3, 5)


def test_one_free_day_gives_times_that_lie_apart():
    day = [slot for slot in ALL if slot.contact_time.day == 10]
    chosen = choose_times(day, 3)
    assert [part_of_day(choice.slot) for choice in chosen] == ["morning", "midday", "afternoon"]


def test_times_that_overlap_are_one_offer():
    assert shown(choose_times(at("10T10:00", "10T10:15"), 3)) == ["Tue 10 10:00"]
    assert choose_times([], 4) == ()


def test_a_time_is_exchanged_for_one_that_widens_the_choice():
    # One by one, the next best beside Monday and Wednesday is Tuesday at 9:00.
    slots = at("16T09:00", "17T09:00", "17T12:00", "18T09:00", "18T15:00")
    assert shown(choose_times(slots, 3)) == ["Mon 16 09:00", "Tue 17 12:00", "Wed 18 15:00"]


def test_reasons_are_true():
    one, two, three = choose_times(at("10T10:00", "10T15:30", "11T12:15"), 3)
    assert one.reasons == (
        "inside both working days",
        "the only one in the morning",
        "on the hour",
    )
    assert two.reasons == ("inside both working days", "the only one in the afternoon")
    assert three.reasons == (
        "inside both working days",
        "a day of its own",
        "the only one at midday",
        "at lunch time, because little else is free",
    )


@settings(deadline=None, max_examples=60)
@given(st.sets(st.integers(0, len(ALL) - 1), max_size=40), st.integers(3, 5), st.randoms())
def test_the_choice_depends_on_the_slots_alone(numbers, k, random):
    slots = [ALL[number] for number in sorted(numbers)]
    chosen = choose_times(slots, k)
    random.shuffle(slots)
    assert choose_times(slots * 2, k) == chosen
    starts = [choice.slot.starts_at for choice in chosen]
    assert starts == sorted(starts)
    assert all(b - a >= timedelta(minutes=20) for a, b in combinations(starts, 2))
    assert bool(chosen) == bool(slots)


def test_the_clock_that_counts_is_theirs():
    berlin = ZoneInfo("Europe/Berlin")
    slots = open_slots(
        OFFICE_HOURS, [], minutes=20, now=NOW, zone_student=NEW_YORK, zone_contact=berlin
    )
    assert {part_of_day(slot) for slot in slots} == {"afternoon"}
