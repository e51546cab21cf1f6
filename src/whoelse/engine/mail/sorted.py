"""What an incoming message turned out to be. How that is found out stands in `sorting`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["reply", "bounce", "auto_reply", "feedback", "other"]


@dataclass(frozen=True, slots=True)
class SortedMail:
    """One message as far as WhoElse needs it; everything in it is bounded, see `Limits`.

    Identifiers are written without angle brackets, addresses as they came, without names.
    """

    kind: Kind
    permanent: bool | None = None  # of a bounce: True hard, False soft, None if it does not say
    recipients: tuple[str, ...] = ()  # whom a bounce or a feedback report is about
    original_ids: tuple[str, ...] = ()  # the message it is about, where that is named
    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()  # the oldest first
    from_address: str = ""
    from_name: str = ""
    subject: str = ""
    sent_at: datetime | None = None  # aware; None if there is no date that can be read
    reply_text: str = ""  # what is new in it: no quotes, no signature, no disclaimer
    calendars: tuple[bytes, ...] = ()  # text/calendar parts, decoded
    truncated: bool = False  # a limit was met: something of the message was not looked at
    status: str = ""  # of a bounce: the enhanced status code (RFC 3463), such as 5.1.1
