"""How long pages take by Django's test client: no network, no browser."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bench.figure import Figure, processor_seconds

if TYPE_CHECKING:
    from django.test import Client

PATHS = ("/", "/people/", "/network/", "/discoveries/")
ROUNDS = 10


def page_times() -> Iterator[Figure]:
    """Pages of the demonstration world"""
    with tempfile.TemporaryDirectory(prefix="whoelse-bench-") as folder:
        set_up(folder)
        took = processor_seconds(build_world)
        yield Figure("make the world", took, note="migrations included")
        client = student_client()
        for path in PATHS:
            page = client.get(path)  # templates are compiled here
            if page.status_code != 200:
                raise RuntimeError(f"{path} was answered with {page.status_code}.")
            times = [processor_seconds(lambda path=path: client.get(path)) for _ in range(ROUNDS)]
            size = len(page.content) / 1000
            note = f"{size:.0f} kB; the slowest of {ROUNDS}: {1000 * max(times):.0f} ms"
            yield Figure(path, min(times), note=note)
        close()


def set_up(folder: str) -> None:
    """Point Django at a folder of its own; possible once in a process."""
    import django  # noqa: PLC0415 - settings are read here

    from whoelse.local.place import Place  # noqa: PLC0415
    from whoelse.local.server import set_environment  # noqa: PLC0415

    set_environment(Place(folder))
    django.setup()


def build_world() -> None:
    from django.core.management import call_command  # noqa: PLC0415 - app ready

    from whoelse.local.demo import build  # noqa: PLC0415 - app ready

    call_command("migrate", interactive=False, verbosity=0)
    build(datetime.now(UTC))


def student_client() -> "Client":
    """A browser in which the one student is logged in."""
    from django.test import Client  # noqa: PLC0415 - app ready

    from whoelse.web.accounts.actions import ensure_local_student  # noqa: PLC0415 - app ready

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(ensure_local_student(time_zone="America/New_York").user)
    return client


def close() -> None:
    from django.db import connections  # noqa: PLC0415 - app ready

    connections.close_all()
