"""When and how a conversation takes place, as two calendars see it."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.core.models import Dated, PublicId
from whoelse.web.mail.models import Incoming, Outgoing
from whoelse.web.scheduling.zones import clock_of, day_of, in_both_zones, zone_of


class Channel(models.TextChoices):
    PHONE = "phone", "by phone"
    IN_PERSON = "in_person", "in person"
    VIDEO = "video", "by video"


class InvitationAnswer(models.TextChoices):
    """What their calendar answered to the invitation (RFC 5545, PARTSTAT; RFC 5546, COUNTER)."""

    ACCEPTED = "accepted", "accepted"
    DECLINED = "declined", "declined"
    TENTATIVE = "tentative", "tentatively accepted"
    COUNTER = "counter", "proposed another time"


class Appointment(PublicId, Dated):
    """An agreed time. `uid` and `sequence` are what calendar programs know it by."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="appointments")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="appointments")
    uid = models.CharField(max_length=80, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=20)
    student_zone = models.CharField(max_length=64)
    contact_zone = models.CharField(max_length=64)
    channel = models.CharField(max_length=12, choices=Channel, default=Channel.PHONE)
    place = models.CharField(max_length=300, blank=True)  # a number, an address or a link
    cancelled_at = models.DateTimeField(null=True, blank=True)
    wants_another = models.BooleanField(default=False)  # it was called off for another time
    # What their calendar answered to the last invitation, and when; a move asks anew.
    answer = models.CharField(max_length=12, choices=InvitationAnswer, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gte=5, minutes__lte=30), name="appointment_5_to_30_minutes"
            ),
            models.CheckConstraint(
                condition=Q(answer="") | Q(answered_at__isnull=False),
                name="an_answer_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact} at {self.starts_at:%Y-%m-%d %H:%M} UTC"

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def in_words(self) -> str:
        """ "Friday, 6 November, 4:00 pm in New York; 10:00 pm in Berlin" """
        return in_both_zones(self.starts_at, self.student_zone, self.contact_zone)

    @property
    def when_for_student(self) -> str:
        """ "Friday, 6 November, 4:00 pm", by the student's clock."""
        local = self.starts_at.astimezone(zone_of(self.student_zone))
        return f"{day_of(local)}, {clock_of(local)}"

    @property
    def when_for_contact(self) -> str:
        """ "Friday, 6 November, 10:00 pm", by the clock of the other person."""
        local = self.starts_at.astimezone(zone_of(self.contact_zone))
        return f"{day_of(local)}, {clock_of(local)}"

    @property
    def in_words_for_contact(self) -> str:
        """ "Friday, 6 November, 10:00 pm in Berlin; 4:00 pm in New York" """
        return in_both_zones(self.starts_at, self.contact_zone, self.student_zone)

    @property
    def manner(self) -> str:
        """ "20 minutes by phone" """
        return f"{self.minutes} minutes {self.get_channel_display()}"


class TakenSlot(models.Model):
    """Five minutes of a student's time that an appointment takes up.

    The one constraint that keeps two people from getting the same minute, on every database: who
    comes second cannot write the row.
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "starts_at"], name="one_taker_a_slot"),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M} UTC"


class Invitation(models.Model):
    """That a state of an appointment was sent to the other person's calendar: once each."""

    appointment = models.ForeignKey(
        Appointment, on_delete=models.CASCADE, related_name="invitations"
    )
    sequence = models.PositiveIntegerField()
    outgoing = models.OneToOneField(
        Outgoing, null=True, on_delete=models.SET_NULL, related_name="invitation"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "sequence"], name="one_invitation_a_state"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.appointment}, {self.sequence}"


class AnswerReading(models.Model):
    """That the calendar parts of an incoming message were looked at, so that it happens once."""

    incoming = models.OneToOneField(
        Incoming, on_delete=models.CASCADE, related_name="answer_reading"
    )
    read_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.incoming)
