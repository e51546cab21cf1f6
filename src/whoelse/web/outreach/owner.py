"""What messages have to say about their letters: may it leave still, it left, it did not."""

from datetime import datetime

from django.urls import reverse

from whoelse.web.activity.actions import record
from whoelse.web.core.errors import UserError
from whoelse.web.mail.models import Outgoing
from whoelse.web.mail.owners import Owner
from whoelse.web.outreach import access
from whoelse.web.outreach.actions.sending import note_taken
from whoelse.web.outreach.models import Message
from whoelse.web.outreach.queries import messages_of


class MessageOwner(Owner):
    def ensure_may_leave(self, letter: Outgoing, *, at: datetime) -> None:
        """The linter and "never again" hold at the release, and again when it leaves."""
        message = message_of(letter)
        if message is None:
            raise UserError("The message it belonged to is gone.")
        access.ensure_may_leave(message, at=at)

    def note_sent(self, letter: Outgoing, *, at: datetime) -> None:
        message = message_of(letter)
        if message is not None:
            note_taken(message, sent_at=letter.sent_at, at=at)

    def note_stopped(self, letter: Outgoing, *, at: datetime) -> None:
        message = message_of(letter)
        if message is None:
            return
        record(
            letter.student,
            verb="mail_stopped",
            sentence=f"Your message to {message.contact.name} did not leave",
            at=at,
            contact=message.contact.public_id,
            path=reverse("outreach:message", args=[message.public_id]),
        )


def message_of(letter: Outgoing) -> Message | None:
    """The message of a letter; None where it is gone."""
    return messages_of(letter.student).filter(outgoing=letter).first()
