"""Notes and marks of the room, turned into sentences that are ready for the write-up.

Nothing is added to what was written: a line of a note is offered as it stands.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from whoelse.web.interviews.models import FacetName, Interview, Mark, MarkKind, Note, SideName
from whoelse.web.interviews.queries import marks_of, notes_of

ALL = "all"  # instead of an id
LONGEST = 600  # characters of a finding
LONGEST_SURPRISE = 2_000
MOST_LINES = 60
SURPRISE = MarkKind.SURPRISE.label.lower()
SIDES = {MarkKind.DRAWS: SideName.FOR, MarkKind.OFF: SideName.AGAINST}


@dataclass(frozen=True, slots=True)
class Ready:
    """A line of a note, or a title that was heard, with where it belongs."""

    id: str
    facet: str
    side: str
    sentence: str
    note: UUID | None = None  # none for a title


@dataclass(slots=True)
class Heard:
    """What was written down at one question."""

    question: str
    facet: str
    ready: list[Ready] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)  # "surprise", "draws me", "puts me off"


def notebook_of(interview: Interview) -> list[Heard]:
    """Everything that was written in the room, question by question, in the order of the plan."""
    marks = defaultdict(list)
    for mark in marks_of(interview):
        marks[mark.question_id].append(mark)
    heard: dict[int | None, Heard] = {}
    for note in notes_of(interview):
        page = _page(heard, note)
        page.ready += _lines(note, page.facet, _side(marks.get(note.question_id, ())))
    for key, made in marks.items():
        _add_marks(_page(heard, made[0]), made)
        heard[key].ready += _titles(made)
    return [page for page in heard.values() if page.ready or page.marks]


def _page(heard: dict[int | None, Heard], row: Note | Mark) -> Heard:
    question = row.question
    if row.question_id not in heard:
        text = question.text if question else ""
        heard[row.question_id] = Heard(text, question.facet if question else "")
    return heard[row.question_id]


def _lines(note: Note, facet: str, side: str) -> list[Ready]:
    lines = [line.strip() for line in note.text.splitlines()]
    said = [line for line in lines if line][:MOST_LINES]
    return [
        Ready(
            f"{note.public_id}.{n}", facet or FacetName.ADVICE, side, line[:LONGEST], note.public_id
        )
        for n, line in enumerate(said)
    ]


def _side(marks: Sequence[Mark]) -> str:
    """For or against, where the marks at a question say one thing only."""
    sides = {SIDES[mark.kind] for mark in marks if mark.kind in SIDES}
    return sides.pop() if len(sides) == 1 else SideName.OPEN


def _titles(marks: Sequence[Mark]) -> list[Ready]:
    return [
        Ready(f"{mark.public_id}.0", FacetName.TITLES, SideName.OPEN, mark.text)
        for mark in marks
        if mark.kind == MarkKind.TITLE and mark.text
    ]


def _add_marks(page: Heard, marks: Sequence[Mark]) -> None:
    for mark in marks:
        if mark.kind != MarkKind.TITLE:
            words = mark.get_kind_display().lower()
            if words not in page.marks:
                page.marks.append(words)


def ready_sentences(notebook: Sequence[Heard], ready_id: str) -> list[Ready]:
    """The sentence with this id, or all of them, as they stand in the notes now."""
    ready = [each for page in notebook for each in page.ready]
    return ready if ready_id == ALL else [each for each in ready if each.id == ready_id]


def surprising(notebook: Sequence[Heard]) -> str:
    """What was written at the questions where something was a surprise."""
    marked = [page for page in notebook if SURPRISE in page.marks]
    lines = [ready.sentence for page in marked for ready in page.ready if ready.note]
    return "\n".join(lines)[:LONGEST_SURPRISE]


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where the ready sentences are shown: beside each line of the page, and the rest."""

    beside: list[list[Ready]]
    other: list[Heard]

    @property
    def count(self) -> int:
        """How many sentences no line of the page holds yet."""
        return sum(map(len, self.beside)) + sum(len(page.ready) for page in self.other)


def shelve(notebook: Sequence[Heard], lines: Sequence[tuple[str, str]]) -> Shelves:
    """Put the sentences that no line holds yet beside the last line of their facet.

    `lines` are facet and sentence of each line of the page. Sentences without a line, and marks
    without words, stay with their question.
    """
    used = {sentence.strip() for _, sentence in lines if sentence}
    last = {facet: place for place, (facet, _) in enumerate(lines)}
    beside: list[list[Ready]] = [[] for _ in lines]
    other = []
    for page in notebook:
        rest = Heard(page.question, page.facet, marks=page.marks)
        for ready in page.ready:
            if ready.sentence in used:
                continue
            place = last.get(ready.facet)
            (rest.ready if place is None else beside[place]).append(ready)
        if rest.ready or rest.marks:
            other.append(rest)
    return Shelves(beside, other)
