"""What higher apps have to say about their letters: may it leave still, it left, it was refused.

An app registers an owner for its purpose when it is ready; this one calls it and knows no more.
"""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whoelse.web.mail.models import Incoming, Outgoing


class Owner:
    """Says nothing. An app overrides what concerns it; each is called inside a transaction."""

    def ensure_may_leave(self, letter: "Outgoing", *, at: datetime) -> None:
        """Raise a `UserError` if it must not leave any more. Called at the moment of sending."""

    def note_sent(self, letter: "Outgoing", *, at: datetime) -> None:
        """The server took it."""

    def note_stopped(self, letter: "Outgoing", *, at: datetime) -> None:
        """It was refused or given up, so that it never left; `letter.why` says because of what."""

    def note_incoming(self, incoming: "Incoming", *, at: datetime) -> None:
        """Something came back to a letter of this purpose."""


_OWNERS: dict[str, Owner] = {}


def register(purpose: str, owner: Owner) -> None:
    """From now on `owner` is asked about letters of this purpose."""
    _OWNERS[purpose] = owner


def owner_of(purpose: str) -> Owner:
    return _OWNERS.get(purpose) or Owner()
