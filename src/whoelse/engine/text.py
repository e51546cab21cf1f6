"""Sentences and words of a text, each with its place in it.

A sentence has two faces: the characters as written, and a plain form in which phrases are looked
for: lower case, accents folded, contractions written out, hyphens opened, one space between words.
What the words mean is left to others. Every step is linear in the length of the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Any


def word_set(words: str) -> frozenset[str]:
    """The words of a string, underscores standing for spaces: how tables of words are written."""
    return frozenset(word.replace("_", " ") for word in words.split())


_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTERS = "(?:[^\\W_]++[\u0300-\u036f]*+)++"  # accents may be characters of their own
# The groups behind a first part are not possessive: before 3.11.5 Python loses its place when such
# a group fails half-way. Nothing follows them, so that nothing is ever tried twice.
_TOKEN = re.compile(
    r"\d++(?:[.:]\d++)+"
    rf"|{_LETTERS}(?:[{_INVISIBLE}'’ʼ]++{_LETTERS})*"
    r"|[.!?…]++|\n|[^\w\s]"
)
_SPOKEN = re.compile(r"[^\W_]\S*+")
_QUANTITY = re.compile(r"(\d+)(min|mins|minutes|m|h|hr|hrs|hours|am|pm)$")
_ABBREVIATIONS = word_set(
    "dr mr mrs ms mx prof st jr sr vs eg ie etc approx dept univ inc ltd co corp gen col capt sgt "
    "lt rev hon e g i p a u s ph m b d c v"
)
_APOSTROPHES = str.maketrans("’ʼ", "''", _INVISIBLE)
_CONTRACTIONS = {
    "won't": "will not",
    "can't": "can not",
    "cannot": "can not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "y'all": "you",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "dont": "do not",
    "doesnt": "does not",
    "isnt": "is not",
    "im": "i am",
    "ive": "i have",
    "whats": "what is",
    "u": "you",
    "ur": "your",
    "pls": "please",
    "plz": "please",
    "thx": "thanks",
    "ty": "thank you",
    "tysm": "thank you so much",
    "lmk": "let me know",
    "hmu": "contact me",
    "rly": "really",
    "abt": "about",
    "bc": "because",
    "cuz": "because",
    "tho": "though",
    "thru": "through",
    "tmrw": "tomorrow",
    "tmr": "tomorrow",
    "ppl": "people",
    "smth": "something",
    "sth": "something",
    "idk": "i do not know",
    "prolly": "probably",
    "wont": "will not",
    "cant": "can not",
    "didnt": "did not",
    "havent": "have not",
    "hasnt": "has not",
    "wasnt": "was not",
    "arent": "are not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "youre": "you are",
    "theres": "there is",
    "thats": "that is",
    "hes": "he is",
    "shes": "she is",
    "theyre": "they are",
    "youve": "you have",
    "heres": "here is",
}
_TYPED = {"r": "are", "w": "with", "n": "and", "y": "why"}  # on a phone; only in small letters
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_IS_BEFORE_S = word_set(
    "it that what there who here he she how where when everything something anything nothing"
)
_LONGEST = 160  # words; a run-on text is cut here, so that no search sees more than this at once


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `words[k]` stands at characters `starts[k]` to `ends[k]` of the text."""

    start: int
    end: int
    words: tuple[str, ...]  # plain, punctuation marks included
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    plain: str  # the words between single spaces, one space at each end
    offsets: tuple[int, ...]  # where in `plain` each word begins
    vocabulary: frozenset[str]
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)  # for searches

    @property
    def is_question(self) -> bool:
        """Whether a question mark stands in it."""
        return bool(self.vocabulary & {"?", "？", "؟"})

    def word_at(self, offset: int) -> int:
        """The index of the word that covers this place of `plain`."""
        return max(0, bisect_right(self.offsets, offset) - 1)


def fold(text: str) -> str:
    """Lower case without accents: "Åsa Lindqvist-Müller" becomes "asa lindqvist-muller"."""
    low = text.lower()
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low.translate(_APOSTROPHES))
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_STROKES)


_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def count_words(text: str) -> int:
    """How many words a reader would count: runs without spaces that hold a letter or digit."""
    return len(_SPOKEN.findall(text))


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Sentence]:
    """The sentences of `text[start:end]`, with places counted from the beginning of `text`.

    A sentence ends with its mark, a blank line, or a line break after a short line. A full stop
    behind an abbreviation, inside a number or an address does not end it.
    """
    stop = len(text) if end is None else end
    tokens: list[_Token] = []
    has_words = False
    for match in _TOKEN.finditer(text, start, stop):
        mark = match.group()
        if mark.isalpha():
            has_words = True
            tokens.append((mark, *match.span()))
            if len(tokens) < _LONGEST:
                continue
        elif not _takes_mark(text, tokens, match, stop):
            continue
        if has_words or _has_figures(tokens):
            yield _sentence(tokens)
        tokens, has_words = [], False
    if has_words or _has_figures(tokens):
        yield _sentence(tokens)


_Token = tuple[str, int, int]


def _takes_mark(text: str, tokens: list[_Token], match: re.Match[str], stop: int) -> bool:
    """Take a mark or figure into the sentence; whether the sentence ends with it."""
    mark, at = match.group(), match.start()
    if mark == "\n":
        return bool(tokens) and _line_ends_sentence(text, tokens, at, stop)
    if mark == "-" and _is_hyphen(text, at):
        return False
    tokens.append((mark, at, match.end()))
    return len(tokens) >= _LONGEST or (mark[0] in ".!?…" and _mark_ends(text, tokens, stop))


def _has_figures(tokens: list[_Token]) -> bool:
    return any(mark[0].isalnum() for mark, _, _ in tokens)


def _is_hyphen(text: str, at: int) -> bool:
    """Whether a dash joins two words; between figures it means "to" and stays."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isalnum() and after.isalnum() and not (before.isdigit() and after.isdigit())


def _mark_ends(text: str, tokens: list[_Token], stop: int) -> bool:
    mark, _, after = tokens[-1]
    if after < stop and not text[after].isspace() and text[after] not in "\"'”’»)]":
        return False
    if mark != "." or len(tokens) < 2:
        return True
    return tokens[-2][0].lower() not in _ABBREVIATIONS


def _line_ends_sentence(text: str, tokens: list[_Token], at: int, stop: int) -> bool:
    """A blank line ends a sentence; so does the end of a line that was not wrapped."""
    following = text[at + 1 : min(stop, at + 40)].lstrip(" \t\r")
    if not following or following[0] in "\n-*•–·" or following[0].isdigit():
        return True
    line_start = text.rfind("\n", max(0, at - 60), at)
    is_short = line_start >= 0 and at - line_start < 50
    is_short = is_short or (line_start < 0 and at - tokens[0][1] < 50)
    return is_short and (following[0].isupper() or tokens[-1][0] in ",:;")


def _sentence(tokens: list[_Token]) -> Sentence:
    pieces = [_words_of(token, after - at) for token, at, after in tokens]
    if all(len(piece) == 1 for piece in pieces):
        words = tuple([piece[0] for piece in pieces])
        starts = tuple([token[1] for token in tokens])
        ends = tuple([token[2] for token in tokens])
    else:
        spread = [(word, t) for piece, t in zip(pieces, tokens, strict=True) for word in piece]
        words = tuple([word for word, _ in spread])
        starts = tuple([token[1] for _, token in spread])
        ends = tuple([token[2] for _, token in spread])
    offsets = tuple(accumulate([len(word) + 1 for word in words[:-1]], initial=1))
    return Sentence(
        start=tokens[0][1],
        end=tokens[-1][2],
        words=words,
        starts=starts,
        ends=ends,
        plain=f" {' '.join(words)} ",
        offsets=offsets,
        vocabulary=frozenset(words),
    )


def _words_of(token: str, length: int) -> tuple[str, ...]:
    return _cached_words(token) if length <= _CACHED else _plain_words(token)


_CACHED = 30  # characters; longer words are rare and would fill the cache


def _plain_words(token: str) -> tuple[str, ...]:
    low = token.lower() if token.isascii() else "".join(fold(token).split()) or token
    if token == "id":  # noqa: S105 - "I'd" without its apostrophe; capitals mean an identity card
        return ("i", "would")
    if low in _CONTRACTIONS:
        return tuple(_CONTRACTIONS[low].split())
    if token in _TYPED:
        return (_TYPED[token],)
    if "'" in low and len(low) > 1:
        return _open_contraction(low)
    if low[0].isdigit() and (quantity := _QUANTITY.match(low)):
        return quantity.groups()
    return (low,)


def _open_contraction(low: str) -> tuple[str, ...]:
    head, _, tail = low.rpartition("'")
    if tail == "t" and head.endswith("n") and len(head) > 1:
        return (head[:-1], "not")
    if tail in _ENDINGS:
        return (head, _ENDINGS[tail])
    if tail == "s":
        return (head, "is" if head in _IS_BEFORE_S else "'s")
    return (low.replace("'", ""),)


_cached_words = lru_cache(maxsize=8192)(_plain_words)
