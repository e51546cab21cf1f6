"""Business days know weekends and the student's holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoelse.engine.duties import add_business_days, business_days_between
from whoelse.engine.duties.business_days import is_business_day

FRIDAY = date(2026, 11, 20)
THANKSGIVING = frozenset({date(2026, 11, 26)})

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
HOLIDAYS = st.frozensets(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=20)


@pytest.mark.parametrize(
    ("day", "count", "holidays", "expected"),
    [
        (FRIDAY, 0, (), FRIDAY),
        (FRIDAY, 1, (), date(2026, 11, 23)),
        (FRIDAY + timedelta(days=1), 1, (), date(2026, 11, 23)),
        (FRIDAY, 4, (), date(2026, 11, 26)),
        (FRIDAY, 4, THANKSGIVING, date(2026, 11, 27)),
        (FRIDAY, 7, (), date(2026, 12, 1)),
        (FRIDAY, 7, THANKSGIVING, date(2026, 12, 2)),
    ],
)
def test_add_business_days(day, count, holidays, expected):
    assert add_business_days(day, count, holidays) == expected


def test_business_days_are_not_counted_backwards():
    with pytest.raises(ValueError, match="counted forwards"):
        add_business_days(FRIDAY, -1)


@pytest.mark.parametrize(
    ("end", "holidays", "expected"),
    [
        (FRIDAY - timedelta(days=1), (), 0),
        (FRIDAY, (), 0),
        (FRIDAY + timedelta(days=2), (), 0),
        (FRIDAY + timedelta(days=7), (), 5),
        (FRIDAY + timedelta(days=7), THANKSGIVING, 4),
    ],
)
def test_business_days_between(end, holidays, expected):
    assert business_days_between(FRIDAY, end, holidays) == expected


@settings(deadline=None)
@given(day=DAYS, count=st.integers(0, 60), holidays=HOLIDAYS)
def test_counting_is_the_inverse_of_adding(day, count, holidays):
    later = add_business_days(day, count, holidays)

    assert business_days_between(day, later, holidays) == count
    assert count == 0 or is_business_day(later, holidays)


@settings(deadline=None)
@given(start=DAYS, days=st.integers(1, 400))
def test_nothing_lies_between_a_day_and_an_earlier_one(start, days):
    assert business_days_between(start, start - timedelta(days=days)) == 0
