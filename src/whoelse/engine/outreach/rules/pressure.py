"""A push is answered with a step back.

Deadlines for the other side, guilt, a word to their boss, the referrer's weight, "I am still
waiting": each of them may get an answer once, and none of them a conversation.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import FIRST_MESSAGES, MESSAGES, Hit, Rule
from whoelse.engine.outreach.scope import is_negated
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.words import MessageKind

_PUSHES = read_table("pressure.txt")
_SOFTENED = Pattern(
    r" (?:if|may|might|understand|understandable|understandably|imagine|sure|know|realize|realise|"
    r"perhaps|probably|of course|worries|worry|fine|okay|completely|should|in case|whether) "
)
_CHOICE = Pattern(r" (?:if|whenever|whatever|whichever|would|could|unless you prefer|suits?) ")
_WRITER = Pattern(r" (?:i|we) (?:(?:will|can|would|could|have|am|do|should|might|may) )*$")
# Logarithms of odds; own estimates, found on the half of the golden corpus that is for tuning.
_LIKELY, _UNLIKELY = -0.4, -3.5
_SHORTEST = 7  # words; "No reply needed." has too few clues
_BEFORE_AGREEING = FIRST_MESSAGES | {MessageKind.FOLLOWUP}
_SAYING = {
    "deadline": (
        "This sets a deadline for somebody who owes you nothing.",
        "Say when you are free, and leave the when and the whether to them.",
        "Any time in the next three weeks that suits you would suit me.",
    ),
    "guilt": (
        "This makes the reader feel guilty, and people step back from that.",
        "Take it out. A request that may be turned down is granted more often.",
        "",
    ),
    "chase": (
        "This counts the messages, or the silence. Silence is nearly always a full inbox.",
        "Write once more, kindly and shortly, and then leave it.",
        "I know how full a week can be, so no answer is fine too.",
    ),
    "escalation": (
        "This announces that you will not let go, or go over their head.",
        "Take it out. One reminder is all that a stranger's inbox should get.",
        "",
    ),
    "arrive": (
        "This settles a time before they agreed to any.",
        "Ask for a time that suits them.",
        "Whenever suits you would suit me.",
    ),
    "leverage": (
        "This uses somebody else as a lever. A name opens a door only if it does not push.",
        "Say who named you, once, and leave it there.",
        "",
    ),
}
_SAYING["soft"] = _SAYING["chase"]


def check(reading: Reading) -> Iterator[Hit]:
    for sentence in reading.prose:
        odds = weigh(sentence).pressure
        found = _PUSHES.find(sentence) if odds > _UNLIKELY else []
        pushes = [one for one in found if _pushes(one, reading)]
        for one in pushes:
            message, advice, instead = _SAYING[one.label]
            yield Hit(Span(one.start, one.end), message, advice, instead)
        is_long = len(sentence.words) >= _SHORTEST
        if odds > _LIKELY and is_long and not pushes and not reading.holds_quotation(sentence):
            yield Hit(Span(sentence.start, sentence.end))


def _pushes(found: Found, reading: Reading) -> bool:
    sentence = found.sentence
    is_denied = sentence.words[found.first] != "why" and is_negated(sentence, found.first)
    if is_denied or reading.is_quoted(found.start):
        return False
    before = sentence.plain[: sentence.offsets[found.first]]
    if found.label == "soft":
        return not _SOFTENED.search(sentence.plain)
    if found.label == "arrive":
        return reading.draft.kind in _BEFORE_AGREEING and not _CHOICE.search(sentence.plain)
    if found.label == "deadline":
        return reading.draft.kind is not MessageKind.CONFIRMATION and not _WRITER.search(before)
    if found.label == "guilt":
        return sentence.words[found.first] not in ("owe", "owes") or not _WRITER.search(before)
    return sentence.words[found.first] in ("i", "we") or not _WRITER.search(before)


RULE = Rule(
    name="pressure",
    severity=Severity.WARNING,
    kinds=MESSAGES,
    message="This pushes, and people step back from a push.",
    advice="Leave them the when and the whether.",
    source="Washington and Lee University, career development: their calendar decides",
    reason=__doc__,
    check=check,
    flags=(
        Draft("I need your answer by Friday."),
        Draft("As an alum you should help students."),
        Draft("I will write to your manager if I do not hear from you."),
        Draft("This is my third message to you.", kind=MessageKind.FOLLOWUP),
        Draft("Karin would be disappointed if you said no."),
    ),
    accepts=(
        Draft("I am free on Tuesday and Friday afternoon."),
        Draft("I would not be disappointed at all if you are too busy to reply."),
        Draft("I read the article that you wrote by Friday's deadline."),
        Draft("I will call you on Friday at 4:00 pm.", kind=MessageKind.CONFIRMATION),
    ),
)
