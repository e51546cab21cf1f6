"""A question, what a student needs to hear, and the plan that `plan` makes of both."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from whoelse.engine.words import Audience, Circle, Facet, Phase


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the bank, or one of the student's own (`topic` "own")."""

    id: str
    text: str
    topic: str  # "T01" ... "T20" of the taxonomy, or "own"
    phase: Phase
    minutes: float  # typical length of the answer, in half minutes
    audiences: frozenset[Audience]
    facets: tuple[Facet, ...]  # the first is the main one; empty for small talk and closings
    follow_up: str = ""  # if the answer stalls
    core: bool = False  # asked of everyone, so that answers can be compared
    areas: frozenset[str] = frozenset()  # only for these areas of the atlas; empty: all
    circles: frozenset[Circle] = frozenset()  # only for these circles; empty: all
    asks_name: bool = False  # the "who else" question
    weight: float = 1.0  # how good the question is among its like, 1.0 is ordinary
    group: str = ""  # near-duplicates share a word; a plan holds one of them at most
    opt_in: bool = False  # never chosen unless pinned
    degrees: frozenset[str] = frozenset()  # not for people known to hold another; empty: all


@dataclass(frozen=True, slots=True)
class Need:
    """What the student wants to hear from this person.

    `priorities` multiplies a facet's need (1.0 is ordinary, 0 is none); `heard` counts the
    findings already made about this occupation in each facet and lowers it. `asked` counts the
    people of this occupation who answered a question, or will: others then come first, except in
    the core set.
    """

    audience: Audience = Audience.ALUM
    priorities: Mapping[Facet, float] = field(default_factory=dict)
    heard: Mapping[Facet, int] = field(default_factory=dict)
    area: str = ""
    circle: Circle | None = None
    pinned: tuple[str, ...] = ()  # ids that must be in
    banned: frozenset[str] = frozenset()  # ids that must not be in
    own: tuple[Question, ...] = ()  # the student's own questions, candidates like the others
    degree: str = ""  # what the person studied, "physics"; "" if it is not known
    asked: Mapping[str, int] = field(default_factory=dict)  # people of this work by question id


@dataclass(frozen=True, slots=True)
class Planned:
    """A chosen question and why it is in, in words."""

    question: Question
    why: str


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A good question that is not in, and why not, in words."""

    question: Question
    why_not: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Questions in the order in which to ask them; the last one is always "who else"."""

    minutes: int
    filled_minutes: float  # at most 85 % of `minutes`
    value: float
    core: tuple[str, ...]
    questions: tuple[Planned, ...]
    near_misses: tuple[NearMiss, ...]
