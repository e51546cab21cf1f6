"""What `whoelse plan` shows to people: the clock, the questions in order, what is nearly in."""

from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from whoelse.engine.questions import FILL, Plan
from whoelse.engine.words import Phase

_NAMES = {
    Phase.OPENING: "Opening",
    Phase.CORE: "Core",
    Phase.LATE_CORE: "Late",
    Phase.CLOSING: "Closing",
}
_SHADES = {
    Phase.OPENING: "cyan",
    Phase.CORE: "green",
    Phase.LATE_CORE: "yellow",
    Phase.CLOSING: "magenta",
}
_CELLS_PER_MINUTE = 2


def print_plan(made: Plan) -> None:
    console = Console(highlight=False)
    console.print(_head(made))
    console.print(_clock(made))
    for phase, planned in groupby(made.questions, key=lambda p: p.question.phase):
        console.print()
        console.print(Text(_NAMES[phase], style=f"bold {_SHADES[phase]}"))
        table = _grid()
        for each in planned:
            table.add_row(*_row(each.question.minutes, each.question.text, each.why))
            if each.question.follow_up:
                table.add_row("", Text(f"If it stalls: {each.question.follow_up}", style="italic"))
        console.print(table)
    if made.near_misses:
        console.print()
        console.print(Text("Nearly in", style="bold"))
        table = _grid()
        for miss in made.near_misses:
            table.add_row(*_row(None, miss.question.text, f"{miss.why_not}  {miss.question.id}"))
        console.print(table)


def _head(made: Plan) -> Text:
    share = round(100 * made.filled_minutes / made.minutes)
    spare = made.minutes - made.filled_minutes
    return Text.assemble(
        (f"{made.filled_minutes:g} of {made.minutes} minutes are planned, {share} %.", "bold"),
        f" {spare:g} stay free for what nobody planned.",
    )


def _clock(made: Plan) -> Text:
    """One cell for every half minute; the mark shows how far answers may fill the talk."""
    bar = Text()
    for planned in made.questions:
        cells = round(planned.question.minutes * _CELLS_PER_MINUTE)
        bar.append("█" * max(1, cells - 1) + "▌" * (cells > 1), _SHADES[planned.question.phase])
    limit = int(made.minutes * FILL * _CELLS_PER_MINUTE)
    bar.append("·" * max(0, limit - len(bar)), "dim")
    bar.append("|", "dim")
    bar.append("·" * max(0, made.minutes * _CELLS_PER_MINUTE - len(bar)), "dim")
    return bar


def _grid() -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", min_width=4, no_wrap=True)
    table.add_column()
    return table


def _row(minutes: float | None, text: str, reason: str) -> tuple[Text, Text]:
    words = Text.assemble((text, "bold" if minutes else ""), "\n", (reason, "dim"))
    return Text(f"{minutes:g}'" if minutes else ""), words
