"""Pages of mail: the account in Settings, and a letter on its way."""

from whoelse.web.mail.views.account import account, account_test, disconnect, read_now
from whoelse.web.mail.views.digest import digest, digest_stop
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
    "digest",
    "digest_stop",
    "disconnect",
    "give_up",
    "incoming_forget",
    "incoming_seen",
    "letter",
    "look",
    "now",
    "read_now",
    "seen",
    "take_back",
]
