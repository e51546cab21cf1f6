"""A stranger's own pay, age, family, health, faith, politics or papers are not asked about.

What the field pays and how people with families manage is fair to ask: it is about the work.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.words import MessageKind

_PRIVATE = read_table("private_question.txt")
_LIKELY = -1.1  # logarithm of odds; own estimate, from the half of the corpus for tuning
_SHORT = 6  # words and marks; a short question has too few clues
_NORMS = Pattern(
    r" (?:in this field|in your field|in general|people in|for a newcomer|newcomers|starting|entry "
    r"level|range|usually|typically|ranges|norms?|explain|told|tell your|say to|of someone new) "
)


def check(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.prose:
        if _NORMS.search(sentence.plain):
            continue
        phrases = _PRIVATE.find(sentence)
        yield from (Hit(Span(found.start, found.end)) for found in phrases)
        is_long = len(sentence.words) > _SHORT
        if not phrases and is_long and weigh(sentence).private > _LIKELY:
            yield Hit(Span(sentence.start, sentence.end), severity=Severity.WARNING)


def _question(text: str) -> Draft:
    return Draft(text, kind=MessageKind.QUESTION)


RULE = Rule(
    name="private-question",
    severity=Severity.ERROR,
    kinds=frozenset({MessageKind.QUESTION}),
    message="This asks about the person's own life, and a stranger does not owe an answer to that.",
    advice="Ask how it is in the field; who wants to tell more will.",
    source="own estimate, after what US employers may not ask an applicant",
    reason=__doc__,
    check=check,
    flags=(
        _question("How much do you make?"),
        _question("Are you married?"),
        _question("Did you vote for the governor?"),
        _question("What visa are you on?"),
    ),
    accepts=(
        _question("What is a fair starting range for this work here?"),
        _question("How do people with families manage the night shifts?"),
        _question("How do you explain your work to your children?"),
        _question("How much do you make use of what you learned in college?"),
    ),
)
