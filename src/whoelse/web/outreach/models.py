"""Messages to contacts: drafts, what left and when, and what came back."""

from django.db import models
from django.db.models import Q

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.core.models import Dated, PublicId
from whoelse.web.mail.models import Outgoing


class Kind(models.TextChoices):
    """What a message is for; the values are those of `engine.words.MessageKind`."""

    REQUEST = "request", "Request"
    REFERRAL_INTRO = "referral_intro", "Referral introduction"
    FOLLOWUP = "followup", "The one nudge"
    CONFIRMATION = "confirmation", "Confirmation"
    THANKS = "thanks", "Thank-you"
    REPORT_BACK = "report_back", "Report back"
    KEEP_IN_TOUCH = "keep_in_touch", "Keep in touch"


class Way(models.TextChoices):
    """How a message left."""

    MAIL = "mail", "by my mail account"
    MAIL_PROGRAM = "mail_program", "by my mail program"
    COPY = "copy", "copied into a message"
    FILE = "file", "by an .eml file"
    OTHER = "other", "in another way"


class Came(models.TextChoices):
    """What came back; the values are those of `engine.duties.state.Answer`."""

    YES = "yes", "Yes"
    TIMES_OFFERED = "times_offered", "Times offered"
    ANOTHER_TIME = "another_time", "Called off, another time is wanted"
    NO = "no", "No"
    NAMED_SOMEBODY_ELSE = "named_somebody_else", "Named somebody else"
    IN_WRITING = "in_writing", "Answered in writing"
    NOT_THIS_TERM = "not_this_term", "Not this term"
    NEVER_AGAIN = "never_again", "Never again"


class Message(PublicId, Dated):
    """A message to one contact: a draft until `sent_at`, then a fact."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="messages")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="messages")
    kind = models.CharField(max_length=16, choices=Kind)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True, max_length=20_000)
    facts = models.JSONField(default=dict)  # the student's own words that went into the draft
    confirmed = models.JSONField(default=list)  # error-level rules the student chose to keep
    interview = models.UUIDField(null=True, blank=True)  # what it thanks for or confirms
    sent_at = models.DateTimeField(null=True, blank=True)
    way = models.CharField(max_length=16, choices=Way, blank=True)
    # The letter by which it leaves or was to leave; `sent_at` follows when a server took it.
    outgoing = models.OneToOneField(
        Outgoing, null=True, blank=True, on_delete=models.SET_NULL, related_name="message"
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            # A second click on "Write" finds the draft that is there.
            models.UniqueConstraint(
                fields=["contact", "kind"],
                condition=Q(sent_at__isnull=True),
                name="one_draft_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | ~Q(body=""), name="sent_message_has_a_body"
            ),
        ]
        indexes = [models.Index(fields=["student", "sent_at"], name="message_by_sent")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} to {self.contact}"

    @property
    def is_draft(self) -> bool:
        return self.sent_at is None and not self.is_on_its_way

    @property
    def is_on_its_way(self) -> bool:
        """Released, and a server has not taken it yet, or nobody knows."""
        on_its_way = self.outgoing is not None and self.outgoing.is_on_its_way
        return self.sent_at is None and on_its_way

    @property
    def is_answered(self) -> bool:
        """Whether a reply was recorded; the reply is looked up with the message."""
        return getattr(self, "reply", None) is not None


class Reply(PublicId):
    """What came back to a message: as the student recorded it, or from the private page."""

    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="reply")
    came = models.CharField(max_length=20, choices=Came)
    note = models.TextField(blank=True, max_length=20_000)  # their words, times or answers
    came_at = models.DateTimeField()
    rests_until = models.DateField(null=True, blank=True)  # "not this term": ask again from then

    def __str__(self) -> str:
        return self.get_came_display()
