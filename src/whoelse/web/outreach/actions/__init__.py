"""Everything that changes messages, by what it is about: drafts, sending, what came back."""

from whoelse.web.outreach.actions.drafts import (
    discard_draft,
    draft_as_made,
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
    TooLateToTakeBack,
    add_address,
    mark_sent,
    note_arrived,
    refuse_sent,
    release_message,
    take_back_sent,
)

__all__ = [
    "AlreadyAnswered",
    "AlreadySent",
    "SomethingFollowed",
    "TooLateToTakeBack",
    "add_address",
    "discard_draft",
    "draft_as_made",
    "mark_sent",
    "note_arrived",
    "put_words_in",
    "record_reply",
    "refuse_sent",
    "release_message",
    "remove_reply",
    "save_draft",
    "start_draft",
    "take_back_sent",
]
