"""Clarity outside an interview: the first number, in Welcome."""

from datetime import datetime

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.interviews.models import ClarityRating


@transaction.atomic
def rate_clarity(student: Student, *, rating: int, at: datetime) -> ClarityRating:
    """Keep the student's own 0 to 10. The same number on the same page is no new rating."""
    latest = ClarityRating.objects.filter(student=student).first()
    if latest and latest.rating == rating and latest.interview_id is None:
        return latest
    return ClarityRating.objects.create(student=student, rating=rating, rated_at=at)
