"""The doorbell of work in the background: rows are the truth, a ring only says "look now".

A job looks for due rows and does what they say; it is called when it is rung for, and every
minute anyway, so that a lost or doubled ring does no harm. Nothing but the job's name travels.
"""

import json
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import close_old_connections
from django.utils.module_loading import autodiscover_modules
from huey import Huey, PostgresHuey, SqliteHuey, crontab
from huey.api import TaskWrapper
from huey.consumer import Consumer
from huey.registry import Message
from huey.serializer import Serializer

Job = Callable[[], None]
LONGEST_GOODBYE = 10.0  # seconds for the jobs of this moment to end
LONGEST_WAIT = 2.0  # seconds between two looks at SQLite's doorbell; PostgreSQL's rings by itself
JOBS: dict[str, Job] = {}
log = logging.getLogger(__name__)


def job(name: str) -> Callable[[Job], Job]:
    """Register a function of a `tasks` module under the name by which it is rung for."""

    def registered(function: Job) -> Job:
        JOBS[name] = function
        return function

    return registered


def ring(name: str) -> None:
    """Ask for a job now. A bell that does not work costs a minute and nothing else."""
    try:
        huey, answer = bell()
        answer(name)
        huey.storage.close()
    except Exception:  # noqa: BLE001 - whatever is wrong with the bell, the row is there
        log.warning("The doorbell did not ring for %s; the sweep finds it.", name)


def look_everywhere() -> None:
    """Do every job once. One that fails does not keep the others from theirs."""
    for name in JOBS:
        _do(name)


@lru_cache(maxsize=1)
def bell() -> tuple[Huey, TaskWrapper]:
    """The queue of this installation, in PostgreSQL or in a file of the data folder."""
    options: dict[str, Any] = {"results": False, "serializer": _Plain()}
    database = settings.DATABASES["default"]
    if "postgresql" in database["ENGINE"]:
        huey: Huey = PostgresHuey("whoelse", **options, **_address(database))
    else:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = settings.DATA_DIR / "doorbell.sqlite3"
        huey = SqliteHuey("whoelse", filename=str(file), **options)
    huey.periodic_task(crontab(), name="sweep")(look_everywhere)
    return huey, huey.task(name="answer")(_do)


@contextmanager
def answering(workers: int = 1) -> Iterator["Patient"]:
    """Answer the bell in threads of this process as long as the block runs."""
    consumer = worker(workers)
    thread = threading.Thread(target=consumer.run, name="doorbell", daemon=True)
    thread.start()
    try:
        yield consumer
    finally:
        consumer.end()
        thread.join(timeout=5)
        bell()[0].storage.close()


def worker(workers: int = 1) -> "Patient":
    """A consumer that knows all jobs; `run` works until its stop flag is set."""
    autodiscover_modules("tasks")
    return Patient(
        bell()[0], workers=workers, max_delay=LONGEST_WAIT, shutdown_timeout=LONGEST_GOODBYE
    )


class Patient(Consumer):
    """A consumer that leaves signals to its process, and lets what is under way come to an end."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._has_started, self._one_at_a_time = threading.Event(), threading.Lock()

    def start(self) -> None:
        self.scheduler.shutdown = self._hang_up
        self.huey.on_shutdown("connections")(self._hang_up)
        super().start()
        self._has_started.set()

    def end(self) -> None:
        """Stop after the jobs of this moment: a letter cut off in the middle would be unsure."""
        self._has_started.wait(LONGEST_GOODBYE)
        self.stop(graceful=True)

    def _hang_up(self) -> None:
        """Close what a thread opened: a connection of its own, which nobody else can, and the one
        of all, one thread at a time."""
        with self._one_at_a_time:
            self.huey.storage.close()

    def _set_signal_handlers(self) -> None:
        return


class _Plain(Serializer):
    """JSON instead of huey's pickles: what lies in the queue can only be a name."""

    def _serialize(self, data: Message) -> bytes:
        return json.dumps(list(data)).encode()

    def _deserialize(self, data: bytes) -> Message:
        return Message(*json.loads(data))


def _do(name: str) -> None:
    """Do one job with fresh connections. A name that nobody knows any more is nothing to do."""
    close_old_connections()
    try:
        JOBS.get(name, _nothing)()
    except Exception:
        log.exception("The job %s failed; the next sweep tries again.", name)
    finally:
        close_old_connections()


def _nothing() -> None:
    return


def _address(database: dict[str, Any]) -> dict[str, Any]:
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host"}
    given = {ours: database[theirs] for theirs, ours in names.items() if database.get(theirs)}
    return given | ({"port": database["PORT"]} if database.get("PORT") else {})
