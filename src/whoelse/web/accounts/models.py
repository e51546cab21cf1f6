"""Who logs in, and the student: about you, curiosities, the answer, terms and holidays."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from whoelse.web.core.models import Dated, PublicId


class User(PublicId, AbstractUser):
    """Somebody who can log in."""


class Student(PublicId, Dated):
    """A student and what the drafts and pages say about them."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="student")
    full_name = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    school = models.CharField(max_length=120, blank=True)
    about = models.CharField(max_length=160, blank=True)  # "a third-year physics major"
    time_zone = models.CharField(max_length=64, default="UTC")
    # Kept for good, so that Welcome never asks twice; a step can be taken up again any time.
    welcomed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.full_name or "A student"

    @property
    def introduction(self) -> str:
        """ "a third-year physics major at Norhaven College", as far as it is known."""
        if self.about and self.school and self.school.casefold() not in self.about.casefold():
            return f"{self.about} at {self.school}"
        return self.about


class Curiosity(models.Model):
    """An area of the atlas that the student is curious about."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="curiosities")
    area = models.CharField(max_length=60)  # code of the atlas

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "area"], name="one_curiosity_an_area"),
        ]

    def __str__(self) -> str:
        return self.area


class Answer(models.Model):
    """What the student answered to "what are your plans for after graduation?", with its date."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="answers")
    text = models.CharField(max_length=500)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-written_at", "-pk"]

    def __str__(self) -> str:
        return self.text


class Term(PublicId):
    """A term of study and how many interviews the student plans in it."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="terms")
    name = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()
    planned = models.PositiveSmallIntegerField(default=2)

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="term_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(planned__lte=60), name="term_plans_at_most_60"),
        ]

    def __str__(self) -> str:
        return self.name


class Holiday(models.Model):
    """A day that is no business day for the student."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="holidays")
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "day"], name="one_holiday_a_day")]

    def __str__(self) -> str:
        return self.day.isoformat()


class DoorKey(models.Model):
    """A one-time key of local mode. Only its hash is kept; a used or old key opens nothing."""

    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.digest[:8]
