"""HTML of a mail as plain lines, with what it quotes marked like in plain text.

An own tokenizer of three expressions: Python 3.11's `html.parser` takes quadratic time on
unclosed markup, and a mail needs less. A token never reaches beyond the next "<" (a comment and
a style sheet end where they end), so the time is linear in the length.
"""

import re
from dataclasses import dataclass, field
from html import unescape

from whoelse.engine.mail.characters import harmless

_TOKEN = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:]{0,30})"""
    r"""(?P<rest>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+|[^<>]*+)>"""
    r"""|(?P<comment><!--)|<[!?][^<>]*>|(?P<text>[^<]+|<)"""
)
_UNSEEN = frozenset(("script", "style", "head", "title", "xml", "svg", "template", "noscript"))
_BLOCKS = frozenset(
    ("div", "tr", "pre", "table", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
     "section", "article", "header", "footer", "address", "dl", "dt", "dd", "center", "form")
)  # fmt: skip
# Everything after these is the message answered: Outlook and its relatives mark where it begins.
_REST_IS_QUOTED = re.compile(
    r"divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container"
    r"|border-top:\s?solid\s?#(?:E1E1E1|B5C4DF)"
)
_QUOTE = re.compile(r"yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|WM_Quote", re.I)
_SIGNATURE = re.compile(
    r"""gmail_signature|moz-signature|protonmail_signature_block|ms-outlook-mobile-signature"""
    r"""|AppleMailSignature|id=["']?(?:x_)?Signature|tutanota_sign|class=["']?signature""",
    re.I,
)
_HIDDEN = re.compile(r"display:\s?none", re.I)
_INDENT_ONLY = re.compile(r"border:\s?(?:none|0)", re.I)
_LONG_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")
_MOST_TOKENS = 150_000
_DEEPEST = 20  # quote marks of one line
_VOID = frozenset(("br", "hr", "img", "meta", "link", "input", "col", "area", "base", "wbr"))


@dataclass(slots=True)
class _Page:
    """Where the reading stands: lines so far, the line being written, how deep in quotes."""

    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)  # quotes, the innermost last
    same: list[int] = field(default_factory=list)  # of each, how many of its name are open within
    base: int = 0
    unseen: str = ""  # the element that is left out
    unseen_depth: int = 0

    def end_line(self, *, blank: bool = False) -> None:
        text = "".join(self.line)
        text = " ".join(text.split())
        depth = min(self.base + len(self.opened), _DEEPEST)
        mark = ">" * depth + " " if depth else ""
        if text:
            self.lines.append(mark + text)
        if blank and self.lines and self.lines[-1].strip("> "):
            self.lines.append(mark.rstrip())
        self.line = []


def html_to_text(html: str) -> tuple[str, bool]:
    """Plain text of a page, and whether it has too many tags to be read to its end.

    Quoted lines begin with ">", signatures that are marked are gone.
    """
    page = _Page()
    at, end, left = 0, len(html), _MOST_TOKENS
    while at < end and left:
        left -= 1
        token = _TOKEN.match(html, at)
        assert token  # noqa: S101 - the last alternative matches any character
        at = token.end()
        if token["comment"]:
            close = html.find("-->", at)
            at = end if close < 0 else close + 3
        elif token["text"]:
            if not page.unseen:
                page.line.append(_plain(token["text"]))
        elif token["name"]:
            _tag(page, token)
    page.end_line()
    return "\n".join(page.lines), at < end


def _plain(text: str) -> str:
    return harmless(unescape(_LONG_REFERENCE.sub("\ufffd", text)))


def _tag(page: _Page, token: re.Match[str]) -> None:
    name, rest, closes = token["name"].lower(), token["rest"], bool(token["close"])
    if page.unseen and name == "body" and not closes:
        page.unseen = ""
    if page.unseen:
        if name == page.unseen:
            page.unseen_depth += -1 if closes else 1
            if page.unseen_depth == 0:
                page.unseen = ""
        return
    if closes:
        _close(page, name)
    else:
        _open(page, name, rest)


def _open(page: _Page, name: str, rest: str) -> None:
    if name not in _VOID and (name in _UNSEEN or _HIDDEN.search(rest) or _SIGNATURE.search(rest)):
        page.end_line()
        page.unseen, page.unseen_depth = name, 1
        return
    if name == "br":
        page.end_line(blank=not "".join(page.line).strip())
        return
    if name in _BLOCKS or name in ("p", "blockquote"):
        page.end_line(blank=name == "p")
    if name == "li":
        page.line.append("- ")
    if name in ("td", "th"):
        page.line.append(" ")
    if _REST_IS_QUOTED.search(rest):
        page.base = 1
    if (name == "blockquote" and not _INDENT_ONLY.search(rest)) or (
        name == "div" and _QUOTE.search(rest)
    ):
        page.opened.append(name)
        page.same.append(1)
    elif page.opened and name == page.opened[-1]:
        page.same[-1] += 1


def _close(page: _Page, name: str) -> None:
    if name in _BLOCKS or name in ("p", "blockquote"):
        page.end_line(blank=name == "p")
    if page.opened and name == page.opened[-1]:
        page.same[-1] -= 1
        if page.same[-1] == 0:
            page.opened.pop()
            page.same.pop()
