"""Where a signature begins, and lines that programs and firms add to what people write."""

import re
from collections.abc import Sequence

from whoelse.engine.mail.phrases import any_of, phrases

_DELIMITER = re.compile(r"\s{0,3}(?:--|—|––|__)\s*$")
_DASHED_NAME = re.compile(r"--?[^\W\d_][\w.' ]{0,40}$")
_UNDERLINE = re.compile(r"\s*[_=*-]{8,}\s*$")
_LONGEST_MOBILE = 90  # characters
_LEAST_DISCLAIMER = 60
_CONTACT = re.compile(
    r"https?://|www\.|\S@\S+\.\S|\(\d{2,4}\)|\+?\d[\d ()./–-]{7,}\d"
    r"|^(?:t|m|p|tel|mobile|phone|fax|cell)\b[.: ]|\s\|\s",
    re.I,
)


def is_delimiter(line: str) -> bool:
    """The line before a signature: "-- " (RFC 3676, section 4.3) and what stands for it."""
    return _DELIMITER.match(line) is not None


def is_mobile(line: str) -> bool:
    """Whether a line only says with what it was sent; a sentence about that is none."""
    text = line.strip().lower().strip("*_<>[]()")
    if not 0 < len(text) <= _LONGEST_MOBILE or text.count(",") > 1:
        return False
    found = any_of("reply", "mobile").match(text)
    if found is None:
        return False
    rest = text[found.end() :]
    is_sentence = re.search(r",| is | was | and | but |[.!?]\s+\w", rest) is not None
    return len(rest.split()) <= 9 and not is_sentence


def is_banner(line: str) -> bool:
    """A warning that a firm's server puts above mail from outside."""
    return any_of("reply", "banner").search(line[:300]) is not None


def without_end(lines: Sequence[str]) -> list[str]:
    """The lines without what stands below the text: list footers, disclaimers, contact lines."""
    kept = list(lines)
    for cut in (_list_footer, _disclaimers, _dashed_name, _contact_lines, _disclaimers):
        del kept[cut(kept) :]
        while kept and not kept[-1].strip():
            kept.pop()
    return kept


def _list_footer(lines: Sequence[str]) -> int:
    for at, line in enumerate(lines):
        if _UNDERLINE.match(line) and at + 1 < len(lines):
            below = "\n".join(lines[at + 1 : at + 5])[:1_000]
            if any_of("reply", "list_footer").search(below):
                return at
    return len(lines)


def _disclaimers(lines: Sequence[str]) -> int:
    """Paragraphs at the end that speak of confidence and error, one after another upwards."""
    end = len(lines)
    while end:
        start = end
        while start and lines[start - 1].strip():
            start -= 1
        text = " ".join(lines[start:end])[:20_000].lower()
        marks = {phrase for phrase in phrases("reply", "disclaimer") if phrase in text}
        rule = _UNDERLINE.match(lines[start]) is not None if start < end else True
        only_rule = rule and end - start <= 1
        if not only_rule and (len(text) < _LEAST_DISCLAIMER or len(marks) < 2):
            break
        end = start
        while end and not lines[end - 1].strip():
            end -= 1
    return end if end else len(lines)


def _dashed_name(lines: Sequence[str]) -> int:
    """A last line such as "-Karen"; a list item has a space after its dash."""
    last = len(lines) - 1
    return last if last > 0 and _DASHED_NAME.match(lines[last].strip()) else len(lines)


def _contact_lines(lines: Sequence[str]) -> int:
    """Where post, firm and numbers begin below "Best regards," and a name."""
    first = max(0, len(lines) - 14)
    for at in range(len(lines) - 1, first - 1, -1):
        if not _is_closing(lines[at]):
            continue
        below = [n for n in range(at + 1, len(lines)) if lines[n].strip()]
        rest = below[1:]
        if any(_CONTACT.search(lines[n][:300]) for n in rest) and all(
            len(lines[n]) < 90 and not re.match(r"\s*p\.?\s?s\b", lines[n], re.I) for n in rest
        ):
            return rest[0]
        break
    return len(lines)


def _is_closing(line: str) -> bool:
    return line[:60].strip().lower().rstrip(",.!–- ") in phrases("reply", "closings")
