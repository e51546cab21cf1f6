"""A draft as the rules see it: its letter, its sentences, and what governs a phrase.

Scope is kept small and explainable: a negation governs what follows it up to the next break of
the sentence; a quotation is somebody else's; quoted mail and signature are not prose.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from whoelse.engine.findings import Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.letter import Letter, take_apart
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.text import Sentence, count_words, sentences
from whoelse.engine.words import MessageKind

_QUOTES = {"“": "”", "«": "»", "„": "“", '"': '"'}
_OPENING = Pattern("[" + "".join(_QUOTES) + "]")
_LONGEST_QUOTATION = 600  # characters; an unclosed mark quotes nothing


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A draft with the results of reading it once, shared by all rules."""

    draft: Draft
    letter: Letter
    prose: tuple[Sentence, ...]  # own sentences without greeting and signature
    signature: tuple[Sentence, ...]
    subject: tuple[Sentence, ...]
    quotations: tuple[Span, ...]

    @property
    def body(self) -> str:
        """The text of the draft, to which all places refer."""
        return self.draft.body

    @property
    def words(self) -> int:
        """Words of the body without quoted mail and signature."""
        parts = self.letter.prose
        if self.letter.greeting:
            parts = (self.letter.greeting, *parts)
        return sum(count_words(self.body[part.start : part.end]) for part in parts)

    @property
    def whole(self) -> Span:
        """The prose from its first to its last character, to point at when something is missing."""
        if not self.prose:
            return Span(0, 0)
        return Span(self.prose[0].start, self.prose[-1].end)

    def is_quoted(self, start: int) -> bool:
        """Whether this place of the body is inside quotation marks."""
        at = bisect_right(self.quotations, start, key=lambda span: span.start) - 1
        return at >= 0 and start < self.quotations[at].end

    def holds_quotation(self, sentence: Sentence) -> bool:
        """Whether somebody else's words stand in this sentence of the body."""
        at = bisect_left(self.quotations, sentence.start, key=lambda span: span.end)
        return at < len(self.quotations) and self.quotations[at].start < sentence.end


def read(draft: Draft) -> Reading:
    """Take a draft apart, once for all rules."""
    if draft.kind is MessageKind.QUESTION:
        letter = Letter(None, (Span(0, len(draft.body)),), (), ())
    else:
        letter = take_apart(draft.body)
    return Reading(
        draft=draft,
        letter=letter,
        prose=tuple(_in(draft.body, letter.prose)),
        signature=tuple(_in(draft.body, letter.signature)),
        subject=tuple(sentences(draft.subject)),
        quotations=tuple(_quotations(draft.body)),
    )


def _in(body: str, spans: tuple[Span, ...]) -> Iterator[Sentence]:
    for span in spans:
        yield from sentences(body, span.start, span.end)


def _quotations(body: str) -> Iterator[Span]:
    """Stretches between quotation marks that are long enough to be somebody's words."""
    after = 0
    for mark in _OPENING.finditer(body):
        start = mark.start()
        if start < after:
            continue
        end = body.find(_QUOTES[mark.group()], start + 1, start + _LONGEST_QUOTATION)
        if end < 0:
            continue
        if body.count(" ", start, end) >= 2:
            yield Span(start, end)
        after = end + 1
