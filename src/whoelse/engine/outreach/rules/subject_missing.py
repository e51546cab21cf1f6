"""A mail without a subject looks like spam and is opened last."""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import MESSAGES, Hit, Rule


def check(reading: Reading) -> Iterator[Hit]:
    if not any(map(str.isalnum, reading.draft.subject)):
        yield Hit(Span(0, len(reading.draft.subject), "subject"))


RULE = Rule(
    name="subject-missing",
    severity=Severity.WARNING,
    kinds=MESSAGES,
    message="There is no subject. Mails without one are opened last, or never.",
    advice="Three to nine words that belong to this person's world.",
    source="Boomerang, 40 million e-mails, 2015: 14 % replies without a subject",
    reason=__doc__,
    check=check,
    flags=(Draft("Could we talk?"), Draft("Could we talk?", subject=" - ")),
    accepts=(Draft("Could we talk?", subject="Three questions on grid forecasting"),),
)
