"""The minutes of an interview as drawings: the bar of the plan, the thread of the room.

Only places and words; how it looks is the template's and the style sheet's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from whoelse.web.interviews.bridge import fill_limit
from whoelse.web.interviews.models import PlannedQuestion

LEFT, WIDTH = 8.0, 342.0  # of the thread, in the units of its view box


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of the talk with its questions and how long they take."""

    name: str
    questions: tuple[PlannedQuestion, ...]
    minutes: str


def phases_of(rows: Sequence[PlannedQuestion]) -> list[Phase]:
    """Opening, core and closing, as far as the plan has them."""
    parts = ((group, tuple(members)) for group, members in groupby(rows, key=lambda r: r.group))
    return [
        Phase(group.capitalize(), members, _minutes(float(sum(r.minutes for r in members))))
        for group, members in parts
    ]


@dataclass(frozen=True, slots=True)
class Piece:
    """One question in the bar; places in per cent."""

    start: str
    width: str
    middle: str
    minutes: str
    is_soft: bool


@dataclass(frozen=True, slots=True)
class Label:
    at: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """How full the agreed minutes are."""

    minutes: int
    planned: str
    percent: int
    free: str
    is_over: bool
    limit: str
    pieces: tuple[Piece, ...]
    labels: tuple[Label, ...]
    words: str  # the same for those who do not see it


def bar_of(rows: Sequence[PlannedQuestion], minutes: int) -> Bar:
    """The bar of a plan. Where the questions take longer than agreed, it is as long as they."""
    planned = sum(float(row.minutes) for row in rows)
    scale = 100 / max(planned, minutes, 1)
    pieces, groups, gone = [], [], 0.0
    for group, members in groupby(rows, key=lambda row: row.group):
        lengths = [float(row.minutes) for row in members]
        groups.append((group, gone, lengths))
        for length in lengths:
            pieces.append(_piece(gone, length, scale, is_soft=group != "core"))
            gone += length
    free = minutes - planned
    return Bar(
        minutes=minutes,
        planned=f"{planned:g}",
        percent=round(100 * planned / minutes) if minutes else 0,
        free=_minutes(free) if free > 0 else "",
        is_over=planned > fill_limit(minutes),
        limit=_place(fill_limit(minutes) * scale),
        pieces=tuple(pieces),
        labels=tuple(_labels(groups, free, scale)),
        words=_words(groups, free),
    )


def _piece(start: float, length: float, scale: float, *, is_soft: bool) -> Piece:
    return Piece(
        start=_place(start * scale),
        width=_place(length * scale),
        middle=_place((start + length / 2) * scale),
        minutes=f"{length:g}",
        is_soft=is_soft,
    )


def _labels(
    groups: Sequence[tuple[str, float, list[float]]], free: float, scale: float
) -> list[Label]:
    labels = []
    for place, (group, start, lengths) in enumerate(groups):
        middle = _place((start + sum(lengths) / 2) * scale)
        labels.append(Label("0%", "start", group) if place == 0 else Label(middle, "middle", group))
    if free * scale >= 6:
        labels.append(Label("100%", "end", "free"))
    return labels


def _words(groups: Sequence[tuple[str, float, list[float]]], free: float) -> str:
    parts = [
        f"{group} {', '.join(f'{length:g}' for length in lengths)} minutes"
        for group, _, lengths in groups
    ]
    return "; ".join([*parts, f"{_minutes(free)} free" if free > 0 else "no time free"])


@dataclass(frozen=True, slots=True)
class Node:
    """A question on the thread of the room."""

    x: str
    is_past: bool
    is_now: bool
    is_last: bool  # the "who else" question


@dataclass(frozen=True, slots=True)
class Thread:
    """The agreed minutes as a line: solid as far as the time has gone."""

    gone: str
    nodes: tuple[Node, ...]
    words: str


def thread_of(
    rows: Sequence[PlannedQuestion], minutes: int, *, current: int, gone_seconds: int
) -> Thread:
    """The thread, seen from question number `current` (from 0) after so many seconds."""
    planned = sum(float(row.minutes) for row in rows)
    scale = WIDTH / max(planned, minutes, 1)
    nodes, start = [], 0.0
    for place, row in enumerate(rows):
        nodes.append(
            Node(f"{LEFT + start * scale:.1f}", place < current, place == current, row.asks_name)
        )
        start += float(row.minutes)
    gone = min(max(gone_seconds, 0) / 60 * scale, WIDTH)
    words = f"{gone_seconds // 60} of {minutes} minutes have gone; "
    words += f"question {current + 1} of {len(rows)}"
    return Thread(f"{LEFT + gone:.1f}", tuple(nodes), words)


def left_in_words(seconds: int) -> str:
    """ "12:40", or "+1:05" when the time is over."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02}"


def _minutes(value: float) -> str:
    return "1 minute" if value == 1 else f"{value:g} minutes"


def _place(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def scale_x(rating: int) -> int:
    """Where the thumb of the slider stands, in a view box 292 wide."""
    return round(10 + rating * 27.2)
