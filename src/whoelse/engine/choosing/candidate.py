"""Who may be asked, what is known about the student, and what a suggestion carries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from whoelse.engine.words import Circle, Facet, Permission


@dataclass(frozen=True, slots=True)
class Candidate:
    """A contact, as far as choosing cares. Never name-based: `name` is for reasons only."""

    id: str
    name: str
    circle: Circle
    occupation: str = ""  # code of the atlas
    area: str = ""  # code of the atlas
    sector: str = ""
    employer: str = ""
    degree_path: str = ""
    career_stage: str = ""
    job_title: str = ""
    referrer: str = ""  # who named them
    permission: Permission | None = None
    referred_on: date | None = None
    has_address: bool = True
    open_request: bool = False  # asked, no answer yet
    said_no: bool = False
    do_not_contact: bool = False
    interviewed: bool = False
    resting_until: date | None = None  # not before this day
    silences: int = 0  # requests that lapsed without an answer


@dataclass(frozen=True, slots=True)
class Student:
    """The student's curiosity: weight by area code; empty means "no idea yet"."""

    curious: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heard:
    """One interview held, as far as coverage cares."""

    occupation: str = ""
    area: str = ""
    sector: str = ""
    employer: str = ""
    facets: frozenset[Facet] = frozenset()
    degree_path: str = ""
    career_stage: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """What happened so far: interviews, and requests sent and agreed to, by circle."""

    today: date
    heard: tuple[Heard, ...] = ()
    asked: Mapping[Circle, int] = field(default_factory=dict)
    agreed: Mapping[Circle, int] = field(default_factory=dict)
    open_requests: int = 0


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a score, each at least 0."""

    yes: float  # probability of a yes; never shown before ten requests
    gain: float
    referrals: float
    practice: float
    freshness: float = 0.0  # a name given just now cools; everybody else will still be there


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One person to ask, with the reasons in words, the strongest first."""

    candidate: Candidate
    score: float
    parts: Parts
    reasons: tuple[str, ...]
