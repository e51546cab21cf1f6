"""Who speaks: what the header shows about a message from a mail server."""

import re
from dataclasses import dataclass

from whoelse.engine.mail.addresses import addresses, mailbox
from whoelse.engine.mail.parts import Message
from whoelse.engine.mail.phrases import any_of, phrases

_ANSWER = re.compile(
    r"\s*(?:\[[^\]]{0,60}\]\s*)?(?:re|fwd?|aw|wg|antw|rv|tr|sv|vs|vb|odp|ynt|res|enc|rif|i|r|转发|回复|答复)"
    r"(?:\[\d+\])?\s?[:：]",
    re.IGNORECASE,
)

_MACHINE = re.compile(
    r"mail|daemon|smtp|post|admin|server|system|virus|gateway|notif|no-?reply|root|mta|delivery",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Whether the header lets a message be a bounce, and how much the text must prove."""

    subject: str
    is_daemon: bool
    is_null: bool  # sent with an empty return path, as RFC 5321 section 4.5.5 wants it
    is_told: bool  # the subject says so
    is_declared: bool  # the content type says so (RFC 6522)
    is_machine: bool  # no sign of a bounce, but of a program
    failed: tuple[str, ...]  # X-Failed-Recipients, which Exim and Gmail write

    @property
    def signs(self) -> int:
        """How much speaks for a bounce, 0 to 5; a declared report counts twice."""
        return self.is_daemon + self.is_null + self.is_told + 2 * self.is_declared

    @property
    def can_be_bounce(self) -> bool:
        """Whether anything in the header speaks for a bounce or for a program."""
        return self.signs > 0 or self.is_machine or bool(self.failed)

    @property
    def needs_proof(self) -> bool:
        """Whether the header alone is not enough."""
        return not self.failed and self.signs < 2


def evidence_of(message: Message) -> Evidence:
    """What the header of a message shows; the text is not looked at."""
    header = message.header
    subject = header.text("subject")[:300]
    failed = addresses(" ".join(header.all("x-failed-recipients"))[:4_000])
    return_path = header.get("return-path").strip()
    is_told = any_of("bounce", "subjects").search(subject) is not None
    return Evidence(
        subject=subject,
        is_daemon=any(is_daemon(header.get(name)) for name in ("from", "sender", "return-path")),
        is_null=return_path == "<>" or header.get("x-mailfrom").strip() == "<>",
        is_told=is_told and not is_answer(subject),
        is_declared=message.params.get("report-type", "").lower() == "delivery-status",
        is_machine=_is_machine(message) and not header.get("list-id"),
        failed=failed,
    )


def _is_machine(message: Message) -> bool:
    header = message.header
    submitted = header.get("auto-submitted").strip().lower()
    local = (mailbox(header.get("from"))[0] or header.get("from")).partition("@")[0]
    return submitted.startswith("auto") or not local or _MACHINE.search(local) is not None


def is_daemon(value: str) -> bool:
    """Whether a mailbox is a mail server's."""
    address, name = mailbox(value)
    local = (address or value).partition("@")[0].strip(" <>\"'").lower()
    if local in phrases("bounce", "senders"):
        return True
    return any_of("bounce", "names").search(f"{name} {local}") is not None


def is_answer(subject: str) -> bool:
    """Whether a subject begins as answers and forwarded messages do."""
    return _ANSWER.match(subject) is not None
