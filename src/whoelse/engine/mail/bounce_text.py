"""The words of a bounce without delivery status: whom they name, and where the old message is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
_BELOW = re.compile(r"follow|below|copy|reads|header|folgt|lautet|kopie|copie|copia|подроб")
_ABOUT_SOMEBODY = re.compile(r"recipient|address|could not|was not|has not|cannot")
_HEADER_LINE = re.compile(
    r"[\s>]{0,4}(?:message-id|from|sender|reply-to|references|in-reply-to|received|x-postfix-sender"
    r"|dkim-signature|return-path|von|de|da|van)\s?:",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(r"(?:[45]\.\d\.\d{1,3}|\b[45]\d\d)[\s:,-]{1,4}<?$")
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
    if is_ruled or text.startswith(("return-path:", "received:")):
        return True
    is_short = len(text) < 45 and text.endswith((":", "："))
    return is_short or (_BELOW.search(text) is not None and _ABOUT_SOMEBODY.search(text) is None)


@dataclass(frozen=True, slots=True)
class Named:
    """The addresses that a notice names, and whether they stand where recipients stand."""

    all: tuple[str, ...] = ()
    stands_out: bool = False


def named_recipients(notice: str, own: Iterable[str], *, likely: Sequence[str] = ()) -> Named:
    """Whom a notice names as not reached; `likely` are those the message was sent to."""
    strong: dict[str, None] = {}
    weak: dict[str, None] = {}
    leave = set(own)
    for line, found in _found(notice):
        local = found[1].lower()
        if found[0].lower() in leave or local in _HELP or local.startswith("postmaster"):
            continue
        place = strong if _stands_out(line, found) else weak
        place[found[0]] = None
    wanted = {address.lower() for address in likely}
    for among in (strong, weak):
        agreed = tuple(address for address in among if address.lower() in wanted)
        if agreed:
            return Named(agreed, stands_out=among is strong)
    if strong:
        return Named(tuple(strong), stands_out=True)
    return Named() if likely or len(weak) > 3 else Named(tuple(weak))


def alike(notice: str, known: Sequence[str], own: Iterable[str]) -> tuple[str, ...]:
    """Of the known addresses those that the notice names, and more in lines of the same shape."""
    shapes: dict[str, tuple[str, str]] = {}
    leave = set(own)
    for line, found in _found(notice):
        if found[0].lower() not in leave:
            after = line[found.end() :].lstrip(">")
            shapes.setdefault(found[0], (line[: found.start()].strip(), after[:4]))
    named = [address for address in known if address in shapes]
    wanted = {shapes[address] for address in named} - {("", "")}
    more = [address for address, shape in shapes.items() if shape in wanted]
    return tuple(dict.fromkeys([*(named or known), *more]))


def _found(notice: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every address with its line; lines of a header name others than recipients."""
    for line in (long[:500] for long in notice.split("\n")[:_LINES]):
        if not _HEADER_LINE.match(line):
            for found in ADDRESS.finditer(line):
                yield line, found


def _stands_out(line: str, found: re.Match[str]) -> bool:
    before, after = line[: found.start()], line[found.end() :]
    if _LEADING.match(before) or _ASKED.search(before[-60:]) or _CODE_BEFORE.search(before[-20:]):
        return True
    return _CODE_FOLLOWS.match(after) is not None
