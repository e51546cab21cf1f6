"""What past interviewees would like to hear: advice that was used, and news since the last word.

News is what the student decided or did since: an answer, a stand, a finished action. The engine
says when it is time to tell it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from whoelse.engine import duties
from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.desk import queries
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.models import Message

TOUCHES = ("keep_in_touch", "report_back")


def advice_of(student: Student) -> tuple[duties.AdviceState, ...]:
    """What the student did because a conversation suggested it."""
    return tuple(
        duties.AdviceState(
            ref=str(action.public_id),
            contact=str(action.interview.contact.public_id),
            contact_name=action.interview.contact.short_name,
            text=action.text,
            used_at=action.done_at,
        )
        for action in queries.advice_used(student)
    )


def touches_of(
    student: Student, interviews: Iterable[Interview], messages: Sequence[Message]
) -> tuple[duties.TouchState, ...]:
    """Everybody who was talked with, with the last word and the latest news since."""
    met: dict[int, tuple[Contact, datetime]] = {}
    for interview in interviews:
        if interview.held_at:
            met[interview.contact_id] = (interview.contact, interview.held_at)
    if not met:
        return ()
    written = defaultdict(list)
    for message in messages:
        written[message.contact_id].append(message)
    told = queries.latest_news(student)
    return tuple(
        _touch(contact, held_at, written[key], told) for key, (contact, held_at) in met.items()
    )


def _touch(
    contact: Contact,
    held_at: datetime,
    written: Sequence[Message],
    told: tuple[datetime, str] | None,
) -> duties.TouchState:
    answered = [m.reply.came_at for m in written if getattr(m, "reply", None)]
    heard_at = max([held_at, *answered])  # the last real contact
    since = [m for m in written if m.kind in TOUCHES and m.sent_at > heard_at]
    last = max([heard_at, *(m.sent_at for m in written)])
    has_news = told is not None and told[0] > last
    return duties.TouchState(
        ref=str(contact.public_id),
        contact=str(contact.public_id),
        contact_name=contact.short_name,
        last_contact_at=heard_at,
        silences=len(since),
        has_news=has_news,
        news=told[1] if has_news else "",
    )
