"""Record the scores on the golden corpus: `python -m tests.golden.record`.

A change of the rules that makes a figure worse is seen in the diff of `scores.json`.
"""

import json

from tests.golden.corpus import FOLDER, HALVES, read_half, score, stopped_though_clean

PLACE = FOLDER / "scores.json"
Figures = dict[str, dict[str, list[int]]]


def measured(half: str) -> dict[str, list[int]]:
    """For each rule how many it found, and how many false alarms it raised."""
    return {one.rule: [one.found, one.false] for one in score(read_half(half))}


def recorded() -> Figures:
    return json.loads(PLACE.read_text(encoding="utf-8"))


def stopped(half: str) -> int:
    return len(stopped_though_clean(read_half(half)))


if __name__ == "__main__":
    figures = {half: {**measured(half), "clean but stopped": [stopped(half)]} for half in HALVES}
    PLACE.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
