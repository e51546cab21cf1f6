"""`whoelse` and `whoelse demo`: local mode from the terminal."""

import tempfile

import click

from whoelse.cli.main import Refused
from whoelse.local import server


def start(*, data_dir: str | None, port: int | None, opens_browser: bool) -> None:
    """Start local mode on the user's own data."""
    try:
        server.start(data_dir=data_dir, port=port, opens_browser=opens_browser)
    except server.CannotStart as error:
        raise Refused(str(error), error.hint) from None
    except PermissionError as error:
        raise Refused(
            f"WhoElse may not write to {error.filename}.", "Give another folder with --data-dir."
        ) from None


@click.command()
@click.option("--no-browser", is_flag=True, help="Print the address, open nothing.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Listen on this port.")
def demo(no_browser: bool, port: int) -> None:  # noqa: FBT001
    """Open a throwaway demonstration world: a student two years into the method.

    It lives in a temporary folder and is gone when it stops; your own data is not touched.
    """
    with tempfile.TemporaryDirectory(prefix="whoelse-demo-") as folder:
        click.echo("All people, firms and messages in this world are invented.", err=True)
        server.start(
            data_dir=folder, port=port, opens_browser=not no_browser, prepare=fill_with_demo
        )


def fill_with_demo() -> None:
    """Called when Django is ready, which it is not while this module loads."""
    from whoelse.local.demo import build  # noqa: PLC0415 - app ready

    build()
