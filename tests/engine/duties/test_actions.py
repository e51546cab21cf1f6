"""What the student decided to do stands there two weeks before its day, and until it is done."""

from datetime import date

import pytest

from tests.engine.duties.makers import NOW, ZONE, due, make_action
from whoelse.engine.duties import State, duties


@pytest.mark.parametrize(
    ("due_on", "expected"),
    [
        (date(2026, 11, 20), []),
        (date(2026, 11, 19), [("do_action", "calm", "by 19 November")]),
        (date(2026, 11, 5), [("do_action", "calm", "today")]),
        (date(2026, 10, 1), [("do_action", "late", "since 1 October")]),
    ],
)
def test_a_decision_is_due_from_two_weeks_before_its_day(due_on, expected):
    assert due(actions=(make_action(due_on=due_on),)) == expected


@pytest.mark.parametrize(
    ("suggested_by", "why"),
    [
        ("", "You decided to do it because of what you learned."),
        (
            "Imre Sandoval",
            "Imre Sandoval suggested it. You decided to do it because of what you learned.",
        ),
    ],
)
def test_it_says_what_and_who_suggested_it(suggested_by, why):
    (do,) = duties(State(ZONE, actions=(make_action(suggested_by=suggested_by),)), NOW)

    assert (do.what, do.why, do.ref, do.contact) == ("Take Stat 340", why, "d1", "")
