"""Names: split into title and name, folded for comparing; "work" split into post and employer.

Knows no rows. What a title says about work is left to the career atlas.
"""

import re
import unicodedata

_HONORIFICS = {
    "dr": "Dr.",
    "doctor": "Dr.",
    "prof": "Prof.",
    "professor": "Prof.",
    "mr": "Mr.",
    "mrs": "Mrs.",
    "ms": "Ms.",
    "mx": "Mx.",
    "rev": "Rev.",
    "miss": "Miss",
    "sir": "Sir",
    "dame": "Dame",
    "herr": "Herr",
    "frau": "Frau",
}
# Letters that are not written as a plain one with a mark, and how they are typed without it.
_WHOLE_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_LONGEST_HONORIFIC = 20
_AT = re.compile(r"\s+(?:at|@)\s+|\s*[,;|]\s+", re.IGNORECASE)


def split_name(name: str) -> tuple[str, str]:
    """Return title and name: "dr Samuel Okafor" is ("Dr.", "Samuel Okafor").

    Titles in a row stay together ("Prof. Dr."); a title alone is a name.
    """
    words = name.split()
    titles: list[str] = []
    while len(words) > 1 and (title := _HONORIFICS.get(words[0].rstrip(".").casefold())):
        if len(" ".join([*titles, title])) > _LONGEST_HONORIFIC:
            break
        titles.append(title)
        words.pop(0)
    return " ".join(titles), " ".join(words)


def split_work(work: str) -> tuple[str, str]:
    """Return post and employer of "Dosimetrist at Harrow Bay", or "Dosimetrist, Harrow Bay"."""
    post, *rest = _AT.split(work.strip(), maxsplit=1)
    return post, rest[0] if rest else ""


def folded(text: str) -> str:
    """Text for comparing and searching: no case, no accents, single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_WHOLE_LETTERS))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
