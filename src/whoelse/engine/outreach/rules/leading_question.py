"""A question that holds its answer teaches nothing.

People are polite: asked whether the bureaucracy is terrible, they nod, and their own view stays
untold.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import QUESTIONS, Hit, Rule
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.words import MessageKind

_LEADING = read_table("leading_question.txt")
_LIKELY = -1.1  # logarithm of odds; own estimate, from the half of the corpus for tuning


_SHORT = 7  # words and marks; a short question has too few clues


def check(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.prose:
        if sentence.is_question:
            phrases = _LEADING.find(sentence)
            yield from (Hit(Span(found.start, found.end)) for found in phrases)
            is_long = len(sentence.words) > _SHORT
            if not phrases and is_long and weigh(sentence).leading > _LIKELY:
                yield Hit(Span(sentence.start, sentence.end))


def _question(text: str) -> Draft:
    return Draft(text, kind=MessageKind.QUESTION)


RULE = Rule(
    name="leading-question",
    severity=Severity.HINT,
    kinds=QUESTIONS,
    message="This suggests its answer, so you will hear your own view again.",
    advice="Take the judgement out and leave the question open.",
    source="own estimate, after common interviewing practice",
    reason=__doc__,
    check=check,
    flags=(
        _question("Don't you think that a doctorate is a waste of time?"),
        _question("How terrible is the bureaucracy?"),
        _question("You enjoy the travel, right?"),
        _question("Why is industry so much better than academia?"),
    ),
    accepts=(
        _question("What did the doctorate bring you?"),
        _question("How does the bureaucracy touch your week?"),
        _question("How hard was it to learn the language of lawyers?"),
        _question("Why did you leave the lab?"),
    ),
)
