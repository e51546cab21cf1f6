"""Bytes to text whatever charset is said, and text without what breaks pages and logs."""

import codecs
import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# Names that mail programs use and Python does not know, and the wider sets that browsers take
# for a narrower name (WHATWG Encoding Standard).
_ALIASES = {
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "ansi_x3.4-1968": "utf-8",
    "unknown-8bit": "utf-8",
    "x-unknown": "utf-8",
    "default": "utf-8",
    "8bit": "utf-8",
    "utf8mb4": "utf-8",
    "unicode-1-1-utf-7": "utf-7",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "windows-874": "cp874",
    "windows-31j": "cp932",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cn-gb": "gb18030",
    "big5": "cp950",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
    "iso-2022-jp": "iso2022_jp_ext",
}
# Codecs for text of people; Python's others (punycode, unicode_escape ...) are for programs.
_TEXT_CODEC = re.compile(
    r"utf-(?:7|8|8-sig|16|16-le|16-be|32|32-le|32-be)|iso8859-\d+|cp\d+|koi8-\w|big5|big5hkscs|"
    r"gb18030|gbk|hz|euc_\w+|euc_jis_2004|shift_jis\w*|iso2022_\w+|mac-\w+|tis-620|johab|ptcp154"
)
_NAME = re.compile(
    r"(?:utf|iso|cp|windows|koi8|big5|gb|hz|euc|shift|ms|tis|johab|latin|l\d|mac|ibm|cs)[\w.:-]{0,20}"
)
_SHIFTING = ("utf-7", "utf-16", "utf-32", "iso2022", "hz")  # ASCII bytes may be something else


def decoded(data: bytes, charset: str, *, cut: bool = False) -> str:
    """Decode `data`: as UTF-8 where it is that, as declared, or as Windows-1252 at last.

    Bytes beyond ASCII that happen to be UTF-8 hardly ever mean anything else, so that goes before
    a charset of one byte. `cut` says that the last character may be incomplete.
    """
    if data.isascii() and not charset:
        return data.decode("ascii")
    codec = _codec(charset)
    if codec.startswith(("utf-16", "utf-32")) and b"\0" not in data:
        codec = "utf-8"
    for name in (codec, "utf-8") if codec.startswith(_SHIFTING) else ("utf-8", codec):
        try:
            return codecs.getincrementaldecoder(name)("strict").decode(data, not cut)
        except UnicodeError:
            continue
    last = codec if codec != "utf-8" else "cp1252"
    return codecs.getincrementaldecoder(last)("replace").decode(data, final=True)


def harmless(text: str) -> str:
    """Text without control characters, direction overrides and lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _HIDDEN.sub("", text))


def _codec(charset: str) -> str:
    name = charset.strip(" \"'").lower()
    name = _ALIASES.get(name, name)
    if not _NAME.fullmatch(name):  # Python remembers every name that it is asked for
        return "utf-8"
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return "utf-8"
    return codec if _TEXT_CODEC.fullmatch(codec) else "utf-8"
