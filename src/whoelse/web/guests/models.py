"""The private link of one request, and how often a door may still be knocked at.

Nothing here says whether or when a link was opened: that is nobody's business.
"""

from django.db import models

from whoelse.web.accounts.models import Student
from whoelse.web.core.models import PublicId
from whoelse.web.outreach.models import Message


class Ending(models.TextChoices):
    """Why a link opens nothing any more."""

    ANSWERED = "answered", "answered"
    WITHDRAWN = "withdrawn", "withdrawn"


class GuestLink(PublicId):
    """The way of an interviewee to the page of one request: only the hash of its token is kept.

    `changes` grows with everything that is done there; what was confirmed for an earlier count
    does nothing, so that no button works twice.
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="guest_links")
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="guest_link")
    token_hash = models.CharField(max_length=64, unique=True)
    changes = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=12, choices=Ending, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True, ending="")
                | models.Q(ended_at__isnull=False) & ~models.Q(ending=""),
                name="an_ended_link_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.token_hash[:8]

    @property
    def is_withdrawn(self) -> bool:
        return self.ending == Ending.WITHDRAWN


class Knock(models.Model):
    """How often somebody knocked within one hour. Who it was is a keyed hash of that hour only."""

    digest = models.CharField(max_length=64)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["digest", "hour"], name="one_count_an_hour"),
        ]
        indexes = [models.Index(fields=["hour"], name="knock_by_hour")]

    def __str__(self) -> str:
        return str(self.count)
