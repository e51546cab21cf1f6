"""The career atlas as data: sectors, areas, title families and published figures.

Reads the two data files of this package once; what a title means is left to the matcher.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from whoelse.engine.careers.figure import Figure
from whoelse.engine.careers.occupation import Area, Occupation, Sector
from whoelse.engine.careers.words import read_data


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything we know about the kinds of work, with look-ups by code."""

    sectors: tuple[Sector, ...]
    areas: tuple[Area, ...]
    occupations: tuple[Occupation, ...]
    figures: tuple[Figure, ...]
    _by_code: dict[str, Sector | Area | Occupation] = field(repr=False, compare=False, hash=False)

    def sector(self, code: str) -> Sector | None:
        """The sector with this code, or None."""
        found = self._by_code.get(f"sector {code}")
        return found if isinstance(found, Sector) else None

    def area(self, code: str) -> Area | None:
        """The area with this code, or None."""
        found = self._by_code.get(f"area {code}")
        return found if isinstance(found, Area) else None

    def occupation(self, code: str) -> Occupation | None:
        """The title family with this code of ours, or None."""
        found = self._by_code.get(f"occupation {code}")
        return found if isinstance(found, Occupation) else None

    def in_area(self, code: str) -> tuple[Occupation, ...]:
        """The title families of an area, in the order of the atlas."""
        return tuple(each for each in self.occupations if each.area == code)

    def with_soc(self, soc: str) -> tuple[Occupation, ...]:
        """The title families that carry a code, those to which it belongs first."""
        found = [each for each in self.occupations if each.soc == soc]
        return tuple(sorted(found, key=lambda each: each.borrows_soc))


@cache
def atlas() -> Atlas:
    """The atlas of this version, read once."""
    data = read_data("atlas.toml")
    sectors = tuple(Sector(**row) for row in data["sectors"])
    areas = tuple(Area(**row) for row in data["areas"])
    occupations = tuple(_occupation(row) for row in data["occupations"])
    by_code: dict[str, Sector | Area | Occupation] = {}
    by_code.update({f"sector {each.code}": each for each in sectors})
    by_code.update({f"area {each.code}": each for each in areas})
    by_code.update({f"occupation {each.code}": each for each in occupations})
    return Atlas(sectors, areas, occupations, _figures(), by_code)


def _figures() -> tuple[Figure, ...]:
    data = read_data("figures.toml")
    sources = data["sources"]
    return tuple(
        Figure(
            kind=table["kind"],
            unit=table["unit"],
            classes=table["classes"],
            **{**row, "source": sources[row["source"]]},
        )
        for table in data["tables"]
        for row in table["rows"]
    )


def _occupation(row: dict[str, Any]) -> Occupation:
    return Occupation(
        code=row["code"],
        soc=row["soc"],
        name=row["name"],
        area=row["area"],
        sector=row["sector"],
        titles=tuple(row["titles"]),
        what=row["what"],
        borrows_soc=row.get("nearest", False),
    )
