"""Entries of the atlas as plain dictionaries: what `whoelse careers show` says, in both forms."""

from collections.abc import Callable
from typing import Any

from whoelse.engine.careers import Area, Figure, Occupation, Onet, Sector, atlas


def overview() -> dict[str, Any]:
    """All sectors, and all areas with their families."""
    return {
        "sectors": [{"code": each.code, "name": each.name} for each in atlas().sectors],
        "areas": [_area(each) for each in atlas().areas],
    }


def entry(code: str, onet: Callable[[], Onet | None]) -> dict[str, Any] | None:
    """The entry with a code of ours, or the occupations with a SOC code, or None."""
    if area := atlas().area(code):
        return _area(area)
    if sector := atlas().sector(code):
        return _sector(sector)
    families = atlas().with_soc(code.removesuffix(".00")) or (atlas().occupation(code),)
    if families[0] is not None:
        return {"families": [_family(each) for each in families if each]}
    asked = onet()
    found = asked.occupation(code.removesuffix(".00")) if asked else None
    return {"families": [_family(found)]} if found else None


def _area(area: Area) -> dict[str, Any]:
    families = [_short(each) for each in atlas().in_area(area.code)]
    return {"area": area.code, "name": area.name, "what": area.what, "families": families}


def _sector(sector: Sector) -> dict[str, Any]:
    figures = [_figure(each) for each in atlas().figures if each.sector == sector.code]
    return {"sector": sector.code, "name": sector.name, "figures": figures}


def _short(family: Occupation) -> dict[str, Any]:
    return {"family": family.code, "code": family.soc, "name": family.name}


def _family(family: Occupation) -> dict[str, Any]:
    return {
        **_short(family),
        "nearest_code": family.borrows_soc,
        "area": family.area,
        "sector": family.sector,
        "what": family.what,
        "titles": list(family.titles),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "kind": figure.kind,
        "degree": figure.degree,
        "what": figure.what,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "classes": figure.classes,
        "source": figure.source,
        "is_estimate": figure.is_estimate,
        "note": figure.note,
    }
