"""The student's own ratings, before and after, per term."""

from datetime import date

import pytest

from whoelse.engine.learning import Period, PeriodClarity, Rating, Stage, Step, clarity

DIRECTION = "These are impressions; look at the direction."
FALL = Period("Fall", date(2026, 8, 24), date(2026, 12, 11))
SPRING = Period("Spring", date(2027, 1, 11), date(2027, 5, 7))


def on(day: int, value: float, stage: Stage = Stage.OTHER, interview: str = "") -> Rating:
    return Rating(date(2026, 9, day), value, stage, interview)


def test_before_and_after_each_interview():
    ratings = [
        on(20, 6, Stage.AFTER, "i2"),
        on(1, 3),
        on(14, 4, Stage.BEFORE, "i1"),
        on(14, 5, Stage.AFTER, "i1"),
    ]

    found = clarity(ratings)

    assert found.ratings == (ratings[1], ratings[2], ratings[3], ratings[0])
    assert found.steps == (
        Step("i1", date(2026, 9, 14), 4, 5),
        Step("i2", date(2026, 9, 20), 5, 6),
    )
    assert [step.change for step in found.steps] == [1, 1]


def test_without_a_rating_before_there_is_no_change():
    (step,) = clarity([on(14, 5, Stage.AFTER, "i1")]).steps

    assert (step.before, step.change) == (None, None)


def test_periods_hold_their_first_and_last_day():
    ratings = [
        Rating(FALL.starts_on, 2),
        Rating(FALL.ends_on, 5),
        Rating(date(2027, 1, 1), 4),
        Rating(SPRING.ends_on, 7.5),
    ]
    summer = Period("Summer", date(2027, 6, 1), date(2027, 8, 1))

    assert clarity(ratings, [FALL, SPRING, summer]).periods == (
        PeriodClarity(FALL, 2, 5, 2),
        PeriodClarity(SPRING, 7.5, 7.5, 1),
    )


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([], "Not rated yet."),
        ([3], "3 of 10, rated once."),
        (
            [3, 6.5],
            f"Clarity went from 3 to 6.5 of 10 over two ratings. {DIRECTION}",
        ),
        (
            [4, 2, 4],
            f"Clarity stayed at 4 of 10 over three ratings. {DIRECTION}",
        ),
    ],
)
def test_clarity_in_words(values, sentence):
    assert clarity([on(n + 1, value) for n, value in enumerate(values)]).sentence == sentence
