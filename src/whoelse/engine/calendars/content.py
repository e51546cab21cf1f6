"""Lines and components of an iCalendar file, as tolerant as the files are (RFC 5545, section 3.1).

Only named properties are kept: what nobody asked for, such as titles, is never looked at.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from whoelse.engine.calendars.limits import MOST_BYTES, MOST_DEPTH, MOST_KEPT, MOST_LINE

_BREAK = re.compile(r"\r\n|\n|\r")
_FOLD = re.compile(r"(?:\r\n|\n|\r)[ \t]")
_HEAD = re.compile(r'([A-Za-z0-9-]+)((?:;[^";:]*(?:"[^"]*"[^";:]*)*)*):')
_PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";])*)')


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name and parameters in capitals, its value as it stands."""

    name: str
    parameters: Mapping[str, str]
    value: str


@dataclass(frozen=True, slots=True)
class Component:
    """What stands between BEGIN and END."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    children: list["Component"] = field(default_factory=list)

    def line(self, name: str) -> Line | None:
        """The first property of this name."""
        return next((line for line in self.lines if line.name == name), None)

    def text(self, name: str) -> str:
        """The value of the first property of this name, or nothing."""
        line = self.line(name)
        return line.value.strip() if line else ""

    def named(self, name: str) -> list[Line]:
        """Every property of this name, in order."""
        return [line for line in self.lines if line.name == name]

    def walk(self, kind: str) -> Iterator["Component"]:
        """Components of this kind, at any depth."""
        for child in self.children:
            if child.kind == kind:
                yield child
            yield from child.walk(kind)


def text_of(data: bytes) -> str:
    """The first `MOST_BYTES` as text: UTF-8 or UTF-16 by its mark, what is wrong replaced."""
    data = data[:MOST_BYTES]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def read_component(data: bytes, wanted: frozenset[str]) -> Component:
    """The file as one tree, of which the root is no component of the file itself.

    An END without its BEGIN is passed over, a BEGIN without its END ends with what is around it.
    """
    stack = [Component("")]
    too_deep = kept = 0
    for text in _BREAK.split(_FOLD.sub("", text_of(data))):
        name, value = _edge(text)
        if name == "BEGIN":
            if len(stack) > MOST_DEPTH or kept >= MOST_KEPT:
                too_deep += 1
                continue
            kept += 1
            stack[-1].children.append(Component(value))
            stack.append(stack[-1].children[-1])
        elif name == "END":
            if too_deep:
                too_deep -= 1
            else:
                _close(stack, value)
        elif not too_deep and kept < MOST_KEPT and len(text) <= MOST_LINE:
            line = _line(text, wanted)
            if line:
                kept += 1
                stack[-1].lines.append(line)
    return stack[0]


def _edge(text: str) -> tuple[str, str]:
    """BEGIN or END with what it begins or ends; nothing for every other line."""
    if text[:1] not in "BbEe":
        return "", ""
    name, _, value = text.partition(":")
    name = name.strip().upper()
    return (name, value.strip().upper()) if name in ("BEGIN", "END") else ("", "")


def _close(stack: list[Component], kind: str) -> None:
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].kind == kind:
            del stack[depth:]
            return


def _line(text: str, wanted: frozenset[str]) -> Line | None:
    head = _HEAD.match(text)
    if head is None or head[1].upper() not in wanted:
        return None
    parameters = {
        found[1].upper(): found[2].replace('"', "").strip()
        for found in _PARAMETER.finditer(head[2])
    }
    value = text[head.end() :].strip()
    if "TZID" in parameters and ":" in value:
        # A display name such as "(UTC-03:00) Brasília" that its program did not quote.
        rest, _, value = value.rpartition(":")
        parameters["TZID"] += f":{rest}"
    return Line(head[1].upper(), parameters, value)
