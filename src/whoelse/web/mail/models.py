"""The student's own mail account, what leaves through it, and what came back.

A row of `Outgoing` is the truth about one letter: it exists, whole and with its Message-ID,
before anything is sent. The doorbell only says that it is worth a look.
"""

from django.db import models
from django.db.models import Q

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.core.models import Dated, PublicId
from whoelse.web.core.secrets import SealedTextField


class Security(models.TextChoices):
    """How a connection is protected."""

    TLS = "tls", "TLS from the start"
    STARTTLS = "starttls", "STARTTLS"
    NONE = "none", "None, for a server on this machine only"


class SignIn(models.TextChoices):
    """How the account proves whose it is."""

    PASSWORD = "password", "Password"
    XOAUTH2 = "xoauth2", "OAuth"


class State(models.TextChoices):
    """How far a letter is. `unsure`: it was handed over, and the answer was lost."""

    WAITING = "waiting", "Waiting to leave"
    SENDING = "sending", "Leaving now"
    SENT = "sent", "Sent"
    REFUSED = "refused", "Refused"
    UNSURE = "unsure", "Not known whether it left"


class Copy(models.TextChoices):
    """Whether the copy for the Sent folder is there."""

    NONE = "", "None wanted"
    DUE = "due", "To be put there"
    DONE = "done", "There"
    GIVEN_UP = "given_up", "Could not be put there"


class Sorted(models.TextChoices):
    """What an incoming message is; the values are those of `engine.mail.Kind`."""

    REPLY = "reply", "Reply"
    BOUNCE = "bounce", "Could not be delivered"
    AUTO_REPLY = "auto_reply", "Automatic reply"
    FEEDBACK = "feedback", "Complaint"
    OTHER = "other", "Message"


class MailAccount(PublicId, Dated):
    """A student's own account: SMTP to send, IMAP to read answers and keep a copy."""

    student = models.OneToOneField(Student, on_delete=models.CASCADE, related_name="mail_account")
    provider = models.CharField(max_length=30, blank=True)  # key of `presets.toml`
    address = models.EmailField()
    smtp_host = models.CharField(max_length=253)
    smtp_port = models.PositiveIntegerField(default=465)
    smtp_security = models.CharField(max_length=8, choices=Security, default=Security.TLS)
    imap_host = models.CharField(max_length=253)
    imap_port = models.PositiveIntegerField(default=993)
    imap_security = models.CharField(max_length=8, choices=Security, default=Security.TLS)
    user_name = models.CharField(max_length=254, blank=True)
    sign_in = models.CharField(max_length=8, choices=SignIn, default=SignIn.PASSWORD)
    secret = SealedTextField()  # the password, or the refresh token of OAuth
    keeps_sent = models.BooleanField(default=False)  # the provider puts a copy into Sent itself
    trouble = models.CharField(max_length=300, blank=True)  # what failed last, in words
    trouble_at = models.DateTimeField(null=True, blank=True)
    # Where reading stands. A new `uid_validity` means that all numbers were dealt anew.
    uid_validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    polled_at = models.DateTimeField(null=True, blank=True)
    poll_claim = models.UUIDField(null=True, blank=True)
    poll_until = models.DateTimeField(null=True, blank=True)
    digest_hour = models.PositiveSmallIntegerField(null=True, blank=True)  # on their own clock
    digest_on = models.DateField(null=True, blank=True)  # the last day that had its digest
    # The student chose that the confirmation of the day before leaves without being asked for.
    confirms_by_itself = models.BooleanField(default=False)
    connected_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.address


class Outgoing(PublicId):
    """One letter on its way, or where it ended. Nothing but `actions` changes its state."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="outgoing")
    account = models.ForeignKey(
        MailAccount, null=True, blank=True, on_delete=models.SET_NULL, related_name="outgoing"
    )
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="outgoing"
    )
    purpose = models.CharField(max_length=20)  # whose it is: see `owners`
    message_id = models.CharField(max_length=255, unique=True)  # without angle brackets
    references = models.TextField(blank=True)  # Message-IDs of the thread, with spaces between
    from_address = models.EmailField()
    to_address = models.EmailField()
    subject = models.CharField(max_length=300, blank=True)
    content = models.BinaryField()  # the whole message as it leaves (RFC 5322)
    path = models.CharField(max_length=200, blank=True)  # where the student sees it
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    why = models.CharField(max_length=500, blank=True)  # it waits, or was refused, because ...
    attempts = models.PositiveSmallIntegerField(default=0)
    queued_at = models.DateTimeField()
    send_after = models.DateTimeField()
    last_attempt_at = models.DateTimeField(null=True, blank=True)
    claim = models.UUIDField(null=True, blank=True)  # of the worker that has it now
    claimed_until = models.DateTimeField(null=True, blank=True)
    handing_over_at = models.DateTimeField(null=True, blank=True)  # from here on it may have left
    sent_at = models.DateTimeField(null=True, blank=True)
    copy = models.CharField(max_length=8, choices=Copy, default=Copy.NONE, blank=True)
    copy_attempts = models.PositiveSmallIntegerField(default=0)
    settled_at = models.DateTimeField(null=True, blank=True)  # the student saw how it ended

    class Meta:
        verbose_name = "letter in the outbox"
        verbose_name_plural = "letters in the outbox"
        ordering = ["queued_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="sent_mail_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(state="sending", claim__isnull=False)
                | (~Q(state="sending") & Q(claim__isnull=True)),
                name="leaving_mail_has_one_worker",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "send_after"], name="outgoing_due"),
            models.Index(fields=["student", "state"], name="outgoing_of_student"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} to {self.to_address}"

    @property
    def is_on_its_way(self) -> bool:
        """Released and not ended: nothing about it may be changed."""
        return self.state in (State.WAITING, State.SENDING, State.UNSURE)


class Incoming(PublicId):
    """A message of somebody who was written to. No other message is ever stored."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="incoming")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="incoming")
    outgoing = models.ForeignKey(
        Outgoing, null=True, blank=True, on_delete=models.SET_NULL, related_name="answers"
    )
    kind = models.CharField(max_length=10, choices=Sorted)
    permanent = models.BooleanField(null=True, blank=True)  # of a bounce
    message_id = models.CharField(max_length=255)  # or a hash where it has none
    references = models.TextField(blank=True)
    from_address = models.CharField(max_length=320, blank=True)
    about_address = models.CharField(max_length=320, blank=True)  # that a bounce is about
    status = models.CharField(max_length=20, blank=True)  # RFC 3463, of a bounce
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)  # what is new in it
    calendars = models.JSONField(default=list)  # text/calendar parts
    came_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)  # the student said what it means

    class Meta:
        verbose_name = "incoming message"
        ordering = ["-came_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["student", "message_id"], name="one_row_a_message"),
        ]
        indexes = [models.Index(fields=["student", "settled_at"], name="incoming_open")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} from {self.from_address}"
