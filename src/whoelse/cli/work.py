"""`whoelse work`: the worker of a host. As many of them as wanted share the work."""

import os
import signal

import click

from whoelse.cli.main import Refused


@click.command()
@click.option(
    "--workers", type=click.IntRange(1, 32), default=2, show_default=True, help="Jobs at a time."
)
@click.option("--once", is_flag=True, help="Do what is due now, then stop: for cron.")
def work(workers: int, once: bool) -> None:  # noqa: FBT001
    """Send what was released, read answers, and whatever else is due.

    Any number of these may run, on any number of machines: rows are claimed, so nothing is done
    twice, and what a dead worker left is found again. In local mode this runs by itself.
    """
    import django  # noqa: PLC0415 - slow import

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "whoelse.web.settings")
    try:
        django.setup()
    except Exception as error:
        if type(error).__name__ != "WrongSetting":
            raise
        raise Refused(str(error), "Look it up in docs/configuration.md.") from None
    from whoelse.web.core import doorbell  # noqa: PLC0415 - app ready

    consumer = doorbell.worker(workers)
    if once:
        doorbell.look_everywhere()
        return
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: consumer.stop_flag.set())
    click.echo(f"Working, {workers} jobs at a time. Press Ctrl-C to stop.", err=True)
    consumer.run()
    consumer.end()
    click.echo("Stopped. What is left waits for the next worker.", err=True)
