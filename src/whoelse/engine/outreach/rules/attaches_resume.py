"""A résumé says "application", whatever the message says.

Sent unasked, it makes the reader judge the writer instead of talking about the work. Those who
want to see one ask for it, and then it is welcome.
"""

import re
from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import MESSAGES, Hit, Rule
from whoelse.engine.outreach.scope import is_negated
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.text import Sentence, fold, word_set

_PAPERS = word_set(
    "resume resumes cv cvs vita vitae transcript transcripts biodata lebenslauf curriculum resumee "
    "certificates marksheets grades record portfolio bio"
)
_NOT = word_set("not no without nothing never")
_ENCLOSED = read_table("attaches_resume.txt")
_FILE = Pattern(
    r"resume|curriculum|transcript|(?<![a-z])cv(?![a-z])|lebenslauf|cover.?letter|vitae"
)
_LINK = Pattern(  # an address that names a résumé
    r"(?<![\w@])[\w.-]{1,60}\.[a-z]{2,12}/[^\s<>]{0,200}|https?://[^\s<>]{1,200}", re.IGNORECASE
)
_ASKED_FOR = Pattern(  # "you asked me to send my résumé", "as requested, my CV is attached"
    r" (?:you|u) (?:[^ ]+ ){0,4}(?:ask|asked|request|requested|want|wanted|wished|offer|offered|"
    r"said|suggested|told)\b|\bas (?:you )?(?:asked|requested|promised|discussed|agreed|wished)\b"
    r"|\byour (?:[^ ]+ )?(?:offer|request)\b| the (?:resume|cv|transcript) (?:that )?you "
)
_LIKELY = -2.5  # logarithm of odds; own estimate, from the half of the corpus for tuning
_OFFERED = Pattern(  # "I can send my résumé if you like" sends nothing
    r" (?:can|could|may|might|happy to|glad to|gladly|will|would) (?:[^ ]+ ){0,3}(?:send|share|"
    r"provide|forward|bring|show) .* (?:if|should|whenever|when|once) (?:you|it|that)\b"
)


def check(reading: Reading) -> Iterator[Hit]:
    if reading.draft.resume_requested:
        return
    if any(_names_paper(s) and _ASKED_FOR.search(s.plain) for s in reading.prose):
        return
    for sentence in reading.prose + reading.signature:
        found = [one for one in _ENCLOSED.find(sentence) if _hands_over(one, reading)]
        yield from (Hit(Span(one.start, one.end)) for one in found)
        is_likely = weigh(sentence).resume > _LIKELY and not reading.holds_quotation(sentence)
        if is_likely and not found and _names_paper(sentence) and not _is_denied(sentence):
            yield Hit(Span(sentence.start, sentence.end))
    if "/" in reading.body:
        yield from (Hit(span) for span in _links_to_papers(reading))
    for at, name in enumerate(reading.draft.attachments):
        if _FILE.search(fold(name)[:300]):
            message = f"“{name[:80]}” looks like a résumé or transcript, and nobody asked for it."
            yield Hit(Span(at, at + 1, "attachments"), message=message)


def _links_to_papers(reading: Reading) -> Iterator[Span]:
    for part in reading.letter.prose + reading.letter.signature:
        for link in _LINK.finditer(reading.body, part.start, part.end):
            if _FILE.search(fold(link.group()).replace("_", " ").replace("-", " ")):
                yield Span(*link.span())


def _hands_over(found: Found, reading: Reading) -> bool:
    sentence = found.sentence
    if _OFFERED.search(sentence.plain) or _is_denied(sentence):
        return False
    return not reading.is_quoted(found.start)


def _is_denied(sentence: Sentence) -> bool:
    """ "I have not attached a CV", "my CV is not attached", "without a résumé"."""
    at = next((k for k, word in enumerate(sentence.words) if word in _PAPERS), 0)
    around = sentence.words[max(0, at - 8) : at + 4]
    return not _NOT.isdisjoint(around) or is_negated(sentence, at)


def _names_paper(sentence: Sentence) -> bool:
    return not _PAPERS.isdisjoint(sentence.vocabulary)


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
