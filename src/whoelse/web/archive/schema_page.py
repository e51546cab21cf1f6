"""`docs/archive.md`, made from the models: every table, field and reference of an archive.

`python -m whoelse.web.archive.schema_page > docs/archive.md` writes it anew; a test compares them,
so that nobody adds a field without seeing that it is carried.
"""

import os
from collections.abc import Iterator

import django
from django.db import models

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whoelse.web.settings")
    django.setup()

from whoelse.web.archive import left_out
from whoelse.web.archive.opening import MOST_BRACKETS, MOST_BYTES
from whoelse.web.archive.tables import SCHEMA, Table, student_fields, tables
from whoelse.web.archive.values import kind_of

HEAD = f"""\
# The archive

`whoelse export FILE`, or Settings, Your data: everything of one student as a ZIP. `whoelse import
FILE` brings it into an empty account. Export, import and export again gives the same bytes. This
page is made from the code.

| file | holds |
| --- | --- |
| `whoelse.json` | all of it; the only file that is read when the archive comes in |
| `contacts.csv`, `interviews.csv`, `findings.csv` | for spreadsheets; no cell is a formula |
| `contacts.vcf` | the people as vCard 3.0 |
| `interviews.ics` | the agreed times (iCalendar, UTC) |
| `interviews/001-2026-11-05-name.md` | each talk with its notes, as Markdown |
| `README.txt` | what is what |

## whoelse.json

```
{{"format": "whoelse-archive", "schema": {SCHEMA},
 "student": {{"full_name": "...", ...}},
 "rows": {{"contacts.contact": [{{"public_id": "...", "full_name": "...", ...}}, ...], ...}}}}
```

Rows stand in the order in which they were written, and every table after those that it refers to.
A row is named by its `public_id`; a reference is the `public_id` of a row of the same archive,
and leads nowhere else. Every row belongs to the student of the archive.

* *text*: no NUL; at most as many characters as the table says, where it says so; one of the
  given words, where there are any
* *moment*: ISO 8601 with offset, written in UTC · *day*, *time*: ISO 8601 · *decimal*: in
  quotes · *bytes*: base64 · *data*: JSON
* "or null": may be missing. A field that an older archive does not say is as in a new row.

**Schema.** A WhoElse reads archives of its own schema and of earlier ones. A new field that may
be missing keeps the number; whatever an older WhoElse would misunderstand raises it. What this
page does not name is refused with the advice to bring WhoElse up to date.

**Bounds.** `whoelse.json` has at most {MOST_BYTES // 1_000_000} MB and {MOST_BRACKETS:,} objects
and lists. All comes in, or nothing: one transaction.

**Letters.** A letter that waits or is just leaving is written as `unsure`: it leaves from where
it is, and elsewhere the student is asked. What comes in never leaves by itself.

**Never again.** Whoever is blocked and still in the list is recognised by the details. Of erased
people only keyed hashes are left (`contacts.blockedkey`); see [decision 0011][erased].

[erased]: decisions/0011-what-an-archive-knows-of-erased-people.md

"""
CHOICES_SHOWN = 12


def page() -> str:
    return HEAD + "\n".join([*_left_out(), *_student(), *_tables()]) + "\n"


def _left_out() -> Iterator[str]:
    yield "## What is left out\n\n| table or field | because |\n| --- | --- |"
    for name, why in sorted((left_out.TABLES | left_out.FIELDS).items()):
        yield f"| `{name}` | {why} |"


def _student() -> Iterator[str]:
    yield "\n## student\n\n| field | is |\n| --- | --- |"
    for field in student_fields():
        yield f"| `{field.name}` | {_words(field)} |"


def _tables() -> Iterator[str]:
    for table in tables():
        yield f"\n## {table.name}\n\n{_first_line(table)}\n\n| field | is |\n| --- | --- |"
        for field in table.plain:
            yield f"| `{field.name}` | {_words(field, table.target(field))} |"
        for field in table.references:
            null = " or null" if field.null else ""
            yield f"| `{field.name}` | id of a `{table.target(field)}`{null} |"
        for field in table.lists:
            yield f"| `{field.name}` | list of ids of `{table.target(field)}` |"


def _first_line(table: Table) -> str:
    return str(table.model.__doc__).strip().splitlines()[0]


def _words(field: models.Field, target: str = "") -> str:
    words = kind_of(field).name + (f" of a `{target}`" if target else "")
    if field.max_length and words == "text":
        words = f"text, {field.max_length}" if isinstance(field, models.CharField) else words
    values = [f"`{value}`" for value, _ in field.flatchoices if value]
    if values and len(values) <= CHOICES_SHOWN:
        words += f": {', '.join(values)}"
    return words + (" or null" if field.null else "")


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201
