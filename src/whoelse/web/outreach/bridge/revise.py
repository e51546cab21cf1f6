"""Putting what a finding advises into the text, or taking what it is about out of it."""

from whoelse.engine.findings import Finding
from whoelse.engine.text import sentences
from whoelse.web.outreach.bridge.remark import Remark

MARKS = (".", "?", "!")
ALL_OF_IT = 0.6


def can_be_taken_out(finding: Finding, text: str) -> bool:
    """Whether the finding is about one sentence that the message can do without."""
    if finding.span.field != "body" or (finding.instead and not _is_sentence(finding.instead)):
        return False
    start, end = _sentence_around(text, finding.span.start, finding.span.end)
    return 0 < end - start <= ALL_OF_IT * len(text) and finding.span.end <= end


def used(remark: Remark, *, subject: str, body: str) -> tuple[str, str]:
    """Subject and body with what the remark offers in its place.

    A sentence takes the place of the sentence, or comes in before the closing line where the
    remark is about something that is not there; a name or a phrase takes its exact place.
    """
    if not remark.instead:
        return subject, body
    if remark.field == "subject":
        return remark.instead, body
    start, end = remark.start, remark.end
    if not _is_sentence(remark.instead):
        return subject, body[:start] + remark.instead + body[end:]
    if end - start > ALL_OF_IT * len(body):
        return subject, _added(body, remark.instead)
    start, end = _sentence_around(body, start, end)
    return subject, body[:start] + remark.instead + body[end:]


def without(remark: Remark, *, subject: str, body: str) -> tuple[str, str]:
    """Subject and body without the sentence that the remark is about."""
    if not remark.can_be_taken_out:
        return subject, body
    start, end = _sentence_around(body, remark.start, remark.end)
    before, after = body[:start], body[end:]
    if after[:1] in ("", "\n"):
        before = before.rstrip(" ")
    if before.endswith("\n\n") and after.startswith("\n\n"):
        after = after[2:]
    if not before or before.endswith((" ", "\n")):
        after = after.lstrip(" ")
    return subject, before + after


def _is_sentence(text: str) -> bool:
    return text.endswith(MARKS)


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole sentences that a place is in; the place itself where there are none."""
    touched = [s for s in sentences(text) if s.start < end and start < s.end]
    if not touched:
        return start, end
    return min(start, touched[0].start), max(end, touched[-1].end)


def _added(body: str, sentence: str) -> str:
    """The sentence as a paragraph of its own, before the closing line."""
    head, gap, closing = body.rstrip().rpartition("\n\n")
    if not gap:
        return f"{body.rstrip()}\n\n{sentence}"
    return f"{head}\n\n{sentence}\n\n{closing}"
