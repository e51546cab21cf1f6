"""Serving one data folder on the loopback address, until Ctrl-C."""

import logging
import os
import signal
import socket
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

import click

from whoelse.local.place import Place, own_zone

USUAL_PORT = 8421
MOST_BYTES = 512 * 1024 * 1024  # kept on disk while it arrives; an import refuses less, in words
Prepare = Callable[[], None]


class CannotStart(Exception):
    """Local mode cannot start; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def start(
    *, data_dir: str | None, port: int | None, opens_browser: bool, prepare: Prepare | None = None
) -> None:
    """Serve the data folder, or open the one that serves it already.

    `prepare` is called once the database is up to date, before the first page can be asked for.
    """
    os.umask(0o077)  # the database, its backups and the key are the student's alone
    place = Place(data_dir)
    set_environment(place)
    if not place.take():
        open_running(place, opens_browser=opens_browser)
        return
    try:
        serve(place, port=port, opens_browser=opens_browser, prepare=prepare)
    finally:
        place.leave()


def set_environment(place: Place) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "whoelse.web.settings"
    os.environ["WHOELSE_DATA_DIR"] = str(place.folder)
    os.environ["WHOELSE_HOSTS"] = "127.0.0.1,localhost"
    os.environ["WHOELSE_PRIVATE_NETWORK"] = "1"  # the student's own machine and network
    os.environ.pop("WHOELSE_DATABASE_URL", None)


def serve(place: Place, *, port: int | None, opens_browser: bool, prepare: Prepare | None) -> None:
    import django  # noqa: PLC0415 - slow import
    from waitress.server import create_server  # noqa: PLC0415 - slow import

    listener = listen(USUAL_PORT if port is None else port)
    taken = listener.getsockname()[1]
    if port not in (None, 0, taken):
        click.echo(f"Port {port} is taken; using {taken}.", err=True)
    django.setup()
    key = prepare_data(place, prepare=prepare)
    from whoelse.web.wsgi import application  # noqa: PLC0415 - slow import

    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page that waits a moment
    server = create_server(
        application, sockets=[listener], threads=6, ident=None, max_request_body_size=MOST_BYTES
    )
    signal.signal(signal.SIGTERM, interrupt)
    try:
        with working():  # what it imports is there before the first printed word invites Ctrl-C
            place.announce(taken)
            tell(f"http://127.0.0.1:{taken}/door/{key}/", opens_browser=opens_browser)
            click.echo(f"Your data is in {place.folder}. Press Ctrl-C to stop.", err=True)
            server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()
        click.echo("\nWhoElse has stopped. Everything is saved.", err=True)


@contextmanager
def working() -> Iterator[None]:
    """The worker of local mode, a thread of this process. What leaves now is nobody's any more."""
    from whoelse.web.core.doorbell import answering  # noqa: PLC0415 - app ready
    from whoelse.web.mail.actions import recover  # noqa: PLC0415 - app ready

    recover(at=datetime.now(UTC), everything=True)
    with answering(workers=2):  # a slow mailbox holds no letter up
        yield


def prepare_data(place: Place, *, prepare: Prepare | None = None) -> str:
    """Bring the database up to date, make the student, and return a one-time key."""
    from whoelse.local.database import bring_up_to_date  # noqa: PLC0415 - app ready
    from whoelse.web.accounts import actions  # noqa: PLC0415 - app ready

    now = datetime.now(UTC)
    backup = bring_up_to_date(place, at=now)
    if backup:
        click.echo(f"The data was brought up to date; a copy from before is {backup}.", err=True)
    actions.ensure_local_student(time_zone=own_zone())
    if prepare:
        prepare()
    return actions.make_door_key(at=now)


def open_running(place: Place, *, opens_browser: bool) -> None:
    """Another process serves this folder: make a key in its database and open that one."""
    import django  # noqa: PLC0415 - slow import

    running = wait_for_announcement(place)
    django.setup()
    from whoelse.web.accounts import actions  # noqa: PLC0415 - app ready

    key = actions.make_door_key(at=datetime.now(UTC))
    click.echo("WhoElse is running already.", err=True)
    tell(f"http://127.0.0.1:{running.port}/door/{key}/", opens_browser=opens_browser)


def wait_for_announcement(place: Place, *, seconds: float = 15) -> "object":
    """The other process may be starting this very moment."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        running = place.running()
        if running and answers(running.port):
            return running
        time.sleep(0.1)
    raise CannotStart(
        f"Another WhoElse holds {place.folder} but does not answer.",
        "End that process, or wait until it is done, and start again.",
    )


def answers(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def listen(port: int) -> socket.socket:
    """A socket on the loopback address only; another port if this one is taken."""
    for candidate in (port, 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name != "nt":  # on Windows it would let a second process share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", candidate))
            listener.listen(128)
        except OSError:
            listener.close()
            continue
        return listener
    raise CannotStart(
        "No port on 127.0.0.1 is free.", "Close a program that listens and try again."
    )


def tell(address: str, *, opens_browser: bool) -> None:
    """Print the link, so that it can be opened by hand, and open it if there is a browser."""
    click.echo(f"Open {address}")
    click.echo("The link works once. Start WhoElse again to get a new one.", err=True)
    if opens_browser:
        threading.Thread(target=open_quietly, args=(address,), daemon=True).start()


def open_quietly(address: str) -> None:
    with suppress(webbrowser.Error):
        webbrowser.open(address)


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt
