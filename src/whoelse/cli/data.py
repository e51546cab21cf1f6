"""`whoelse export`, `import`, `backup`, `restore`: the own data, out and in again."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from whoelse.cli.main import Refused
from whoelse.local import archives, backups
from whoelse.local.place import Place
from whoelse.local.server import CannotStart
from whoelse.web.core.errors import UserError

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_NEW_FILE = click.Path(dir_okay=False, path_type=Path)
_data_dir = click.option(
    "--data-dir", type=click.Path(file_okay=False), help="The data is here, not in the usual place."
)
_replace = click.option("--replace", is_flag=True, help="Write over FILE if it is there.")
KEY_STAYS = (
    "Passwords in it open with the file secret-key of the data folder alone: keep a copy of that"
    " too, somewhere else."
)


@click.command()
@click.argument("file", type=_NEW_FILE)
@_replace
@_data_dir
@click.pass_context
def export(ctx: click.Context, file: Path, replace: bool, data_dir: str | None) -> None:  # noqa: FBT001
    """Write everything of the student into one archive, FILE.

    A ZIP with all data and with copies for people: tables, an address book, a calendar, texts.
    Passwords are not in it. docs/archive.md says what is.
    """
    place = _place_with_data(ctx, data_dir)
    _ensure_free(file, replace=replace)
    with _told():
        archives.export_archive(place, file)
    click.echo(file)


@click.command(name="import")
@click.argument("file", type=_FILE)
@_data_dir
@click.pass_context
def import_(ctx: click.Context, file: Path, data_dir: str | None) -> None:
    """Bring the archive FILE into an empty data folder.

    All of it comes in, or nothing. Into data that is not empty it does not go: give a new folder
    with --data-dir. Contacts out of a list come in on the page People, Import.
    """
    with _told():
        told = archives.import_archive(_place(ctx, data_dir), file)
    click.echo(told.in_words)
    if told.lost_blocks:
        click.echo(told.loss_in_words, err=True)


@click.command()
@click.argument("file", type=_NEW_FILE, required=False)
@_replace
@_data_dir
@click.pass_context
def backup(ctx: click.Context, file: Path | None, replace: bool, data_dir: str | None) -> None:  # noqa: FBT001
    """Copy the database to FILE, also while WhoElse is running.

    Without FILE the copy goes into the folder of backups beside the data. On a host with
    PostgreSQL use pg_dump.
    """
    place = _place_with_data(ctx, data_dir)
    with _told():
        if file is None:
            file = backups.new_backup(place, "by-hand", at=datetime.now(UTC))
        else:
            _ensure_free(file, replace=replace)
            backups.copy_into(file, place.database)
    click.echo(file)
    click.echo(KEY_STAYS, err=True)


@click.command()
@click.argument("file", type=_FILE)
@_data_dir
@click.pass_context
def restore(ctx: click.Context, file: Path, data_dir: str | None) -> None:
    """Put the backup FILE in the place of the database.

    FILE is looked through first; a cut-off, damaged or foreign one changes nothing. What was
    there is kept beside the data. WhoElse must not be running in that folder.
    """
    place = _place(ctx, data_dir)
    if not place.take():
        raise Refused(
            f"WhoElse is running in {place.folder}.", "Stop it with Ctrl-C, then try again."
        )
    try:
        with _told():
            archives.set_up(place)
            from whoelse.local.database import known_migrations  # noqa: PLC0415 - app ready

            known = known_migrations()
            aside = backups.put_back(place, file.resolve(), known, at=datetime.now(UTC))
    finally:
        place.leave()
    click.echo(f"{file.name} is in its place.")
    if aside:
        click.echo(f"What was there before is kept as {aside}.", err=True)


def _place(ctx: click.Context, data_dir: str | None) -> Place:
    """The data folder; what lies in PostgreSQL is not local and goes other ways."""
    data_dir = data_dir or (ctx.obj or {}).get("data_dir")
    if os.environ.get("WHOELSE_DATABASE_URL") and not data_dir:
        raise Refused(
            "This WhoElse keeps its data in PostgreSQL (WHOELSE_DATABASE_URL).",
            "Copy it with pg_dump and put it back with pg_restore; a student's archive is in"
            " Settings, Your data. For a folder on this machine give --data-dir.",
        )
    os.umask(0o077)  # what is written here is the student's alone
    with _told():
        return Place(data_dir)


def _place_with_data(ctx: click.Context, data_dir: str | None) -> Place:
    place = _place(ctx, data_dir)
    if not place.database.exists():
        raise Refused(f"There is no data in {place.folder}.", "Say with --data-dir where it is.")
    return place


def _ensure_free(file: Path, *, replace: bool) -> None:
    if file.exists() and not replace:
        raise Refused(f"{file} is there already.", "Choose another name, or say --replace.")


@contextmanager
def _told() -> Iterator[None]:
    """What cannot be done, said as every command says it."""
    try:
        yield
    except (CannotStart, backups.CannotRestore) as why:
        raise Refused(str(why), why.hint) from None
    except OSError as why:
        where = why.filename or "the file"
        raise Refused(
            f"{where} cannot be read or written: {why.strerror}.",
            "Look at the place and its space.",
        ) from None
    except sqlite3.Error as why:
        raise Refused(
            f"The database cannot be read: {why}.", "A backup takes its place by “whoelse restore”."
        ) from None
    except UserError as why:
        raise Refused(why.message, why.hint) from None
