"""The words of `phrases.toml`, read once and made into expressions."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

_Table = dict[str, list[str]]


@cache
def phrases(table: str, name: str) -> tuple[str, ...]:
    """The phrases of one list, in lower case."""
    return tuple(_tables()[table][name])


@cache
def any_of(table: str, name: str) -> re.Pattern[str]:
    """An expression that finds any of them anywhere."""
    longest_first = sorted(phrases(table, name), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)


@cache
def speaks_of_failure() -> re.Pattern[str]:
    """Any word for a failed or delayed delivery."""
    names = ("full", "soft", "hard_sure", "failed")
    return re.compile("|".join(any_of("bounce", name).pattern for name in names), re.IGNORECASE)


@cache
def _tables() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
