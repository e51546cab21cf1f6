"""Asking for a job turns a conversation into an application.

People agree to talk about their work because nothing is asked of them but twenty minutes. Asked
for a place, for a word when one comes free, or for the way to whoever hires, they have to judge
instead of tell, and most pass the message on to recruiting. So nothing that leaves WhoElse asks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import JOB_ASK, Draft
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.outreach.scope import has_past_marker, is_negated
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.text import Sentence
from whoelse.engine.words import MessageKind

_TABLE = read_table("asks_for_a_job.txt")

_INSTEAD = "What do the people who do well in your team have in common?"
_ABOUT_THE_FIELD = re.compile(
    r" (?:in|across|within|into|throughout) (?:the|this|that|your|these|a|most|other|many) (?:\w+ "
    r"){0,2}?(?:field|fields|industry|industries|area|areas|sector|sectors|profession|market|"
    r"economy|world|discipline|country|line of work)\b"
    r"|\b(?:in general|generally|typically|usually|nationally|nationwide|out there|these days|"
    r"for (?:physicists|physics majors|physics graduates|bachelors|people|graduates|someone with a|"
    r"those with|astronomers|a bachelor|physics bachelors|a physics))\b"
)
_THEIR_PLACE = re.compile(
    r"\b(?:your|available|open|for me|i|me|my|summer|currently|right now|upcoming|coming up|now|"
    r"yours|fall|spring|winter|semester|year|with you|like me)\b"
)
_APPOINTMENT = re.compile(
    r"\b(?:reschedul\w*|move|moved|cancel\w*|another (?:time|day)|other time|your end|my end|that "
    r"day|(?:before|until|by) (?:then|our|the call|we)|conflict|earlier|later|postpone|our (?:call|"
    r"chat|conversation|meeting|talk)|need to (?:change|shift|push)|reach me|change the time|"
    r"questions?)\b"
)
_OTHERS_PAST = re.compile(
    r"\b(?:did you|when you (?:were|had|started|first|applied|joined|graduated)|you (?:had|did|"
    r"took|got|held|started|mentioned|said|told|wrote|described)|he|she|people|students|physicists|"
    r"candidates|applicants|graduates|they) (?:\S+ ){0,4}?$"
)
_VACANT = re.compile(r" (?:opening|openings|vacancy|vacancies)\b")
_WRITER = re.compile(r"\b(?:i|we) (?:\w+ ){0,2}$")
_READER = re.compile(r"\byou (?:\w+ ){0,2}$")


def check(reading: Reading) -> Iterator[Hit]:
    kind = reading.draft.kind
    for sentence in reading.prose + reading.signature:
        asks = [found for found in _asks(sentence, kind) if not reading.is_quoted(found.start)]
        yield from _one_hit(asks, "body")
    for sentence in reading.subject:
        yield from _one_hit([*_asks(sentence, kind), *_asks(sentence, kind, "subject")], "subject")


def _one_hit(asks: list[Found], field: str) -> Iterator[Hit]:
    """One remark a sentence, from the first word that asks to the last."""
    if asks:
        start, end = min(found.start for found in asks), max(found.end for found in asks)
        yield Hit(Span(start, end, field), instead="" if field == "subject" else _INSTEAD)


def _asks(sentence: Sentence, kind: MessageKind, only: str = "") -> Iterator[Found]:
    """What asks for a job in this sentence; subject lines have phrases of their own."""
    for found in _TABLE.find(sentence):
        is_wanted = found.label == only if only else found.label != "subject"
        if is_wanted and not _is_denied(found) and _holds(found, kind):
            yield found


def _is_denied(found: Found) -> bool:
    """Whether "not" stands before the phrase or in the middle of it."""
    return is_negated(found.sentence, found.first) or is_negated(found.sentence, found.last)


def _holds(found: Found, kind: MessageKind) -> bool:
    """What the label of a phrase demands of the sentence around it."""
    demand = _DEMANDS.get(found.label)
    return demand is None or demand(_Around.of(found, kind))


@dataclass(frozen=True, slots=True)
class _Around:
    """A phrase and the plain sentence around it."""

    plain: str
    before: str
    behind: str  # the phrase itself and what follows
    is_past: bool
    kind: MessageKind

    @classmethod
    def of(cls, found: Found, kind: MessageKind) -> "_Around":
        place = found.sentence.offsets[found.first]
        plain = found.sentence.plain
        is_past = has_past_marker(found.sentence)
        return cls(plain, plain[:place], plain[place:], is_past, kind)


def _is_about_their_place(around: _Around) -> bool:
    if _OTHERS_PAST.search(around.before) or _ABOUT_THE_FIELD.search(around.behind):
        return False
    return bool(_THEIR_PLACE.search(around.plain) or _VACANT.search(around.behind))


def _is_no_appointment(around: _Around) -> bool:
    return around.kind is not MessageKind.CONFIRMATION and not _APPOINTMENT.search(around.plain)


_DEMANDS: dict[str, Callable[[_Around], bool]] = {
    "exists": _is_about_their_place,
    "comes_free": _is_no_appointment,
    "wish": lambda around: not around.is_past,
    "ask": lambda around: not _OTHERS_PAST.search(around.before),
    "you_do": lambda around: not _WRITER.search(around.before),
    "consider": lambda around: not (around.is_past and _READER.search(around.before)),
}


RULE = Rule(
    name=JOB_ASK,
    severity=Severity.ERROR,
    kinds=frozenset(MessageKind),
    message=(
        "This asks for a job, or for help on the way to one. It turns a conversation into an "
        "application; most people then pass it on to someone else, and you learn nothing."
    ),
    advice="Take it out and ask about their work instead; what they tell you is worth more.",
    source="A. Martin, SPS Observer, summer 2017: never ask for a job",
    reason=__doc__,
    check=check,
    flags=(
        Draft("Could we talk for 20 minutes? Also, does your group have any internships?"),
        Draft("It would be great to learn from you. If something comes up, keep me in mind."),
        Draft("I would like to hear about your week.\n\nBest,\nMaya\n\nP.S. Are you hiring?"),
        Draft("What would it take to join you?", kind=MessageKind.QUESTION),
        Draft("Could you put me in touch with your hiring manager?"),
        Draft("Thank you for the talk.", subject="Summer internship inquiry"),
    ),
    accepts=(
        Draft("I am not looking for a job; I would like to hear what your week is like."),
        Draft("I applied last year for an internship and learned how much I did not know."),
        Draft("What do hiring managers look for in a physics graduate?", kind=MessageKind.QUESTION),
        Draft("Your job title made me curious: what does a grid forecaster do all day?"),
        Draft("Who else should I talk to?", kind=MessageKind.QUESTION),
    ),
)
