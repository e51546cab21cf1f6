"""How likely a yes is: a Beta-binomial for each circle, and what speaks for or against a person.

Only the student's own history updates the priors. The figure orders people; it is told in words,
and only from ten requests on.
"""

from collections.abc import Mapping

from whoelse.engine.choosing.candidate import Candidate, History
from whoelse.engine.choosing.estimates import (
    EXECUTIVE,
    INTRODUCTION_ODDS,
    PRIOR_REQUESTS,
    SILENCE,
    UNNAMED_REFERRAL,
    YES,
)
from whoelse.engine.words import Circle, Permission

_EXECUTIVES = frozenset(
    {"ceo", "cfo", "cio", "coo", "cto", "president", "vp", "svp", "evp"}
    | {"executive", "dean", "provost", "chancellor"}
)
_CHIEF_OFFICER = frozenset({"chief", "officer"})
_TITLE_LIMIT = 200
_SILENCES_COUNTED = 10
_INTRODUCED = frozenset({Permission.MAY_USE_NAME, Permission.WILL_INTRODUCE})


def circle_rates(history: History) -> Mapping[Circle, float]:
    """Return the expected share of yes, 0 to 1, for each circle, own history included.

    The mean of a Beta-binomial: the prior counts as `PRIOR_REQUESTS` requests.
    """
    weight = PRIOR_REQUESTS.value
    rates = {}
    for circle, prior in YES.items():
        asked = max(0, history.asked.get(circle, 0))
        agreed = min(asked, max(0, history.agreed.get(circle, 0)))
        rates[circle] = (prior.value * weight + agreed) / (weight + asked)
    return rates


def yes_probability(candidate: Candidate, rates: Mapping[Circle, float]) -> float:
    """Return how likely this person agrees, between 0 and 1."""
    chance = chance_by_ties(candidate.circle, candidate.permission, candidate.silences, rates)
    return chance * EXECUTIVE.value if is_executive(candidate) else chance


def chance_by_ties(
    circle: Circle, permission: Permission | None, silences: int, rates: Mapping[Circle, float]
) -> float:
    """Return the chance of a yes, 0 to 1, as far as it follows from how near somebody is.

    `silences` are requests without an answer; sources of all figures stand in `estimates`.
    """
    chance = rates[circle]
    if permission in _INTRODUCED:
        chance = max(chance, rates[Circle.REFERRED])
    elif circle is Circle.REFERRED:
        chance = min(chance, UNNAMED_REFERRAL.value)
    if permission is Permission.WILL_INTRODUCE:
        odds = INTRODUCTION_ODDS.value * chance
        chance = odds / (odds + 1 - chance)
    return chance * SILENCE.value ** min(max(0, silences), _SILENCES_COUNTED)


def is_executive(candidate: Candidate) -> bool:
    """Say whether the career stage, or else the job title, is that of an executive."""
    if candidate.career_stage:
        return "executive" in candidate.career_stage
    title = candidate.job_title[:_TITLE_LIMIT].lower().replace(",", " ").replace("/", " ")
    words = title.split()
    return not _EXECUTIVES.isdisjoint(words) or _CHIEF_OFFICER.issubset(words)
