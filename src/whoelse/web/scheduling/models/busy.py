"""Calendars that say when a student is busy, and the busy times read from them.

Titles, places and people of events are never kept: a busy time is a start and an end.
"""

from urllib.parse import urlsplit

from django.db import models
from django.db.models import F, Q

from whoelse.web.accounts.models import Student
from whoelse.web.core.models import Dated, PublicId
from whoelse.web.core.secrets import SealedTextField


class BusyCalendar(PublicId, Dated):
    """A calendar by link, by file or by CalDAV, and how reading it went."""

    class Kind(models.TextChoices):
        LINK = "link", "Link"
        FILE = "file", "File"
        CALDAV = "caldav", "CalDAV"

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="busy_calendars")
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=120)
    # Calendar links hold a secret in their path, so the whole address is one.
    address = SealedTextField()
    username = models.CharField(max_length=200, blank=True)
    secret = SealedTextField()
    content = SealedTextField()  # of an uploaded file: it is read again as time goes by
    etag = models.CharField(max_length=200, blank=True)
    modified = models.CharField(max_length=80, blank=True)  # the server's Last-Modified
    # Until when busy times are known; a copy that the server calls unchanged ages too.
    known_until = models.DateTimeField(null=True, blank=True)
    fetch_after = models.DateTimeField(null=True, blank=True)  # due when this has passed
    last_fetched_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)  # in a row
    skipped = models.JSONField(default=list)  # [{"uid", "why"}]: events that could not be read

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["fetch_after"], name="busy_calendar_due")]

    def __str__(self) -> str:
        return self.name

    @property
    def host(self) -> str:
        """The part of the address that is no secret."""
        return urlsplit(self.address.open()).hostname or ""

    @property
    def is_remote(self) -> bool:
        return self.kind != self.Kind.FILE


class BusyTime(models.Model):
    """From here to there the student is busy; nothing says why."""

    calendar = models.ForeignKey(BusyCalendar, on_delete=models.CASCADE, related_name="times")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="busy_time_has_a_length"
            ),
        ]
        indexes = [models.Index(fields=["calendar", "ends_at"], name="busy_time_by_end")]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} UTC"
