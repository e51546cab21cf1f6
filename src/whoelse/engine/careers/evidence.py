"""Which occupations clues point to, learned by counting titles whose occupation is known.

Each clue has a value for every group of occupations and, on top of it, for each occupation in
whose titles it was seen: how much likelier it is there than anywhere. Values of clues add up.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whoelse.engine.careers.clues import Clues, clues
from whoelse.engine.careers.groups import Example, telling_groups

# Own settings, chosen on one half of the titles that people reported to O*NET 29.3: how the chance
# of a clue is mixed from the occupation, from its group and from everywhere (Jelinek-Mercer).
OWN, GROUP, ANYWHERE = 0.5, 0.35, 0.15
SMALL_OCCUPATION, SMALL_GROUP = 5.0, 15.0  # titles added, so that few titles say less
USUAL = 0.3  # how much it counts that an occupation has many titles
TELLING_GROUP = 8.0  # what the groups that were trained count beside those that were counted

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was learned; rows are clues, places are occupations in their order."""

    rows: dict[str, int]
    by_group: Floats  # rows x groups
    starts: NDArray[np.int32]  # where the occupations of a row begin; one more than rows
    places: NDArray[np.intp]
    values: Floats
    usual: Floats  # of each occupation before any clue
    sizes: NDArray[np.intp]  # of groups, whose occupations stand together

    def of(self, clues: Clues) -> Floats | None:
        """The values of clues for each occupation, added up, or None when no clue is known.

        Values are natural logarithms: the higher, the likelier an occupation becomes.
        """
        rows = [(row, clues[clue]) for clue in clues if (row := self.rows.get(clue)) is not None]
        if not rows:
            return None
        groups = sum(weight * self.by_group[row] for row, weight in rows)
        told: Floats = np.asarray(groups, np.float32).repeat(self.sizes)
        for row, weight in rows:
            span = slice(self.starts[row], self.starts[row + 1])
            told[self.places[span]] += weight * self.values[span]
        return told


def learn(titles: Sequence[tuple[int, tuple[str, ...]]], groups: Sequence[int]) -> Evidence:
    """The evidence in known titles, given as (occupation, words), with each one's group.

    Groups are numbered from 0 and their occupations stand together.
    """
    rows: dict[str, int] = {}
    examples: list[Example] = []
    for _, words in titles:
        found = clues(words)
        places = [rows.setdefault(clue, len(rows)) for clue in found]
        examples.append((np.array(places, np.int64), np.array([*found.values()], np.float32)))
    occupations = np.array([occupation for occupation, _ in titles], np.int64)
    group_of = np.array(groups, np.int64)
    known = np.bincount(occupations, minlength=len(groups))
    by_group, starts, own, values = _counted(len(rows), examples, occupations, known, group_of)
    by_group += TELLING_GROUP * telling_groups(
        examples, group_of[occupations], by_group.shape, known[occupations]
    )
    usual = np.log((known + 1) / len(titles)) * USUAL
    sizes = np.bincount(group_of)
    return Evidence(rows, by_group, starts, own, values, usual.astype(np.float32), sizes)


def _counted(
    rows: int,
    examples: list[Example],
    occupations: NDArray[np.int64],
    known: NDArray[np.int64],
    groups: NDArray[np.int64],
) -> tuple[Floats, NDArray[np.int32], NDArray[np.intp], Floats]:
    """Values of groups, and of the occupations in which each clue was seen."""
    many, several = len(known), int(groups.max()) + 1
    seen = np.concatenate([places for places, _ in examples])
    at = np.repeat(occupations, [len(places) for places, _ in examples])
    pairs, counts = np.unique(seen * many + at, return_counts=True)
    row, occupation = pairs // many, pairs % many
    usual = np.bincount(row, counts, rows) / len(examples)
    in_group = np.bincount(row * several + groups[occupation], counts, rows * several)
    known_in_group = np.bincount(groups, known, several) + SMALL_GROUP
    shares = in_group.reshape(rows, several) / known_in_group / usual[:, None]
    together = ANYWHERE + GROUP * shares
    own = counts / (known[occupation] + SMALL_OCCUPATION) / usual[row]
    values = np.log1p(OWN * own / together[row, groups[occupation]])
    starts = np.searchsorted(row, np.arange(rows + 1))
    return (
        np.log(together).astype(np.float32),
        starts.astype(np.int32),
        occupation.astype(np.intp),
        values.astype(np.float32),
    )
