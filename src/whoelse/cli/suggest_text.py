"""What `whoelse suggest` shows to people: who, what they do, and why; never a number."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from whoelse.engine.choosing import Suggestion

NOBODY = "There is nobody to ask in these files."


def print_suggestions(found: Sequence[Suggestion]) -> None:
    console = Console(highlight=False)
    if not found:
        console.print(NOBODY)
    for number, each in enumerate(found):
        if number:
            console.print()
        post = ", ".join(filter(None, (each.candidate.job_title, each.candidate.employer)))
        console.print(Text(each.candidate.name, style="bold"))
        if post:
            console.print(Padding(Text(post, style="dim"), (0, 0, 0, 2), expand=False))
        for reason in each.reasons:
            console.print(Padding(Text(reason), (0, 0, 0, 2), expand=False))
