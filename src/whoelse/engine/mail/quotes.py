"""Where the quoted message begins: lines of introduction and blocks of header fields.

Mail programs introduce what they quote in three ways: "On Monday ..., Karen wrote:" in many
languages, a block "From: ... Sent: ... To: ...", or a line "-----Original Message-----".
"""

import re
from collections.abc import Sequence

from whoelse.engine.mail.phrases import any_of, phrases

LONGEST = 400  # characters of an introduction; what is longer is a text
_MOST_LINES = 4  # over which a mail program wraps it
_QUOTED = re.compile(r"\s{0,3}>")
_RULE = re.compile(r"\s*[-_*=\s–—]{5,}$")
_FIELD = re.compile(r"[\s*>]{0,4}([^\W\d_][\w /\-]{0,24}?)\s?\*?\s?[:：]\*?(?:\s|$|\S)")
_WORDS_BETWEEN = re.compile(r"\s*[-=_*–—]{2,}\s*([^-=_*–—\n].{0,58}?)\s*[-=_*–—]{2,}\s*$")
_PLACED = re.compile(r"\d{4}|\d[:.h]\s?\d\d|@|\d\d?[./-]\d\d?")
_DAY = re.compile(r"\d{4}|\d\d?[./-]\d\d?[./-]\d\d")
_TIME = re.compile(r"\d[:.h]\s?\d\d")
_DATED = re.compile(r"\d{4}|\d[:.h]\s?\d\d")
_DATE_AND_ADDRESS = re.compile(r"\d{4}.{0,200}<\s?\S{1,100}@\S{1,100}>\s*[:：]$")
_MAIL_ADDRESS_COLON = re.compile(r"<\s?(?:mailto:)?\S{1,100}@\S{1,100}>\s?\S{0,12}\s?[:：]$")


def is_quoted(line: str) -> bool:
    """Whether a line begins with a quote mark."""
    return _QUOTED.match(line) is not None


def introduction(lines: Sequence[str], at: int) -> int:
    """How many lines from `at` introduce a quote; 0 if they do not."""
    joined = ""
    for count, line in enumerate(lines[at : at + _MOST_LINES], 1):
        text = line.strip()
        if not text or is_quoted(line):
            return 0
        joined = f"{joined} {text}".strip()
        if len(joined) > LONGEST:
            return 0
        if text.endswith((":", "：", ":*", ":</b>")):
            if not _introduces(joined.rstrip("*")):
                return 0
            return 0 if count > 1 and _begins_later(lines, at) else count
    return 0


def _begins_later(lines: Sequence[str], at: int) -> bool:
    """Whether the introduction begins one line below: this line is text that stands above it."""
    count = introduction(lines, at + 1)
    if count == 0:
        return False
    below = " ".join(lines[at + 1 : at + 1 + count])
    return _PLACED.search(lines[at]) is None or _DATED.search(below) is not None


def _introduces(text: str) -> bool:
    text = text.replace("\xa0", " ")
    if _PLACED.search(text) is None:
        return False
    if _DATE_AND_ADDRESS.search(text) or _MAIL_ADDRESS_COLON.search(text):
        return True
    return any_of("reply", "wrote").search(text[-160:]) is not None


def is_dated(lines: Sequence[str], at: int, count: int) -> bool:
    """Whether an introduction is one even if no quote marks follow it."""
    text = " ".join(lines[at : at + count])
    return "@" in text or bool(_DAY.search(text) and _TIME.search(text))


def begins_original(lines: Sequence[str], at: int) -> bool:
    """Whether everything from this line on is another message."""
    line = lines[at].strip()
    if not line or len(line) > LONGEST:
        return False
    between = _WORDS_BETWEEN.match(line)
    if between and any_of("reply", "original").search(between[1]):
        return True
    if len(line) < 120 and any_of("reply", "forwarded").search(line):
        return True
    if _RULE.match(line):
        after = next((n for n in range(at + 1, min(at + 4, len(lines))) if lines[n].strip()), at)
        return after > at and _is_field_block(lines, after)
    return _is_field_block(lines, at)


def _is_field_block(lines: Sequence[str], at: int) -> bool:
    """A sender's line, and in the next ones two other fields."""
    if _field_name(lines[at]) not in phrases("reply", "from"):
        return False
    names = {_field_name(line) for line in lines[at + 1 : at + 9]}
    return len(names & set(phrases("reply", "other_fields"))) >= 2


def _field_name(line: str) -> str:
    found = _FIELD.match(line[:200])
    return found[1].strip().lower() if found else ""
