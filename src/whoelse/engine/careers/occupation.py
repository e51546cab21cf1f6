"""Entries of the career atlas and what a match of a title says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sector:
    """Who employs: private, government, education, ..."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Area:
    """A field of work that a student can be curious about, such as medical physics."""

    code: str  # "medical-physics"
    name: str  # "Medical physics"
    what: str  # one sentence


@dataclass(frozen=True, slots=True)
class Occupation:
    """A title family with its SOC code."""

    code: str  # "medical-physicist": stable, ours
    soc: str  # "19-2012"; "" where there is none of its own
    name: str
    area: str  # code
    sector: str  # code of the most usual sector
    titles: tuple[str, ...]  # typical titles
    what: str  # one sentence
    borrows_soc: bool = False  # no code of its own: `soc` is the nearest one


@dataclass(frozen=True, slots=True)
class Match:
    """A likely occupation of a title, with confidence 0 to 1 and the reason in words."""

    occupation: Occupation
    confidence: float
    why: str
    sector: str = ""  # code: what the employer suggests, else the occupation's usual one
