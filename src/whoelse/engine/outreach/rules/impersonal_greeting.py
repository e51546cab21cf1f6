"""Whoever is not greeted by name does not feel asked.

"To whom it may concern" concerns nobody. When the name is known, using it costs nothing and
shows that the message was written for one person.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.greeting import is_nobody, names_addressee, names_somebody
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import MESSAGES, Hit, Rule

_HELLO_ONLY = "The greeting names nobody, though you know the name."


def check(reading: Reading) -> Iterator[Hit]:
    greeting = reading.letter.greeting
    if greeting is None:
        if reading.prose and not names_addressee(reading):
            yield Hit(
                Span(reading.whole.start, reading.prose[0].end),
                message="There is no greeting.",
                advice="Begin with the name, as in a letter.",
                severity=Severity.HINT,
            )
        return
    text = reading.body[greeting.start : greeting.end]
    instead = f"Dear {reading.draft.to}," if reading.draft.to else ""
    if reading.draft.to and is_nobody(text):
        yield Hit(greeting, instead=instead)
    elif reading.draft.to and not names_somebody(text) and not names_addressee(reading):
        yield Hit(greeting, message=_HELLO_ONLY, instead=instead, severity=Severity.HINT)


RULE = Rule(
    name="impersonal-greeting",
    severity=Severity.WARNING,
    kinds=MESSAGES,
    message="This greets nobody in particular, though you know the name.",
    advice="Use the name, with the title until you are told otherwise.",
    source="M. Posner, contacting your specialist: formal address until corrected",
    reason=__doc__,
    check=check,
    flags=(
        Draft("Dear Sir or Madam,\n\nI read about your work.", to="Karen Liu"),
        Draft("To whom it may concern:\n\nI read about your work.", to="Karen Liu"),
        Draft("I read about your work.", to="Karen Liu"),
        Draft("Hello,\n\nI read about your work.", to="Karen Liu"),
    ),
    accepts=(
        Draft("Dear Ms. Liu,\n\nI read about your work.", to="Karen Liu"),
        Draft("Hi Karen! I read about your work.", to="Karen Liu"),
        Draft("To whom it may concern:\n\nI read about your work."),
        Draft("Hi Aunt Karin,\n\nCould we talk?", to="Karin Lindqvist"),
    ),
)
