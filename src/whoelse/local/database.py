"""Bringing the database of a data folder up to date, after a copy of it was put aside."""

from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from whoelse import __version__
from whoelse.local.backups import forget_old, new_backup
from whoelse.local.place import Place


def bring_up_to_date(place: Place, *, at: datetime) -> Path | None:
    """Migrate if there is something to migrate; a database with content is copied first."""
    if not is_behind():
        return None
    is_new = not MigrationExecutor(connection).loader.applied_migrations
    backup = None if is_new else back_up(place, at=at)
    call_command("migrate", interactive=False, verbosity=0)
    return backup


def is_behind() -> bool:
    """Whether there is something to migrate."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def back_up(place: Place, *, at: datetime) -> Path:
    """A copy from before this version touched it; the newest of them are kept."""
    backup = new_backup(place, f"before-{__version__}", at=at)
    forget_old(place)
    return backup


def known_migrations() -> set[tuple[str, str]]:
    """What this version can bring a database to."""
    return set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
