"""What a website answers costs minutes that only a person can fill.

It also tells them that nobody looked before asking.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import QUESTIONS, Hit, Rule
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.words import MessageKind

_FACTS = read_table("look_it_up_question.txt")
_LIKELY = -1.2  # logarithm of odds; own estimate, from the half of the corpus for tuning
_SHORT = 8  # words and marks; a short question has too few clues


def check(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.prose:
        if sentence.is_question:
            phrases = _FACTS.find(sentence)
            yield from (Hit(Span(found.start, found.end)) for found in phrases)
            is_long = len(sentence.words) > _SHORT
            if not phrases and is_long and weigh(sentence).lookup > _LIKELY:
                yield Hit(Span(sentence.start, sentence.end))


def _question(text: str) -> Draft:
    return Draft(text, kind=MessageKind.QUESTION)


RULE = Rule(
    name="look-it-up-question",
    severity=Severity.WARNING,
    kinds=QUESTIONS,
    message="A website answers this; the minutes are for what only this person can tell.",
    advice="Look it up first, and ask about what surprised you there.",
    source="R. Knight, HBR, 26 February 2016: do the research before you ask",
    reason=__doc__,
    check=check,
    flags=(
        _question("What does your company make?"),
        _question("When was the institute founded?"),
        _question("How many people work at your lab?"),
        _question("Which degree is required to become a medical physicist?"),
    ),
    accepts=(
        _question("What does your company understand that others do not?"),
        _question("How did your institute change after it was founded anew?"),
        _question("Which degree turned out to matter least?"),
        _question("What does your job title hide?"),
    ),
)
