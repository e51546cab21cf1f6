"""Asking for a job turns a conversation into an application.

People agree to talk about their work because nothing is asked of them but twenty minutes. Asked
for a place, for a word when one comes free, or for the way to whoever hires, they have to judge
instead of tell, and most pass the message on to recruiting. So nothing that leaves WhoElse asks.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import JOB_ASK, Draft
from whoelse.engine.outreach.job_evidence import (
    asking_phrases,
    evidence,
    says_not_to_ask,
    subject_phrases,
)
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.text import Sentence
from whoelse.engine.words import MessageKind

_TABLE = read_table("asks_for_a_job.txt")
_INSTEAD = "What do the people who do well in your team have in common?"
_MESSAGES = {
    Severity.ERROR: (
        "This asks for a job, or for help on the way to one. It turns a conversation into an "
        "application; most people then pass it on to someone else, and you learn nothing."
    ),
    Severity.WARNING: (
        "This may be read as a hint that you would like a job, or a place of some kind."
    ),
    Severity.HINT: "Somebody in a hurry could read a wish for a job, or for a place, into this.",
}
# Logarithms of odds; own estimates, found on the half of the golden corpus that is for tuning.
_SURE = 3.0  # without a phrase of the table
_SURE_WITH_PHRASE = 0.4
_LIKELY, _POSSIBLE = 0.0, -0.2
_LIKELY_WITH_PHRASE = -1.3
_SHORT = 10  # words and marks; so short a sentence with a phrase of the table is nothing else
_DENIED = 2.0  # so much less likely is it in a sentence that denies it


def check(reading: Reading) -> Iterator[Hit]:
    kind = reading.draft.kind
    for sentence in reading.prose + reading.signature:
        if weigh(sentence).job < _LIKELY_WITH_PHRASE:
            continue
        found = [one for one in _TABLE.find(sentence) if not reading.is_quoted(one.start)]
        asks = asking_phrases(found, kind)
        yield from _judged(sentence, asks, [] if asks else evidence(found, kind), reading)
    for sentence in reading.subject:
        found = list(_TABLE.find(sentence))
        asks = asking_phrases(found, kind) + subject_phrases(found, kind)
        if asks:
            yield _hit(_span(asks, sentence, "subject"), Severity.ERROR)


def _judged(
    sentence: Sentence, asks: list[Found], pieces: list[Found], reading: Reading
) -> Iterator[Hit]:
    """Two judges hear a sentence: the phrases that it holds, and the weight of its clues.

    Pieces that only together ask make a likely ask sure, but no unlikely one likely.
    """
    weights = weigh(sentence)
    odds = weights.job - (_DENIED if says_not_to_ask(sentence) else 0)
    is_plain = bool(asks) and len(sentence.words) <= _SHORT
    if is_plain or odds > (_SURE_WITH_PHRASE if asks or pieces else _SURE):
        severity = Severity.ERROR
    elif odds > (_LIKELY_WITH_PHRASE if asks else max(_LIKELY, weights.favour)):
        severity = Severity.WARNING
    elif odds > max(_POSSIBLE, weights.favour, weights.pressure):
        severity = Severity.HINT
    else:
        return
    if asks or not reading.holds_quotation(sentence):
        yield _hit(_span(asks or pieces, sentence, "body"), severity)


def _span(asks: list[Found], sentence: Sentence, field: str) -> Span:
    """From the first word that asks to the last, or the whole sentence."""
    if not asks:
        return Span(sentence.start, sentence.end, field)
    start, end = min(found.start for found in asks), max(found.end for found in asks)
    return Span(start, end, field)


def _hit(span: Span, severity: Severity) -> Hit:
    instead = "" if span.field == "subject" else _INSTEAD
    return Hit(span, message=_MESSAGES[severity], instead=instead, severity=severity)


RULE = Rule(
    name=JOB_ASK,
    severity=Severity.ERROR,
    kinds=frozenset(MessageKind),
    message=_MESSAGES[Severity.ERROR],
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
        Draft(
            "I like it best when something can be measured and somebody needs the number: in the "
            "help room, at work, and on the roof."
        ),
        Draft("I do not ask for any place in your group; I have two years of school left."),
    ),
)
