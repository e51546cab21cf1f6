"""What `whoelse mail sort --format text` shows to people."""

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from whoelse.engine.mail import SortedMail

_KINDS = {
    "reply": "a reply",
    "auto_reply": "an automatic answer",
    "feedback": "a complaint that a mail provider passes on",
    "other": "no answer to anything",
}
_BOUNCES = {
    True: "a bounce for good",
    False: "a bounce that may pass",
    None: "a bounce",
}


def print_mail(name: str, found: SortedMail) -> None:
    """Print what a message is, whom it is about, and what is new in it."""
    console = Console(highlight=False)
    console.print(Text.assemble((f"{name}: ", "bold"), f"{_kind(found)}."))
    if found.recipients:
        console.print(Padding(Text(f"About {', '.join(found.recipients)}"), (0, 0, 0, 2)))
    if found.reply_text:
        console.print(Padding(Text(found.reply_text, style="dim"), (0, 0, 0, 2)))
    if found.truncated:
        console.print(Padding(Text("It is so large that a part was not read."), (0, 0, 0, 2)))


def _kind(found: SortedMail) -> str:
    what = _BOUNCES[found.permanent] if found.kind == "bounce" else _KINDS[found.kind]
    who = found.from_name or found.from_address
    return f"{what} from {who}" if who else what
