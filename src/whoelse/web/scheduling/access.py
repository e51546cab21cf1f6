"""Which appointment, calendar or proposal may this person get?"""

from uuid import UUID

from django.shortcuts import get_object_or_404

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import User
from whoelse.web.scheduling.models import Appointment, BusyCalendar, ProposedTime
from whoelse.web.scheduling.queries import appointments_of, calendars_of, open_proposals


def appointment_for(user: User, public_id: UUID) -> Appointment:
    """Their own appointment; for everyone else there is none."""
    return get_object_or_404(appointments_of(student_of(user)), public_id=public_id)


def calendar_for(user: User, public_id: UUID) -> BusyCalendar:
    calendars = calendars_of(student_of(user)).select_related("student")
    return get_object_or_404(calendars, public_id=public_id)


def proposal_for(user: User, public_id: UUID) -> ProposedTime:
    """A proposal to them that is not answered."""
    return get_object_or_404(open_proposals(student_of(user)), public_id=public_id)
