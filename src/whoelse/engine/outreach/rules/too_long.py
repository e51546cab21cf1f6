"""A long message is read later, and later is often never.

In forty million mails that a vendor counted, those of 50 to 125 words were answered most. A
stranger's mail has to be understood on a phone without scrolling.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import MESSAGES, Hit, Rule
from whoelse.engine.text import count_words

HINT_WORDS = 150  # own estimate, above the plateau of Boomerang's count (50 to 125 words)
ERROR_WORDS = 200  # own estimate


def check(reading: Reading) -> Iterator[Hit]:
    words = reading.words
    if words <= HINT_WORDS:
        return
    limit = ERROR_WORDS if words > ERROR_WORDS else HINT_WORDS
    severity = Severity.ERROR if words > ERROR_WORDS else Severity.HINT
    message = f"This is {words} words long. Mails of 60 to 120 words are read and answered most."
    yield Hit(_beyond(reading, limit), message=message, severity=severity)


def _beyond(reading: Reading, limit: int) -> Span:
    """From the sentence in which the limit is passed to the end of the prose."""
    words = 0
    for sentence in reading.prose:
        words += count_words(reading.body[sentence.start : sentence.end])
        if words > limit:
            return Span(sentence.start, reading.whole.end)
    return reading.whole


RULE = Rule(
    name="too-long",
    severity=Severity.ERROR,
    kinds=MESSAGES,
    message="This is long. Mails of 60 to 120 words are read and answered most.",
    advice="Keep who you are, why this person, one question and the minutes.",
    source="Boomerang, 40 million e-mails, 2015 (Fast Company); limits are own estimates",
    reason=__doc__,
    check=check,
    flags=(Draft("I read about your work. " * 31), Draft("I read about your work. " * 41)),
    accepts=(
        Draft("I read about your work. " * 29),
        Draft("Thank you.\n\nOn Tuesday, Karen Liu wrote:\n" + "> and so it went on\n" * 60),
    ),
)
