"""Times that stand in a request, and times that the other person proposed instead."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.core.models import Dated, PublicId
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.models.appointment import Appointment


class OfferedTime(PublicId, Dated):
    """One of the times offered in a message: held until it is taken, released or lapsed."""

    class State(models.TextChoices):
        HELD = "held", "held"
        TAKEN = "taken", "taken"
        RELEASED = "released", "no longer offered"

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="offered_times")
    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="offered_times")
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=20)
    contact_zone = models.CharField(max_length=64)  # in which it is written in the message
    state = models.CharField(max_length=8, choices=State, default=State.HELD)
    lapses_at = models.DateTimeField()
    appointment = models.OneToOneField(
        Appointment, null=True, blank=True, on_delete=models.SET_NULL, related_name="offered_time"
    )

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["message", "starts_at"],
                condition=Q(state="held"),
                name="one_offer_a_time",
            ),
            models.UniqueConstraint(
                fields=["message"], condition=Q(state="taken"), name="one_taken_time_a_message"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=5, minutes__lte=30), name="offer_5_to_30_minutes"
            ),
        ]
        indexes = [models.Index(fields=["student", "state"], name="offered_by_state")]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} UTC"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_held(self) -> bool:
        return self.state == self.State.HELD


class ProposedTime(PublicId, Dated):
    """A time that the other person proposed: on the page, or by their calendar's COUNTER."""

    class Answer(models.TextChoices):
        OPEN = "open", "not answered"
        AGREED = "agreed", "agreed"
        DECLINED = "declined", "declined"

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="proposed_times")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="proposed_times")
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.CASCADE, related_name="proposed_times"
    )
    # Set where an agreed time is to be moved.
    appointment = models.ForeignKey(
        Appointment, null=True, blank=True, on_delete=models.CASCADE, related_name="proposed_times"
    )
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=20)
    contact_zone = models.CharField(max_length=64)
    comment = models.CharField(max_length=500, blank=True)
    proposed_at = models.DateTimeField()
    answer = models.CharField(max_length=8, choices=Answer, default=Answer.OPEN)

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "starts_at"],
                condition=Q(answer="open"),
                name="one_proposal_a_time",
            ),
            models.CheckConstraint(
                condition=Q(minutes__gte=5, minutes__lte=30), name="proposal_5_to_30_minutes"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} UTC"
