"""Whether a message says that another one was not delivered, to whom, and for good or not.

A delivery status (RFC 3464) decides where there is one. Without it the sender must be a server,
or the message say so in its header, and the text must speak of a failure: people who write that
something bounced are no bounce.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whoelse.engine.mail.addresses import mailbox
from whoelse.engine.mail.automatic import says_away
from whoelse.engine.mail.bounce_text import Named, alike, named_recipients, split_original
from whoelse.engine.mail.codes import best_code, gives_reason, has_reply, is_permanent
from whoelse.engine.mail.delivery_status import Failure, failures
from whoelse.engine.mail.embedded import Original, original_in, original_of
from whoelse.engine.mail.known_bounces import known_failures
from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.parts import Message
from whoelse.engine.mail.phrases import speaks_of_failure
from whoelse.engine.mail.senders import Evidence, evidence_of

_STATUS_KINDS = frozenset(("message/delivery-status", "message/global-delivery-status"))
_SUCCESS = re.compile(r"^action[ \t]*:[ \t]*(?:deliver|relay|expand)", re.IGNORECASE | re.MULTILINE)
_STATUS_PARTS, _STATUS_SIZE = 10, 100_000  # characters


@dataclass(frozen=True, slots=True)
class Bounce:
    """What could not be delivered."""

    recipients: tuple[str, ...]
    permanent: bool | None
    original_ids: tuple[str, ...]
    status: str
    truncated: bool = False  # there was more of it than is read


@dataclass(frozen=True, slots=True)
class _Notice:
    """A message as a possible notification: its words, who speaks, what it gives back."""

    message: Message
    texts: Sequence[str]
    words: str
    evidence: Evidence
    original: Original
    limits: Limits


def read_bounce(message: Message, texts: Sequence[str], limits: Limits) -> Bounce | None:
    """The failed delivery that a message tells of; None if it tells of none."""
    words, rest = split_original(texts)
    embedded, written = original_of(message.parts, limits), original_in(rest, limits)
    original = Original(embedded.ids or written.ids, embedded.recipients or written.recipients)
    notice = _Notice(message, texts, words, evidence_of(message), original, limits)
    found = _status_failures(notice)
    if found:
        return _by_status(found, notice)
    if not notice.evidence.can_be_bounce or _tells_of_success(notice):
        return None
    return _by_words(notice)


def _status_failures(notice: _Notice) -> tuple[Failure, ...]:
    texts = [text for text, _ in _status_texts(notice)]
    found = tuple(failure for text in texts for failure in failures(text))
    if not found and notice.evidence.can_be_bounce and "inal-recipient" in notice.words.lower():
        found = failures(notice.words)
    return found


def _status_texts(notice: _Notice) -> list[tuple[str, bool]]:
    """The delivery status parts, and of each whether there was more."""
    parts = [part for part in notice.message.parts if part.kind in _STATUS_KINDS]
    return [part.text(_STATUS_SIZE) for part in parts[:_STATUS_PARTS]]


def _tells_of_success(notice: _Notice) -> bool:
    return any(_SUCCESS.search(text) for text, _ in _status_texts(notice))


def _by_status(found: tuple[Failure, ...], notice: _Notice) -> Bounce:
    codes = [best_code(f"{failure.status} ; {failure.diagnostic}") for failure in found]
    recipients = tuple(dict.fromkeys(failure.address for failure in found))
    return Bounce(
        recipients[: notice.limits.max_recipients],
        _of_all([_verdict(failure, notice.words) for failure in found]),
        notice.original.ids,
        next(filter(None, codes), ""),
        truncated=any(cut for _, cut in _status_texts(notice)),
    )


def _verdict(failure: Failure, words: str) -> bool | None:
    """The fields decide; the words around them only where the fields say nothing."""
    says_why = failure.diagnostic or (failure.status and not failure.status.endswith(".0.0"))
    text = failure.diagnostic if says_why else words
    return is_permanent(text, failure.status, failure.action)


def _of_all(verdicts: Sequence[bool | None]) -> bool | None:
    """Hard only if no recipient may still be reached."""
    if False in verdicts:
        return False
    return True if True in verdicts else None


def _by_words(notice: _Notice) -> Bounce | None:
    words, evidence = notice.words, notice.evidence
    known, by_format = known_failures(notice.message, notice.texts)
    own = _own_addresses(notice.message)
    named = named_recipients(words, own, likely=notice.original.recipients)
    if not _speaks(notice, known, named):
        return None
    known = alike(words, known, own)
    recipients = evidence.failed or known or named.all or notice.original.recipients
    if evidence.needs_proof and not recipients:
        return None
    permanent = False if by_format is False else is_permanent(f"{words}\n{evidence.subject}")
    most = notice.limits.max_recipients
    return Bounce(recipients[:most], permanent, notice.original.ids, best_code(words))


def _speaks(notice: _Notice, known: Sequence[str], named: Named) -> bool:
    """Whether the words tell of a failure, and strongly enough for who speaks them."""
    words, evidence = notice.words, notice.evidence
    speaks = speaks_of_failure().search(f"{evidence.subject}\n{words}") is not None
    if not evidence.needs_proof:
        return speaks or bool(known)
    if says_away(evidence.subject):
        return False
    names = bool(known) or named.stands_out
    says_why = bool(best_code(words)) or gives_reason(words)
    if evidence.is_daemon:
        return says_why or (speaks and names)
    if evidence.is_told:
        is_server = evidence.is_machine or bool(known) or has_reply(words)
        return names and (says_why or is_server)
    if evidence.is_null:
        return names and (says_why or has_reply(words))
    return names and says_why and speaks


def _own_addresses(message: Message) -> set[str]:
    """Those between whom the notice itself goes."""
    return {mailbox(message.header.get(name))[0].lower() for name in ("to", "from", "reply-to")}
