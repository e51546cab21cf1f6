"""Find the weights of clues by logistic regression on the labelled sentences and the tuned half.

`python -m tests.golden.weigh` writes them into the engine; the same texts give the same weights.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from tests.golden.corpus import FOLDER, read_half
from whoelse.engine.outreach import clues
from whoelse.engine.outreach.reading import read
from whoelse.engine.outreach.weighing import Weights
from whoelse.engine.text import sentences

LABELS = ("job", "favour", "pressure", "resume")  # in the order of `Weights`
RULES = ("asks-for-a-job", "asks-for-a-favour", "pressure", "attaches-resume")
RARE = 3  # a word or clue in fewer texts than this says nothing
CLUES = 9_000  # so many are kept, those that weigh most
PENALTY, STEPS, STEP, INERTIA = 2e-5, 300, 3.0, 0.9
Labelled = tuple[str, str]


def labelled() -> list[Labelled]:
    """Texts with what they ask for; "clean" if nothing."""
    found: list[Labelled] = []
    label = ""
    for line in (FOLDER / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            label = heading.group(1)
        elif line and line[0] != "#":
            found.append((line, label))
    return found + [(text, "clean") for text in _clean_sentences()]


def _clean_sentences() -> Iterator[str]:
    """Sentences of messages of the tuned half that ask for none of the four."""
    for example in read_half("tune"):
        if (example.expected | example.allowed).isdisjoint(RULES):
            reading = read(example.draft)
            for sentence in reading.prose + reading.signature:
                yield example.draft.body[sentence.start : sentence.end].replace("\n", " ")


class Clued:
    """Texts as rows of clues with a constant at the end; a clue counts by the length of its row."""

    def __init__(self, rows: Sequence[Sequence[int]], clues: int) -> None:
        self.clues = clues
        lengths = np.array([len(row) + 1 for row in rows])
        self._columns = np.concatenate([np.append(np.array(r, dtype=int), clues) for r in rows])
        self._rows = np.repeat(np.arange(len(rows)), lengths)
        self._values = (lengths**-0.5)[self._rows]
        self._values[np.cumsum(lengths) - 1] = 1.0

    def fit(self, wanted: np.ndarray) -> np.ndarray:
        """Weights by gradient descent with inertia."""
        weights = np.zeros(self.clues + 1)
        speed = np.zeros_like(weights)
        for _ in range(STEPS):
            sums = np.bincount(self._rows, weights[self._columns] * self._values)
            error = 1 / (1 + np.exp(-np.clip(sums, -30, 30))) - wanted
            pull = np.bincount(self._columns, error[self._rows] * self._values)
            speed = INERTIA * speed - STEP * (pull / len(wanted) + PENALTY * weights)
            weights += speed
        return weights


def clues_of(text: str, known: frozenset[str]) -> set[str]:
    return {clue for sentence in sentences(text) for clue in clues.clues(sentence, known)}


def weights(texts: Sequence[Labelled]) -> list[str]:
    """The lines of the table of weights: known words, base, then the clues that weigh most."""
    known = frozenset(_common({w for s in sentences(text) for w in s.words} for text, _ in texts))
    found = [clues_of(text, known) for text, _ in texts]
    kept = sorted(_common(found))
    for _ in range(2):  # the second time with those only that weighed most the first time
        place = {clue: number for number, clue in enumerate(kept)}
        table = Clued([sorted(place[c] for c in row if c in place) for row in found], len(kept))
        fitted = np.array([table.fit(np.array([own == x for _, own in texts])) for x in LABELS])
        last = list(kept)
        most = np.argsort(-np.abs(fitted[:, :-1]).max(axis=0), kind="stable")[:CLUES]
        kept = sorted(kept[number] for number in most)
    hundredths = np.rint(fitted * 100).astype(int)
    lines = [_line(clue, hundredths[:, number]) for number, clue in enumerate(last)]
    head = [" ".join(["#known", *sorted(known)]), _line("#base", hundredths[:, -1])]
    return head + [line for line in lines if not line.endswith(" 0 0 0 0")]


def _common(rows) -> list[str]:
    counts = Counter(item for row in rows for item in row)
    return [item for item, count in counts.items() if count >= RARE]


def _line(clue: str, figures: Sequence[int]) -> str:
    return " ".join([clue, *(str(figure) for figure in figures)])


def place_of_weights() -> Path:
    return Path(str(files("whoelse.engine.outreach").joinpath("clue_weights.txt")))


if __name__ == "__main__":
    if Weights._fields != LABELS:
        raise SystemExit("The labels and the fields of Weights differ.")
    place_of_weights().write_text("\n".join(weights(labelled())) + "\n", encoding="utf-8")
