"""The bank of questions: reads the files of `topics/`, one topic each, and checks them.

The questions are data and in our own words; which of them are asked is the planner's business.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from whoelse.engine.questions.question import Question
from whoelse.engine.words import Audience, Circle, Facet, Phase

_PHASES = {
    "T01": {Phase.OPENING},
    "T02": {Phase.OPENING},
    "T13": {Phase.LATE_CORE},
    "T15": {Phase.CLOSING},
    "T17": {Phase.LATE_CORE},
    "T18": {Phase.LATE_CORE},
    "T19": {Phase.LATE_CORE},
    "T20": {Phase.CLOSING},
}
_LONGEST = 5.0  # minutes of one answer; own estimate


class BrokenBank(Exception):
    """A file of the bank contradicts itself; says which question and how."""


@cache
def load_bank() -> tuple[Question, ...]:
    """All questions, in the order of their topics; read once."""
    bank = tuple(question for topic in _topics() for question in questions_of(topic))
    check_bank(bank)
    return bank


@cache
def topic_names() -> Mapping[str, str]:
    """What a topic is called, "T03" -> "Day-to-day responsibilities"."""
    return {topic["topic"]: topic["name"] for topic in _topics()}


@cache
def _topics() -> tuple[dict[str, Any], ...]:
    folder = files("whoelse.engine.questions") / "topics"
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(
        tomllib.loads(entry.read_text("utf-8")) for entry in sorted(found, key=lambda e: e.name)
    )


def questions_of(topic: Mapping[str, Any]) -> Iterable[Question]:
    """The questions of one file; `BrokenBank` names the one that cannot be understood."""
    for entry in topic["question"]:
        try:
            yield _question({"topic": topic["topic"], **topic["usual"], **entry})
        except (KeyError, TypeError, ValueError) as error:
            raise BrokenBank(f"{entry.get('id', entry)}: {error}") from error


def _question(entry: Mapping[str, Any]) -> Question:
    sets = {
        "phase": Phase(entry["phase"]),
        "audiences": frozenset(map(Audience, entry["audiences"])),
        "facets": tuple(map(Facet, entry["facets"])),
        "areas": frozenset(entry.get("areas", ())),
        "degrees": frozenset(entry.get("degrees", ())),
        "circles": frozenset(map(Circle, entry.get("circles", ()))),
    }
    return Question(**{**entry, **sets})


def check_bank(bank: Iterable[Question]) -> None:
    """Raise `BrokenBank` for whatever `plan` relies on and a file does not hold."""
    questions = tuple(bank)
    twice = [one for one, count in Counter(q.id for q in questions).items() if count > 1]
    if twice:
        raise BrokenBank(f"{twice[0]}: the id is used twice")
    homes: dict[str, tuple[Facet, ...]] = {}
    for question in questions:
        if flaw := _flaw(question, homes):
            raise BrokenBank(f"{question.id}: {flaw}")


def _flaw(question: Question, homes: dict[str, tuple[Facet, ...]]) -> str:
    main = question.facets[:1]
    flaws = {
        "minutes are not in half minutes, or too many": (
            question.minutes * 2 % 1 != 0 or not 0 < question.minutes <= _LONGEST
        ),
        "no audience": not question.audiences,
        "a topic that belongs to another phase": (
            question.phase not in _PHASES.get(question.topic, {Phase.CORE})
        ),
        "a group over two main facets": (
            question.group != "" and homes.setdefault(question.group, main) != main
        ),
        "a closing with a facet": question.phase is Phase.CLOSING and main != (),
        "a weight that is not above 0": question.weight <= 0,
    }
    return next((flaw for flaw, is_so in flaws.items() if is_so), "")
