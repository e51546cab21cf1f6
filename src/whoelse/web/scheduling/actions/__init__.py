"""Everything that changes rows of this app, by noun."""

from whoelse.web.scheduling.actions.appointments import (
    AlreadyTaken,
    AppointmentCancelled,
    agree,
    cancel,
    move,
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

__all__ = [
    "AlreadyTaken",
    "AppointmentCancelled",
    "CannotBeOffered",
    "NoLongerOffered",
    "agree",
    "agree_to_proposal",
    "cancel",
    "decline_proposal",
    "lapse_offers",
    "move",
    "offer_times",
    "propose_time",
    "release_offers",
    "take_offered_time",
]
