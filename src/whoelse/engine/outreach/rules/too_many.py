"""One reminder is a courtesy, a second one is a burden, and a no is an answer.

Who asked not to be contacted, or said no, is left in peace. Who did not answer twice has answered.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import MESSAGES, Hit, Rule
from whoelse.engine.words import MessageKind

MOST_UNANSWERED = 1  # Simon Fraser University: one follow-up only; so two messages in all
_LEAVE = "Leave it here, and ask somebody else; there is always somebody else."


def check(reading: Reading) -> Iterator[Hit]:
    draft = reading.draft
    if draft.do_not_contact:
        yield Hit(reading.whole, message="This person asked not to be contacted.", advice=_LEAVE)
    elif draft.said_no:
        yield Hit(reading.whole, message="This person said no, and a no is final.", advice=_LEAVE)
    elif draft.messages_since_reply > MOST_UNANSWERED:
        yield Hit(reading.whole)


RULE = Rule(
    name="too-many",
    severity=Severity.ERROR,
    kinds=MESSAGES,
    message="Two messages went unanswered already, and a third one only burdens.",
    advice=_LEAVE,
    source="Simon Fraser University, requesting an informational interview: follow up only once",
    reason=__doc__,
    check=check,
    flags=(
        Draft("One more try.", kind=MessageKind.FOLLOWUP, messages_since_reply=2),
        Draft("Perhaps now?", said_no=True),
        Draft("Hello again.", kind=MessageKind.KEEP_IN_TOUCH, do_not_contact=True),
    ),
    accepts=(
        Draft("Here is the short form.", kind=MessageKind.FOLLOWUP, messages_since_reply=1),
        Draft("Could we talk for 20 minutes?"),
    ),
)
