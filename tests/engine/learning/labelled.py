"""Reads the labelled statements and scores a grouping of them by pairs."""

import tomllib
from itertools import combinations
from pathlib import Path

from whoelse.engine.learning import Statement, compare
from whoelse.engine.words import Facet

DATA = tomllib.loads(Path(__file__).with_name("statements.toml").read_text("utf-8"))


def statements(half: str) -> tuple[list[Statement], dict[str, str], set[str]]:
    """Return the statements, the group of each by id, and the ids that say otherwise."""
    told, label, otherwise = [], {}, set()
    for c, cell in enumerate(DATA[half]):
        for g, texts in enumerate(cell["groups"]):
            for t, text in enumerate(texts):
                identity = f"{c}.{g}.{t}"
                if text.startswith("- "):
                    otherwise.add(identity)
                label[identity] = f"{c}.{g}"
                plain = text.removeprefix("- ")
                told.append(Statement(identity, plain, f"o{c}", Facet.ADVICE, identity, identity))
    return told, label, otherwise


def pairs(half: str) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """Return the pairs of one group as labelled, and as found."""
    told, label, _ = statements(half)
    wanted = {frozenset((a, b)) for a, b in combinations(label, 2) if label[a] == label[b]}
    found = set()
    for cell in compare(told):
        for group in cell.groups:
            ids = [s.id for s in (*group.said, *group.otherwise)]
            found |= {frozenset(pair) for pair in combinations(ids, 2)}
    return wanted, found


def precision_and_recall(half: str) -> tuple[float, float]:
    wanted, found = pairs(half)
    return len(wanted & found) / len(found), len(wanted & found) / len(wanted)


def dissent(half: str) -> tuple[int, int, int]:
    """Return rightly split pairs of one group, wrongly split ones, and all that should split."""
    told, _, otherwise = statements(half)
    wanted, found = pairs(half)
    split = set()
    for cell in compare(told):
        for group in cell.groups:
            split |= {frozenset((a.id, b.id)) for a in group.said for b in group.otherwise}
    opposed = {pair for pair in wanted & found if len(pair & otherwise) == 1}
    return len(split & opposed), len(split - opposed), len(opposed)
