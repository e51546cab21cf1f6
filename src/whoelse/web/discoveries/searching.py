"""The words of a text for searching, and the piece of a text that shows them.

Both databases get the same words from here, so that both find the same.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MOST_WORDS = 8  # of one question; more only make a search slower
LONGEST_WORD = 40  # characters; what is longer is found by its beginning
BEFORE, AFTER = 60, 160  # characters of a snippet around the first find
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a snippet; `is_found` says that it is what was searched for."""

    text: str
    is_found: bool = False


def words_of(text: str) -> str:
    """All different words of a text in search form, with spaces between them."""
    return " ".join(dict.fromkeys(word for word, _, _ in _words(text)))


def asked_words(question: str) -> list[str]:
    """The words of a question, in search form; each is looked for as the beginning of a word."""
    return list(dict.fromkeys(word for word, _, _ in _words(question)))[:MOST_WORDS]


def snippet(text: str, asked: Sequence[str]) -> list[Piece]:
    """The text around the first find, cut at words, with every find marked."""
    finds = [(start, end) for word, start, end in _words(text) if _is_asked(word, asked)]
    first = finds[0][0] if finds else 0
    start, end = _cut(text, max(0, first - BEFORE), min(len(text), first + AFTER))
    pieces, here = [Piece("…")] if start else [], start
    for found, until in finds:
        if found >= start and until <= end:
            pieces += [Piece(text[here:found]), Piece(text[found:until], is_found=True)]
            here = until
    pieces.append(Piece(text[here:end] + ("…" if end < len(text) else "")))
    return [piece for piece in pieces if piece.text]


def _is_asked(word: str, asked: Sequence[str]) -> bool:
    return any(word.startswith(each) for each in asked)


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word in search form with its place: lower case, no accents, no apostrophes inside."""
    for match in _WORD.finditer(text):
        word = _folded(match.group())[:LONGEST_WORD]
        if word:
            yield word, match.start(), match.end()


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if part.isalnum())


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both ends outwards to where no word is cut, a little way at most."""
    while start and text[start - 1].isalnum() and start > end - 2 * (BEFORE + AFTER):
        start -= 1
    limit = min(len(text), end + LONGEST_WORD)
    while end < limit and text[end].isalnum():
        end += 1
    return start, end
