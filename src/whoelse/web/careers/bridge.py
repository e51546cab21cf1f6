"""The career atlas for the pages: names of codes, choices, and what a job title says.

The atlas itself and the matching stand in `whoelse.engine.careers`; nothing is stored here.
"""

from dataclasses import dataclass
from functools import lru_cache

from whoelse.engine.careers import Area, Match, Occupation, Sector, atlas
from whoelse.engine.careers import classify as classify_title
from whoelse.engine.careers.employer import sector_of

# Own setting: below this score the engine's best guess is shown nowhere.
SURE_ENOUGH = 0.5


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


def area_name(code: str) -> str:
    """The name of an area, or nothing for a code that the atlas does not have."""
    area = atlas().area(code)
    return area.name if area else ""


def occupation_name(code: str) -> str:
    """The name of an occupation, or nothing for a code that the atlas does not have."""
    occupation = atlas().occupation(code)
    return occupation.name if occupation else ""


def sector_name(code: str) -> str:
    sector = atlas().sector(code)
    return sector.name if sector else ""


def classify(title: str, employer: str = "") -> Work:
    """The likeliest occupation of a title with its area and sector, if it is likely enough."""
    match = _best_match(title) if title else None
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


def work_of(occupation: str) -> Work:
    """The area and the usual sector of an occupation that the student chose."""
    found = atlas().occupation(occupation)
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
def _best_match(title: str) -> Match | None:
    """Kept by title alone: a file of many people has few titles and many employers."""
    matches = classify_title(title)
    return matches[0] if matches and matches[0].confidence >= SURE_ENOUGH else None
