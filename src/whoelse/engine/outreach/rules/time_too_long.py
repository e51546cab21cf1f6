"""More than half an hour is a meeting, and meetings get declined.

Fifteen to twenty minutes is what people give a stranger gladly; thirty is the most one may ask
for. Those who enjoy the conversation stay longer of their own accord.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.durations import requested_durations
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.outreach.scope import is_negated
from whoelse.engine.text import Sentence
from whoelse.engine.words import MessageKind

LONGEST_MINUTES = 30  # the most that US college career offices advise (W&L: 20 to 30)
_KINDS = frozenset(
    {
        MessageKind.REQUEST,
        MessageKind.REFERRAL_INTRO,
        MessageKind.FOLLOWUP,
        MessageKind.CONFIRMATION,
        MessageKind.KEEP_IN_TOUCH,
    }
)


def check(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.prose:
        for duration in requested_durations(sentence):
            start, end = sentence.starts[duration.first], sentence.ends[duration.last]
            if duration.longest <= LONGEST_MINUTES or reading.is_quoted(start):
                continue
            if _is_at_most(sentence, duration.first) or not is_negated(sentence, duration.first):
                yield Hit(Span(start, end), instead="20 minutes")


def _is_at_most(sentence: Sentence, first: int) -> bool:
    """ "Not more than an hour" asks for an hour."""
    return first > 0 and sentence.words[first - 1] == "than"


RULE = Rule(
    name="time-too-long",
    severity=Severity.WARNING,
    kinds=_KINDS,
    message="This asks for more than half an hour, which few people can give to someone new.",
    advice="Ask for 15 or 20 minutes, 30 at the very most.",
    source="Washington and Lee University, career development: 20 to 30 minutes at most",
    reason=__doc__,
    check=check,
    flags=(
        Draft("Could we meet for an hour and a half next week?"),
        Draft("Would you have 45 minutes for a call?"),
        Draft("I would like to take one hour of your time."),
    ),
    accepts=(
        Draft("Could we talk for 15 to 20 minutes, at any hour that suits you?"),
        Draft(
            "I live an hour away and listened to your 50-minute talk. Could we talk for 20 minutes?"
        ),
        Draft("I spent two hours reading about it. Would you have half an hour?"),
    ),
)
