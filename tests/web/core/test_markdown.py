"""Markdown of a document: structure as structure, and what was typed as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from whoelse.web.core.document import Document, Heading, Paragraph, Points, Quote, Table
from whoelse.web.core.markdown import markdown_of

READ = MarkdownIt("commonmark").enable("table")


def shown(blocks):
    return READ.render(markdown_of(Document("Title", "", tuple(blocks))))


def test_each_block_becomes_what_it_is():
    blocks = [
        Heading("Part"),
        Paragraph("Words."),
        Points(("one", "two")),
        Quote("Said.", "who"),
        Table("Caption", ("A", "B"), (("1", "2"),)),
    ]

    assert shown(blocks) == (
        "<h1>Title</h1>\n<h2>Part</h2>\n<p>Words.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
        "<blockquote>\n<p>Said.</p>\n<p>who</p>\n</blockquote>\n<p>Caption</p>\n"
        "<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "# no heading",
        "- no point",
        "1. no number",
        "<b>no tag</b>",
        "*no* _emphasis_",
        "a | b",
        "[no](link)",
        "`no code`",
        "> no quote",
        "===",
        "--- ",
        "+ no",
        "&amp;",
    ],
)
def test_what_was_typed_stays_text(typed):
    tokens = READ.parse(markdown_of(Document("T", "", (Paragraph(typed),))))

    inline = [token for token in tokens if token.type == "inline"][-1]
    assert [token.type for token in tokens][3:] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in inline.children} <= {"text", "text_special", "softbreak"}
    assert "".join(child.content for child in inline.children) == typed.strip()


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_a_table_keeps_its_cells_whatever_is_in_them(cells):
    document = Document("T", "", (Table("c", tuple("abcd"[: len(cells)]), (tuple(cells),)),))

    tokens = READ.parse(markdown_of(document))

    assert sum(token.type == "td_open" for token in tokens) == len(cells)
