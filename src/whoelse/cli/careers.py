"""`whoelse careers`: classify titles, load O*NET, show the atlas."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from whoelse.cli.main import Refused

if TYPE_CHECKING:
    from whoelse.engine.careers import Match, Onet

ONET_FILE = "onet.sqlite3"  # in the data folder
LONGEST_LINE_BYTES = 100_000  # one object of a JSON Lines file
WRONG_USE = 2
THANKS = (
    "O*NET is by the U.S. Department of Labor, Employment and Training Administration, CC BY 4.0."
)
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
_ONET = click.option(
    "--onet",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file that `careers load` made. [default: {ONET_FILE} in the data folder, if any]",
)


class WrongUse(Refused):
    """Something on the command line that means nothing: exit 2."""

    exit_code = WRONG_USE


@click.group()
def careers() -> None:
    """The career atlas: classify titles, load O*NET, show what is known."""


@careers.command()
@click.argument("title", required=False)
@click.option("--employer", default="", help="Where; its name may tell the sector.")
@click.option(
    "--jsonl", is_flag=True, help="Read one JSON object a line, TITLE being a file or the input."
)
@click.option("--atlas-only", is_flag=True, help="Do not ask O*NET, even if it is loaded.")
@_ONET
@_FORMAT
@click.pass_context
def classify(ctx: click.Context, title: str | None, form: str, **given: Any) -> None:
    """Say which occupations a job title means, best first; none is an answer too.

    With --jsonl each line is {"title": ..., "employer": ...}. Confidence is a score from 0 to 1.
    The exit code is 0, or 2 if the command or a line was used wrongly.
    """
    onet = None if given["atlas_only"] else _opened(given["onet"])
    if given["jsonl"]:
        with _open(title or "-") as file:
            ctx.exit(_classify_lines(file, onet))
    if title is None:
        raise WrongUse("There is no title.", 'Try: whoelse careers classify "Optical Engineer"')
    matches = _matches(title, given["employer"], onet)
    if form == "json":
        click.echo(_dumped(_answer(title, matches)))
    else:
        _text().print_matches(title, matches)


@careers.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "--into",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file to make. [default: {ONET_FILE} in the data folder]",
)
@_FORMAT
def load(source: Path, into: Path | None, form: str) -> None:
    """Load the O*NET text database, the ZIP as downloaded or its folder.

    Afterwards titles of all occupations are classified, not only those of the atlas. Nothing is
    downloaded; onetcenter.org has the file.
    """
    from whoelse.engine.careers import NotOnet, load_onet  # noqa: PLC0415 - slow import

    target = into or _data_folder() / ONET_FILE
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _bar() as bar:
            loaded = load_onet(source, target, lambda _: bar.update(1))
    except (NotOnet, OSError) as error:
        raise Refused(str(error), "onetcenter.org offers it as “Text” under Database.") from None
    if form == "json":
        figures = {"release": loaded.release, "occupations": loaded.occupations}
        click.echo(_dumped({**figures, "titles": loaded.titles, "file": str(loaded.path)}))
        return
    click.echo(f"{loaded.release}: {loaded.occupations:,} occupations, {loaded.titles:,} titles.")
    click.echo(f"They are in {loaded.path}.\n{THANKS}")


@careers.command()
@click.argument("code", required=False)
@_ONET
@_FORMAT
def show(code: str | None, onet: Path | None, form: str) -> None:
    """Show the whole atlas, or one area, sector or occupation by its code.

    CODE is one of ours, such as medical-physics, or a SOC code, such as 19-2012.
    """
    from whoelse.cli.careers_entries import entry, overview  # noqa: PLC0415 - slow import

    found = entry(code, lambda: _opened(onet)) if code else overview()
    if found is None:
        hint = "`whoelse careers show` lists all areas and families."
        raise WrongUse(f"There is nothing with the code “{(code or '')[:60]}”.", hint)
    if form == "json":
        click.echo(_dumped(found))
    else:
        _text().print_entry(found)


def _open(name: str) -> Any:
    try:
        return click.open_file(name, "rb")
    except OSError as error:
        raise WrongUse(f"{name} cannot be read: {error.strerror}.") from None


def _bar() -> Any:
    is_seen = sys.stderr.isatty()
    return click.progressbar(length=3, label="Loading O*NET", file=sys.stderr, hidden=not is_seen)


def _classify_lines(file: BinaryIO, onet: "Onet | None") -> int:
    """Answer one line for each line; a line that cannot be read is told and stepped over."""
    worst = 0
    for number, line in _lines(file):
        try:
            fields = _fields(line)
        except ValueError as error:
            click.echo(f"Line {number}: {error}", err=True)
            worst = WRONG_USE
            continue
        matches = _matches(fields["title"], fields.get("employer") or "", onet)
        known = {"id": fields["id"]} if "id" in fields else {}
        sys.stdout.write(_dumped({**known, **_answer(fields["title"], matches)}) + "\n")
    return worst


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(LONGEST_LINE_BYTES + 1):
        number += 1
        if line.strip():
            yield number, line
        while len(line) > LONGEST_LINE_BYTES and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE_BYTES + 1)


def _fields(line: bytes) -> dict[str, Any]:
    """The object on a line; a `ValueError` says in one sentence what is the case."""
    if len(line) > LONGEST_LINE_BYTES:
        raise ValueError("the line is longer than 100 kB.")
    try:
        fields = json.loads(line.decode("utf-8-sig", errors="replace"))
    except (ValueError, RecursionError):
        raise ValueError("this is no JSON.") from None
    if not isinstance(fields, dict) or not isinstance(fields.get("title"), str):
        raise ValueError('there must be an object with a "title".')
    if not isinstance(fields.get("employer") or "", str):
        raise ValueError('"employer" must be a string.')
    return fields


def _matches(title: str, employer: str, onet: "Onet | None") -> "tuple[Match, ...]":
    from whoelse.engine.careers import classify as classified  # noqa: PLC0415 - slow import

    return classified(title, employer, onet)


def _answer(title: str, matches: "tuple[Match, ...]") -> dict[str, Any]:
    return {
        "title": title,
        "matches": [
            {
                "code": match.occupation.soc,
                "nearest_code": match.occupation.borrows_soc,
                "occupation": match.occupation.name,
                "family": match.occupation.code,
                "area": match.occupation.area,
                "sector": match.sector,
                "confidence": match.confidence,
                "why": match.why,
            }
            for match in matches
        ],
    }


def _opened(path: Path | None) -> "Onet | None":
    """O*NET from the file that was named, or from the data folder if it is there."""
    usual = _data_folder() / ONET_FILE
    if path is None and not usual.is_file():
        return None
    from whoelse.engine.careers import NotOnet, Onet  # noqa: PLC0415 - slow import

    try:
        return Onet(path or usual)
    except NotOnet as error:
        raise Refused(str(error), "`whoelse careers load` makes it.") from None


def _data_folder() -> Path:
    """The folder of --data-dir, of WHOELSE_DATA_DIR, or the user's own."""
    given = click.get_current_context().find_root().params.get("data_dir")
    if given := given or os.environ.get("WHOELSE_DATA_DIR"):
        return Path(given).expanduser()
    import platformdirs  # noqa: PLC0415 - slow import

    return Path(platformdirs.user_data_path("whoelse"))


def _dumped(answer: Any) -> str:
    return json.dumps(answer, ensure_ascii=False)


def _text() -> Any:
    from whoelse.cli import careers_text  # noqa: PLC0415 - slow import

    return careers_text
