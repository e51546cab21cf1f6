"""Characters: what may stay in a name, what must go, and what was broken on the way.

Direction overrides can show a name as another one, control characters break pages and logs;
both are taken out. Text that was decoded with the wrong encoding is recognised, and repaired
only when somebody asks for it.
"""

import re
from unicodedata import normalize

# Control characters except white space, soft hyphen, Arabic letter mark, zero-width space and
# direction marks, embeddings, overrides and isolates, invisible operators, surrogates,
# annotation marks, non-characters, tags. Joiners (U+200C, U+200D) stay: Persian needs them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f]"
)
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")

# The first byte of a two- or three-byte UTF-8 sequence, then a following byte, both as
# Windows-1252 shows them.
_FOLLOWING = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"[ÂÃÄÅÐÑÎÏ][{_FOLLOWING}]|[àáâãäåæçèéêëìíîï][{_FOLLOWING}]{{2}}")


def clean(text: str) -> str:
    """Return `text` on one line, composed (NFC), without hidden characters or extra space."""
    if not (text.isascii() and text.isprintable()):
        text = normalize("NFC", _HIDDEN.sub("", text))
    return " ".join(text.split())


def has_hidden(text: str) -> bool:
    """Say whether `clean` takes characters out that nobody sees."""
    return not text.isprintable() and _HIDDEN.search(text) is not None


def looks_broken(text: str) -> bool:
    """Say whether `text` reads like UTF-8 that was taken for Windows-1252."""
    return not text.isascii() and _MOJIBAKE.search(text) is not None


def repaired(text: str) -> str:
    """Undo such a wrong decoding; text that does not allow it comes back as it is."""
    if not looks_broken(text):
        return text
    try:
        return b"".join(_original_byte(character) for character in text).decode("utf-8")
    except UnicodeError:
        return text


def harmless_cell(text: str) -> str:
    """Return `text` so that a spreadsheet shows it and does not compute it.

    A cell that begins like a formula gets an apostrophe in front (OWASP, "CSV Injection").
    """
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA_STARTS) else text


def _original_byte(character: str) -> bytes:
    """Windows-1252 leaves five bytes undefined; decoders let these pass as they are."""
    return (
        bytes([ord(character)])
        if character in "\x81\x8d\x8f\x90\x9d"
        else character.encode("cp1252")
    )
