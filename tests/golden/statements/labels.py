"""Reads the labelled findings, and scores a grouping of them by pairs and by V-measure.

A pair is two findings of one cell. V is the mean over cells, by their size, of the harmonic mean of
homogeneity and completeness (Rosenberg and Hirschberg, EMNLP 2007).
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from pathlib import Path

from whoelse.engine.learning import Cell, Statement, compare
from whoelse.engine.words import Facet

HALVES = ("tune", "held_out")


@dataclass(frozen=True, slots=True)
class Score:
    """How well findings were grouped, each 0 to 1; `findings` and `pairs` say on how many."""

    findings: int
    pairs: int
    precision: float
    recall: float
    f1: float
    v: float


def labelled(half: str) -> list[tuple[Statement, str]]:
    """The findings of a half, each with its group; the speakers are all different."""
    text = Path(__file__).with_name(f"{half}.toml").read_text("utf-8")
    return [
        (_statement(f"{c}.{g}.{n}", cell, text), f"{c}.{g}")
        for c, cell in enumerate(tomllib.loads(text)["cell"])
        for g, group in enumerate(cell["groups"])
        for n, text in enumerate(group)
    ]


def _statement(identity: str, cell: dict[str, str], text: str) -> Statement:
    told = text.removeprefix("- ")
    return Statement(
        identity, told, cell["occupation"], Facet(cell["facet"]), identity, f"Speaker {identity}"
    )


def score(half: str) -> Score:
    told = labelled(half)
    label = {statement.id: group for statement, group in told}
    cells = compare([statement for statement, _ in told])
    wanted = {frozenset(pair) for pair in combinations(label, 2) if len(_of(pair, label)) == 1}
    found = {frozenset(pair) for cell in cells for pair in _pairs(cell)}
    both = len(wanted & found)
    return Score(
        findings=len(told),
        pairs=len(wanted),
        precision=both / len(found),
        recall=both / len(wanted),
        f1=2 * both / (len(found) + len(wanted)),
        v=sum(_v(cell, label) * _size(cell) for cell in cells) / len(told),
    )


def _of(pair: Sequence[str], label: dict[str, str]) -> set[str]:
    return {label[identity] for identity in pair}


def _groups(cell: Cell) -> list[list[str]]:
    return [[s.id for s in (*group.said, *group.otherwise)] for group in cell.groups]


def _pairs(cell: Cell) -> Iterator[tuple[str, str]]:
    for ids in _groups(cell):
        yield from combinations(ids, 2)


def _size(cell: Cell) -> int:
    return sum(map(len, _groups(cell)))


def _v(cell: Cell, label: dict[str, str]) -> float:
    joint = Counter((n, label[i]) for n, ids in enumerate(_groups(cell)) for i in ids)
    found, wanted = Counter(n for n, _ in joint.elements()), Counter(w for _, w in joint.elements())
    h_found, h_wanted, h_both = map(_entropy, (found, wanted, joint))
    homogeneity = 1 - (h_both - h_found) / h_wanted if h_wanted else 1.0
    completeness = 1 - (h_both - h_wanted) / h_found if h_found else 1.0
    return 2 * homogeneity * completeness / ((homogeneity + completeness) or 1.0)


def _entropy(counts: Counter[object]) -> float:
    total = counts.total()
    return -sum(n / total * log(n / total) for n in counts.values())
