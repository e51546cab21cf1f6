"""The archive of a local installation: out into a file and in from one, with the server or without.

Django is set up here, on the data folder that was asked for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from whoelse.local.place import Place, own_zone
from whoelse.local.server import CannotStart, set_environment

if TYPE_CHECKING:
    from whoelse.web.accounts.models import Student
    from whoelse.web.archive.actions import BroughtIn


def export_archive(place: Place, file: Path) -> None:
    """Write the archive; the file is there when it is whole."""
    part = file.with_name(f"{file.name}.part")
    with student_of(place) as student:
        from whoelse.web.archive.packing import pack  # noqa: PLC0415 - app ready

        try:
            with part.open("wb") as opened:
                part.chmod(0o600)
                pack(student, opened)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def import_archive(place: Place, file: Path) -> "BroughtIn":
    """Bring an archive into the empty data of a folder. Raises `UserError`."""
    set_up(place)
    from whoelse.web.archive.actions import bring_in  # noqa: PLC0415 - app ready
    from whoelse.web.archive.opening import data_in  # noqa: PLC0415 - app ready

    with file.open("rb") as opened:
        data_in(opened)  # what is no archive is refused before a database is made for it
        with student_of(place) as student:
            return bring_in(student, opened, at=datetime.now(UTC))


def set_up(place: Place) -> None:
    """Set Django up on a data folder."""
    import django  # noqa: PLC0415 - slow import

    set_environment(place)
    django.setup()


@contextmanager
def student_of(place: Place) -> "Iterator[Student]":
    """The student of a folder. The database is brought up to date, unless somebody serves it."""
    set_up(place)
    from whoelse.local import database  # noqa: PLC0415 - app ready
    from whoelse.web.accounts import actions  # noqa: PLC0415 - app ready

    is_ours = place.take()
    try:
        if is_ours:
            database.bring_up_to_date(place, at=datetime.now(UTC))
        elif database.is_behind():
            raise CannotStart(
                f"Another version of WhoElse is running in {place.folder}.",
                "Stop it, then try again.",
            )
        yield actions.ensure_local_student(time_zone=own_zone())
    finally:
        if is_ours:
            place.leave()
