"""`whoelse read`: contact files of any kind to one normal form, and an account of what was left."""

import json
import sys
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from whoelse.cli.main import Refused
from whoelse.cli.progress import watched

if TYPE_CHECKING:
    from whoelse.engine.contact_files import Batch, Person, UnreadableFile

FIELDS = (
    "name",
    "given",
    "middle",
    "family",
    "email",
    "phone",
    "employer",
    "job_title",
    "profile_url",
    "connected_on",
)
LARGEST_INPUT = 50_000_000  # bytes of standard input; files may be archives, which are larger
_REFUSED = 1


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, JSON Lines for programs.",
)
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write what was kept, merged, skipped and refused to this file, as JSON.",
)
@click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="COLUMN=FIELD",
    help=f"What a column of an unknown table holds; repeatable. Fields: {', '.join(FIELDS)}.",
)
@click.option("--repair", is_flag=True, help="Mend letters that a wrong encoding broke.")
@click.argument("files", nargs=-1, required=True, type=click.File("rb"), metavar="FILE...")
@click.pass_context
def read(
    ctx: click.Context,
    files: tuple[BinaryIO, ...],
    *,
    form: str,
    report: Path | None,
    pairs: tuple[str, ...],
    repair: bool,
) -> None:
    """Read contact files: LinkedIn's export, Google, Outlook, vCard, and other tables.

    What a file is, its content decides, not its name; "-" reads standard input. People go to
    standard output, the report to standard error. The exit code is 1 if a file cannot be read.
    """
    mapping = _mapping(pairs)
    readings = [_reading(file, mapping, repairs=repair) for file in files]
    show = _print_json if form == "json" else _print_for_people
    show(readings)
    if report:
        _write(report, _report(readings))
    ctx.exit(_REFUSED if any("error" in reading for reading in readings) else 0)


def _mapping(pairs: Sequence[str]) -> dict[str, str] | None:
    """The columns by name; a column's name may hold an equals sign, a field's does not."""
    mapping = {}
    for pair in pairs:
        column, equals, field = pair.rpartition("=")
        if not equals or field.strip() not in FIELDS:
            raise click.BadParameter(
                f"{pair!r} is not COLUMN=FIELD; fields are {', '.join(FIELDS)}.",
                param_hint="--map",
            )
        mapping[column.strip()] = field.strip()
    return mapping or None


def _reading(file: BinaryIO, mapping: dict[str, str] | None, *, repairs: bool) -> dict[str, Any]:
    """One file's name with its batch, or with why there is none."""
    from whoelse.engine.contact_files import (  # noqa: PLC0415 - slow import
        UnreadableFile,
        read_contacts,
    )

    try:
        with watched(_seekable(file), _name(file)) as source:
            batch = read_contacts(source, mapping=mapping, repairs=repairs)
    except UnreadableFile as error:
        return {"file": _name(file), "error": error.message, "hint": _hint(error)}
    return {"file": _name(file), "batch": batch}


def _seekable(file: BinaryIO) -> BinaryIO:
    if file.seekable():
        return file
    content = file.read(LARGEST_INPUT + 1)
    if len(content) > LARGEST_INPUT:
        raise Refused("The input is larger than 50 MB.", "Name the file instead.")
    return BytesIO(content)


def _name(file: BinaryIO) -> str:
    name = getattr(file, "name", "<stdin>")
    return "-" if name in ("<stdin>", 0) else str(name)


def _hint(error: "UnreadableFile") -> str:
    """The error's own hint; for unknown columns the options that would answer it."""
    header = getattr(error, "header", ())
    if not header:
        return error.hint
    guess = getattr(error, "guess", {}) or {header[0]: "name"}
    options = " ".join(f'--map "{column}={field}"' for column, field in guess.items())
    return f"Its columns are {', '.join(header[:20])}. Say what they hold, such as {options}"


def _print_json(readings: Sequence[dict[str, Any]]) -> None:
    """JSON Lines in UTF-8 whatever the terminal's encoding is, then the report in one line."""
    out = sys.stdout.buffer
    for reading in readings:
        where = {"file": reading["file"]} if len(readings) > 1 else {}
        people = reading["batch"].people if "batch" in reading else ()
        out.writelines(_line(_person_as_json(person) | where) for person in people)
    out.flush()
    _tell_refusals(readings)
    if any("batch" in reading for reading in readings):
        sys.stderr.buffer.write(_line(_report(readings)))
        sys.stderr.buffer.flush()


def _line(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "replace")


def _person_as_json(person: "Person") -> dict[str, Any]:
    return {
        "name": person.name,
        "given": person.given,
        "family": person.family,
        "emails": person.emails,
        "phones": person.phones,
        "employer": person.employer,
        "job_title": person.job_title,
        "profile_url": person.profile_url,
        "connected_on": person.connected_on,
        "source": person.source,
        "row": person.row,
    }


def _report(readings: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The report of one file, or the sums over several with each one's own."""
    each = [
        _batch_as_json(reading["batch"]) if "batch" in reading else reading for reading in readings
    ]
    if len(each) == 1:
        return each[0]
    read_ones = [report for report in each if "error" not in report]
    formats = _union([report["format"]] for report in read_ones)
    return {
        "format": formats[0] if len(formats) == 1 else "several",
        **{key: sum(report[key] for report in read_ones) for key in ("rows", "kept", "merged")},
        "skipped": [
            {"file": reading["file"], **skipped}
            for reading, report in zip(readings, each, strict=True)
            for skipped in report.get("skipped", ())
        ],
        "refused_columns": _union(report["refused_columns"] for report in read_ones),
        "warnings": _union(report["warnings"] for report in read_ones),
        "files": [
            {"file": reading["file"], **report}
            for reading, report in zip(readings, each, strict=True)
        ],
    }


def _union(lists: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(text for texts in lists for text in texts))


def _batch_as_json(batch: "Batch") -> dict[str, Any]:
    return {
        "format": batch.format,
        "rows": batch.rows,
        "kept": batch.kept,
        "merged": batch.merged,
        "skipped": [{"row": skipped.row, "why": skipped.why} for skipped in batch.skipped],
        "refused_columns": list(batch.refused_columns),
        "warnings": list(batch.warnings),
    }


def _tell_refusals(readings: Sequence[dict[str, Any]]) -> None:
    for reading in readings:
        if "error" in reading:
            click.echo(f"{reading['file']}: {reading['error']}", err=True)
            click.echo(reading["hint"], err=True)


def _write(path: Path, report: dict[str, Any]) -> None:
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    try:
        path.write_text(text, encoding="utf-8", errors="replace")
    except OSError as error:
        raise Refused(
            f"The report cannot be written to {path}: {error.strerror}.", "Name another file."
        ) from error


def _print_for_people(readings: Sequence[dict[str, Any]]) -> None:
    from whoelse.cli.read_text import print_batch  # noqa: PLC0415 - slow import

    for reading in readings:
        if "batch" in reading:
            print_batch(reading["file"], reading["batch"])
    _tell_refusals(readings)
