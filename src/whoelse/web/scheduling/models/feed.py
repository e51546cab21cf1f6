"""The private address under which a student's calendar program reads the agreed times."""

from django.db import models
from django.db.models import Q

from whoelse.web.accounts.models import Student


class CalendarFeed(models.Model):
    """A feed by its token's hash. The token itself is shown once, when the feed is made."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="calendar_feeds")
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["student"], condition=Q(revoked_at__isnull=True), name="one_live_feed"
            ),
        ]

    def __str__(self) -> str:
        return self.token_hash[:8]
