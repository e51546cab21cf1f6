"""Rules of repetition, against a second reader of them, and what is refused."""
# ruff: noqa: DTZ001 - a wall clock knows no zone

import contextlib
from datetime import datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.engine.calendars.files import calendar, event, reasons, times
from whoelse.engine.calendars.busy import Unreadable
from whoelse.engine.calendars.repeating import Budget
from whoelse.engine.calendars.repeating import times as times_of
from whoelse.engine.calendars.rules import WEEKDAYS, read_rule

START = datetime(2026, 11, 5, 9, 30)


def by(name, values, size=3):
    some = st.lists(values, min_size=1, max_size=size, unique=True)
    return st.none() | some.map(lambda found: f"{name}={','.join(map(str, found))}")


def signed(most):
    return st.integers(1, most) | st.integers(-most, -1)


PLAIN_DAYS = st.sampled_from(WEEKDAYS)
NTH_DAYS = st.tuples(signed(5), PLAIN_DAYS).map(lambda found: f"{found[0]}{found[1]}")
INTERVAL = st.integers(1, 5).map(lambda n: f"INTERVAL={n}")
COUNT = st.none() | st.integers(1, 40).map(lambda n: f"COUNT={n}")
WEEK_START = st.none() | PLAIN_DAYS.map(lambda day: f"WKST={day}")
CLOCKS = (by("BYHOUR", st.integers(0, 23), 2), by("BYMINUTE", st.sampled_from([0, 15]), 2))
POSITIONS = by("BYSETPOS", signed(3), 2)
RULES = st.one_of(
    st.tuples(st.just("FREQ=YEARLY"), INTERVAL, COUNT, by("BYMONTH", st.integers(1, 12)),
              by("BYMONTHDAY", signed(31)), by("BYDAY", PLAIN_DAYS), *CLOCKS, POSITIONS),
    st.tuples(st.just("FREQ=YEARLY"), INTERVAL, by("BYMONTH", st.integers(1, 12)),
              by("BYDAY", NTH_DAYS)),
    st.tuples(st.just("FREQ=YEARLY"), by("BYYEARDAY", signed(366)), *CLOCKS, COUNT),
    st.tuples(st.just("FREQ=YEARLY"), by("BYWEEKNO", signed(53)), by("BYDAY", PLAIN_DAYS),
              WEEK_START),
    st.tuples(st.just("FREQ=MONTHLY"), INTERVAL, COUNT, by("BYMONTH", st.integers(1, 12)),
              by("BYMONTHDAY", signed(31)), by("BYDAY", PLAIN_DAYS), POSITIONS),
    st.tuples(st.just("FREQ=MONTHLY"), INTERVAL, COUNT, by("BYDAY", NTH_DAYS), *CLOCKS),
    st.tuples(st.just("FREQ=WEEKLY"), INTERVAL, COUNT, by("BYDAY", PLAIN_DAYS), WEEK_START,
              *CLOCKS, by("BYMONTH", st.integers(1, 12))),
    st.tuples(st.just("FREQ=DAILY"), INTERVAL, COUNT, by("BYDAY", PLAIN_DAYS), *CLOCKS,
              by("BYMONTH", st.integers(1, 12), 6)),
    st.tuples(st.just("FREQ=HOURLY"), INTERVAL, COUNT, by("BYHOUR", st.integers(0, 23), 9),
              by("BYDAY", PLAIN_DAYS, 5)),
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(RULES, st.datetimes(datetime(2015, 1, 1), START), st.integers(1, 300))
def test_times_are_those_that_another_reader_finds(parts, first, days):
    first = first.replace(second=0, microsecond=0)
    text = ";".join(part for part in parts if part)
    is_short = "HOURLY" in text and "COUNT" not in text
    first = max(first, START - timedelta(days=5)) if is_short else first
    end = START + timedelta(days=days)
    # The other reader looks for a match until the year 9999: this one is asked first.
    found = list(times_of(read_rule(text), first, after=START, before=end, budget=Budgeted()))
    limited = f"{text};UNTIL={end:%Y%m%dT%H%M%S}" if "COUNT" not in text else text
    assume(found or "COUNT" in text or len(parts) < 4)
    assert found == [wall for wall in others(limited, first, end) if wall < end]


def others(rule, first, end):
    """What dateutil finds; it refuses a step that never comes to a named hour: no times."""
    try:
        return rrulestr(rule, dtstart=first).between(START, end, inc=True)
    except ValueError as error:
        assert "empty set" in str(error)  # noqa: PT017 - any other refusal is a failure
        return []


class Budgeted(Budget):
    """A budget for one rule."""

    def __init__(self):
        super().__init__()
        self.begin_one()


def test_days_of_the_week_may_be_mixed_with_numbered_ones():
    rule = read_rule("FREQ=MONTHLY;BYDAY=MO,-1FR")
    found = times_of(rule, START, after=START, before=datetime(2026, 12, 1), budget=Budgeted())
    assert [wall.day for wall in found] == [9, 16, 23, 27, 30]


AT_NINE = ("DTSTART:20261201T140000Z", "DURATION:PT1H")


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=SECONDLY", "it repeats every minute or second"),
        ("FREQ=MINUTELY;INTERVAL=600", "it repeats every minute or second"),
        ("FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=0,5,10,15,20,25,30,35,40",
         "it repeats more than once an hour"),
        ("FREQ=HOURLY;BYMINUTE=0,30", "it repeats more than once an hour"),
        ("FREQ=NEVER", "“NEVER” is no frequency"),
        ("", "“” is no frequency"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0 is no number from 1 to 10000"),
        ("FREQ=DAILY;INTERVAL=x", "INTERVAL=X is no number from 1 to 10000"),
        ("FREQ=DAILY;BYHOUR=24", "BYHOUR=24 is out of range"),
        ("FREQ=DAILY;BYHOUR=-1", "BYHOUR=-1 is out of range"),
        ("FREQ=DAILY;BYMONTH=one", "BYMONTH=ONE is out of range"),
        ("FREQ=DAILY;BYDAY=XX", "“XX” is no weekday"),
        ("FREQ=DAILY;BYDAY=99MO", "“99MO” is no weekday"),
        ("FREQ=DAILY;WKST=XX", "“XX” is no weekday"),
        ("FREQ=DAILY;RSCALE=HEBREW", "“RSCALE=HEBREW” in its rule is not known"),
        ("FREQ=DAILY;UNTIL=never", "“NEVER” is no date or time"),
        ("D1 #10", "“D1 #10” in its rule is not known"),
    ],
)  # fmt: skip
def test_a_rule_that_is_refused_says_why(rule, why):
    data = calendar(event(*AT_NINE, f"RRULE:{rule}"))
    assert reasons(data) == [("one@norhaven.example", why)]


def test_what_others_add_to_a_rule_is_passed_over():
    rule = "RRULE:FREQ=DAILY;RSCALE=GREGORIAN;SKIP=OMIT;X-MORE=1;;COUNT=1"
    assert times(calendar(event(*AT_NINE, rule))) == ["12-01 14:00/15:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=WE",
        "FREQ=WEEKLY;BYMONTHDAY=31;BYMONTH=2",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
        "FREQ=MONTHLY;BYSETPOS=9;BYDAY=MO",
        "FREQ=HOURLY;BYHOUR=3;INTERVAL=24",
    ],
)
def test_a_rule_that_never_matches_ends(rule):
    """Its start alone counts. The steps are counted, so no clock is needed to say that it ends."""
    assert times(calendar(event(*AT_NINE, f"RRULE:{rule}"))) == ["12-01 14:00/15:00"]


def test_steps_are_counted():
    rule = read_rule("FREQ=HOURLY;COUNT=9999999;BYMONTH=2;BYMONTHDAY=30")
    first = datetime(1700, 1, 1)
    with pytest.raises(Unreadable, match="too often"):
        list(times_of(rule, first, after=START, before=datetime(2027, 1, 1), budget=Budgeted()))
    old = event("DTSTART:17000101T000000", "DURATION:PT1H", "RRULE:FREQ=HOURLY;COUNT=9999999")
    assert reasons(calendar(old)) == [("one@norhaven.example", "it repeats too often to be read")]


def test_a_whole_calendar_has_its_steps_too():
    budget, rule = Budget(1_000), read_rule("FREQ=DAILY;COUNT=99999")
    read = 0
    for _ in range(5):
        budget.begin_one()
        with contextlib.suppress(Unreadable):
            days = timedelta(days=150)
            list(times_of(rule, START, after=START, before=START + days, budget=budget))
            read += 1
    assert read == 3


def test_old_rules_without_an_end_cost_nothing():
    many = [
        event("DTSTART:17000101T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY", uid=f"{n}")
        for n in range(50)
    ]
    assert len(times(calendar(*many))) == 7


def test_a_series_that_ends_at_the_end_of_time():
    rule = "RRULE:FREQ=YEARLY;INTERVAL=9000"
    assert times(calendar(event(*AT_NINE, rule))) == ["12-01 14:00/15:00"]
    rule = "RRULE:FREQ=MONTHLY;INTERVAL=10000;COUNT=99999;BYMONTHDAY=30;BYMONTH=2"
    assert times(calendar(event(*AT_NINE, rule))) == ["12-01 14:00/15:00"]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=YEARLY;BYYEARDAY=1,-1", ["12-31", "01-01"]),
        ("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO", ["12-28"]),
        ("FREQ=YEARLY;BYWEEKNO=-1;BYDAY=SU", ["01-03"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["11-30", "12-31"]),
        ("FREQ=YEARLY;BYDAY=-1TH", ["12-31"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["11-30", "12-31"]),
    ],
)
def test_days_counted_from_both_ends(rule, days):
    end = datetime(2027, 1, 5)
    found = times_of(read_rule(rule), START, after=START, before=end, budget=Budgeted())
    assert [f"{wall:%m-%d}" for wall in found] == days
