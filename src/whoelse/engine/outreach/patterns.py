"""Regular expressions that are compiled when they are first used, so that importing stays fast."""

import re
from collections.abc import Iterator
from functools import cached_property
from sys import maxsize


class Pattern:
    """Looks like a compiled regular expression, as far as the rules need it."""

    def __init__(self, written: str, flags: int = 0) -> None:
        self._written = written
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._written, self._flags)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place between two characters of a text, or None."""
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """What begins at character `start`, or None."""
        return self._compiled.match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Every place between two characters of a text, in order."""
        return self._compiled.finditer(text, start, end)

    def without_first(self, text: str) -> str:
        """The text with what is found first taken out."""
        return self._compiled.sub("", text, count=1)
