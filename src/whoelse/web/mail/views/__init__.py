"""Pages of mail: the account in Settings, and a letter on its way."""

from whoelse.web.mail.views.account import account, account_test, disconnect
from whoelse.web.mail.views.letters import (
    again,
    did_leave,
    give_up,
    incoming_forget,
    incoming_seen,
    letter,
    look,
    now,
    seen,
    take_back,
)

__all__ = [
    "account",
    "account_test",
    "again",
    "did_leave",
    "disconnect",
    "give_up",
    "incoming_forget",
    "incoming_seen",
    "letter",
    "look",
    "now",
    "seen",
    "take_back",
]
