"""What `whoelse simulate` shows to people: one line for each policy, the best first."""

from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

_NAMES = {
    "ours": "WhoElse",
    "random": "random",
    "nearest": "nearest first",
    "best-connected": "best connected first",
    "curious": "interests first",
}
_COLUMNS = (
    ("understood", "areas understood"),
    ("understood_any", "of any kind"),
    ("interviews", "interviews"),
    ("contacts_made", "new contacts"),
)


def print_summary(summary: dict[str, Any]) -> None:
    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Policy")
    for _, title in _COLUMNS:
        table.add_column(title, justify="right")
    best_first = sorted(summary["policies"], key=lambda each: -each["understood"]["mean"])
    for each in best_first:
        style = "bold" if each["policy"] == "ours" else ""
        cells = [Text(_told(each[column]), style=style) for column, _ in _COLUMNS]
        table.add_row(Text(_NAMES[each["policy"]], style=style), *cells)
    console.print(
        f"{summary['seeds']} students, {summary['requests']} requests each, in a network of"
        f" {summary['people']:,} people and {summary['ties']:,} ties."
    )
    console.print(table)


def _told(interval: dict[str, float]) -> str:
    return f"{interval['mean']:.2f} ± {interval['high'] - interval['mean']:.2f}"
