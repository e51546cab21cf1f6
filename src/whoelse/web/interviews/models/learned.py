"""What matters to the student, what was learned and promised, how clear the answer became."""

from django.db import models
from django.db.models import Q

from whoelse.web.accounts.models import Student
from whoelse.web.core.models import PublicId
from whoelse.web.interviews.models.talk import Interview, Note


class FacetName(models.TextChoices):
    """What a finding is about; the values are those of `engine.words.Facet`."""

    DAY_TO_DAY = "day_to_day", "Day to day"
    PATH = "path", "Path"
    CHALLENGES = "challenges", "Challenges"
    REWARDS = "rewards", "Rewards"
    ENVIRONMENT = "environment", "Environment"
    SKILLS = "skills", "Skills"
    TITLES = "titles", "Titles"
    PAY = "pay", "Pay norms"
    OUTLOOK = "outlook", "Outlook"
    BALANCE = "balance", "Balance"
    ADVICE = "advice", "Advice"


class FacetPriority(models.Model):
    """A facet that matters most to the student now: plans ask about it first."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="priorities")
    facet = models.CharField(max_length=12, choices=FacetName)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["student", "facet"], name="one_priority_a_facet"),
        ]

    def __str__(self) -> str:
        return self.get_facet_display()


class SideName(models.TextChoices):
    FOR = "for", "for"
    AGAINST = "against", "against"
    OPEN = "open", "open"


class Finding(PublicId):
    """One thing learned: an occupation, a facet, a sentence, for or against, and who said it."""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="findings")
    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="findings")
    occupation = models.CharField(max_length=60, blank=True)  # code of the atlas, or ""
    facet = models.CharField(max_length=12, choices=FacetName)
    sentence = models.CharField(max_length=600)
    side = models.CharField(max_length=8, choices=SideName, default=SideName.OPEN)
    note = models.ForeignKey(  # from which the sentence was taken
        Note, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    found_at = models.DateTimeField()

    class Meta:
        ordering = ["found_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(sentence=""), name="finding_says_something")
        ]
        indexes = [models.Index(fields=["student", "occupation", "facet"], name="finding_by_facet")]

    def __str__(self) -> str:
        return self.sentence

    @property
    def origin(self) -> str:
        """Where it was written down: its note in the room, else its line of the write-up."""
        if self.note is None:
            return f"{self.interview.path_to('write-up')}#finding-{self.public_id}"
        question = self.note.question
        at = f"?q={question.public_id}" if question else ""
        return f"{self.interview.path_to('room')}{at}"


class Promise(PublicId):
    """Something one of the two promised to do."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="promises")
    text = models.CharField(max_length=300)
    is_mine = models.BooleanField(default=True)  # or theirs
    due_on = models.DateField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.text


class ClarityRating(models.Model):
    """The student's own 0 to 10: how well could I answer "what are your plans?" today?"""

    student = models.ForeignKey(Student, on_delete=models.CASCADE, related_name="clarity_ratings")
    interview = models.ForeignKey(
        Interview, null=True, blank=True, on_delete=models.CASCADE, related_name="clarity_ratings"
    )
    rating = models.PositiveSmallIntegerField()
    rated_at = models.DateTimeField()

    class Meta:
        ordering = ["-rated_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(rating__lte=10), name="clarity_is_0_to_10"),
        ]

    def __str__(self) -> str:
        return str(self.rating)
