"""The private calendar feed: made with a new address each time, revoked for good."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction

from whoelse.web.accounts.models import Student
from whoelse.web.scheduling.models import CalendarFeed


@transaction.atomic
def make_feed(student: Student, *, at: datetime) -> str:
    """A new token, told this once; the address before it stops working."""
    Student.objects.select_for_update().get(pk=student.pk)
    revoke_feed(student, at=at)
    token = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(student=student, token_hash=hash_of(token), created_at=at)
    return token


def revoke_feed(student: Student, *, at: datetime) -> None:
    """Whoever has the address reads nothing any more."""
    student.calendar_feeds.filter(revoked_at__isnull=True).update(revoked_at=at)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
