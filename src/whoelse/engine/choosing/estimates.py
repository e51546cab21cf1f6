"""The numbers of choosing, each with its source; nearly all are own estimates.

No published rate says how often people of a circle agree to talk with an undergraduate, or
whom they name. These are planning defaults, which the student's own history soon outweighs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from whoelse.engine.words import Circle

OWN_ESTIMATE: Final = "own estimate"


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number and where it comes from."""

    value: float
    source: str = OWN_ESTIMATE


# How likely a yes is, before anything is known about this student.
YES: Final[Mapping[Circle, Estimate]] = MappingProxyType(
    {
        Circle.KNOWN: Estimate(0.85),
        Circle.REFERRED: Estimate(0.60),
        Circle.MET: Estimate(0.40),
        Circle.ALUMNI: Estimate(0.35),
        Circle.COLD: Estimate(0.15),
    }
)
PRIOR_REQUESTS: Final = Estimate(4.0)  # requests that the prior weighs as much as
SPEAKS_AFTER: Final = 10  # requests in a circle before a share is told in words
INTRODUCTION_ODDS: Final = Estimate(1.5)  # the referrer writes first
UNNAMED_REFERRAL: Final = Estimate(0.30)  # named, but without leave to say by whom
SILENCE: Final = Estimate(0.5)  # each request that lapsed halves it
EXECUTIVE: Final = Estimate(0.5)  # calendars of executives

# How many names a conversation brings. About two in three people name somebody when asked (own
# estimate); few mutual acquaintances open more of the network than close ties: Rajkumar et al.,
# Science, 15 September 2022, an inverted U over more than 20 million people (direction only).
NAMES: Final[Mapping[Circle, Estimate]] = MappingProxyType(
    {
        Circle.KNOWN: Estimate(0.5),
        Circle.REFERRED: Estimate(0.9),
        Circle.MET: Estimate(0.8),
        Circle.ALUMNI: Estimate(0.8),
        Circle.COLD: Estimate(0.6),
    }
)
NEW_CONTACT: Final = Estimate(0.02)  # lambda times v_new: a new name against a whole new area

# What a conversation can teach, by what the contact stands for. They add up to one, the gain of
# the first conversation in an area of interest; what is not known of somebody counts as such.
FEATURES: Final[Mapping[str, Estimate]] = MappingProxyType(
    {
        "occupation": Estimate(0.15),
        "area": Estimate(0.55),
        "sector": Estimate(0.10),
        "employer": Estimate(0.05),
        "degree_path": Estimate(0.08),
        "career_stage": Estimate(0.07),
    }
)
HALF_HEARD: Final = Estimate(1.0)  # conversations after which half of it has been heard
OFF_THE_PATH: Final = Estimate(0.02)  # weight of an area that the student did not name
ENOUGH_TALKS: Final = 2  # own estimate: one person is an anecdote, two make an area understood ...
SATED: Final = Estimate(0.1)  # ... and then others come first: its weight, while any is left

PRACTICE: Final = Estimate(1.2)  # known people first ...
PRACTICE_INTERVIEWS: Final = 3  # ... until so many were held: the method's own rule

FRESHNESS: Final = Estimate(4.0)  # stands first, before the first practice talk
FRESH_DAYS: Final = 7  # a referral cools after a week
COLD_DAYS: Final = Estimate(14.0)
UNDATED_FRESHNESS: Final = Estimate(0.5)

NO_ADDRESS: Final = Estimate(0.1)  # looking for an address first

OPEN_AT_MOST: Final = 5  # own estimate: no inbox sees a campaign
