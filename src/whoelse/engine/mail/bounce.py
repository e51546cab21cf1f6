"""Whether a message says that another one was not delivered, to whom, and for good or not.

A delivery status (RFC 3464) decides where there is one. Without it the sender must be a server,
or the message say so in its header, and the text must speak of a failure: people who write that
something bounced are no bounce.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from whoelse.engine.mail.addresses import mailbox
from whoelse.engine.mail.bounce_text import named_recipients, split_original
from whoelse.engine.mail.codes import best_code, has_reply, is_permanent
from whoelse.engine.mail.delivery_status import Failure, failures
from whoelse.engine.mail.embedded import Original, original_in, original_of
from whoelse.engine.mail.known_bounces import known_failures
from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.parts import Message
from whoelse.engine.mail.phrases import speaks_of_failure
from whoelse.engine.mail.senders import Evidence, evidence_of

_STATUS_KINDS = frozenset(("message/delivery-status", "message/global-delivery-status"))
_STATUS_SIZE = 200_000  # characters


@dataclass(frozen=True, slots=True)
class Bounce:
    """What could not be delivered."""

    recipients: tuple[str, ...]
    permanent: bool | None
    original_ids: tuple[str, ...]
    status: str


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
    return _by_words(notice) if notice.evidence.can_be_bounce else None


def _status_failures(notice: _Notice) -> tuple[Failure, ...]:
    parts = [part for part in notice.message.parts if part.kind in _STATUS_KINDS]
    found = tuple(f for part in parts for f in failures(part.text(_STATUS_SIZE)[0]))
    if not found and notice.evidence.can_be_bounce and "inal-recipient" in notice.words.lower():
        found = failures(notice.words)
    return found


def _by_status(found: tuple[Failure, ...], notice: _Notice) -> Bounce:
    codes = [best_code(f"{failure.status} ; {failure.diagnostic}") for failure in found]
    recipients = tuple(dict.fromkeys(failure.address for failure in found))
    return Bounce(
        recipients[: notice.limits.max_recipients],
        _of_all([_verdict(failure, notice.words) for failure in found]),
        notice.original.ids,
        next(filter(None, codes), ""),
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
    speaks = speaks_of_failure().search(f"{evidence.subject}\n{words}") is not None
    code = best_code(words)
    is_strong = bool(known) or (speaks and bool(code or has_reply(words)))
    if not (is_strong if evidence.needs_proof else known or speaks):
        return None
    recipients = known or evidence.failed or _named(notice) or notice.original.recipients
    if evidence.needs_proof and not recipients:
        return None
    permanent = False if by_format is False else is_permanent(f"{words}\n{evidence.subject}")
    most = notice.limits.max_recipients
    return Bounce(recipients[:most], permanent, notice.original.ids, code)


def _named(notice: _Notice) -> tuple[str, ...]:
    header = notice.message.header
    own = {mailbox(header.get(name))[0].lower() for name in ("to", "from", "reply-to")}
    return named_recipients(notice.words, own, likely=notice.original.recipients)
