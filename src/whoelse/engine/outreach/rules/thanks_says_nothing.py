"""Thanks that could go to anybody thank nobody.

One thing that they said, and what you will do with it, shows that you listened. It is also the
sentence that makes them glad to hear from you again.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.text import Sentence
from whoelse.engine.words import MessageKind

_QUOTE = Pattern(r"[“\"«][^”\"»]{8,300}[”\"»]")
# Logarithms of odds; own estimates, found on the half of the golden corpus that is for tuning.
_SPECIFIC = 2.2
_MOST_JOB, _MOST_FAVOUR = -0.3, -2.0  # what asks for more is no thanks


def check(reading: Reading) -> Iterator[Hit]:
    if reading.prose and not _is_specific(reading):
        yield Hit(reading.whole)


def _is_specific(reading: Reading) -> bool:
    own = " ".join(reading.body[span.start : span.end] for span in reading.letter.prose)
    return bool(_QUOTE.search(own[:20_000])) or any(map(_names_something, reading.prose))


def _names_something(sentence: Sentence) -> bool:
    """Whether a sentence names what was said, or what will be done with it."""
    odds = weigh(sentence)
    return odds.said > _SPECIFIC and odds.job < _MOST_JOB and odds.favour < _MOST_FAVOUR


def _thanks(text: str) -> Draft:
    return Draft(text, kind=MessageKind.THANKS)


RULE = Rule(
    name="thanks-says-nothing",
    severity=Severity.WARNING,
    kinds=frozenset({MessageKind.THANKS}),
    message="These thanks name nothing that was said, so they could go to anybody.",
    advice="Name one specific thing they said, and what you will do with it.",
    source="Rice University, Tip Tuesday: one specific thing and what you will do with it",
    reason=__doc__,
    check=check,
    flags=(
        _thanks("Thank you for your time. I learned a lot, and your advice was very helpful."),
        _thanks("Thank you so much for sharing your experience with me yesterday."),
    ),
    accepts=(
        _thanks("Thank you. That half of your day is spent explaining was news to me."),
        _thanks("Thank you. You said that a good title hides the best work, and I wrote it down."),
        _thanks("Thank you for the story of the upside-down monitor."),
    ),
)
