"""One change at a time: who comes first does it, and a second press finds it done."""

from datetime import datetime

from django.db import transaction

from whoelse.web.core.errors import UserError
from whoelse.web.guests.models import Ending, GuestLink
from whoelse.web.outreach import actions as outreach


class DoneAlready(UserError):
    """The page changed since it was shown: a second click, or a second window."""

    def __init__(self) -> None:
        super().__init__(
            "Something was done here already, perhaps by a second press of the button.",
            "Nothing more was changed. The page shows how things stand.",
        )


def claim(link: GuestLink, *, at: datetime, ends: bool = False) -> None:
    """Take the turn for one change, in the caller's transaction; `ends` closes the page with it.

    That somebody answers proves that the request left, even if the student has not said so.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A claim belongs into the transaction of the change.")
    fields = {"changes": link.changes + 1}
    if ends:
        fields |= {"ended_at": at, "ending": Ending.ANSWERED}
    row = GuestLink.objects.filter(pk=link.pk, changes=link.changes, ended_at__isnull=True)
    if not row.update(**fields):
        raise DoneAlready
    link.changes += 1
    if link.message.sent_at is None:
        link.message = outreach.note_arrived(link.message, sent_at=link.created_at, at=at)
