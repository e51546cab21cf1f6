"""What `whoelse careers` shows to people: matches with their reasons, entries of the atlas."""

from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from whoelse.engine.careers import Match, atlas


def print_matches(title: str, matches: tuple[Match, ...]) -> None:
    console = Console(highlight=False)
    if not matches:
        console.print(Text(f"No occupation is known for “{title[:100]}”."))
        return
    table = _grid()
    for match in matches:
        area = atlas().area(match.occupation.area)
        sector = atlas().sector(match.sector)
        where = "; ".join(each.name for each in (area, sector) if each)
        code = _code(match.occupation.soc, is_nearest=match.occupation.borrows_soc)
        words = Text.assemble((match.occupation.name, "bold"), f"  {code}\n")
        words.append(f"{where}. {match.why}", "dim")
        table.add_row(f"{match.confidence:.0%}", words)
    console.print(table)


def print_entry(found: dict[str, Any]) -> None:
    """An overview, an area, a sector, or families; told by what the entry holds."""
    console = Console(highlight=False)
    if "areas" in found:
        for area in found["areas"]:
            _print_area(console, area)
        names = ", ".join(sector["code"] for sector in found["sectors"])
        console.print(Text(f"Sectors: {names}."))
    elif "area" in found:
        _print_area(console, found)
    elif "sector" in found:
        _print_sector(console, found)
    else:
        for family in found["families"]:
            _print_family(console, family)


def _print_area(console: Console, area: dict[str, Any]) -> None:
    console.print(Text.assemble((area["name"], "bold"), f"  {area['area']}"))
    console.print(Text(area["what"]))
    table = _grid()
    for family in area["families"]:
        table.add_row(
            family["code"], Text.assemble(family["name"], ("  " + family["family"], "dim"))
        )
    console.print(table)
    console.print()


def _print_sector(console: Console, sector: dict[str, Any]) -> None:
    console.print(Text(sector["name"], "bold"))
    if not sector["figures"]:
        console.print("No figures are published that we could read.")
    for figure in sector["figures"]:
        console.print(Text(_sentence(figure)))


def _sentence(figure: dict[str, Any]) -> str:
    numbers = f"{figure['low']:,.0f}"
    if figure["high"] != figure["low"]:
        numbers += f" to {figure['high']:,.0f}"
    what = {
        "employed-in": "of the employed",
        "starting-salary": f"a year at the start, {figure['what']}",
    }
    note = f" ({figure['note']})" if figure["note"] else ""
    unit = "%" if figure["unit"] == "percent" else figure["unit"]
    about = f"{figure['degree']} bachelors, {figure['classes']}"
    kind = what.get(figure["kind"], figure["what"])
    return f"{numbers} {unit} {kind}; {about}{note}. Source: {figure['source']}."


def _print_family(console: Console, family: dict[str, Any]) -> None:
    code = _code(family["code"], is_nearest=family["nearest_code"])
    console.print(Text.assemble((family["name"], "bold"), f"  {code}"))
    console.print(Text(family["what"]))
    area, sector = atlas().area(family["area"]), atlas().sector(family["sector"])
    where = "; mostly ".join(each.name for each in (area, sector) if each)
    console.print(Text(f"{where}.", "dim"))
    if family["titles"]:
        console.print(Text("Titles: " + ", ".join(family["titles"]) + "."))
    console.print()


def _code(soc: str, *, is_nearest: bool) -> str:
    if not soc:
        return "no code"
    return f"{soc}, the nearest code" if is_nearest else soc


def _grid() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True, min_width=4)
    table.add_column()
    return table
