"""The figures as a table for people; what they are comes from the measures."""

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bench.figure import Figure

WIDTH = 120  # in a file or a pipe
CAPTION = (
    "Processor time, the best of some rounds; clock is what somebody waits. The reference loop is "
    "counting to three million in plain Python, timed just before and after; ratio is processor "
    "time to it."
)


def new_table() -> Table:
    table = Table(box=box.SIMPLE_HEAD, caption=CAPTION, caption_justify="left", pad_edge=False)
    table.add_column("measured", no_wrap=True)
    for name in ("processor", "clock", "loop", "ratio"):
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("aim", no_wrap=True)
    table.add_column("note")
    return table


def add_measure(table: Table, title: str, rows: list[tuple[Figure, float]]) -> None:
    """Add the figures of one measure, each with the seconds of its reference loop."""
    table.add_row(f"[bold]{escape(title)}[/]")
    for figure, reference in rows:
        table.add_row(
            f"  {escape(figure.what)}",
            told(figure.processor),
            "" if figure.clock is None else told(figure.clock),
            told(reference),
            f"{figure.processor / reference:.2f}",
            aim_of(figure),
            escape(figure.note),
        )


def told(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{1000 * seconds:.1f} ms" if seconds < 0.1 else f"{1000 * seconds:.0f} ms"


def aim_of(figure: Figure) -> str:
    if figure.aim is None:
        return ""
    limit = f"{figure.aim:g} s" if figure.aim >= 1 else f"{1000 * figure.aim:.3g} ms"
    return f"[green]{limit}, kept[/]" if figure.is_kept else f"[red]{limit}, missed[/]"


def show(table: Table) -> None:
    """Print it, as wide as the terminal."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDTH)
    console.print(table)
