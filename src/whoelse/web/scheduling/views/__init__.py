"""The pages of the app, by what they are about. Pages around an interview belong to interviews."""

from whoelse.web.scheduling.views.appointment import invitation, invitation_send
from whoelse.web.scheduling.views.feed import feed, feed_make, feed_remove
from whoelse.web.scheduling.views.hours import (
    calendar_account,
    calendar_file,
    calendar_link,
    calendar_read,
    calendar_remove,
    hours,
)
from whoelse.web.scheduling.views.offer import offer, offer_text, proposal_decline

__all__ = [
    "calendar_account",
    "calendar_file",
    "calendar_link",
    "calendar_read",
    "calendar_remove",
    "feed",
    "feed_make",
    "feed_remove",
    "hours",
    "invitation",
    "invitation_send",
    "offer",
    "offer_text",
    "proposal_decline",
]
