"""From a job title and an employer to likely occupations, each with its reason.

The same title first, then shared words; nothing is returned when nothing fits.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from whoelse.engine.careers.employer import sector_of
from whoelse.engine.careers.families import family_titles
from whoelse.engine.careers.likeness import Likeness
from whoelse.engine.careers.occupation import Match
from whoelse.engine.careers.onet import Onet
from whoelse.engine.careers.title import Phrase, Reading, read_title

MOST_MATCHES = 3
# Own settings: how much less a phrase says that stands later or names a former job.
LATER_PHRASE, FORMER_JOB = 0.8, 0.6

_Candidate = tuple[float, Likeness, Phrase, str]


def classify(title: str, employer: str = "", onet: Onet | None = None) -> tuple[Match, ...]:
    """The likely occupations of a title, best first, at most three, empty when unknown.

    `employer` only tells the sector. Confidence is from 0 to 1: with `onet` about the chance that
    the first is right, without it, when only the atlas is asked, a score; see docs/careers.md.
    """
    reading = read_title(title)
    best: dict[str, _Candidate] = {}
    for phrase, weight, when in _weighed(reading):
        for like in _likenesses(phrase, onet):
            known = best.get(like.occupation.code)
            if known is None or like.score * weight > known[0]:
                best[like.occupation.code] = (like.score * weight, like, phrase, when)
    ranked = sorted(best.values(), key=lambda each: -each[0])[:MOST_MATCHES]
    sector = sector_of(employer or reading.employer)
    return tuple(
        Match(
            like.occupation,
            round(score, 2),
            _why(like, when, phrase, onet),
            sector or like.occupation.sector,
        )
        for score, like, phrase, when in ranked
    )


def _weighed(reading: Reading) -> Iterator[tuple[Phrase, float, str]]:
    for position, phrase in enumerate(reading.present):
        yield phrase, LATER_PHRASE if position else 1.0, "The title"
    for phrase in reading.past:
        yield phrase, FORMER_JOB, "A former title"


def _likenesses(phrase: Phrase, onet: Onet | None) -> Iterable[Likeness]:
    """What the atlas says; and where O*NET is asked, what both say together."""
    families = family_titles()
    ours = families.same(phrase)
    if onet is None:
        return ours or families.similar(phrase)
    if ours and onet.place(ours[0].occupation.soc) is None:
        left = 1.0 - ours[0].score
        return (*ours, *(replace(like, score=like.score * left) for like in onet.like(phrase)))
    return _with_ours(tuple(onet.like(phrase, ours[0] if ours else None)), ours)


def _with_ours(found: Sequence[Likeness], ours: Sequence[Likeness]) -> Sequence[Likeness]:
    """A title that the atlas lists keeps its family among the answers, if only as the last."""
    first = found[:MOST_MATCHES]
    if not ours or ours[0].occupation.code in {like.occupation.code for like in first}:
        return found
    last = replace(ours[0], score=first[-1].score if first else ours[0].score)
    return (*first[: MOST_MATCHES - 1], last, *found[MOST_MATCHES - 1 :])


def _why(like: Likeness, when: str, phrase: Phrase, onet: Onet | None) -> str:
    if like.is_exact:
        return f"{when} is “{like.title}”."
    if onet is None or like.title:
        return f"{when} shares its telling words with “{like.title}”."
    words = " and ".join(f"“{word}”" for word in onet.pointing(phrase, like.occupation))
    if not words:
        return f"{when} resembles titles of this occupation."
    return f"{when} has words of this occupation’s titles: {words}."
