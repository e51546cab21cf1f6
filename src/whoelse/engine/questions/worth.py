"""The numbers of the plan: what a question is worth, how much a facet is still needed.

All of them are own estimates unless a source stands beside them. The value of a set of questions
is, over all facets, need * gain(sum of the worths of its questions), plus a bonus for each
question of the core set. Early and late questions of one facet are counted apart.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from whoelse.engine.questions.question import Need, Question
from whoelse.engine.words import Audience, Facet, Phase

FILL = 0.85  # of the minutes may be answers; the rest is hello, thanks and what nobody planned
EARLIEST_LATE = 8.0  # minutes of answers before a late-core question
CORE_BONUS = 5.0  # above any ordinary gain: everyone is asked the core set
HEARD_HALVES = 4.0  # so many findings about a facet halve the need for more
CLOSING_NEED = 0.5
OWN_FACTOR = 1.3  # the student's own question
AREA_FACTOR = 1.3  # made for this person's field
EMPHASIS = 1.5  # a topic on which this audience knows most

# Which topics an audience knows most about.
STRENGTHS: Mapping[Audience, frozenset[str]] = {
    Audience.FAMILY: frozenset({"T02", "T03", "T06"}),
    Audience.PROFESSOR: frozenset({"T14", "T16"}),
    Audience.ALUM: frozenset(),
    Audience.RECRUITER: frozenset({"T07", "T08", "T11", "T17"}),
    Audience.EXECUTIVE: frozenset({"T02", "T07", "T09", "T13"}),
    Audience.RECENT_GRADUATE: frozenset({"T10", "T11", "T18"}),
}
ASKED_FACTOR = 0.6  # for each who answered it already: another question tells more
_ASKED_COUNTED = 5
# So many questions at most, up to so many minutes: an answer takes two to three minutes, and an
# executive's, who tells stories, longer.
_LIMITS = ((12, 4), (15, 5), (20, 7), (25, 8), (30, 9))
_LONG_LIMIT = 12
_EXECUTIVE_LIMITS = ((12, 4), (20, 5), (25, 6))
_EXECUTIVE_LIMIT = 7


class Bucket(NamedTuple):
    """Questions that share diminishing returns: a main facet and a side of the talk."""

    facet: Facet | None
    side: Phase  # opening counts as core


def bucket(question: Question) -> Bucket:
    """The bucket of a question: by its first facet; “who else” has one of its own."""
    if question.asks_name:
        return Bucket(None, Phase.CLOSING)
    side = Phase.CORE if question.phase is Phase.OPENING else question.phase
    return Bucket(question.facets[0] if question.facets else None, side)


def units(minutes: float) -> int:
    """Half minutes, rounded up."""
    return -int(-minutes * 2 // 1)


def budget(minutes: int) -> int:
    """Half minutes that answers may fill."""
    return minutes * 2 * 85 // 100


def most_questions(minutes: int, audience: Audience) -> int:
    """How many questions a talk of so many minutes holds; stories leave room for fewer."""
    is_executive = audience is Audience.EXECUTIVE
    limits = _EXECUTIVE_LIMITS if is_executive else _LIMITS
    longest = _EXECUTIVE_LIMIT if is_executive else _LONG_LIMIT
    return next((count for upto, count in limits if minutes <= upto), longest)


def need_of(place: Bucket, need: Need) -> float:
    """How much this student still needs to hear, 1.0 for something ordinary and unheard."""
    if place.facet is None:
        return CLOSING_NEED if place.side is Phase.CLOSING else 1.0
    heard = max(0, need.heard.get(place.facet, 0))
    priority = max(0.0, need.priorities.get(place.facet, 1.0))
    return float(priority * 2.0 ** (-heard / HEARD_HALVES))


def worth(question: Question, need: Need) -> float:
    """What the answer may tell: an ordinary one of two minutes counts 1."""
    value = question.weight * question.minutes / 2
    if question.topic in STRENGTHS[need.audience]:
        value *= EMPHASIS
    asked = need.asked.get(question.id, 0)
    if asked > 0 and not question.core:
        value *= ASKED_FACTOR ** min(asked, _ASKED_COUNTED)
    if question.areas:
        value *= AREA_FACTOR
    if question.topic == "own":
        value *= OWN_FACTOR
    return value


def gain(worths: float) -> float:
    """Diminishing returns, 0 to 1: a worth of one halves what is left to learn."""
    return float(1.0 - 2.0**-worths)


def value_of(chosen: Iterable[Question], need: Need) -> float:
    """The value of a set of questions, which `plan` makes as large as it can."""
    sums: dict[Bucket, float] = {}
    bonus = 0.0
    for question in chosen:
        place = bucket(question)
        sums[place] = sums.get(place, 0.0) + worth(question, need)
        bonus += CORE_BONUS * question.core
    return bonus + sum(need_of(place, need) * gain(total) for place, total in sums.items())
