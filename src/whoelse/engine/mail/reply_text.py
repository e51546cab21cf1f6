"""What is new in a message: its text without what it quotes and what stands below it."""

import re

from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.quotes import begins_original, introduction, is_dated, is_quoted
from whoelse.engine.mail.signature import is_banner, is_delimiter, is_mobile, without_end

_SHORT = 400  # lines of a run whose end is looked at
_BANNER_LINES = 12  # from the top
_THREE_BLANK = re.compile(r"\n(?:[ \t]*\n){3,}")


def new_text(text: str, limits: Limits) -> tuple[str, bool]:
    """The text that is new, and whether it was cut at a limit.

    A message that quotes without marks and writes below the quote cannot be told from one that
    says nothing; then the text is empty rather than somebody else's.
    """
    lines = text.split("\n", limits.max_lines)
    is_cut = len(lines) > limits.max_lines
    blocks = _blocks(lines[: limits.max_lines])
    kept: list[str] = []
    for number, block in enumerate(blocks):
        own = _without_signature(block)
        if number == len(blocks) - 1 or len(own) < _SHORT:
            own = without_end(own)
        kept.append(_trimmed(own))
    new = "\n\n".join(filter(None, kept))
    return new[: limits.max_reply], is_cut or len(new) > limits.max_reply


def _trimmed(lines: list[str]) -> str:
    """The lines as a text without blank lines around it; the first keeps its indent."""
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    return _THREE_BLANK.sub("\n\n\n", text)


def has_quote(text: str) -> bool:
    """Whether anything is quoted: what somebody does who answers."""
    lines = text.split("\n", 3_000)[:3_000]
    return any(
        begins_original(lines, at)
        or (introduction(lines, at) and any(is_quoted(line) for line in lines[at + 1 : at + 8]))
        for at in range(len(lines))
    )


def _blocks(lines: list[str]) -> list[list[str]]:
    """The runs of lines between quotes, up to where another message begins."""
    blocks: list[list[str]] = [[]]
    at = 0
    while at < len(lines):
        line = lines[at]
        count = introduction(lines, at)
        if begins_original(lines, at) or (count and _ends_the_new(lines, at, count)):
            break
        if count or is_quoted(line):
            if blocks[-1]:
                blocks.append([])
            at += count or 1
            continue
        if not (at < _BANNER_LINES and is_banner(line)):
            blocks[-1].append(line)
        at += 1
    return [block for block in blocks if any(line.strip() for line in block)]


def _ends_the_new(lines: list[str], at: int, count: int) -> bool:
    """After an introduction without quote marks everything is quoted."""
    after = next((n for n in range(at + count, len(lines)) if lines[n].strip()), len(lines))
    if after < len(lines) and is_quoted(lines[after]):
        return False
    return is_dated(lines, at, count)


def _without_signature(block: list[str]) -> list[str]:
    kept = []
    for line in block:
        if is_delimiter(line):
            break
        if not is_mobile(line):
            kept.append(line)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
