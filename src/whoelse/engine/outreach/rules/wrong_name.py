"""A wrong name is read before anything else, and forgiven last.

It happens when a message is made out of the previous one. A title that is too small ("Ms." for
somebody with a doctorate) is a smaller slip of the same kind.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.greeting import greeted_name
from whoelse.engine.outreach.names import DOCTORS, PLAIN_TITLES, Name, fits, parse_name
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import MESSAGES, Hit, Rule

_HONORIFICS = {"mr": "he", "mister": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she"}


def check(reading: Reading) -> Iterator[Hit]:
    addressee = parse_name(reading.draft.to)
    place = greeted_name(reading)
    if place is None or not addressee.words:
        return
    greeted = parse_name(reading.body[place.start : place.end])
    if greeted.is_relative:
        return
    if not fits(greeted, addressee):
        yield Hit(place, message=_other_name(reading, place), instead=reading.draft.to)
    elif slip := _title_slip(greeted, addressee):
        yield Hit(place, message=slip, severity=Severity.WARNING, instead=reading.draft.to)


def _other_name(reading: Reading, place: Span) -> str:
    written = reading.body[place.start : place.end].strip()[:60]
    return f"The greeting says “{written}”, but this goes to {reading.draft.to[:80]}."


def _title_slip(greeted: Name, addressee: Name) -> str:
    """Say it if a doctor is greeted as Mr. or Ms., or the one as the other."""
    has_doctor = bool(addressee.titles & DOCTORS)
    if has_doctor and greeted.titles & PLAIN_TITLES and not greeted.titles & DOCTORS:
        return "The person you write to has an academic title, and the greeting leaves it out."
    mine = {_HONORIFICS[t] for t in greeted.titles if t in _HONORIFICS}
    theirs = {_HONORIFICS[t] for t in addressee.titles if t in _HONORIFICS}
    if mine and theirs and mine != theirs:
        return "The title in the greeting is not the one that you noted for this person."
    return ""


RULE = Rule(
    name="wrong-name",
    severity=Severity.ERROR,
    kinds=MESSAGES,
    message="The name in the greeting is not the name of the person this goes to.",
    advice="Check to whom this goes, and write the name as they write it.",
    source="own estimate: the commonest trace of a copied message",
    reason=__doc__,
    check=check,
    flags=(
        Draft("Dear Dr. Lee,\n\nI read about your work.", to="Dr. Karen Liu"),
        Draft("Hi Karin,\n\nI read about your work.", to="Karen Liu"),
        Draft("Dear Mr. Okafor,\n\nI read about your work.", to="Dr. Samuel Okafor"),
    ),
    accepts=(
        Draft("Dear Dr. Liu,\n\nI read about your work.", to="Karen Liu"),
        Draft("Hi Kate,\n\nI read about your work.", to="Katherine O’Neill"),
        Draft("Dear Ms. Garcia,\n\nI read about your work.", to="Ana García-López"),
        Draft("Dear Professor Mueller,\n\nI read about your work.", to="Prof. Jürgen Müller"),
        Draft("Dear Li Wei,\n\nI read about your work.", to="Wei Li"),
        Draft("Hi there,\n\nI read about your work.", to="Karen Liu"),
    ),
)
