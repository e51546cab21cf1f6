"""The career atlas for the pages: names of codes, choices, and what a job title says.

The atlas itself and the matching stand in `whoelse.engine.careers`; nothing is stored here.
"""

from dataclasses import dataclass
from functools import lru_cache

from whoelse.engine.careers import Area, Figure, Match, Occupation, Onet, Sector, atlas
from whoelse.engine.careers import classify as classify_title
from whoelse.engine.careers.employer import sector_of
from whoelse.web.careers import loaded

# Own setting: below this score the engine's best guess is shown nowhere.
SURE_ENOUGH = 0.5
LISTED = 0.9  # and from this on the atlas lists the title itself


@dataclass(frozen=True, slots=True)
class Work:
    """What a title says as codes of the atlas; all empty where it says nothing."""

    occupation: str = ""
    area: str = ""
    sector: str = ""
    confidence: float = 0.0
    why: str = ""


NOTHING = Work()


def areas() -> tuple[Area, ...]:
    """All areas, in the order of the atlas."""
    return atlas().areas


def occupations() -> tuple[Occupation, ...]:
    """All title families, in the order of the atlas."""
    return atlas().occupations


def sectors() -> tuple[Sector, ...]:
    return atlas().sectors


def figures() -> tuple[Figure, ...]:
    """All published figures, each with its classes and its source."""
    return atlas().figures


def area(code: str) -> Area | None:
    return atlas().area(code)


def in_area(code: str) -> tuple[Occupation, ...]:
    """The title families of an area."""
    return atlas().in_area(code)


def occupation(code: str) -> Occupation | None:
    """An occupation of the atlas, or of O*NET where that is loaded ("soc-29-1141")."""
    found = atlas().occupation(code)
    if found is None and code.startswith("soc-") and (onet := loaded.onet()):
        return next((each for each in onet.occupations if each.code == code), None)
    return found


def area_name(code: str) -> str:
    """The name of an area, or nothing for a code that the atlas does not have."""
    found = area(code)
    return found.name if found else ""


def occupation_name(code: str) -> str:
    """The name of an occupation, or nothing for a code that nobody knows."""
    found = occupation(code)
    return found.name if found else ""


def sector_name(code: str) -> str:
    sector = atlas().sector(code)
    return sector.name if sector else ""


def matches(title: str) -> tuple[Match, ...]:
    """The likely occupations of a title, best first, at most three; O*NET is asked if loaded."""
    return classify_title(title, onet=loaded.onet())


def classify(title: str, employer: str = "") -> Work:
    """The likeliest occupation of a title with its area and sector, if it is likely enough."""
    match = _best_match(title, loaded.onet()) if title else None
    if match is None:
        return NOTHING
    sector = (sector_of(employer) or match.occupation.sector) if employer else match.sector
    return Work(
        occupation=match.occupation.code,
        area=match.occupation.area,
        sector=sector,
        confidence=match.confidence,
        why=match.why,
    )


def work_of(code: str) -> Work:
    """The area and the usual sector of an occupation that the student chose."""
    found = occupation(code)
    if found is None:
        return NOTHING
    return Work(found.code, found.area, found.sector, 1.0, "You said so.")


def area_choices() -> list[tuple[str, str]]:
    """Areas for a form, in the order of the atlas."""
    return [(area.code, area.name) for area in atlas().areas]


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """The readable name of every code of the atlas."""
    entries = (*atlas().sectors, *atlas().areas, *atlas().occupations)
    return {entry.code: entry.name for entry in entries}


@lru_cache(maxsize=4096)
def _best_match(title: str, onet: Onet | None) -> Match | None:
    """Kept by title alone: a file of many people has few titles and many employers.

    A title that the atlas lists is what the atlas says. O*NET, which knows all work, goes before
    words that a title shares with the atlas.
    """
    ours = classify_title(title)[:1]
    theirs = classify_title(title, onet=onet)[:1] if onet else ()
    listed = [match for match in ours if match.confidence >= LISTED]
    found = (*listed, *theirs, *ours)
    return next((match for match in found if match.confidence >= SURE_ENOUGH), None)
