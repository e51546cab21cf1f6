"""Which appointment may this person get?"""

from uuid import UUID

from django.shortcuts import get_object_or_404

from whoelse.web.accounts.access import student_of
from whoelse.web.accounts.models import User
from whoelse.web.scheduling.models import Appointment
from whoelse.web.scheduling.queries import appointments_of


def appointment_for(user: User, public_id: UUID) -> Appointment:
    """Their own appointment; for everyone else there is none."""
    return get_object_or_404(appointments_of(student_of(user)), public_id=public_id)
