"""The few rows that are not carried as they stand: letters on their way, and who is blocked.

All else is the same for every table; see `gathering` and `actions`.
"""

from typing import Any

from django.db import models

from whoelse.web.contacts.actions.details import search_text_of
from whoelse.web.contacts.keys import known_digests_of
from whoelse.web.contacts.models import BlockedKey, Contact
from whoelse.web.mail.models import State

LETTERS, BLOCKED = "mail.outgoing", "contacts.blockedkey"
ON_ITS_WAY = "It was on its way when the archive was made with which it came here."
ENTER_AGAIN = "An archive holds no passwords. Enter the password of your mail account again."


def kept(name: str, rows: models.QuerySet) -> list[models.Model]:
    """The rows without those that follow from other rows and are made anew."""
    if name != BLOCKED:
        return list(rows)
    return [row for row in rows.select_related("block__contact") if not follows(row)]


def follows(row: BlockedKey) -> bool:
    """Whether a hash can be made again: the blocked person is there, with the same details."""
    contact = row.block.contact
    return contact is not None and row.digest in known_digests_of(
        email=contact.email,
        profile_url=contact.profile_url,
        name=contact.full_name,
        employer=contact.employer,
    )


def settled(name: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row as it may be carried.

    A letter that is on its way leaves from where it is. In another place nobody knows whether it
    left, so it asks the student there and never leaves twice by itself.
    """
    if name == LETTERS and row["state"] in (State.WAITING, State.SENDING):
        return row | {"state": str(State.UNSURE), "handing_over_at": None, "why": ON_ITS_WAY}
    return row


def completed(row: models.Model) -> models.Model:
    """A row with what is left out because it follows from the rest."""
    if isinstance(row, Contact):
        row.search_text = search_text_of(row)
    return row
