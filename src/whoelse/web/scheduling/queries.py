"""Which appointments."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from whoelse.web.accounts.models import Student
from whoelse.web.scheduling.models import Appointment

LONGEST = timedelta(minutes=30)


def appointments_of(student: Student) -> QuerySet[Appointment]:
    return Appointment.objects.filter(student=student).select_related("contact", "student")


def appointments_near(student: Student, starts_at: datetime) -> QuerySet[Appointment]:
    """Agreed appointments that may overlap one that starts then."""
    return appointments_of(student).filter(
        cancelled_at__isnull=True,
        starts_at__gt=starts_at - LONGEST,
        starts_at__lt=starts_at + LONGEST,
    )
