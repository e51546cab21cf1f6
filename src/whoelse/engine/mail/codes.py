"""Hard or soft: what the codes and words of a failed delivery say about the next attempt.

Sources: RFC 3463 (enhanced status codes: class 5 is a permanent failure, class 4 a persistent
transient one), RFC 5321 section 4.2.1 (reply codes), RFC 6647 (greylisting answers 4yz).
"""

import re

from whoelse.engine.mail.phrases import any_of

# "5.1.1", not a piece of a network address, a version or a date.
_ENHANCED = re.compile(r"(?<![\w.])#?([245])\.([0-7])\.(\d{1,3})(?![\w-]|\.\d)")
_REPLY = re.compile(r"(?<![\w.@:-])([45][0-5]\d)(?=[ \-:,;.)\]#]|$)(?![.:]\d)")
# Codes of class 5 whose cause passes, as RFC 3463 describes them: 2.2 mailbox full ("should be
# used as a persistent transient failure"), 3.1 the system is full, 4.1 no answer from the host,
# 4.2 bad connection, 4.5 congestion, 4.7 delivery time expired. Exchange Online writes 4.300 for
# its own expiry and 4.317 for a TLS connection that failed.
_PASSING = frozenset(("2.2", "3.1", "4.1", "4.2", "4.5", "4.7", "4.300", "4.316", "4.317"))
_ACCESS_DENIED = re.compile(r"access denied|recipient address rejected", re.I)
_LONGEST = 20_000


def is_permanent(text: str, status: str = "", action: str = "") -> bool | None:
    """Whether another attempt is useless; None where nothing says it.

    `status` and `action` are the fields of RFC 3464. A delay is soft whatever else is written,
    and a full mailbox unless a code says that the address is wrong.
    """
    text = text[:_LONGEST]
    if action.startswith(("delay", "relay", "expand", "deliver")):
        return False
    code = best_code(f"{status} ; {text}")
    if code.startswith("5.1."):
        return "greylist" not in text.lower()
    if any_of("bounce", "full").search(text):
        return False
    if code:
        return _of_code(code, text)
    replies = [reply for reply in _REPLY.findall(text) if reply not in ("250", "354")]
    if replies:
        return replies[0].startswith("5") and "greylist" not in text.lower()
    return _of_words(text, action)


def best_code(text: str) -> str:
    """The first enhanced code (RFC 3463) of failure that is not X.0.0, or else the first."""
    codes = [".".join(code) for code in _ENHANCED.findall(text) if code[0] != "2"]
    return next((code for code in codes if not code.endswith(".0.0")), codes[0] if codes else "")


def has_reply(text: str) -> bool:
    """Whether a text shows an SMTP server's reply of failure, such as "550 ..."."""
    return _REPLY.search(text[:_LONGEST]) is not None


def gives_reason(text: str) -> bool:
    """Whether a text says in words that there is no such address, or that it is full."""
    text = text[:_LONGEST]
    return any(any_of("bounce", name).search(text) for name in ("hard_sure", "full"))


def _of_code(code: str, text: str) -> bool:
    if code.startswith("4"):
        return False
    if code == "5.4.1" and _ACCESS_DENIED.search(text):
        return True  # Exchange Online's way to say that it has no such recipient
    if code == "5.0.0":
        first = next(iter(_REPLY.findall(text)), "5")
        return str(first).startswith("5") and any_of("bounce", "soft").search(text) is None
    return code[2:] not in _PASSING and "greylist" not in text.lower()


def _of_words(text: str, action: str) -> bool | None:
    if any_of("bounce", "hard_sure").search(text):
        return True
    if any_of("bounce", "soft").search(text):
        return False
    if any_of("bounce", "hard").search(text) or action.startswith(("fail", "error")):
        return True
    return True if any_of("bounce", "failed").search(text) else None
