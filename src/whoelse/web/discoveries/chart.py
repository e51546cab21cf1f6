"""Clarity over time as a thread on a scale from 0 to 10, evenly spaced, one dot a rating."""

from collections.abc import Sequence
from dataclasses import dataclass

from whoelse.web.interviews.models import ClarityRating

LEFT, RIGHT, TOP, BOTTOM = 46.0, 538.0, 26.0, 204.0
MOST = 40  # the newest; the table below has all


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    rating: ClarityRating
    is_labelled: bool


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
