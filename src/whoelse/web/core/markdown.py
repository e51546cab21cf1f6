"""A document as Markdown (CommonMark with tables). What people typed stays text."""

import re
from collections.abc import Iterator, Sequence

from whoelse.web.core.document import Block, Document, Heading, Paragraph, Points, Quote, Table

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&$])")
_BEGINNING = re.compile(r"^(\s*)([-+=]|\d+[.)])", re.MULTILINE)


def markdown_of(document: Document) -> str:
    """The whole document, with one empty line between blocks."""
    parts = [f"# {_line(document.title)}"]
    if document.subtitle:
        parts.append(_text(document.subtitle))
    parts += ["\n".join(_block(block)) for block in document.blocks]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield f"{'#' * level} {_line(text)}"
        case Paragraph(text):
            yield _text(text)
        case Points(items):
            yield from (f"- {_line(item)}" for item in items)
        case Quote(text, by):
            yield from (f"> {line}" for line in _text(text).split("\n"))
            if by:
                yield f">\n> {_line(by)}"
        case Table(caption, head, rows):
            yield f"{_line(caption)}\n"
            yield _row(head)
            yield f"|{' --- |' * len(head)}"
            yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_line(cell) for cell in cells)} |"


def _line(text: str) -> str:
    """Text on one line."""
    return _text(" ".join(text.split()))


def _text(text: str) -> str:
    """Text with every sign that means something to Markdown taken for itself; lines stay."""
    lines = [line.strip() for line in _SIGNS.sub(r"\\\1", text).strip().splitlines()]
    return _BEGINNING.sub(_harmless, "  \n".join(lines))


def _harmless(beginning: re.Match[str]) -> str:
    space, sign = beginning.groups()
    return f"{space}{sign[:-1]}\\{sign[-1]}"
