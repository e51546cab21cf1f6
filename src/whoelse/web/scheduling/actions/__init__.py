"""Everything that changes rows of this app, by noun."""

from whoelse.web.scheduling.actions.appointments import (
    AlreadyTaken,
    AppointmentCancelled,
    agree,
    cancel,
    move,
)
from whoelse.web.scheduling.actions.availability import save_hours
from whoelse.web.scheduling.actions.calendars import (
    MOST_FILE_BYTES,
    NoCalendar,
    TooManyCalendars,
    add_account,
    add_file,
    add_link,
    read_again,
    read_due,
    remove_calendar,
)
from whoelse.web.scheduling.actions.feeds import hash_of, make_feed, revoke_feed
from whoelse.web.scheduling.actions.invitations import (
    InvitedAlready,
    NoOwnAddress,
    apply_itip_reply,
    read_answers,
    send_invitation,
)
from whoelse.web.scheduling.actions.offering import (
    CannotBeOffered,
    NoLongerOffered,
    agree_to_proposal,
    decline_proposal,
    lapse_offers,
    offer_times,
    propose_time,
    release_offers,
    take_offered_time,
)
from whoelse.web.scheduling.actions.wording import put_into_draft, times_in_words

__all__ = [
    "MOST_FILE_BYTES",
    "AlreadyTaken",
    "AppointmentCancelled",
    "CannotBeOffered",
    "InvitedAlready",
    "NoCalendar",
    "NoLongerOffered",
    "NoOwnAddress",
    "TooManyCalendars",
    "add_account",
    "add_file",
    "add_link",
    "agree",
    "agree_to_proposal",
    "apply_itip_reply",
    "cancel",
    "decline_proposal",
    "hash_of",
    "lapse_offers",
    "make_feed",
    "move",
    "offer_times",
    "propose_time",
    "put_into_draft",
    "read_again",
    "read_answers",
    "read_due",
    "release_offers",
    "remove_calendar",
    "revoke_feed",
    "save_hours",
    "send_invitation",
    "take_offered_time",
    "times_in_words",
]
