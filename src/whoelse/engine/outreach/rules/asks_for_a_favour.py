"""A second request weakens the first.

Whoever is asked for a letter, a look over a CV, a tour or an introduction becomes an assessor,
and has a reason to wait. The conversation is the favour; others may follow from it unasked.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.circumstances import circumstances
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.durations import asked_durations
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import FIRST_MESSAGES, Hit, Rule
from whoelse.engine.outreach.scope import is_negated
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.text import Sentence
from whoelse.engine.words import MessageKind

_FAVOURS = read_table("asks_for_a_favour.txt")
_ASKED = Pattern(
    r" (?:\?|could you|would you|can you|will you|might you|please|pls|kindly|you (?:could|would|"
    r"can|might|may|will)|if you|willing|able|mind|appreciate|grateful|thankful|hope|hoping|love|"
    r"like|possible|possibly|want|need|wonder|wondering|could i|can i|may i|might i|i could|i can|"
    r"i may|looking for|ask|asking|request|requesting|happy to|glad|interested|perhaps|maybe|also|"
    r"help me|let me|opportunity|chance|possibility|welcome|helpful|feel free|would) "
)
_DONE = Pattern(
    r" (?:thank|thanks|enjoyed|gave|took|was(?! (?:hoping|wondering|thinking|going))|were|during|"
    r"after|already|offered|introduced|promised|loved|did|had|wrote|has|agreed|asked me|said|for "
    r"introducing|grateful for) "
)
_USED_TO = Pattern(
    r" (?:last (?:year|summer|fall|spring|week|month|semester)|ago|used to|back then) "
)
# Logarithms of odds; own estimates, found on the half of the golden corpus that is for tuning.
_SURE, _LIKELY, _UNLIKELY = -0.5, -1.6, -3.0
_BEFORE_TALK = FIRST_MESSAGES | {MessageKind.FOLLOWUP, MessageKind.CONFIRMATION}


def check(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.prose:
        found = _FAVOURS.find(sentence) if weigh(sentence).favour > _UNLIKELY else []
        asks = [one for one in found if _asks(one, reading)]
        yield from (Hit(Span(found.start, found.end)) for found in asks)
        is_allowed = any(_is_allowed(one, reading) for one in found)
        if not asks and not is_allowed and _is_likely(sentence, reading):
            yield Hit(Span(sentence.start, sentence.end))


def _is_likely(sentence: Sentence, reading: Reading) -> bool:
    """Whether the clues say so, in a sentence that does not ask for minutes."""
    odds = weigh(sentence)
    if reading.draft.resume_requested or reading.holds_quotation(sentence):
        return False
    if odds.favour < max(_LIKELY, odds.resume):
        return False
    if odds.favour > _SURE:
        return True
    is_told = bool(_DONE.search(sentence.plain)) and not sentence.is_question
    return not is_told and not any(True for _ in asked_durations(sentence))


def _asks(found: Found, reading: Reading) -> bool:
    sentence = found.sentence
    if _is_allowed(found, reading) or reading.is_quoted(found.start):
        return False
    if found.label == "paper" and reading.draft.resume_requested:
        return False
    before = sentence.plain[: sentence.offsets[found.first]]
    around = circumstances(found, reading.draft.kind)
    if _USED_TO.search(before) or _DONE.search(before) or around.is_about_how:
        return False
    return found.first == 0 or bool(_ASKED.search(sentence.plain))


def _is_allowed(found: Found, reading: Reading) -> bool:
    """Whether it is said not to be asked for, or may be asked for after the conversation."""
    if found.label == "introduction" and reading.draft.kind not in _BEFORE_TALK:
        return True
    return is_negated(found.sentence, found.first)


RULE = Rule(
    name="asks-for-a-favour",
    severity=Severity.WARNING,
    kinds=frozenset(MessageKind),
    message="This asks for a favour beside the conversation, and so gives a reason to say no.",
    advice="Ask for the conversation alone; what else may come of it comes afterwards.",
    source="Bethel University, informational interviews: a favour turns an ally into an assessor",
    reason=__doc__,
    check=check,
    flags=(
        Draft("Could you write me a letter of recommendation?"),
        Draft("Would you mind looking over my résumé before we talk?"),
        Draft("Could I shadow you for a day?"),
        Draft("I would love a tour of your lab."),
        Draft("Could you introduce me to your colleagues?"),
    ),
    accepts=(
        Draft("Who else should I talk to, and may I use your name?"),
        Draft("My professor introduced me to your work."),
        Draft("I do not need a letter or an introduction, only 20 minutes."),
        Draft("What did your cover letter look like back then?"),
    ),
)
