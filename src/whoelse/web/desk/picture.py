"""Where everybody stands in the picture of who led to whom. Deterministic; coordinates in pixels.

You stand on the left; generations spread to the right as wavefronts. A leaf takes a row of its
own, whoever named people stands at the middle of them, so nothing in a generation collides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from whoelse.web.desk.family import Person

WIDTH, ROW, TOP, BOTTOM = 1076.0, 42.0, 54.0, 48.0
YOU_X, LAST_LABEL = 46.0, 190.0
LEAST_STEP = 205.0  # between generations: room for a name and the run of the line
LETTER = 7.6  # width of a character of a name, about
LABEL_GAP, RUN_GAP = 13.0, 26.0
SPREAD = 0.72  # how flat the wavefronts are: 0.5 would be a half circle


@dataclass(frozen=True, slots=True)
class Spot:
    """One person in the picture."""

    person: Person
    x: float
    y: float
    name: str
    work: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A piece of the line; solid to people met, dashed to the rest."""

    path: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class Picture:
    width: float
    height: float
    you_y: float
    spots: tuple[Spot, ...]
    threads: tuple[Thread, ...]
    fronts: tuple[str, ...]  # points of each wavefront
    labels: tuple[tuple[float, str], ...]


def draw(roots: Sequence[Person]) -> Picture:
    """Lay out the forest."""
    rows = rows_of(roots)
    height = TOP + BOTTOM + ROW * max(3, max(rows.values(), default=0) + 1)
    middle = height / 2
    deepest = max((person.generation for root in roots for person in root.walk()), default=1)
    width = max(WIDTH, YOU_X + deepest * LEAST_STEP + LAST_LABEL)
    step = (width - YOU_X - LAST_LABEL) / max(2, deepest)

    def across(generation: int, y: float) -> float:
        bend = (y - middle) / (SPREAD * height)
        return YOU_X + generation * step * sqrt(max(0.05, 1 - bend * bend))

    room = int((step - 2 * RUN_GAP) / LETTER)
    spots = {}
    for root in roots:
        for person in root.walk():
            y = TOP + ROW * (rows[id(person)] + 0.5)
            spots[id(person)] = spot(person, across(person.generation, y), y, room=room)
    return Picture(
        width=width,
        height=height,
        you_y=round(middle, 1),
        spots=tuple(spots.values()),
        threads=tuple(threads(roots, spots, middle)),
        fronts=tuple(front(across, g, height) for g in range(1, deepest + 1)),
        labels=tuple(
            (round(across(g, 15) + 12, 1), generation_label(g)) for g in range(1, deepest + 1)
        ),
    )


def rows_of(roots: Sequence[Person]) -> dict[int, float]:
    """The row of everybody: leaves one after the other, the others amid those whom they named."""
    rows: dict[int, float] = {}
    people = [person for root in roots for person in root.walk()]
    leaves = [person for person in people if not person.named]
    rows.update({id(person): float(index) for index, person in enumerate(leaves)})
    for person in reversed(people):
        if person.named:
            rows[id(person)] = (rows[id(person.named[0])] + rows[id(person.named[-1])]) / 2
    return rows


def spot(person: Person, x: float, y: float, *, room: int) -> Spot:
    contact = person.contact
    work = contact.job_title or contact.relation or contact.employer
    return Spot(person, round(x, 1), round(y, 1), shorten(contact.name, room), shorten(work, room))


def shorten(text: str, most: int) -> str:
    most = max(most, 8)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def threads(roots: Sequence[Person], spots: dict[int, Spot], you_y: float) -> list[Thread]:
    """The dashed ones first, so that the solid ones lie above them."""
    found = []
    for root in roots:
        here = spots[id(root)]
        start = (YOU_X, you_y)
        found.append(Thread(curve(start, (here.x, here.y)), is_met=root.is_met))
        for person in root.walk():
            if person.named:
                found.extend(runs(person, spots))
    return sorted(found, key=lambda thread: thread.is_met)


def runs(person: Person, spots: dict[int, Spot]) -> list[Thread]:
    """The shared run under a name, drawn once, and a branch to each whom they named."""
    here = spots[id(person)]
    end = here.x + RUN_GAP + LETTER * max(len(here.name), len(here.work))
    end = min(end, min(spots[id(child)].x for child in person.named) - RUN_GAP)
    shared = Thread(
        f"M{here.x} {here.y}H{end:.1f}", is_met=any(child.is_met for child in person.named)
    )
    branches = [
        Thread(curve((end, here.y), (spots[id(c)].x, spots[id(c)].y)), is_met=c.is_met)
        for c in person.named
    ]
    return [shared, *branches]


def curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    half = (start[0] + end[0]) / 2
    return (
        f"M{start[0]:.1f} {start[1]:.1f}C{half:.1f} {start[1]:.1f}"
        f" {half:.1f} {end[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    )


def front(across, generation: int, height: float) -> str:
    steps = 40
    ys = [6 + (height - 12) * index / steps for index in range(steps + 1)]
    return " ".join(f"{across(generation, y):.1f} {y:.1f}" for y in ys)


def generation_label(generation: int) -> str:
    return {1: "you knew them", 2: "named by them", 3: "named by those"}.get(
        generation, f"generation {generation}"
    )
