"""From a job title and an employer to likely occupations, each with its reason.

The same title first, then shared words; nothing is returned when nothing fits.
"""

from collections.abc import Iterator

from whoelse.engine.careers.employer import sector_of
from whoelse.engine.careers.families import Likeness, family_titles
from whoelse.engine.careers.occupation import Match
from whoelse.engine.careers.title import Phrase, Reading, read_title

MOST_MATCHES = 3
# Own settings: how much less a phrase says that stands later or names a former job.
LATER_PHRASE, FORMER_JOB = 0.9, 0.6


def classify(title: str, employer: str = "") -> tuple[Match, ...]:
    """The likely occupations of a title, best first, at most three, empty when unknown.

    `employer` only tells the sector. Confidence is a score from 0 to 1, not a probability.
    """
    reading = read_title(title)
    sector = sector_of(employer or reading.employer)
    best: dict[str, Match] = {}
    for phrase, weight, when in _weighed(reading):
        for like in family_titles().like(phrase):
            score = round(like.score * weight, 2)
            known = best.get(like.occupation.code)
            if known is None or score > known.confidence:
                usual = like.occupation.sector
                match = Match(like.occupation, score, _why(like, when), sector or usual)
                best[like.occupation.code] = match
    return tuple(sorted(best.values(), key=lambda each: -each.confidence)[:MOST_MATCHES])


def _weighed(reading: Reading) -> Iterator[tuple[Phrase, float, str]]:
    for position, phrase in enumerate(reading.present):
        yield phrase, LATER_PHRASE if position else 1.0, "The title"
    for phrase in reading.past:
        yield phrase, FORMER_JOB, "A former title"


def _why(like: Likeness, when: str) -> str:
    if like.is_exact:
        return f"{when} is “{like.title}”."
    return f"{when} shares its telling words with “{like.title}”."
