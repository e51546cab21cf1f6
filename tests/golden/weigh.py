"""Find the weights of clues by logistic regression on labelled sentences and the tuned half.

`python -m tests.golden.weigh` writes them into the engine; the same texts give the same weights.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from tests.engine.outreach.test_scaffold import KINDS, VALUES, draft_of
from tests.golden.corpus import FOLDER, read_half
from whoelse.engine.outreach import RULES, Draft, Facts, clues
from whoelse.engine.outreach.reading import read
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import Weights
from whoelse.engine.questions import load_bank
from whoelse.engine.text import Sentence, sentences

LABELS = (  # in the order of `Weights`
    "job",
    "favour",
    "pressure",
    "resume",
    "intro",
    "said",
    "leading",
    "private",
    "lookup",
    "reason",
)
THANKS = ("said", "generic")  # what is compared with each other
REASONS = ("reason", "noreason", "intro")
ASKING = ("asks-for-a-job", "asks-for-a-favour", "pressure", "attaches-resume")
RARE = 3  # a word or clue in fewer texts than this says nothing
CLUES = 12_000  # so many are kept, those that weigh most
DRAFTS = 12  # of each kind, among the clean texts
PENALTY, STEPS, STEP, INERTIA = 1e-5, 600, 10.0, 0.95
FILES = ("sentences.txt", "sentences_strangers.txt")
Labelled = tuple[str, str]
_WHO = read_table("no_self_introduction.txt")


def labelled() -> list[Labelled]:
    """Texts with what they ask for; "clean" if nothing."""
    found: list[Labelled] = []
    label = ""
    lines = [line for file in FILES for line in (FOLDER / file).read_text("utf-8").splitlines()]
    for line in lines:
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            label = heading.group(1)
        elif line and line[0] != "#":
            found.append((line, label))
    clean = [*_clean_sentences(), *_accepted(), *_questions_of_the_bank(), *_first_drafts()]
    return found + [(text, "clean") for text in clean]


def _clean_sentences() -> Iterator[str]:
    """Sentences of messages of the tuned half that ask for none of the four."""
    for example in read_half("tune"):
        if (example.expected | example.allowed).isdisjoint(ASKING):
            yield from _own_sentences(example.draft)


def _accepted() -> Iterator[str]:
    """Sentences of what the rules accept by their own examples."""
    for rule in RULES:
        for draft in rule.accepts:
            yield from _own_sentences(draft)


def _own_sentences(draft: Draft) -> Iterator[str]:
    reading = read(draft)
    for sentence in reading.prose + reading.signature:
        yield draft.body[sentence.start : sentence.end].replace("\n", " ")


def _questions_of_the_bank() -> Iterator[str]:
    for question in load_bank():
        yield from (question.text, question.follow_up)


def _first_drafts() -> Iterator[str]:
    """Sentences of first drafts; the facts are taken in turn from the lists of their test."""
    for number in range(DRAFTS):
        known = {name: values[number % len(values)] for name, values in VALUES.items()}
        for kind in KINDS:
            yield from _own_sentences(draft_of(Facts(kind, **known)))


class Clued:
    """Texts as rows of clues with a constant at the end; a clue counts by the length of its row."""

    def __init__(self, rows: Sequence[Sequence[int]], clues: int) -> None:
        self.clues = clues
        lengths = np.array([len(row) + 1 for row in rows])
        self._columns = np.concatenate([np.append(np.array(r, dtype=int), clues) for r in rows])
        self._rows = np.repeat(np.arange(len(rows)), lengths)
        self._values = (lengths**-0.5)[self._rows]
        self._values[np.cumsum(lengths) - 1] = 1.0
        rarity = np.log(1 + len(rows) / np.maximum(np.bincount(self._columns), 1))
        self._rarity = rarity / rarity[:-1].mean()  # rare clues learn faster
        self._rarity[-1] = 1.0

    def fit(self, wanted: np.ndarray, is_counted: np.ndarray) -> np.ndarray:
        """Weights by gradient descent with inertia, from the rows that count."""
        weights = np.zeros(self.clues + 1)
        speed = np.zeros_like(weights)
        for _ in range(STEPS):
            sums = self.weigh(self._rarity * weights)
            error = (1 / (1 + np.exp(-np.clip(sums, -30, 30))) - wanted) * is_counted
            pull = self._rarity * np.bincount(self._columns, error[self._rows] * self._values)
            speed = INERTIA * speed - STEP * (pull / is_counted.sum() + PENALTY * weights)
            weights += speed
        return self._rarity * weights

    def weigh(self, weights: np.ndarray) -> np.ndarray:
        """What each row weighs."""
        return np.bincount(self._rows, weights[self._columns] * self._values)


def clues_of(text: str, known: frozenset[str]) -> list[str]:
    return [clue for sentence in sentences(text) for clue in clues.clues(sentence, known)]


def weights(texts: Sequence[Labelled]) -> list[str]:
    """The lines of the table of weights: known words, base, then the clues that weigh most."""
    known = frozenset(_common({w for s in sentences(text) for w in s.words} for text, _ in texts))
    found = [clues_of(text, known) for text, _ in texts]
    kept = sorted(_common(found))
    for _ in range(2):  # the second time with those only that weighed most the first time
        place = {clue: number for number, clue in enumerate(kept)}
        table = Clued([sorted(place[c] for c in row if c in place) for row in found], len(kept))
        fitted = np.array([table.fit(*_wanted(label, texts)) for label in LABELS])
        last = list(kept)
        most = np.argsort(-np.abs(fitted[:, :-1]).max(axis=0), kind="stable")[:CLUES]
        kept = sorted(kept[number] for number in most)
    hundredths = np.rint(fitted * 100).astype(int)
    lines = [_line(clue, hundredths[:, number]) for number, clue in enumerate(last)]
    head = [" ".join(["#known", *sorted(known)]), _line("#base", hundredths[:, -1])]
    return head + [line for line in lines if not line.endswith(" 0" * len(LABELS))]


def _wanted(label: str, texts: Sequence[Labelled]) -> tuple[np.ndarray, np.ndarray]:
    """Which texts have the label, and which count when it is learned.

    Any text may hold an introduction, so what looks like one does not count there; thanks are
    compared with each other only, and so are reasons.
    """
    wanted = np.array([own == label for _, own in texts])
    for pair in (THANKS, REASONS):
        if label in pair:
            return wanted, np.array([own in pair for _, own in texts])
    if label == "intro":
        return wanted, np.array([own == label or not _WHO.occurs(s) for own, s in _first(texts)])
    return wanted, np.ones(len(texts))


def _first(texts: Sequence[Labelled]) -> Iterator[tuple[str, Sentence]]:
    """The label of each text with its first sentence."""
    return ((own, next(sentences(text))) for text, own in texts)


def _common(rows) -> list[str]:
    counts = Counter(item for row in rows for item in set(row))
    return [item for item, count in counts.items() if count >= RARE]


def _line(clue: str, figures: Sequence[int]) -> str:
    return " ".join([clue, *(str(figure) for figure in figures)])


def place_of_weights() -> Path:
    return Path(str(files("whoelse.engine.outreach").joinpath("clue_weights.txt")))


if __name__ == "__main__":
    if Weights._fields != LABELS:
        raise SystemExit("The labels and the fields of Weights differ.")
    place_of_weights().write_text("\n".join(weights(labelled())) + "\n", encoding="utf-8")
