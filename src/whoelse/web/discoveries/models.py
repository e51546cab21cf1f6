"""What the student decides about what was learned: what says the same, where each work stands."""

from django.db import models
from django.db.models import F, Q

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.core.models import PublicId
from whoelse.web.interviews.models import Finding, Interview


class Pairing(models.Model):
    """The student says that two findings say the same, or that they do not.

    `first` is the one with the smaller key, so that a pair has one row.
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="pairings")
    first = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="+")
    is_together = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="one_word_a_pair"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="smaller_key_first"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {'with' if self.is_together else 'apart from'} {self.second_id}"


class Standing(models.TextChoices):
    EXPLORING = "exploring", "something I explore"
    LEANING = "leaning", "what I lean towards"
    RULED_OUT = "ruled_out", "ruled out"


class Stand(models.Model):
    """Where the student stands on an occupation since a day, and why. The newest row counts."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="stands")
    occupation = models.CharField(max_length=60)  # code of the atlas
    standing = models.CharField(max_length=12, choices=Standing)
    because = models.CharField(max_length=300, blank=True)
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ["-taken_at", "-pk"]
        indexes = [models.Index(fields=["student", "occupation"], name="stand_by_occupation")]

    def __str__(self) -> str:
        return f"{self.occupation}: {self.get_standing_display()}"

    @property
    def short(self) -> str:
        """One or two words, for a label."""
        return self.standing.replace("_", " ")


class PlannedAction(PublicId):
    """Something to do because of what was learned: a course, a skill, a project, an application."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="planned_actions")
    occupation = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    interview = models.ForeignKey(  # the conversation that suggested it
        Interview, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    planned_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = [F("done_at").asc(nulls_first=True), F("due_on").asc(nulls_last=True), "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="action_says_what")]

    def __str__(self) -> str:
        return self.text


class SourceKind(models.TextChoices):
    """What a searched text is part of."""

    FINDING = "finding", "Finding"
    NOTE = "note", "Note"
    MESSAGE = "message", "Message"
    REPLY = "reply", "Reply"


class SearchEntry(models.Model):
    """A text that can be searched: a copy of what stands elsewhere, made anew when that changes.

    The index over `words` is made by the migration: FTS5 on SQLite, GIN on PostgreSQL.
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=SourceKind)
    source = models.BigIntegerField()  # key of the finding, note, message or reply
    text = models.TextField()
    words = models.TextField()  # in search form; see `searching.words_of`
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "kind", "-source"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "source"], name="one_entry_a_source"),
        ]
        indexes = [models.Index(fields=["student", "-at"], name="entry_by_time")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.source}"
