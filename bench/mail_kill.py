"""Kill a worker while it sends, and count: `python -m bench.mail_kill --kills 500`.

Every round queues one letter and sends it in a process of its own, which is killed by SIGKILL: once
at every line of our code and of smtplib that a sending runs through, then at random moments. A
second process starts as local mode does. The SMTP server is a third process that writes what it
accepts to disk. A duplicate is a letter that was accepted twice; a lost one was not, though its row
says sent, or waits no longer and is not called unsure. `WHOELSE_DATABASE_URL` chooses PostgreSQL.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit, urlunsplit

from tests.local.process import free_port

TRACED = ("whoelse/web/mail/", "whoelse/web/outreach/", "/smtplib.py")
SEED = 20
BODY = "Dear Dr. Okafor,\n\nCould we talk for 20 minutes in the next weeks?\n\nAna Brandt"


def main() -> None:
    options = parsed()
    if options.serve:
        serve(options.serve)
        return
    with tempfile.TemporaryDirectory(prefix="whoelse-kill-") as folder, database():
        accepted = Path(folder) / "accepted"
        accepted.touch()
        with smtp_server(accepted) as port:
            world = World(folder, port, accepted)
            found = world.sweep(options.kills)
    print(json.dumps(found))
    sys.exit(1 if found["duplicates"] or found["lost"] else 0)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.mail_kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    return parser.parse_args()


class World:
    """A student with a connected account, and what is known about the letters so far."""

    def __init__(self, folder: str, port: int, accepted: Path) -> None:
        os.environ["WHOELSE_DATA_DIR"] = folder
        os.environ["WHOELSE_PRIVATE_NETWORK"] = "1"
        os.environ["DJANGO_SETTINGS_MODULE"] = "whoelse.web.settings"
        import django  # noqa: PLC0415 - slow import

        django.setup()
        self.accepted, self.random = accepted, random.Random(SEED)
        self.tally: Counter[str] = Counter()
        self._make(port)

    def sweep(self, kills: int) -> dict[str, object]:
        """At least `kills` kills: at every line, as many times as fit, then at random moments."""
        lines, seconds = self._lines_of_a_sending(), self._seconds_of_a_sending()
        begun, points = time.monotonic(), range(1, lines + 1)
        for point in points if kills >= lines else self.random.sample(points, kills // 2):
            self._round(lambda point=point: kill_at_line(point))
        by_line = self.tally["killed"]
        while self.tally["killed"] < kills:
            self._round(lambda: None, kill_after=self.random.uniform(0, seconds))
        return {
            "database": self._vendor(),
            "kills": self.tally["killed"],
            "at_lines": by_line,
            "lines_of_a_sending": lines,
            "at_random_moments": self.tally["killed"] - by_line,
            "rounds": self.tally["rounds"],
            "sent": self.tally["sent"],
            "unsure": self.tally["unsure"],
            "unsure_and_accepted": self.tally["unsure_and_accepted"],
            "duplicates": self.tally["duplicates"],
            "lost": self.tally["lost"],
            "seconds": round(time.monotonic() - begun, 1),
        }

    def _round(self, before: Callable[[], None], *, kill_after: float | None = None) -> None:
        letter = self._queue()
        self.tally["rounds"] += 1
        self.tally["killed"] += self._fork(before, kill_after=kill_after)
        self._fork(lambda: None)  # the next start
        letter.refresh_from_db()
        times = self.accepted.read_text().split().count(letter.message_id)
        self.tally[letter.state] += 1
        self.tally["duplicates"] += times > 1
        self.tally["lost"] += letter.state not in ("sent", "unsure")
        self.tally["lost"] += letter.state == "sent" and times == 0
        self.tally["unsure_and_accepted"] += letter.state == "unsure" and times == 1

    def _fork(self, before: Callable[[], None], *, kill_after: float | None = None) -> bool:
        """A worker as a process; whether it was killed."""
        from django.db import connections  # noqa: PLC0415 - app ready

        connections.close_all()
        child = os.fork()
        if child == 0:
            self._work(before)
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
            raise RuntimeError("A worker failed; see above.")
        return os.WIFSIGNALED(status)

    def _work(self, before: Callable[[], None]) -> None:
        """What local mode does at its start and its worker after it; never returns."""
        from django.utils import timezone  # noqa: PLC0415 - app ready

        from whoelse.web.mail import actions  # noqa: PLC0415 - app ready

        try:
            actions.recover(at=timezone.now(), everything=True)
            before()
            actions.send_due(timezone.now)
            sys.settrace(None)
        except BaseException:  # noqa: BLE001 - told, then the process ends
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)

    def _lines_of_a_sending(self) -> int:
        """How many lines a sending runs through, counted in a process that tells by a pipe."""
        self._queue()
        reading, writing = os.pipe()
        child = self._counted(Lines(0), writing)
        os.waitpid(child, 0)
        return int(os.read(reading, 100))

    def _counted(self, counter: "Lines", writing: int) -> int:
        from django.db import connections  # noqa: PLC0415 - app ready
        from django.utils import timezone  # noqa: PLC0415 - app ready

        from whoelse.web.mail import actions  # noqa: PLC0415 - app ready

        connections.close_all()
        child = os.fork()
        if child == 0:
            counter.begin()
            actions.send_due(timezone.now)
            sys.settrace(None)
            os.write(writing, str(counter.seen).encode())
            os._exit(0)
        return child

    def _seconds_of_a_sending(self) -> float:
        self._queue()
        begun = time.monotonic()
        self._fork(lambda: None)
        return time.monotonic() - begun

    def _queue(self):
        from django.utils import timezone  # noqa: PLC0415 - app ready

        from whoelse.web.mail import actions  # noqa: PLC0415 - app ready

        return actions.queue_mail(
            self.student,
            contact=self.contact,
            subject="Your work",
            body=BODY,
            at=timezone.now(),
            purpose="bench",
        )

    def _make(self, port: int) -> None:
        from django.core.management import call_command  # noqa: PLC0415 - app ready
        from django.utils import timezone  # noqa: PLC0415 - app ready

        from whoelse.web.accounts.actions import ensure_local_student  # noqa: PLC0415 - app ready
        from whoelse.web.contacts.actions import add_contact  # noqa: PLC0415 - app ready
        from whoelse.web.mail.models import MailAccount  # noqa: PLC0415 - app ready

        call_command("migrate", interactive=False, verbosity=0)
        self.student = ensure_local_student(time_zone="UTC")
        self.contact = add_contact(
            self.student,
            full_name="Samuel Okafor",
            circle="alumni",
            email="s.okafor@harrowbay.example",
            at=timezone.now(),
        )
        MailAccount.objects.create(
            student=self.student,
            address="ana@norhaven.example",
            smtp_host="127.0.0.1",
            smtp_port=port,
            smtp_security="none",
            connected_at=timezone.now(),
        )

    def _vendor(self) -> str:
        from django.db import connection  # noqa: PLC0415 - app ready

        return connection.vendor


class Lines:
    """Counts the lines of the files that matter, and ends the process at the one that is meant."""

    def __init__(self, last: int) -> None:
        self.last, self.seen = last, 0

    def begin(self) -> None:
        sys.settrace(self._call)

    def _call(self, frame: FrameType, event: str, _: object):  # noqa: ARG002 - tracer's signature
        name = frame.f_code.co_filename
        return self._line if any(part in name for part in TRACED) else None

    def _line(self, frame: FrameType, event: str, _: object):  # noqa: ARG002 - tracer's signature
        if event == "line":
            self.seen += 1
            if self.seen == self.last:
                os.kill(os.getpid(), signal.SIGKILL)
        return self._line


def kill_at_line(point: int) -> None:
    Lines(point).begin()


@contextmanager
def smtp_server(accepted: Path) -> Iterator[int]:
    """The recorder in a process of its own; yields its port."""
    command = [sys.executable, "-m", "bench.mail_kill", "--serve", str(accepted)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    try:
        yield int(server.stdout.readline())
    finally:
        server.terminate()
        server.wait(10)


def serve(accepted: str) -> None:
    """Accept every letter: its Message-ID is on disk before the answer leaves, a little late."""
    import asyncio  # noqa: PLC0415 - only in this process
    import re  # noqa: PLC0415 - only in this process

    from aiosmtpd.controller import Controller  # noqa: PLC0415 - only in this process

    file = os.open(accepted, os.O_WRONLY | os.O_APPEND)
    late = random.Random(SEED)

    class Recorder:
        async def handle_DATA(self, server, session, envelope):  # noqa: ARG002, N802
            found = re.search(rb"(?m)^Message-ID: <(\S+)>", envelope.original_content)
            os.write(file, found[1] + b"\n")
            await asyncio.sleep(late.uniform(0, 0.004))
            return "250 OK"

    controller = Controller(Recorder(), hostname="127.0.0.1", port=0)
    controller.port = free_port()
    controller.start()
    print(controller.port, flush=True)
    signal.pause()


@contextmanager
def database() -> Iterator[None]:
    """On PostgreSQL a database of its own, gone afterwards; on SQLite a file of the folder."""
    address = os.environ.get("WHOELSE_DATABASE_URL", "")
    if not address:
        yield
        return
    import psycopg  # noqa: PLC0415 - optional dependency

    name = f"whoelse_kill_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    os.environ["WHOELSE_DATABASE_URL"] = urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
    try:
        yield
    finally:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


if __name__ == "__main__":
    main()
