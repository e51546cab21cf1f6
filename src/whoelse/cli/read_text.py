"""What `whoelse read` shows to people: a table of who was found, and what was left out and why."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from whoelse.engine.contact_files import Batch, Person

MOST_SHOWN = 100  # people; a longer list is for programs
_ROWS_NAMED = 8
_FORMATS = {
    "linkedin": "LinkedIn's connections",
    "google": "Google Contacts",
    "outlook": "an Outlook address book",
    "yahoo": "a Yahoo address book",
    "handshake": "a Handshake list",
    "vcard": "vCards",
    "table": "a table",
}


def print_batch(name: str, batch: Batch) -> None:
    """Print the people to standard output and the account to standard error."""
    console = Console(highlight=False)
    if batch.people:
        console.print(_table(batch))
    if len(batch.people) > MOST_SHOWN:
        more = len(batch.people) - MOST_SHOWN
        console.print(Text(f"and {more:,} more; --format json writes them all.", style="dim"))
    account = Console(stderr=True, highlight=False)
    account.print(Text.assemble((f"{name}: ", "bold"), _summary(batch)))
    for line in _remarks(batch):
        account.print(Padding(Text(line), (0, 0, 0, 2)))


def _table(batch: Batch) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Name", style="bold", overflow="fold", max_width=32)
    table.add_column("What and where", overflow="fold")
    table.add_column("How to reach", style="dim", overflow="fold")
    for person in batch.people[:MOST_SHOWN]:
        table.add_row(Text(person.name), Text(_post(person)), Text(_reach(person)))
    return table


def _post(person: Person) -> str:
    return ", ".join(part for part in (person.job_title, person.employer) if part)


def _reach(person: Person) -> str:
    link = person.profile_url.split("://", 1)[-1].removeprefix("www.")
    return next(filter(None, (*person.emails, link, *person.phones)), "")


def _summary(batch: Batch) -> str:
    found = _FORMATS.get(batch.format, batch.format)
    people = "person" if batch.kept == 1 else "people"
    rows = "row" if batch.rows == 1 else "rows"
    return f"{found}, {batch.kept:,} {people} in {batch.rows:,} {rows}."


def _remarks(batch: Batch) -> Iterator[str]:
    if batch.merged:
        yield f"Merged: {batch.merged:,} that were in the file twice."
    for why, count in Counter(skipped.why for skipped in batch.skipped).most_common():
        rows = [str(skipped.row) for skipped in batch.skipped if skipped.why == why]
        more = f" and {count - _ROWS_NAMED:,} more" if count > _ROWS_NAMED else ""
        yield f"Left out: row {', '.join(rows[:_ROWS_NAMED])}{more}. {why}"
    if batch.refused_columns:
        yield f"Never kept: {', '.join(batch.refused_columns)}."
    yield from batch.warnings
