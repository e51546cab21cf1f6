"""`whoelse mail sort`: what incoming messages are, and what is new in them."""

import json
import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from whoelse.engine.mail import SortedMail


@click.group()
def mail() -> None:
    """Incoming mail: say what a message is."""


@mail.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(("json", "text")),
    default="json",
    show_default=True,
    help="JSON Lines for programs, text for people.",
)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    metavar="FILE...",
)
def sort(files: tuple[str, ...], *, form: str) -> None:
    """Say what messages are: reply, bounce, auto_reply, feedback or other.

    A file holds one message as it came (RFC 5322); "-" reads standard input. For each there is
    one JSON object a line: what it is, whether a bounce is permanent, whom it is about, and what
    is new in a reply, without quotes and signature. Nothing is changed or sent.
    """
    show = _print_json if form == "json" else _print_for_people
    for name in files:
        show(name, _sorted(name))


def _sorted(name: str) -> "SortedMail":
    from whoelse.engine.mail import Limits, sort_mail  # noqa: PLC0415 - slow import

    with click.open_file(name, "rb") as file:
        return sort_mail(file.read(Limits().max_bytes + 1))


def _print_json(name: str, found: "SortedMail") -> None:
    """One line in UTF-8 whatever the terminal's encoding is."""
    line = json.dumps(_as_json(name, found), ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _as_json(name: str, found: "SortedMail") -> dict[str, Any]:
    return {
        "file": name,
        "is": found.kind,
        "permanent": found.permanent,
        "recipients": found.recipients,
        "reply_text": found.reply_text,
        "status": found.status,
        "original_ids": found.original_ids,
        "message_id": found.message_id,
        "in_reply_to": found.in_reply_to,
        "references": found.references,
        "from_address": found.from_address,
        "from_name": found.from_name,
        "subject": found.subject,
        "sent_at": found.sent_at.isoformat() if found.sent_at else None,
        "calendars": len(found.calendars),
        "truncated": found.truncated,
    }


def _print_for_people(name: str, found: "SortedMail") -> None:
    from whoelse.cli.mail_text import print_mail  # noqa: PLC0415 - slow import

    print_mail(name, found)
