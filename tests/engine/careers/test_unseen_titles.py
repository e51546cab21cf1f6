"""84 titles written after the rules were fixed; how many lead to a right family at once.

On first reading 78 did. The number here may rise and never fall.
"""

import csv
from pathlib import Path

from whoelse.engine.careers import classify

RIGHT_AT_ONCE = 80


def test_most_unseen_titles_lead_to_a_right_family():
    with Path(__file__).with_name("unseen_titles.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    firsts = [([m.occupation.code for m in classify(row["title"])] or [""])[0] for row in rows]
    right = sum(
        first in row["families"].split("|") for first, row in zip(firsts, rows, strict=True)
    )

    assert (len(rows), right) == (84, RIGHT_AT_ONCE)
