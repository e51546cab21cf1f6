"""A document before it has a look: headings, paragraphs, points, quotes and tables of plain text.

The page, the Markdown file and the PDF are all made from the same one, so none says more.
"""

from dataclasses import asdict, dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Heading:
    kind: ClassVar[str] = "heading"
    text: str
    level: int = 2  # 2 for a part, 3 for a part of it


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: ClassVar[str] = "paragraph"
    text: str
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    kind: ClassVar[str] = "points"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    kind: ClassVar[str] = "quote"
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Points | Quote | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A title, a line below it, and the blocks in their order."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]

    @property
    def plain(self) -> dict[str, object]:
        """The same in lists and dictionaries, for programs."""
        blocks = [{"kind": block.kind, **asdict(block)} for block in self.blocks]
        return {"title": self.title, "subtitle": self.subtitle, "blocks": blocks}
