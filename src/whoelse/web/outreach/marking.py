"""Where the underlines of a text begin and end, for a page that draws them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from whoelse.web.outreach.bridge import Remark


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text under one remark or none, and the remarks that end with it."""

    text: str
    severity: str = ""
    ending: tuple[int, ...] = ()


def pieces(text: str, remarks: Sequence[Remark], field: str) -> tuple[Piece, ...]:
    """The text in runs. Where remarks overlap, the gravest is drawn: it has the lowest number."""
    marked = [r for r in remarks if r.field == field and r.is_underlined and r.start < r.end]
    edges = sorted({0, len(text), *(r.start for r in marked), *(r.drawn_end for r in marked)})
    return tuple(
        _piece(text, marked, start, end) for start, end in pairwise(edges) if end <= len(text)
    )


def units(text: str, place: int) -> int:
    """A place counted in UTF-16 units, as scripts in a browser count."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def _piece(text: str, marked: Sequence[Remark], start: int, end: int) -> Piece:
    over = [r for r in marked if r.start <= start and end <= r.drawn_end]
    top = min(over, key=lambda r: r.number, default=None)
    ending = tuple(r.number for r in over if r.drawn_end == end)
    return Piece(text[start:end], top.severity if top else "", ending)
