"""Pages of messages: writing one, letting it leave, and what came back."""

from whoelse.web.outreach.views.leaving import (
    address,
    discard,
    eml,
    message,
    send,
    sent,
    take_back,
)
from whoelse.web.outreach.views.replying import answer, reply, reply_remove
from whoelse.web.outreach.views.writing import findings, instead, release, without, words, write

__all__ = [
    "address",
    "answer",
    "discard",
    "eml",
    "findings",
    "instead",
    "message",
    "release",
    "reply",
    "reply_remove",
    "send",
    "sent",
    "take_back",
    "without",
    "words",
    "write",
]
