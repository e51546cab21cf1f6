"""People answer somebody, not a name.

One clause is enough: what you study and where, or what links you. Without it a reader has to
look you up first, and does not.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import FIRST_MESSAGES, Hit, Rule
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.text import Sentence

_WHO = read_table("no_self_introduction.txt")
# Logarithms of odds; own estimates, found on the half of the golden corpus that is for tuning.
_LIKELY, _LIKELY_WITH_PHRASE = -3.0, -5.2


def check(reading: Reading) -> Iterator[Hit]:
    if any(map(_says_who, reading.prose)):
        return
    if any(found.label == "signed" for s in reading.signature for found in _WHO.find(s)):
        return
    end = reading.prose[0].end if reading.prose else 0
    yield Hit(Span(reading.whole.start, end))


def _says_who(sentence: Sentence) -> bool:
    odds = weigh(sentence).intro
    if odds < _LIKELY_WITH_PHRASE:
        return False
    return odds > _LIKELY or any(found.label == "said" for found in _WHO.find(sentence))


RULE = Rule(
    name="no-self-introduction",
    severity=Severity.WARNING,
    kinds=FIRST_MESSAGES,
    message="This does not say who you are; a name alone tells a reader nothing.",
    advice="Say in one clause what you study, in which year and where, or what links you.",
    source="SPS Observer, fall 2024: say who you are, why them, how you heard of them",
    reason=__doc__,
    check=check,
    flags=(
        Draft("My name is Maya Lindqvist. Could we talk for 20 minutes about your work?"),
        Draft("I would like to hear how you got into optics.\n\nBest,\nMaya"),
    ),
    accepts=(
        Draft("I am a third-year physics major at Norhaven College."),
        Draft("My name is Maya and I study astronomy."),
        Draft("You taught me mechanics last year."),
        Draft(
            "I would like to hear about optics.\n\nBest,\nMaya Lindqvist\nPhysics major, Norhaven"
        ),
    ),
)
