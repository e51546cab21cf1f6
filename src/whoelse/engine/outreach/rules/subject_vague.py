"""A subject that fits every mail is opened like every mail.

"Question", "Hi" and "Opportunity" say nothing. A few words from the reader's own world do.
"""

import re
from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import MESSAGES, Hit, Rule
from whoelse.engine.text import fold, word_set
from whoelse.engine.words import MessageKind

_REPLY = Pattern(r"(?:\s*(?:re|fwd?|aw|sv)\s*:)+", re.IGNORECASE)
_ANY_MAIL = word_set(
    "there hi hello hey hiya yo sup greetings question questions quick request requests inquiry "
    "enquiry query information info help needed need please urgent important opportunity "
    "opportunities networking network connecting connect connection introduction intro introducing "
    "career careers advice chat call meeting meet talk coffee for about from to follow following "
    "up touching base reaching out contact regarding subject no test favor favour some time job "
    "jobs guidance mentor mentorship assistance support interest interested reply your you work my "
    "a an the of on in and short brief small little just simple general professional potential "
    "possible exciting great message email mail note letter important attention dear sir madam "
    "good morning day afternoon hope this finds well me i it is with can we could re fwd checking "
    "second again reminder kindly response industry field physics"
)
_SPOKEN = Pattern(r"[^\W_]+(?:['’][^\W_]+)?")


def check(reading: Reading) -> Iterator[Hit]:
    subject = reading.draft.subject
    words = [m.group() for m in _SPOKEN.finditer(fold(_REPLY.without_first(subject)))]
    if words and all(word in _ANY_MAIL for word in words):
        yield Hit(Span(0, len(subject), "subject"))


RULE = Rule(
    name="subject-vague",
    severity=Severity.HINT,
    kinds=MESSAGES - {MessageKind.THANKS, MessageKind.CONFIRMATION},
    message="This subject could stand over anybody's mail.",
    advice="Three to nine words that belong to this person's world.",
    source="Boomerang, 40 million e-mails, 2015: three to four words answered best",
    reason=__doc__,
    check=check,
    flags=(
        Draft("Could we talk?", subject="Question"),
        Draft("Could we talk?", subject="Hi"),
        Draft("Could we talk?", subject="Career opportunity"),
        Draft("Could we talk?", subject="Re: quick question about your work"),
    ),
    accepts=(
        Draft("Could we talk?", subject="A question on grid forecasting"),
        Draft("Could we talk?", subject="Third-year physics major with questions about your work"),
    ),
)
