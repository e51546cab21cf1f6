"""The conversation: its plan, its notes and marks, whom they named, and what devices told."""

from datetime import datetime

from django.db import models
from django.urls import reverse

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact, Permission
from whoelse.web.core.models import Dated, PublicId
from whoelse.web.scheduling.models import Appointment, InvitationAnswer


class Interview(PublicId, Dated):
    """One conversation, from the agreed time to what was learned."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="interviews")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="interviews")
    # A cancelled appointment stays for its calendar updates; the interview goes with the contact.
    appointment = models.OneToOneField(
        Appointment, on_delete=models.CASCADE, related_name="interview"
    )
    prepared_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)  # the room was opened and started
    held_at = models.DateTimeField(null=True, blank=True)  # it ended
    missed_at = models.DateTimeField(null=True, blank=True)  # it did not take place
    written_up_at = models.DateTimeField(null=True, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)
    occupation = models.CharField(max_length=60, blank=True)  # what the findings are about
    surprise = models.TextField(blank=True, max_length=2_000)
    said = models.CharField(max_length=400, blank=True)  # the one thing, for the thank-you
    banned = models.JSONField(default=list, blank=True)  # bank ids the student took out of the plan
    paused_at = models.DateTimeField(null=True, blank=True)  # small talk: the clock stands still
    paused_seconds = models.PositiveIntegerField(default=0)
    extra_minutes = models.PositiveSmallIntegerField(default=0)  # asked for and given at the end

    class Meta:
        ordering = ["-appointment__starts_at", "-pk"]

    def __str__(self) -> str:
        return f"Interview with {self.contact}"

    def path_to(self, page: str) -> str:
        """One of its pages: "prepare", "room", "write-up"."""
        return reverse(f"interviews:{page}", args=[self.public_id])

    @property
    def is_put_off(self) -> bool:
        """Their calendar declined or wants another time, and nobody said since that it stands."""
        if self.appointment.answer not in (InvitationAnswer.DECLINED, InvitationAnswer.COUNTER):
            return False
        return self.confirmed_at is None or self.confirmed_at < self.appointment.answered_at

    @property
    def is_open(self) -> bool:
        """It is agreed and still ahead of the student, or under way."""
        return not (self.held_at or self.missed_at or self.appointment.is_cancelled)

    @property
    def is_under_way(self) -> bool:
        return self.is_open and self.began_at is not None

    @property
    def talked_at(self) -> datetime:
        """When it began, as far as it is known."""
        return self.began_at or self.appointment.starts_at

    @property
    def clock_minutes(self) -> int:
        """What the clock of the room counts down from."""
        return self.appointment.minutes + self.extra_minutes

    def seconds_left(self, at: datetime) -> int:
        """What the clock of the room shows at a moment; below zero when the time is over."""
        if self.began_at is None and self.held_at is None:
            return self.clock_minutes * 60
        gone = ((self.paused_at or at) - self.talked_at).total_seconds() - self.paused_seconds
        return self.clock_minutes * 60 - int(gone)

    @property
    def talked_minutes(self) -> int:
        """How long it took; what was agreed where the room was not used."""
        if not (self.began_at and self.held_at):
            return self.appointment.minutes
        return max(1, round((self.held_at - self.began_at).total_seconds() / 60))


class PlannedQuestion(PublicId):
    """A question of one interview's plan, copied from the bank so that it never changes later."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=60)  # id of the bank, or "own-..."
    text = models.CharField(max_length=300)
    topic = models.CharField(max_length=8)
    phase = models.CharField(max_length=12)
    minutes = models.DecimalField(max_digits=3, decimal_places=1)
    facets = models.JSONField(default=list)
    follow_up = models.CharField(max_length=300, blank=True)
    why = models.CharField(max_length=300, blank=True)
    is_pinned = models.BooleanField(default=False)
    is_own = models.BooleanField(default=False)
    asks_name = models.BooleanField(default=False)  # the "who else" question, always last

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "question"], name="a_question_once"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def group(self) -> str:
        """Where the page shows it: opening, core or closing."""
        return "core" if self.phase == "late_core" else self.phase

    @property
    def facet(self) -> str:
        """The main facet, or nothing for small talk and closings."""
        return self.facets[0] if self.facets else ""


class Note(PublicId):
    """What was written under one question, or under none. `version` grows with each save.

    Two tabs that write the same note do not overwrite each other: the second keeps a row of
    its own, told apart by `copy`, and the page shows both.
    """

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="notes")
    # A note outlives its question: swapping a question keeps what was written under it.
    question = models.ForeignKey(
        PlannedQuestion, null=True, blank=True, on_delete=models.SET_NULL, related_name="notes"
    )
    copy = models.CharField(max_length=40, blank=True)  # "" for the first writer, else the tab
    text = models.TextField(blank=True, max_length=50_000)
    version = models.PositiveIntegerField(default=0)
    tab = models.CharField(max_length=40, blank=True)  # who wrote it last
    turn = models.PositiveBigIntegerField(default=0)  # the last save of that tab, in its own count
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["question__position", "pk"]
        constraints = [
            # Where the question is NULL the actions keep the rule: they lock the interview first.
            models.UniqueConstraint(fields=["question", "copy"], name="a_note_a_writer"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Operation(models.Model):
    """Something a device did in the room, by the name that the device gave it.

    A device that never heard the answer sends it again; it is not done twice, and the answer is
    the same.
    """

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="operations")
    key = models.CharField(max_length=80)
    answer = models.JSONField()
    applied_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["interview", "key"], name="an_operation_once"),
        ]

    def __str__(self) -> str:
        return self.key


class MarkKind(models.TextChoices):
    TITLE = "title", "Title heard"
    SURPRISE = "surprise", "Surprise"
    DRAWS = "draws", "Draws me"
    OFF = "off", "Puts me off"


class Mark(PublicId):
    """A quick mark in the room: one touch, at this question, now."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="marks")
    question = models.ForeignKey(
        PlannedQuestion, null=True, blank=True, on_delete=models.SET_NULL, related_name="marks"
    )
    kind = models.CharField(max_length=10, choices=MarkKind)
    text = models.CharField(max_length=200, blank=True)  # the title that was heard
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.get_kind_display()


class NamedPerson(PublicId):
    """Somebody they named in the closing minute; becomes a contact when it is written up."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="named")
    full_name = models.CharField(max_length=160)
    work = models.CharField(max_length=160, blank=True)
    email = models.EmailField(blank=True)
    permission = models.CharField(
        max_length=16, choices=Permission, default=Permission.MAY_USE_NAME
    )
    # Whoever is erased is erased here too: the name and address were theirs.
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    named_at = models.DateTimeField()

    class Meta:
        ordering = ["named_at", "pk"]

    def __str__(self) -> str:
        return self.full_name
