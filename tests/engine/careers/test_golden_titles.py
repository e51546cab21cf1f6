"""174 titles of ours as people write them: half to work with, half looked at once.

`families` are right in the atlas, `groups` are right major groups where O*NET is asked, which
`bench/careers.py` does; neither means that nothing is the right answer. The numbers may rise.
"""

import csv
from pathlib import Path

import pytest

from whoelse.engine.careers import classify

TITLES = Path(__file__).resolve().parents[2] / "golden" / "titles"
RIGHT = {"tune": 57, "held_out": 51}  # of 59 and 56
UNKNOWN = {"tune": 23, "held_out": 35}  # of 24 and 35: no work, or none of the atlas


def rows(half):
    with (TITLES / f"{half}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def first(title):
    return ([match.occupation.code for match in classify(title)] or [""])[0]


@pytest.mark.parametrize("half", RIGHT)
def test_titles_lead_to_a_right_family(half):
    told = [row for row in rows(half) if row["families"]]

    assert sum(first(row["title"]) in row["families"].split("|") for row in told) >= RIGHT[half]


@pytest.mark.parametrize("half", UNKNOWN)
def test_what_the_atlas_does_not_have_stays_unknown(half):
    told = [row for row in rows(half) if not row["families"]]

    assert sum(first(row["title"]) == "" for row in told) >= UNKNOWN[half]


def test_headlines_without_work_are_unknown():
    told = [row for half in RIGHT for row in rows(half) if not row["families"] + row["groups"]]

    assert len(told) == 20
    assert [row["title"] for row in told if first(row["title"])] == []
