"""Copies of the database file: made while it is in use, and put back after they were looked at.

Plain SQLite; nothing here knows a table of the product but the few by which it is recognised.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from whoelse.local.place import Place

KEPT_BACKUPS = 10
_MAGIC, _HEADER = b"SQLite format 3\0", 100
_BESIDE = ("-wal", "-shm", "-journal")  # files that SQLite keeps beside a database
OURS = ("accounts_student", "contacts_contact", "django_migrations")


class CannotRestore(Exception):
    """The file cannot take the place of the database; nothing was changed. `hint` says what now."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


def copy_into(target: Path, database: Path) -> None:
    """Copy a database as it is at this moment, also while others write; whole or not at all."""
    with _part_of(target) as part:
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        _keep(part, target)


def new_backup(place: Place, why: str, *, at: datetime) -> Path:
    """A copy in the folder of backups, named by its moment and its reason."""
    place.backups.mkdir(mode=0o700, exist_ok=True)
    target = place.backups / f"{at:%Y%m%d-%H%M%S-%f}-{why}.sqlite3"
    copy_into(target, place.database)
    return target


def forget_old(place: Place) -> None:
    """Keep the newest of those that were made by themselves."""
    for old in sorted(place.backups.glob("*-before-*.sqlite3"))[:-KEPT_BACKUPS]:
        _unlink(old, ("", *_BESIDE))


def put_back(place: Place, file: Path, known: set[tuple[str, str]], *, at: datetime) -> Path | None:
    """Let a backup take the place of the database; returns where the present one is kept.

    `known` are the migrations of this version. The backup is copied, and the copy looked at,
    before anything is touched. Raises `CannotRestore`.
    """
    _ensure_whole(file)
    with _part_of(place.database) as part:
        shutil.copyfile(file, part)
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{file}-wal", f"{part}-wal")
        _ensure_sound(part, known, file)
        aside = _set_aside(place, at=at)
        _keep(part, place.database)
    return aside


def _ensure_whole(file: Path) -> None:
    """By the file's own header: as long as it says, and a database at all."""
    with file.open("rb") as opened:
        header = opened.read(_HEADER)
    if header.startswith(b"PK"):
        raise CannotRestore(
            f"{file.name} is an archive, not a backup.",
            "Bring it in with “whoelse import” in an empty data folder.",
        )
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise CannotRestore(
            f"{file.name} is no backup of WhoElse.", "Choose a file that “whoelse backup” made."
        )
    page = int.from_bytes(header[16:18]) or 1
    pages = int.from_bytes(header[28:32])
    is_alone = not Path(f"{file}-wal").exists()
    if is_alone and file.stat().st_size != pages * (65_536 if page == 1 else page):
        raise damaged(file)


def damaged(file: Path) -> CannotRestore:
    return CannotRestore(
        f"{file.name} is cut off or damaged.",
        "Copy it again from where it was made, or choose another backup.",
    )


def _ensure_sound(copy: Path, known: set[tuple[str, str]], file: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as opened:
            found = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
            tables = {name for (name,) in opened.execute("SELECT name FROM sqlite_master")}
            if found != "ok":
                raise damaged(file)
            if not tables.issuperset(OURS):
                raise CannotRestore(
                    f"{file.name} is a database, but not one of WhoElse.",
                    "Choose a file that “whoelse backup” made.",
                )
            applied = set(opened.execute("SELECT app, name FROM django_migrations"))
            opened.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError:
        raise damaged(file) from None
    if applied - known:
        raise CannotRestore(
            f"A newer WhoElse made {file.name}.",
            "Bring WhoElse up to date, then try again.",
        )


def _set_aside(place: Place, *, at: datetime) -> Path | None:
    """Keep what is there, sound or not. It stays in place until the other one takes it."""
    if not place.database.exists():
        return None
    place.backups.mkdir(mode=0o700, exist_ok=True)
    aside = place.backups / f"{at:%Y%m%d-%H%M%S-%f}-before-restore.sqlite3"
    for ending in ("", "-wal"):  # untouched: opening a damaged one may throw away what was last
        with suppress(FileNotFoundError):
            shutil.copy2(f"{place.database}{ending}", f"{aside}{ending}")
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(place.database)) as present:
        present.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    _unlink(place.database, _BESIDE)
    return aside


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
    """A file beside the target to write to; nothing is left of it if it did not become that."""
    part = target.with_name(f"{target.name}.part")
    try:
        yield part
    finally:
        _unlink(part, ("", *_BESIDE))


def _unlink(file: Path, endings: tuple[str, ...]) -> None:
    for ending in endings:
        Path(f"{file}{ending}").unlink(missing_ok=True)


def _keep(part: Path, target: Path) -> None:
    """The written file takes its name, at once and for good."""
    part.chmod(0o600)
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(target)
