"""Everything that changes messages, by what it is about: drafts, sending, what came back."""

from whoelse.web.outreach.actions.drafts import (
    discard_draft,
    put_words_in,
    save_draft,
    start_draft,
)
from whoelse.web.outreach.actions.replies import (
    AlreadyAnswered,
    SomethingFollowed,
    record_reply,
    remove_reply,
)
from whoelse.web.outreach.actions.sending import (
    AlreadySent,
    add_address,
    mark_sent,
    refuse_sent,
)

__all__ = [
    "AlreadyAnswered",
    "AlreadySent",
    "SomethingFollowed",
    "add_address",
    "discard_draft",
    "mark_sent",
    "put_words_in",
    "record_reply",
    "refuse_sent",
    "remove_reply",
    "save_draft",
    "start_draft",
]
