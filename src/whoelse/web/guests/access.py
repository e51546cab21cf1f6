"""Which link opens its page, and whose request is this?

A link that ended and one that never was are the same to whoever knocks: `LinkEnded`.
"""

from datetime import datetime
from uuid import UUID

from whoelse.web.accounts.models import User
from whoelse.web.contacts.access import AskedNotToBeContacted, ensure_may_be_written_to
from whoelse.web.guests import bridge, queries
from whoelse.web.guests.models import GuestLink
from whoelse.web.guests.tokens import hash_of
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.access import message_for
from whoelse.web.outreach.models import Message


class LinkEnded(Exception):
    """This link opens nothing, and nobody is told why."""


def link_behind(token: str, *, at: datetime) -> tuple[GuestLink, Interview | None]:
    """The link with this token and the conversation agreed through it, while it is open."""
    link = queries.links().filter(token_hash=hash_of(token), ended_at__isnull=True).first()
    if link is None:
        raise LinkEnded
    interview = queries.interview_of(link)
    if not is_open(link, interview, at=at):
        raise LinkEnded
    return link, interview


def is_open(link: GuestLink, interview: Interview | None, *, at: datetime) -> bool:
    """Whether there is something to settle: no end, no final answer, not lapsed, not blocked."""
    message = link.message
    if link.ended_at is not None or at >= bridge.closes_at(link, interview):
        return False
    if message.is_answered and message.reply.came not in queries.STILL_OPEN:
        return False
    try:
        ensure_may_be_written_to(message.contact)
    except AskedNotToBeContacted:
        return False
    return True


def is_own(user: User, link: GuestLink) -> bool:
    """Whether the student looks at the page that is meant for the other person."""
    return user.is_authenticated and user.pk == link.student.user_id


def request_for(user: User, public_id: UUID) -> Message:
    """The student's own request; for everyone else there is none."""
    return message_for(user, public_id)
