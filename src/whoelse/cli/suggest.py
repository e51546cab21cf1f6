"""`whoelse suggest`: whom to ask next, out of contact files."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from whoelse.cli.main import Refused
from whoelse.cli.progress import watched

if TYPE_CHECKING:
    from whoelse.engine.choosing import Candidate, Heard, Suggestion
    from whoelse.engine.contact_files import Person

CIRCLES = ("known", "referred", "alumni", "met", "cold")
LARGEST_HELD_BYTES = 1_000_000
LARGEST_INPUT_BYTES = 50_000_000  # of standard input; files may be archives, which are larger
_MANY = 5_000  # people; fewer are classified in well under a second
_HELD_HINT = 'One JSON object a line: {"name": "Karen Liu", "area": "optics-photonics"}.'
# How near the people of a file usually are; --circle says otherwise.
_CIRCLE_OF = {"linkedin": "met", "handshake": "alumni"}
_USUAL_CIRCLE = "known"


class WrongUse(Refused):
    """Something on the command line or in a file that means nothing: exit 2."""

    exit_code = 2


@click.command()
@click.option(
    "--contacts",
    "files",
    multiple=True,
    required=True,
    type=click.File("rb"),
    help='A contact file of any kind that `whoelse read` reads; repeatable. "-" reads the input.',
)
@click.option(
    "--curious", default="", help="Areas that you are curious about, separated by commas."
)
@click.option(
    "--held",
    type=click.File("rb"),
    help="Interviews held, one JSON object a line: name, area, occupation, employer.",
)
@click.option("--circle", type=click.Choice(CIRCLES), help="How near these people are to you.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Another day than today.")
@click.option("-k", "count", type=click.IntRange(1, 5), default=3, show_default=True,
              help="How many people, five at most.")  # fmt: skip
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
def suggest(form: str, **given: Any) -> None:
    """Say whom to ask next, and why, out of contact files.

    Titles are classified by the atlas. The exit code is 1 if a file cannot be read, 2 if an area
    or the file of interviews means nothing. Nothing is stored.
    """
    held = _held(given["held"]) if given["held"] else []
    curious = {_area(code.strip()): 1.0 for code in given["curious"].split(",") if code.strip()}
    people = [person for file in given["files"] for person in _people(file)]
    candidates = _candidates(people, given["circle"], frozenset(row["name"] for row in held))
    day = given["today"].date() if given["today"] else date.today()  # noqa: DTZ011 - the user's day
    found = _found(curious, candidates, held, day, given["count"])
    if form == "json":
        click.echo(json.dumps([_as_json(each) for each in found], ensure_ascii=False))
    else:
        _print_for_people(found)


def _found(
    curious: Mapping[str, float],
    candidates: Sequence["Candidate"],
    held: Sequence[Mapping[str, str]],
    day: date,
    count: int,
) -> tuple["Suggestion", ...]:
    from whoelse.engine import choosing  # noqa: PLC0415 - slow import

    known = {candidate.name.casefold(): candidate for candidate in candidates}
    heard = tuple(_heard(row, known.get(row["name"].casefold())) for row in held)
    history = choosing.History(today=day, heard=heard)
    return choosing.suggest(choosing.Student(curious), candidates, history, count, _names())


def _names() -> dict[str, str]:
    from whoelse.engine.careers import atlas  # noqa: PLC0415 - slow import

    entries = (*atlas().sectors, *atlas().occupations, *atlas().areas)
    return {entry.code: entry.name for entry in entries}


def _area(code: str) -> str:
    from whoelse.engine.careers import atlas  # noqa: PLC0415 - slow import

    codes = [area.code for area in atlas().areas]
    if code not in codes:
        raise WrongUse(f"There is no area “{code[:60]}”.", f"Areas are {', '.join(codes)}.")
    return code


def _people(file: BinaryIO) -> Sequence["Person"]:
    from whoelse.engine import contact_files  # noqa: PLC0415 - slow import

    name = str(getattr(file, "name", "-"))
    try:
        with watched(_seekable(file), name) as source:
            return contact_files.read_contacts(source).people
    except contact_files.UnreadableFile as error:
        raise Refused(f"{name}: {error.message}", error.hint) from error


def _seekable(file: BinaryIO) -> BinaryIO:
    if file.seekable():
        return file
    content = file.read(LARGEST_INPUT_BYTES + 1)
    if len(content) > LARGEST_INPUT_BYTES:
        raise Refused("The input is larger than 50 MB.", "Name the file instead.")
    return BytesIO(content)


def _candidates(
    people: Sequence["Person"], circle: str | None, interviewed: frozenset[str]
) -> tuple["Candidate", ...]:
    is_long = len(people) > _MANY and sys.stderr.isatty()
    met = {name.casefold() for name in interviewed}
    with click.progressbar(
        people, label="Reading titles", file=sys.stderr, hidden=not is_long
    ) as bar:
        return tuple(_candidate(n, person, circle, met) for n, person in enumerate(bar))


def _candidate(
    number: int, person: "Person", circle: str | None, met: Iterable[str]
) -> "Candidate":
    from whoelse.engine.careers import classify  # noqa: PLC0415 - slow import
    from whoelse.engine.choosing import Candidate  # noqa: PLC0415 - slow import
    from whoelse.engine.words import Circle  # noqa: PLC0415 - slow import

    matches = classify(person.job_title, person.employer) if person.job_title else ()
    best = matches[0] if matches else None
    return Candidate(
        id=f"{number:07d}",
        name=person.name,
        circle=Circle(circle or _CIRCLE_OF.get(person.source, _USUAL_CIRCLE)),
        occupation=best.occupation.code if best else "",
        area=best.occupation.area if best else "",
        sector=best.sector if best else "",
        employer=person.employer,
        job_title=person.job_title,
        has_address=bool(person.emails or person.phones or person.profile_url),
        interviewed=person.name.casefold() in met,
    )


def _held(file: BinaryIO) -> list[dict[str, str]]:
    """The interviews held; every line must be an object with a name, all values text."""
    content = file.read(LARGEST_HELD_BYTES + 1)
    if len(content) > LARGEST_HELD_BYTES:
        raise WrongUse("The file of interviews is larger than 1 MB.", _HELD_HINT)
    rows = []
    for number, line in enumerate(content.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise WrongUse(f"Line {number} of the interviews is no JSON.", _HELD_HINT) from None
        is_row = isinstance(row, dict) and all(isinstance(value, str) for value in row.values())
        if not is_row or not row.get("name"):
            raise WrongUse(f"Line {number} of the interviews names nobody.", _HELD_HINT)
        rows.append(row)
    return rows


def _heard(row: Mapping[str, str], contact: "Candidate | None") -> "Heard":
    """What an interview was about; what the line does not say, the contact's own entry does."""
    from whoelse.engine.choosing import Heard  # noqa: PLC0415 - slow import

    fields = ("occupation", "area", "sector", "employer")
    return Heard(**{field: row.get(field) or getattr(contact, field, "") for field in fields})


def _as_json(found: "Suggestion") -> dict[str, Any]:
    parts = found.parts
    return {
        "name": found.candidate.name,
        "score": round(found.score, 4),
        "reasons": list(found.reasons),
        "parts": {
            "yes": round(parts.yes, 4),
            "gain": round(parts.gain, 4),
            "referrals": round(parts.referrals, 4),
            "practice": round(parts.practice, 4),
            "freshness": round(parts.freshness, 4),
        },
        "job_title": found.candidate.job_title,
        "employer": found.candidate.employer,
    }


def _print_for_people(found: Sequence["Suggestion"]) -> None:
    from whoelse.cli.suggest_text import print_suggestions  # noqa: PLC0415 - slow import

    print_suggestions(found)
