"""When a student can talk: hours of the week, and what is kept free around a talk."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from whoelse.web.accounts.models import Student


class WeeklyWindow(models.Model):
    """Hours of one weekday, by the student's own clock. Holidays are accounts' `Holiday`."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="weekly_windows")
    weekday = models.PositiveSmallIntegerField()  # Monday is 0
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        ordering = ["weekday", "starts"]
        constraints = [
            models.UniqueConstraint(
                fields=["student", "weekday", "starts"], name="one_window_a_start"
            ),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="window_has_a_length"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="window_has_a_weekday"),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts:%H:%M} to {self.ends:%H:%M}"


class AvailabilityRule(models.Model):
    """How much warning a student needs, and how much rest. No row means these defaults."""

    student = models.OneToOneField(
        Student, on_delete=models.CASCADE, related_name="availability_rule"
    )
    notice_hours = models.PositiveSmallIntegerField(
        default=24, validators=[MaxValueValidator(24 * 14)]
    )
    breathing_minutes = models.PositiveSmallIntegerField(
        default=15, validators=[MaxValueValidator(240)]
    )
    most_per_day = models.PositiveSmallIntegerField(
        default=2, validators=[MinValueValidator(1), MaxValueValidator(8)]
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(notice_hours__lte=24 * 14)
                & Q(breathing_minutes__lte=240)
                & Q(most_per_day__gte=1, most_per_day__lte=8),
                name="availability_within_bounds",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_hours} hours of notice"
