"""Pages of messages: writing one, letting it leave, and what came back."""

from whoelse.web.outreach.views.leaving import address, discard, eml, message, sent
from whoelse.web.outreach.views.replying import reply, reply_remove
from whoelse.web.outreach.views.writing import findings, instead, release, without, words, write

__all__ = [
    "address",
    "discard",
    "eml",
    "findings",
    "instead",
    "message",
    "release",
    "reply",
    "reply_remove",
    "sent",
    "without",
    "words",
    "write",
]
