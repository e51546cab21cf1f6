"""How clear the answer is: the student's own 0 to 10, before and after, per term.

A rating is an impression on one day. It is shown as it is: first, last, and what changed around
each interview; nothing here speaks of significance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whoelse.engine.wording import number


class Stage(StrEnum):
    """When in the course of an interview a rating was given; empty: at any other time."""

    BEFORE = "before"
    AFTER = "after"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """How well the student could answer the question on that day, 0 to 10."""

    on: date
    value: float
    stage: Stage = Stage.OTHER
    interview: str = ""  # the caller's own id


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with a name, such as a term; both days belong to it."""

    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Step:
    """Clarity around one interview; `before` is None when nothing was rated before it."""

    interview: str
    on: date
    before: float | None
    after: float

    @property
    def change(self) -> float | None:
        """The difference, in points of the rating; None when nothing was rated before."""
        return None if self.before is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class PeriodClarity:
    """First and last rating of a period, and how many there are."""

    period: Period
    first: float
    last: float
    ratings: int


@dataclass(frozen=True, slots=True)
class Clarity:
    """The course of the student's own ratings, oldest first."""

    ratings: tuple[Rating, ...]
    steps: tuple[Step, ...]
    periods: tuple[PeriodClarity, ...]
    sentence: str


def clarity(ratings: Sequence[Rating], periods: Sequence[Period] = ()) -> Clarity:
    """Return what the ratings say, in the order of their days.

    Ratings of one day stay in the order given. An interview without its own rating before is
    compared with the last rating of any kind. Periods without a rating are left out.
    """
    course = tuple(sorted(ratings, key=lambda rating: rating.on))
    return Clarity(
        ratings=course,
        steps=_steps(course),
        periods=tuple(
            PeriodClarity(period, inside[0].value, inside[-1].value, len(inside))
            for period in periods
            if (inside := [r for r in course if period.starts_on <= r.on <= period.ends_on])
        ),
        sentence=_sentence(course),
    )


def _steps(course: Sequence[Rating]) -> tuple[Step, ...]:
    before = {r.interview: r.value for r in course if r.stage is Stage.BEFORE}
    steps: list[Step] = []
    latest: float | None = None
    for rating in course:
        if rating.stage is Stage.AFTER:
            start = before.get(rating.interview, latest)
            steps.append(Step(rating.interview, rating.on, start, rating.value))
        latest = rating.value
    return tuple(steps)


def _sentence(course: Sequence[Rating]) -> str:
    if not course:
        return "Not rated yet."
    first, last = course[0].value, course[-1].value
    if len(course) == 1:
        return f"{first:g} of 10, rated once."
    moved = f"stayed at {last:g}" if first == last else f"went from {first:g} to {last:g}"
    times = f"{number(len(course))} ratings"
    return f"Clarity {moved} of 10 over {times}. These are impressions; look at the direction."
