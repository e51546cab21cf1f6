"""Reports that somebody called a message unwanted (ARF, RFC 5965)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whoelse.engine.mail.addresses import addresses
from whoelse.engine.mail.embedded import original_of
from whoelse.engine.mail.limits import Limits
from whoelse.engine.mail.parts import Message

_KIND = "message/feedback-report"
_RECIPIENT = re.compile(
    r"^(?:original-rcpt-to|removal-recipient)[ \t]*:(.{0,400})", re.IGNORECASE | re.MULTILINE
)
# What providers sent before the format had a standard.
_OLD_STYLE = re.compile(r"complaint about message from|^email feedback report for ip", re.I)
_OLD_RECIPIENT = re.compile(r"x-hmxmroriginalrecipient", re.I)


@dataclass(frozen=True, slots=True)
class Feedback:
    """Whose complaint it is, as far as the report tells, and about which message."""

    recipients: tuple[str, ...]
    original_ids: tuple[str, ...]


def read_feedback(message: Message, texts: Sequence[str], limits: Limits) -> Feedback | None:
    """The report that a message is; None if it is none."""
    reports = [part.text(100_000)[0] for part in message.parts if part.kind == _KIND][:5]
    declared = message.params.get("report-type", "").lower() == "feedback-report"
    old = _OLD_STYLE.search(message.header.text("subject")[:300]) is not None
    if not (reports or (declared and message.kind == "multipart/report") or old):
        return None
    named = addresses(" ".join(_RECIPIENT.findall("\n".join([*reports, *texts[:3]])[:200_000])))
    original = original_of(message.parts, limits)
    return Feedback((named or original.recipients)[: limits.max_recipients], original.ids)
