"""`whoelse busy`: when somebody is busy, out of any calendar file, without what they do then."""

import json
import sys
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from whoelse.cli.main import Refused

if TYPE_CHECKING:
    from whoelse.engine.calendars import Busy, Interval

LARGEST_INPUT = 10_000_001  # bytes; one more than is read, so that a longer file is told


class Zone(click.ParamType):
    """The name of a time zone, such as America/New_York."""

    name = "zone"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> ZoneInfo:
        try:
            return ZoneInfo(str(value))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.fail(f"{value!r} is no time zone; one is America/New_York.", param, ctx)


@click.command()
@click.option(
    "--from",
    "first",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]),
    required=True,
    help="The first day, or a time of it, by the clocks of the zone.",
)
@click.option(
    "--to",
    "last",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]),
    required=True,
    help="The day, or the time, before which to stop.",
)
@click.option(
    "--zone",
    type=Zone(),
    required=True,
    help="In which to show times; what has no zone of its own is meant by it.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs.",
)
@click.argument("file", type=click.File("rb"))
@click.pass_context
def busy(
    ctx: click.Context,
    file: BinaryIO,
    *,
    first: datetime,
    last: datetime,
    zone: ZoneInfo,
    form: str,
) -> None:
    """Read the busy times of a calendar file (.ics); "-" reads standard input.

    Titles, places and people are not even looked at. An event that cannot be read is told with
    the reason, and the others stand. The exit code is 1 if the file is no calendar.
    """
    from whoelse.engine.calendars import read_busy  # noqa: PLC0415 - slow import

    data = file.read(LARGEST_INPUT)
    start, end = first.replace(tzinfo=zone), last.replace(tzinfo=zone)
    try:
        found = read_busy(data, start=start, end=end, zone=zone)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--from and --to") from None
    if not found.is_calendar:
        raise Refused("This is no calendar file.", "A calendar file begins with BEGIN:VCALENDAR.")
    show = _print_json if form == "json" else _print_for_people
    show(found, zone)
    ctx.exit(0)


def _print_json(found: "Busy", zone: ZoneInfo) -> None:
    told = {
        "busy": [{**_ends(interval, zone), "summary_hidden": True} for interval in found.intervals],
        "skipped": [{"uid": skipped.uid, "why": skipped.why} for skipped in found.skipped],
        "events": found.events,
    }
    sys.stdout.buffer.write(
        (json.dumps(told, ensure_ascii=False) + "\n").encode("utf-8", "replace")
    )
    sys.stdout.buffer.flush()


def _ends(interval: "Interval", zone: ZoneInfo) -> dict[str, str]:
    return {
        "start": interval.start.astimezone(zone).isoformat(),
        "end": interval.end.astimezone(zone).isoformat(),
    }


def _print_for_people(found: "Busy", zone: ZoneInfo) -> None:
    for interval in found.intervals:
        click.echo(_line(interval, zone))
    if not found.intervals:
        click.echo("Nothing is busy then.")
    for skipped in found.skipped:
        where = f"{skipped.uid}: " if skipped.uid else ""
        click.echo(f"Left out: {where}{skipped.why}.", err=True)


def _line(interval: "Interval", zone: ZoneInfo) -> str:
    """ "Tue 1 Dec, 09:00 to 10:30", with the second day where it is another one."""
    start, end = interval.start.astimezone(zone), interval.end.astimezone(zone)
    until = f"{end:%H:%M}" if end.date() == start.date() else f"{_day(end)}, {end:%H:%M}"
    return f"{_day(start)}, {start:%H:%M} to {until}"


def _day(moment: datetime) -> str:
    return f"{moment:%a} {moment.day} {moment:%b}"
