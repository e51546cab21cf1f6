"""Everything that changes accounts and letters: connecting, sending, reading, deciding."""

from whoelse.web.mail.actions.accounts import (
    choose_confirmations,
    choose_digest,
    connect_account,
    disconnect_account,
    note_trouble,
    take_digest,
)
from whoelse.web.mail.actions.copying import put_copies
from whoelse.web.mail.actions.deciding import (
    TooLate,
    confirm_sent,
    find_in_sent,
    forget_incoming,
    give_up,
    send_again,
    send_now,
    settle,
    settle_incoming,
    take_back,
)
from whoelse.web.mail.actions.queueing import queue_mail, queue_to_self
from whoelse.web.mail.actions.receiving import read_account, read_due
from whoelse.web.mail.actions.sending import claim_next, recover, send_claimed, send_due

__all__ = [
    "TooLate",
    "choose_confirmations",
    "choose_digest",
    "claim_next",
    "confirm_sent",
    "connect_account",
    "disconnect_account",
    "find_in_sent",
    "forget_incoming",
    "give_up",
    "note_trouble",
    "put_copies",
    "queue_mail",
    "queue_to_self",
    "read_account",
    "read_due",
    "recover",
    "send_again",
    "send_claimed",
    "send_due",
    "send_now",
    "settle",
    "settle_incoming",
    "take_back",
    "take_digest",
]
