"""Pace: held and scheduled against an even spread over the weeks of the term."""

from datetime import date, timedelta

import pytest

from whoelse.engine.duties import Pace, Term, pace

FALL = Term("Fall 2026", date(2026, 8, 24), date(2026, 12, 11), planned=6)
HELD = [date(2026, 9, 14), date(2026, 9, 25), date(2026, 10, 13), date(2026, 11, 4)]
TODAY = date(2026, 11, 5)


def test_pace_of_the_eleventh_week():
    assert pace([FALL], HELD, [date(2026, 11, 6)], TODAY) == Pace(
        term=FALL,
        week=11,
        weeks=16,
        held=4,
        scheduled=1,
        is_on_pace=True,
        sentence="4 of 6 held, 1 scheduled. You are on pace in week 11 of 16.",
    )


@pytest.mark.parametrize(
    ("planned", "held", "scheduled", "today", "sentence"),
    [
        (6, 0, 0, date(2026, 8, 24), "0 of 6 held. You are on pace in week 1 of 16."),
        (6, 1, 0, TODAY, "1 of 6 held. Agree on 3 more to be on pace in week 11 of 16."),
        (6, 2, 1, TODAY,
         "2 of 6 held, 1 scheduled. Agree on 1 more to be on pace in week 11 of 16."),
        (6, 3, 1, TODAY, "3 of 6 held, 1 scheduled. You are on pace in week 11 of 16."),
        (4, 4, 0, TODAY, "4 of 4 held. That is the whole plan of the term, done in week 11 of 16."),
        (6, 4, 0, date(2026, 12, 11),
         "4 of 6 held. Agree on 2 more to be on pace in week 16 of 16."),
        (0, 1, 0, TODAY, "1 held. No number is planned; you are in week 11 of 16."),
    ],
)  # fmt: skip
def test_pace_in_words(planned, held, scheduled, today, sentence):
    term = Term("Fall 2026", FALL.starts_on, FALL.ends_on, planned)
    coming = [today + timedelta(days=1)] * scheduled

    assert pace([term], HELD[:held], coming, today).sentence == sentence


@pytest.mark.parametrize("today", [date(2026, 8, 23), date(2026, 12, 12)])
def test_between_terms_there_is_no_pace(today):
    assert pace([FALL], HELD, [], today) is None


def test_only_days_of_this_term_count():
    held = [date(2026, 8, 23), date(2026, 8, 24), date(2026, 11, 5), date(2026, 11, 6)]
    scheduled = [date(2026, 11, 4), date(2026, 11, 5), date(2026, 12, 11), date(2026, 12, 12)]

    found = pace([FALL], held, scheduled, TODAY)

    assert (found.held, found.scheduled) == (2, 2)


def test_the_term_that_began_last_counts():
    sprint = Term("Mini term", date(2026, 10, 26), date(2026, 11, 20), planned=2)

    assert pace([sprint, FALL], [], [], TODAY).term == sprint
