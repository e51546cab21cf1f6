"""When the student can talk: hours of the week, notice, breathing room, talks a day."""

from collections.abc import Iterable
from datetime import time

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.scheduling.models import AvailabilityRule, WeeklyWindow


@transaction.atomic
def save_hours(
    student: Student,
    *,
    windows: Iterable[tuple[int, time, time]],
    notice_hours: int,
    breathing_minutes: int,
    most_per_day: int,
) -> None:
    """Replace the hours of the week, each a weekday (Monday is 0), a start and an end."""
    student.weekly_windows.all().delete()
    WeeklyWindow.objects.bulk_create(
        WeeklyWindow(student=student, weekday=weekday, starts=starts, ends=ends)
        for weekday, starts, ends in sorted(set(windows))
    )
    AvailabilityRule.objects.update_or_create(
        student=student,
        defaults={
            "notice_hours": notice_hours,
            "breathing_minutes": breathing_minutes,
            "most_per_day": most_per_day,
        },
    )
