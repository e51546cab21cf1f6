"""The word of the day before: said elsewhere, drafted, or sent by itself where that was chosen."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from whoelse.web.contacts.models import Contact
from whoelse.web.core.errors import UserError
from whoelse.web.interviews.models import Interview
from whoelse.web.interviews.queries import to_confirm_by_itself
from whoelse.web.outreach import actions as outreach
from whoelse.web.outreach.models import Kind, Message
from whoelse.web.scheduling.zones import zone_of

BY_ITSELF = "confirmation_itself"  # the purpose of letters that nobody released one by one
# Own settings, by the clock of whoever reads it: in the daytime, the day before, and not within
# hours of the moment at which the time was agreed on.
FROM, UNTIL = 9, 20
SETTLED_FOR = timedelta(hours=12)
log = logging.getLogger(__name__)


def mark_confirmed(interview: Interview, *, at: datetime) -> None:
    """It was confirmed in another way than by a message from here.

    The first time counts, unless their calendar has answered since: then it stands anew.
    """
    unsaid = Q(confirmed_at__isnull=True)
    if answered_at := interview.appointment.answered_at:
        unsaid |= Q(confirmed_at__lt=answered_at)
    Interview.objects.filter(unsaid, pk=interview.pk).update(confirmed_at=at, updated_at=at)


def start_confirmation(interview: Interview, *, at: datetime) -> Message:
    """The draft of one line that says again when and how."""
    return outreach.start_draft(
        interview.contact,
        kind=Kind.CONFIRMATION,
        facts=_facts(interview),
        interview=interview.public_id,
        at=at,
    )


def send_confirmations(*, at: datetime) -> int:
    """Release the confirmations that students let leave by themselves; how many."""
    due = [interview for interview in to_confirm_by_itself(at=at) if is_time(interview, at)]
    return sum(_confirm(interview, at) for interview in due)


def is_time(interview: Interview, at: datetime) -> bool:
    """Whether it is the day before and no quiet hour where the other person lives."""
    appointment = interview.appointment
    zone = zone_of(appointment.contact_zone)
    now, starts = at.astimezone(zone), appointment.starts_at.astimezone(zone)
    is_day_before = now.date() + timedelta(days=1) == starts.date()
    is_settled = appointment.updated_at <= at - SETTLED_FOR
    return is_day_before and FROM <= now.hour < UNTIL and is_settled and not interview.is_put_off


def _confirm(interview: Interview, at: datetime) -> bool:
    """One of them, unless it cannot leave: then it is a step of Today as it always was."""
    try:
        return _release(interview, at)
    except UserError as error:
        log.info("Interview %s was not confirmed: %s", interview.pk, error.message)
        return False


@transaction.atomic
def _release(interview: Interview, at: datetime) -> bool:
    """Look again under a lock: of two workers one finds that it is on its way already."""
    contact = Contact.objects.select_for_update().get(pk=interview.contact_id)
    interview = to_confirm_by_itself(at=at).filter(pk=interview.pk).first()
    if interview is None or not is_time(interview, at):
        return False
    contact = interview.contact
    draft = outreach.draft_as_made(
        contact,
        kind=Kind.CONFIRMATION,
        facts=_facts(interview),
        interview=interview.public_id,
        at=at,
    )
    if draft is None:
        return False
    outreach.release_message(draft, purpose=BY_ITSELF, at=at)
    return True


def _facts(interview: Interview) -> dict[str, Any]:
    appointment = interview.appointment
    where = appointment.get_channel_display()
    return {
        "when": appointment.in_words,
        "where": f"{where}; {appointment.place}" if appointment.place else where,
        "minutes": appointment.minutes,
    }
