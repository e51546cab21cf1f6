"""A résumé says "application", whatever the message says.

Sent unasked, it makes the reader judge the writer instead of talking about the work. Those who
want to see one ask for it, and then it is welcome.
"""

import re
from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import MESSAGES, Hit, Rule
from whoelse.engine.outreach.scope import is_negated
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.text import fold

_ENCLOSED = read_table("attaches_resume.txt")
_FILE = re.compile(
    r"resume|curriculum|transcript|(?<![a-z])cv(?![a-z])|lebenslauf|cover.?letter|vitae"
)
_OFFERED = re.compile(  # "I can send my résumé if you like" sends nothing
    r" (?:can|could|may|might|happy to|glad to|gladly|will|would) (?:[^ ]+ ){0,3}(?:send|share|"
    r"provide|forward|bring|show) .* (?:if|should|whenever|when|once) (?:you|it|that)\b"
)


def check(reading: Reading) -> Iterator[Hit]:
    if reading.draft.resume_requested:
        return
    for sentence in reading.prose + reading.signature:
        for found in _ENCLOSED.find(sentence):
            is_offered = bool(_OFFERED.search(sentence.plain))
            if is_offered or is_negated(sentence, found.first):
                continue
            if not reading.is_quoted(found.start):
                yield Hit(Span(found.start, found.end))
    for at, name in enumerate(reading.draft.attachments):
        if _FILE.search(fold(name)[:300]):
            message = f"“{name[:80]}” looks like a résumé or transcript, and nobody asked for it."
            yield Hit(Span(at, at + 1, "attachments"), message=message)


RULE = Rule(
    name="attaches-resume",
    severity=Severity.WARNING,
    kinds=MESSAGES,
    message="This hands over a résumé that nobody asked for; it reads as an application.",
    advice="Leave it out. If they ask for it, send it then.",
    source="Dartmouth Thayer School, contacting alumni: no résumé in the first mail",
    reason=__doc__,
    check=check,
    flags=(
        Draft("I have attached my résumé for your reference."),
        Draft("My CV is linked below."),
        Draft("Could we talk?", attachments=("Maya_Resume_2026.pdf",)),
    ),
    accepts=(
        Draft("I have not attached a résumé, since I only have questions."),
        Draft("Here is the résumé that you asked for.", resume_requested=True),
        Draft("What did your own CV look like back then?"),
        Draft("Could we talk?", attachments=("poster.pdf",)),
    ),
)
