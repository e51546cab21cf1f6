"""The words of a bounce without delivery status: whom they name, and where the old message is."""

import re
from collections.abc import Iterable, Sequence

from whoelse.engine.mail.addresses import ADDRESS
from whoelse.engine.mail.phrases import any_of

_NOTICE = 40_000  # characters that are read of the notice
_LINES = 600
_HELP = frozenset(
    ("postmaster", "mailer-daemon", "abuse", "support", "helpdesk", "help", "noreply", "no-reply",
     "admin", "administrator", "webmaster", "hostmaster", "root", "info", "service", "spam")
)  # fmt: skip
# Where an address stands that could not be reached.
_LEADING = re.compile(r"[\s>*\-•·\"'(\[=|]{0,12}<?$")
_ASKED = re.compile(
    r"(?:rcpt|recipients?|address|addressees?|to|for|user|mailbox|account|smtp|empfänger|an"
    r"|destinataires?|destinatarios?|destinatári[oa]s?|destinatari[oa]?|à|a|ontvanger|aan|mottagare"
    r"|modtager|mottaker|odbiorca|адрес\w*|получател\w*|alıcı|收件人|宛先|받는 사람)[^\w@]{1,6}$",
    re.IGNORECASE,
)
_CODE_FOLLOWS = re.compile(r">?[\s:.,;)\]'\"-]{0,6}(?:[45]\d\d[\s-]|[45]\.\d\.\d|\(?#?[45]\.\d)")


def split_original(texts: Sequence[str]) -> tuple[str, str]:
    """The notice, and the message given back below it where that is one text."""
    lines = "\n".join(texts)[: 4 * _NOTICE].split("\n")
    for at, line in enumerate(lines):
        if at and _is_start_of_original(line):
            return "\n".join(lines[:at])[:_NOTICE], "\n".join(lines[at:])
    return "\n".join(lines)[:_NOTICE], "\n".join(lines[len(lines) // 2 :])


def _is_start_of_original(line: str) -> bool:
    """A rule, or a line of its own, that speaks of the message; a sentence may speak of it too."""
    text = line.strip().lower()
    if not 0 < len(text) <= 120 or any_of("bounce", "original").search(text) is None:
        return False
    is_ruled = text[0] in "-=*_+#>|" or text.endswith(("---", "===", "***"))
    return (
        is_ruled
        or text.endswith((":", "：", ".", "follows"))
        or text.startswith(("return-path:", "received:"))
    )


def named_recipients(
    notice: str, own: Iterable[str], *, likely: Sequence[str] = ()
) -> tuple[str, ...]:
    """Whom a notice names as not reached; `likely` are those the message was sent to."""
    leave = set(own)
    strong: dict[str, None] = {}
    weak: dict[str, None] = {}
    for line in notice.split("\n")[:_LINES]:
        for found in ADDRESS.finditer(line[:500]):
            address = found[0]
            local = found[1].lower()
            if address.lower() in leave or local in _HELP or local.startswith("postmaster"):
                continue
            place = strong if _stands_out(line[:500], found) else weak
            place[address] = None
    wanted = {address.lower() for address in likely}
    for among in (strong, weak):
        agreed = tuple(address for address in among if address.lower() in wanted)
        if agreed:
            return agreed
    if strong:
        return tuple(strong)
    return () if likely or len(weak) > 3 else tuple(weak)


def _stands_out(line: str, found: re.Match[str]) -> bool:
    before, after = line[: found.start()], line[found.end() :]
    if _LEADING.match(before) or _ASKED.search(before[-60:]):
        return True
    return _CODE_FOLLOWS.match(after) is not None
