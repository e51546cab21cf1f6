"""Trying an account out: signing in on both sides, and saying exactly what failed.

Nothing is sent. Every step has its time, so that an answer comes within a minute at the worst.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from whoelse.web.core.errors import UserError
from whoelse.web.mail import smtp
from whoelse.web.mail.connection import imap_place, login_of, smtp_place
from whoelse.web.mail.failures import MailFailure
from whoelse.web.mail.mailbox import reading
from whoelse.web.mail.models import MailAccount

SECONDS = 10.0  # own setting, of each step on the wire


@dataclass(frozen=True, slots=True)
class Line:
    """What was tried, whether it works, what is the case and what to do."""

    what: str
    is_good: bool
    words: str
    hint: str = ""

    def as_data(self) -> dict[str, Any]:
        return asdict(self)


def try_out(account: MailAccount) -> tuple[Line, Line]:
    """Sending, then reading; each is tried whatever the other says."""
    sending = _told("Sending", account, _try_sending)
    return sending, _told("Reading answers", account, _try_reading)


def _told(what: str, account: MailAccount, step: Callable[[MailAccount], str]) -> Line:
    try:
        return Line(what, is_good=True, words=step(account))
    except MailFailure as failure:
        return Line(what, is_good=False, words=failure.words, hint=failure.hint)
    except UserError as error:
        return Line(what, is_good=False, words=error.message, hint=error.hint)


def _try_sending(account: MailAccount) -> str:
    place = smtp_place(account)
    with smtp.signed_in(place, login_of(account), timeout=SECONDS) as session:
        smtp.ask_whether_it_takes(session, sender=account.address)
        smtp.say_goodbye(session)
    return f"{place.host} knows you and takes messages."


def _try_reading(account: MailAccount) -> str:
    place = imap_place(account)
    with reading(place, login_of(account), timeout=SECONDS) as box:
        box.open()
        folder = box.sent_folder()
    if account.keeps_sent:
        return f"{place.host} knows you. Your provider keeps a copy of what you send."
    if not folder:
        return f"{place.host} knows you. It has no folder for sent messages, so no copy is kept."
    return f"{place.host} knows you. Copies go into “{folder}”."
