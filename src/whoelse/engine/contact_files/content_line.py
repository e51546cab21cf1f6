"""One line of a vCard: folded lines put together, name, parameters, value, and its decoding."""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"(?:[\w-]{1,60}\.)?([A-Za-z][\w-]{0,60})\s*")
_PREFERENCE = re.compile(r"PREF=(\d{1,3})|(?:.*[=,])?PREF\b")
_TOKEN = re.compile(r"\\.|[^\\;]+|;|\\", re.DOTALL)
_CHARSET = re.compile(
    r"utf-?(?:8|16)|us-ascii|iso-?8859-\d{1,2}|(?:windows-|cp)125\d|shift[_-]?jis|euc-(?:jp|kr)"
    r"|iso-2022-jp|gb(?:2312|k|18030)|big5|koi8-[ru]",
    re.IGNORECASE,
)
_BOUNDARY = ("BEGIN:VCARD", "END:VCARD")
_MOST_PARAMETERS = 50
_LEAST_PREFERRED = 101  # RFC 6350, 5.3: 1 to 100, and none is the least


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name in upper case, its parameters, and the value as it stands."""

    name: str
    parameters: tuple[str, ...]  # upper case, such as “WORK”, “TYPE=WORK” or “CHARSET=UTF-8”
    raw: str

    @property
    def preference(self) -> int:
        """1 is best."""
        for parameter in self.parameters:
            if found := _PREFERENCE.match(parameter):
                return int(found[1] or 1)
        return _LEAST_PREFERRED

    def text(self) -> str:
        """Return the whole value, decoded and without escapes."""
        return "".join(map(_unescaped, _TOKEN.findall(self._decoded())))

    def parts(self) -> list[str]:
        """Return the parts between semicolons, as names and organisations have them."""
        parts = [""]
        for piece in _TOKEN.findall(self._decoded()):
            if piece == ";":
                parts.append("")
            else:
                parts[-1] += _unescaped(piece)
        return parts

    def _decoded(self) -> str:
        if not any("QUOTED-PRINTABLE" in parameter for parameter in self.parameters):
            return self.raw
        raw = quopri.decodestring(self.raw.encode("utf-8", "replace"))
        said = next((p[8:] for p in self.parameters if p.startswith("CHARSET=")), "")
        for codec in (said if _CHARSET.fullmatch(said) else "utf-8", "utf-8"):
            try:
                return raw.decode(codec)
            except (LookupError, ValueError):
                continue
        return raw.decode("cp1252", "replace")


def property_of(line: str) -> Property | None:
    """Split a line into name, parameters and value; a line of nothing known is None."""
    colon = _colon(line)
    if colon < 0:
        return None
    name, *parameters = line[:colon].split(";", _MOST_PARAMETERS)
    found = _NAME.fullmatch(name.strip())
    if not found:
        return None
    upper = tuple(parameter.strip().replace('"', "").upper() for parameter in parameters)
    return Property(found[1].upper(), upper, line[colon + 1 :])


def logical_lines(lines: Iterator[str], longest: int) -> Iterator[str]:
    """Put folded lines together, those of quoted-printable too.

    A folded line that would make more than `longest` characters is dropped.
    """
    pieces = [""]
    size = 0
    is_soft = False
    for line in lines:
        is_folded = line.startswith((" ", "\t"))
        if is_folded or (is_soft and line.strip().upper() not in _BOUNDARY):
            piece = line[1:] if is_folded else line
            if size + len(piece) <= longest:
                pieces.append(piece)
                size += len(piece)
        else:
            yield "".join(pieces)
            pieces, size = [line.lstrip("\ufeff")], len(line)
        is_soft = line.endswith("=") and "QUOTED-PRINTABLE" in pieces[0][:200].upper()
        if is_soft:
            pieces[-1] = pieces[-1].removesuffix("=")
    yield "".join(pieces)


def _colon(line: str) -> int:
    """Return where the value begins: the first colon outside quotation marks."""
    first = line.find(":")
    if '"' not in line[:first]:
        return first
    is_quoted = False
    for place, character in enumerate(line):
        if character == '"':
            is_quoted = not is_quoted
        elif character == ":" and not is_quoted:
            return place
    return first


def _unescaped(token: str) -> str:
    if len(token) != 2 or token[0] != "\\":
        return token
    if token[1] in "nN":
        return "\n"
    return token if token[1].isalnum() else token[1]
