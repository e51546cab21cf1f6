"""A request without a length is a request for an open end.

Nobody knows what "a chat" costs, and a full calendar says no to it. "Twenty minutes" is small,
is easy to place between two meetings, and shows that the writer will look at the clock.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.durations import asked_durations
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import FIRST_MESSAGES, Hit, Rule


def check(reading: Reading) -> Iterator[Hit]:
    if not any(True for sentence in reading.prose for _ in asked_durations(sentence)):
        yield Hit(reading.whole, instead="Could we talk for 20 minutes, whenever it suits you?")


RULE = Rule(
    name="no-time-asked",
    severity=Severity.WARNING,
    kinds=FIRST_MESSAGES,
    message="This does not say how long it would take, so it sounds like an open end.",
    advice="Ask for 15 or 20 minutes; that is easy to grant.",
    source="A. Martin, SPS Observer, summer 2017: fifteen to twenty minutes, agreed in advance",
    reason=__doc__,
    check=check,
    flags=(
        Draft("I would love to have a chat with you about your work."),
        Draft("Could we talk? I enjoyed your 40-minute talk and live ten minutes away."),
    ),
    accepts=(
        Draft("Could we talk for 20 minutes?"),
        Draft("Would you have a quarter of an hour next week?"),
        Draft("I would be glad of a fifteen-minute call."),
    ),
)
