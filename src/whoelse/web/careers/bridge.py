"""The career atlas for the pages: names of codes, choices, and what a job title says.

The atlas itself and the matching stand in `whoelse.engine.careers`; nothing is stored here.
"""

from dataclasses import dataclass
from functools import lru_cache

from whoelse.engine.careers import Area, Occupation, Sector, atlas
from whoelse.engine.careers import classify as classify_title

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


@lru_cache(maxsize=4096)
def classify(title: str, employer: str = "") -> Work:
    """The likeliest occupation of a title with its area and sector, if it is likely enough."""
    matches = classify_title(title, employer) if title else ()
    if not matches or matches[0].confidence < SURE_ENOUGH:
        return NOTHING
    best = matches[0]
    return Work(
        occupation=best.occupation.code,
        area=best.occupation.area,
        sector=best.sector,
        confidence=best.confidence,
        why=best.why,
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
