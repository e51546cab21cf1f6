"""People the student knows or wants to meet, who named whom, and who must not be written to."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from whoelse.web.accounts.models import Student
from whoelse.web.core.models import Dated, PublicId


class Circle(models.TextChoices):
    """How near the contact is; the values are those of `engine.words.Circle`."""

    KNOWN = "known", "Known"
    REFERRED = "referred", "Referred"
    ALUMNI = "alumni", "Alumni"
    MET = "met", "Met"
    COLD = "cold", "Cold"


class Stage(models.TextChoices):
    """How far it has come with this contact. Higher apps move it by `actions.move_stage`."""

    OPEN = "open", "Not asked yet"
    ASKED = "asked", "Asked"
    SCHEDULED = "scheduled", "Scheduled"
    HELD = "held", "Held"
    NO = "no", "Said no"


LAST_VERBS = {
    Stage.OPEN: "added",
    Stage.ASKED: "asked",
    Stage.SCHEDULED: "agreed",
    Stage.HELD: "talked",
    Stage.NO: "said no",
}


class Audience(models.TextChoices):
    """Who they are, as far as questions care; the values are those of `engine.words.Audience`."""

    FAMILY = "family", "Family or a first practice"
    PROFESSOR = "professor", "Professor or teacher"
    ALUM = "alum", "In the middle of their career"
    RECENT_GRADUATE = "recent_graduate", "Graduated a few years ago"
    RECRUITER = "recruiter", "Recruiter"
    EXECUTIVE = "executive", "Senior executive"


class Permission(models.TextChoices):
    """What the referrer said; the values are those of `engine.words.Permission`."""

    MAY_USE_NAME = "may_use_name", "You may use the name"
    WILL_INTRODUCE = "will_introduce", "Will introduce you"
    ASK_FIRST = "ask_first", "Wants to ask first"


class ImportBatch(PublicId):
    """One import that was kept. Its contacts point here, so that it can be undone."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="import_batches")
    file_name = models.CharField(max_length=200)
    format = models.CharField(max_length=40)
    kept = models.PositiveIntegerField(default=0)
    imported_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-imported_at"]

    def __str__(self) -> str:
        return self.file_name


class StagedImport(PublicId):
    """A file that was read and from which nobody was chosen yet. Gone with the choice or in a day.

    `payload` is compressed JSON, or the file itself while `format` is ""; rows that are not
    chosen are never stored anywhere else.
    """

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="staged_imports")
    file_name = models.CharField(max_length=200)
    format = models.CharField(max_length=40)
    payload = models.BinaryField()
    chosen = models.JSONField(default=list)  # row numbers
    staged_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.file_name

    @property
    def needs_columns(self) -> bool:
        """A table of unknown columns: the payload is the file itself."""
        return self.format == ""


class Contact(PublicId, Dated):
    """A person whom the student knows or wants to meet."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="contacts")
    honorific = models.CharField(max_length=20, blank=True)  # "Dr.", "Prof.", "Ms."
    full_name = models.CharField(max_length=160)  # without the honorific
    circle = models.CharField(max_length=12, choices=Circle, default=Circle.KNOWN)
    relation = models.CharField(max_length=160, blank=True)  # "aunt", "taught me optics"
    found_through = models.CharField(max_length=160, blank=True)  # "the physics colloquium"
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.ALUM)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    employer = models.CharField(max_length=160, blank=True)
    job_title = models.CharField(max_length=160, blank=True)
    occupation = models.CharField(max_length=60, blank=True)  # code of the atlas
    area = models.CharField(max_length=60, blank=True)  # code of the atlas
    sector = models.CharField(max_length=60, blank=True)  # code of the atlas
    time_zone = models.CharField(max_length=64, blank=True)
    profile_url = models.URLField(max_length=300, blank=True)
    notes = models.TextField(blank=True, max_length=10_000)
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.OPEN)
    stage_at = models.DateTimeField(null=True, blank=True)
    # Case-folded name, work, employer and notes: `icontains` on SQLite folds ASCII only.
    search_text = models.TextField(blank=True, editable=False)
    # Undoing an import deletes its contacts; a kept batch never disappears by itself.
    batch = models.ForeignKey(
        ImportBatch, null=True, blank=True, on_delete=models.SET_NULL, related_name="contacts"
    )

    class Meta:
        ordering = ["full_name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["student", "email"], condition=~Q(email=""), name="one_contact_an_address"
            ),
            models.CheckConstraint(condition=~Q(full_name=""), name="contact_has_a_name"),
        ]
        indexes = [models.Index(fields=["student", "circle", "stage"], name="contact_by_circle")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """With title: "Dr. Samuel Okafor"."""
        return f"{self.honorific} {self.full_name}".strip()

    @property
    def short_name(self) -> str:
        """ "Dr. Okafor", or the full name where there is no title."""
        return (
            f"{self.honorific} {self.full_name.split()[-1]}" if self.honorific else self.full_name
        )

    @property
    def role(self) -> str:
        """ "Medical dosimetrist, Harrow Bay Regional Hospital", as far as it is known."""
        return ", ".join(part for part in (self.job_title, self.employer) if part)

    @property
    def last_verb(self) -> str:
        """What happened at `last_at`: "added", "asked", "agreed", "talked", "said no"."""
        return LAST_VERBS[self.stage]

    @property
    def last_at(self) -> datetime:
        return self.stage_at or self.created_at


class Referral(PublicId):
    """An interviewee named another contact, with the permission that came with it."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="referrals")
    referrer = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="referrals_made")
    referred = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="referrals")
    permission = models.CharField(max_length=16, choices=Permission)
    words = models.CharField(max_length=300, blank=True)  # what was said about them
    named_at = models.DateTimeField()
    reported_at = models.DateTimeField(null=True, blank=True)  # the referrer was told
    interview = models.UUIDField(null=True, blank=True)  # public id; interviews stand above

    class Meta:
        ordering = ["named_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["referrer", "referred"], name="one_referral_a_pair"),
            models.CheckConstraint(
                condition=~Q(referrer=F("referred")), name="nobody_refers_to_themselves"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.referrer} named {self.referred}"


class DoNotContact(PublicId):
    """Somebody must not be written to. Outlives the contact: `BlockedKey` keeps keyed hashes."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="do_not_contact")
    contact = models.OneToOneField(
        Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="do_not_contact"
    )
    reason = models.CharField(max_length=200, blank=True)
    asked_by_them = models.BooleanField(default=True)  # or decided by the student
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return "Do not contact"


class BlockedKey(models.Model):
    """A keyed hash of an address, a profile link or a name with employer that is blocked."""

    block = models.ForeignKey(DoNotContact, on_delete=models.CASCADE, related_name="keys")
    digest = models.CharField(max_length=64)
    # Which secret key made it (`keys.fingerprint`): with another one the hash says nothing.
    key = models.CharField(max_length=16, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["block", "digest"], name="one_digest_a_block"),
        ]
        indexes = [models.Index(fields=["digest"], name="blocked_by_digest")]

    def __str__(self) -> str:
        return self.digest[:8]
