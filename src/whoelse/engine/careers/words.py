"""The words of this package's `words.toml`: short forms, ranks, and what employers are called."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class TitleWords:
    """How to spell out a title, and which of its words say nothing about the work."""

    grades: frozenset[str]
    ranks: frozenset[str]
    roles: frozenset[str]
    empty: frozenset[str]
    no_work_first: frozenset[str]
    no_work_last: frozenset[str]
    students: frozenset[str]
    working_students: frozenset[str]
    short_words: dict[str, tuple[str, ...]]
    short_phrases: dict[str, str]
    phrase_pattern: re.Pattern[str]  # finds any of the short phrases


_SETS = (
    *("grades", "ranks", "roles", "empty"),
    *("no_work_first", "no_work_last", "students", "working_students"),
)


@cache
def title_words() -> TitleWords:
    """The words of titles, read once."""
    data = read_data("words.toml")
    return TitleWords(
        **{name: frozenset(data[name].split()) for name in _SETS},
        short_words={short: tuple(long.split()) for short, long in data["short"].items()},
        short_phrases=data["phrases"],
        phrase_pattern=re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, data['phrases']))})(?!\w)", re.IGNORECASE
        ),
    )


@cache
def employer_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Sector codes with the words in names of employers that point to them, in asking order."""
    return tuple(
        (row["sector"], re.compile(rf"(?<!\w)(?:{'|'.join(row['names'])})(?!\w)", re.IGNORECASE))
        for row in read_data("words.toml")["employers"]
    )


@cache
def read_data(name: str) -> dict[str, Any]:
    """A data file of this package, as TOML gives it."""
    text = resources.files("whoelse.engine.careers").joinpath(name).read_text(encoding="utf-8")
    return tomllib.loads(text)
