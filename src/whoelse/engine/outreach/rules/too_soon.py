"""A reminder before a week is over reminds of nothing but impatience.

Most of what gets answered is answered within two days; the rest waits for a free hour. One nudge
after seven business days, never before five, is kind.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.words import MessageKind

EARLIEST_BUSINESS_DAYS = 5  # Carleton College: at least one week
_KINDS = frozenset(
    {
        MessageKind.REQUEST,
        MessageKind.REFERRAL_INTRO,
        MessageKind.FOLLOWUP,
        MessageKind.REPORT_BACK,
        MessageKind.KEEP_IN_TOUCH,
    }
)


def check(reading: Reading) -> Iterator[Hit]:
    days = reading.draft.business_days_since_last
    is_second = reading.draft.messages_since_reply > 0 or reading.draft.kind is MessageKind.FOLLOWUP
    if days is not None and is_second and days < EARLIEST_BUSINESS_DAYS:
        passed = "Less than one business day has" if days < 1 else _passed(days)
        message = f"{passed} passed since your last message; give it at least five."
        yield Hit(reading.whole, message=message)


def _passed(days: int) -> str:
    return "Only one business day has" if days == 1 else f"Only {days} business days have"


RULE = Rule(
    name="too-soon",
    severity=Severity.WARNING,
    kinds=_KINDS,
    message="This comes too soon after your last message.",
    advice="Write once more after seven business days, not before five.",
    source="Carleton College career center: wait at least one week; S. Dalton: seven business days",
    reason=__doc__,
    check=check,
    flags=(
        Draft(
            "I wrote on Monday.",
            kind=MessageKind.FOLLOWUP,
            messages_since_reply=1,
            business_days_since_last=2,
        ),
    ),
    accepts=(
        Draft(
            "I wrote last week.",
            kind=MessageKind.FOLLOWUP,
            messages_since_reply=1,
            business_days_since_last=7,
        ),
        Draft("I wrote once.", kind=MessageKind.FOLLOWUP),
        Draft("Could we talk?", business_days_since_last=1),
    ),
)
