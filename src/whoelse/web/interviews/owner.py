"""What interviews have to say about confirmations at the moment of leaving: is it still so?"""

from datetime import datetime

from whoelse.web.core.errors import UserError
from whoelse.web.interviews.models import Interview
from whoelse.web.interviews.queries import interviews_of
from whoelse.web.mail.models import Outgoing
from whoelse.web.outreach.models import Message
from whoelse.web.outreach.owner import MessageOwner, message_of


class ConfirmationOwner(MessageOwner):
    """A confirmation that the student released: not of a talk that is off, or at another time."""

    def ensure_may_leave(self, letter: Outgoing, *, at: datetime) -> None:
        super().ensure_may_leave(letter, at=at)
        message = message_of(letter)
        interview = interviews_of(letter.student).filter(public_id=message.interview).first()
        if interview is not None:
            self.ensure_holds(message, interview, at=at)

    def ensure_holds(self, message: Message, interview: Interview, *, at: datetime) -> None:
        """Raise a `UserError` where what the letter says is no longer so."""
        when = str(message.facts.get("when", ""))
        if not interview.is_open:
            raise UserError("The conversation does not take place at that time any more.")
        if when and when in message.body and when != interview.appointment.in_words:
            raise UserError("The conversation was moved, and this names the time before.")
        if interview.appointment.starts_at <= at:
            raise UserError("The conversation has begun, so there is nothing to confirm.")


class ByItselfOwner(ConfirmationOwner):
    """One that leaves by itself: also not where it was confirmed, or the choice taken back."""

    def ensure_holds(self, message: Message, interview: Interview, *, at: datetime) -> None:
        super().ensure_holds(message, interview, at=at)
        if not interview.confirms_by_itself:
            raise UserError("You chose to send confirmations yourself.")
        if interview.is_confirmed:
            raise UserError("It is confirmed already.")
        if interview.is_put_off:
            raise UserError("Their calendar declined this time, or wants another one.")
