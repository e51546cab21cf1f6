"""Bringing the database of a data folder up to date, after a copy of it was put aside."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from whoelse import __version__
from whoelse.local.place import Place

KEPT_BACKUPS = 10


def bring_up_to_date(place: Place, *, at: datetime) -> Path | None:
    """Migrate if there is something to migrate; a database with content is copied first."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return None
    backup = back_up(place, at=at) if executor.loader.applied_migrations else None
    call_command("migrate", interactive=False, verbosity=0)
    return backup


def back_up(place: Place, *, at: datetime) -> Path:
    """Copy the database while it may be in use, the SQLite way, and keep the newest copies."""
    place.backups.mkdir(mode=0o700, exist_ok=True)
    target = place.backups / f"{at:%Y%m%d-%H%M%S}-before-{__version__}.sqlite3"
    with (
        closing(sqlite3.connect(place.database)) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)
    target.chmod(0o600)
    for old in sorted(place.backups.glob("*.sqlite3"))[:-KEPT_BACKUPS]:
        old.unlink()
    return target
