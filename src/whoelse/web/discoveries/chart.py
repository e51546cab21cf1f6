"""Small pictures: clarity over time as a thread, new things by person as stems. Only places."""

from collections.abc import Sequence
from dataclasses import dataclass

from whoelse.web.interviews.models import ClarityRating

LEFT, RIGHT, TOP, BOTTOM = 46.0, 538.0, 26.0, 204.0
MOST = 40  # the newest; the table below has all
STEMS = 5  # as many as fit beside each other
STEM_SCALE = 10  # new things; more make the scale longer


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    rating: ClarityRating
    is_labelled: bool


@dataclass(frozen=True, slots=True)
class Stem:
    """New things that one interview told, in a picture of 150 by 56."""

    x: float
    y: float
    count: int

    @property
    def label(self) -> tuple[float, float]:
        """Where the number stands: beside the dot, and never below the axis."""
        return self.x + 7, min(self.y + 4, 45.0)


def stems_of(counts: Sequence[int]) -> tuple[Stem, ...]:
    """The latest interviews, the first one left; the highest stem fills the picture."""
    latest, highest = counts[-STEMS:], max((*counts[-STEMS:], STEM_SCALE))
    return tuple(
        Stem(14.0 + index * 26, round(50 - count / highest * 34, 1), count)
        for index, count in enumerate(latest)
    )


def dots_of(ratings: Sequence[ClarityRating]) -> list[Dot]:
    newest = list(ratings)[-MOST:]
    step = (RIGHT - LEFT) / max(1, len(newest) - 1)
    last = len(newest) - 1
    return [
        Dot(
            x=round(LEFT + index * step, 1),
            y=round(BOTTOM - rating.rating / 10 * (BOTTOM - TOP), 1),
            rating=rating,
            is_labelled=index in (0, last) or last <= 6,
        )
        for index, rating in enumerate(newest)
    ]


def line_of(dots: Sequence[Dot]) -> str:
    """A path of steps: clarity stays as it was until it is rated again."""
    if not dots:
        return ""
    parts = [f"M{dots[0].x} {dots[0].y}"]
    parts += [f"H{dot.x}V{dot.y}" for dot in dots[1:]]
    return "".join(parts)
