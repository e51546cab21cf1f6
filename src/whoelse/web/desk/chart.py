"""The pace of the term as a thread: held, scheduled, still open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from whoelse.web.desk.bridge import Pace, Term
from whoelse.web.interviews.models import Interview

LEFT, RIGHT, WIDTH = 14.0, 278.0, 292.0
LABELS_AT_MOST = 7


@dataclass(frozen=True, slots=True)
class Node:
    """One interview of the term on the thread."""

    x: float
    state: str  # held, scheduled, open
    label: str
    label_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class PaceChart:
    """Nodes from left to right; `travelled` is where the solid part of the thread ends."""

    nodes: tuple[Node, ...]
    travelled: float
    end: float


def pace_chart(
    pace: Pace | None, held: Sequence[Interview], scheduled: Sequence[Interview]
) -> PaceChart | None:
    """None between terms, and for a plan too large to draw one node each."""
    if pace is None:
        return None
    term = pace.term
    held_on = in_term([timezone.localtime(i.held_at).date() for i in held], term)
    coming_on = in_term(
        [timezone.localtime(i.appointment.starts_at).date() for i in scheduled], term
    )
    states = [("held", on) for on in held_on] + [("scheduled", on) for on in coming_on]
    states += [("open", None)] * max(0, term.planned - len(states))
    if not 1 <= len(states) <= 16:
        return None
    step = (RIGHT - LEFT) / max(1, len(states) - 1)
    nodes = tuple(
        node(
            LEFT + index * step,
            state,
            label_of(on, term.ends_on, is_last=index == len(states) - 1),
            index=index,
            count=len(states),
        )
        for index, (state, on) in enumerate(states)
    )
    travelled = nodes[len(held_on) - 1].x if held_on else LEFT
    return PaceChart(nodes=nodes, travelled=travelled, end=nodes[-1].x)


def in_term(days: Sequence[date], term: Term) -> list[date]:
    return sorted(on for on in days if term.starts_on <= on <= term.ends_on)


def label_of(on: date | None, ends_on: date, *, is_last: bool) -> str:
    if on is None:
        return f"by {ends_on:%b}" if is_last else ""
    return f"{on.day} {on:%b}"


def node(x: float, state: str, label: str, *, index: int, count: int) -> Node:
    if count > LABELS_AT_MOST and index not in (0, count - 1):
        label = ""
    anchor = "start" if index == 0 else "end" if index == count - 1 else "middle"
    label_x = 0.0 if index == 0 else WIDTH if index == count - 1 and count > 1 else x
    return Node(round(x, 1), state, label, round(label_x, 1), anchor)
