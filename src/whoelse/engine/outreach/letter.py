"""The parts of a message: greeting, own prose, signature, postscript, quoted earlier mail.

A reader counts and judges only what the sender wrote this time, so everything else is told
apart here, line by line. Places are characters of the body.
"""

import re
from dataclasses import dataclass

from whoelse.engine.findings import Span
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.text import fold

_GREETING = Pattern(
    r"[ \t\r]*(?:(?:my )?dear(?:est)?\b|hi+\b|hello+\b|hey+\b|hiya\b|howdy\b|greetings?\b|good"
    r" (?:morning|afternoon|evening|day)\b|to whom\b|respected\b|esteemed\b|honou?red\b"
    r"|salutations\b|attn\b|attention\b|sirs?\b|madam\b|ma'?am\b)",
    re.IGNORECASE,
)
_TITLE = Pattern(
    r"[ \t\r]*(?:dr|mr|mrs|ms|mx|miss|prof|professor|doctor|sir|madam|coach|aunt|uncle)\b\.?",
    re.IGNORECASE,
)
_NAME_LINE = Pattern(r"[ \t\r]*(?:[^\W\d_][\w.'’-]*[ ]?){1,4}[,:!]?[ \t\r]*$")
_GREETING_END = Pattern(r"[,:;!—–\n]| - |\.(?=\s+[A-Z][a-z]* [a-z]|\s*$)")
_HELLO_ONLY = Pattern(r"\s*(?:good \w+|hello|hi|hey|greetings)\s*$", re.IGNORECASE)
_NAMED = Pattern(r"\s*(?:dr|mr|mrs|ms|mx|prof|professor)?\b\.? ?[^\W\d_a-z]\w+[.,!:]")
_SIGN_OFF = Pattern(
    r"(?:with |my |many |yours? |all (?:the |my )?|very |most |kind(?:est)? |warm(?:est)? |best |"
    r"so |again |in |and |once |thank(?:s| you) )*"
    r"(?:regards|wishes|sincerely|thanks|thank you|thanking you|thx|cheers|yours|truly|faithfully|"
    r"respectfully|cordially|best|warmly|gratefully|gratitude|appreciation|love|cordialement|"
    r"again|in advance|very much|so much|much appreciated|advance|take care|respect)"
    r"(?:[ ,.!]*(?:[^\W\d_][\w.'’-]* ?){0,3})?[ ,.!-]*$"
)
_QUOTE_HEAD = Pattern(
    r"[ \t\r]*(?:on\b.{4,150}\bwrote:|-{2,}\s?original message|_{10,}\s*$|"
    r"-{2,}\s?forwarded message)",
    re.IGNORECASE,
)
_QUOTE_SIGN = Pattern(r">|wrote:|-- ?(?:original|forwarded)|_{10}", re.IGNORECASE)
_POSTSCRIPT = Pattern(r"[ \t\r]*p\.? ?(?:p\.? ?)?s\b[.:;,\s–—-]", re.IGNORECASE)
_SIGNATURE_LINES = 12  # how far from the end a sign-off is looked for
_SIGNATURE_WIDTH = 90  # characters; a longer line is prose again


@dataclass(frozen=True, slots=True)
class Letter:
    """Where the parts of a body stand; `prose` holds every own stretch, postscripts included."""

    greeting: Span | None
    prose: tuple[Span, ...]
    signature: tuple[Span, ...]
    quoted: tuple[Span, ...]


def take_apart(body: str) -> Letter:
    """Tell the parts of a body from each other; every part may be missing."""
    lines = _lines(body)
    kinds = ["prose"] * len(lines)
    _mark_quoted(body, lines, kinds)
    greeting = _greeting(body, lines, kinds)
    _mark_signature(body, lines, kinds)
    after = greeting.end if greeting else 0
    return Letter(
        greeting=greeting,
        prose=_runs(lines, kinds, "prose", after),
        signature=_runs(lines, kinds, "signature", after),
        quoted=_runs(lines, kinds, "quoted", 0),
    )


def _lines(body: str) -> list[Span]:
    lines: list[Span] = []
    start = 0
    for line in body.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    return lines


def _mark_quoted(body: str, lines: list[Span], kinds: list[str]) -> None:
    """Mark lines behind ">" and, where there are none, everything below "... wrote:"."""
    if not _QUOTE_SIGN.search(body):
        return
    marked = [body[s.start : s.start + 4].lstrip().startswith(">") for s in lines]
    below = False
    has_marks = any(marked)
    for at, span in enumerate(lines):
        if span.start == span.end:
            kinds[at] = "quoted" if below else kinds[at]
            continue
        is_head = bool(_QUOTE_HEAD.match(body, span.start, min(span.end, span.start + 240)))
        below = below or (is_head and not has_marks and at > 0)
        if marked[at] or below or is_head:
            kinds[at] = "quoted"


def _greeting(body: str, lines: list[Span], kinds: list[str]) -> Span | None:
    """The greeting in the first own line that is not empty, without what follows it."""
    for span, kind in zip(lines, kinds, strict=True):
        if kind == "quoted" or not body[span.start : span.end].strip():
            continue
        line = body[span.start : min(span.end, span.start + 100)]
        if _GREETING.match(line) or (_TITLE.match(line) and "," in line[:60]):
            return _greeting_span(line, span.start)
        if _NAME_LINE.match(line) and span is not lines[-1] and len(line.split()) <= 3:
            return Span(span.start, span.start + len(line.rstrip()))
        return None
    return None


def _greeting_span(line: str, start: int) -> Span:
    skip = 0
    if opening := _TITLE.match(line):
        skip = opening.end()
    end = _GREETING_END.search(line, skip)
    if end and end.group() == "," and _HELLO_ONLY.match(line[: end.start()]):
        end = _GREETING_END.search(line, end.end()) if _NAMED.match(line, end.end()) else end
    if end and end.start() <= 70:
        return Span(start, start + end.end())
    if len(line) <= 60:
        return Span(start, start + len(line))
    return Span(start, start + _names_end(line))


def _names_end(line: str) -> int:
    """Where the capitalised words behind an unpunctuated "Hi" stop."""
    end = 0
    for at, word in enumerate(re.finditer(r"\S+", line)):
        if at > 0 and (not word.group()[0].isupper() or re.match(r"I\b", word.group())):
            break
        end = word.end()
    return end


def _mark_signature(body: str, lines: list[Span], kinds: list[str]) -> None:
    """Mark the sign-off and the short lines below it, up to a postscript."""
    own = [k for k, s in enumerate(lines) if kinds[k] == "prose" and body[s.start : s.end].strip()]
    first = None
    for at in reversed(own[1:][-_SIGNATURE_LINES:]):
        line = body[lines[at].start : lines[at].end].strip()
        if len(line) <= 60 and (line in ("--", "—") or _SIGN_OFF.match(fold(line))):
            first = at
    if first is None:
        return
    for at in range(first, len(lines)):
        start, end = lines[at].start, lines[at].end
        is_long = end - start > _SIGNATURE_WIDTH
        if kinds[at] != "prose" or not body[start:end].strip():
            continue
        if is_long or _POSTSCRIPT.match(body, start, end):
            break
        kinds[at] = "signature"


def _runs(lines: list[Span], kinds: list[str], kind: str, after: int) -> tuple[Span, ...]:
    """Neighbouring lines of one kind, joined, from `after` on."""
    runs: list[Span] = []
    is_open = False
    for span, own in zip(lines, kinds, strict=True):
        start = max(span.start, after)
        if own != kind or span.end < after:
            is_open = is_open and span.end < after
            continue
        if is_open:
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(Span(start, span.end))
        is_open = True
    return tuple(run for run in runs if run.end > run.start)
