"""What is said and written on the way to work: pitch, places, letter outlines, stories."""

from django.db import models
from django.db.models import Q

from whoelse.web.roadmap.models.row import ON_SHEET, Row
from whoelse.web.roadmap.models.skills import Skill
from whoelse.web.roadmap.models.titles import Title


class Pitch(Row):
    """Who I am, what I did, why I speak to you, and what I would like to hear, said aloud."""

    name = models.CharField(max_length=80)  # for whom: "the career fair"
    who = models.CharField(max_length=300, blank=True)
    what = models.CharField(max_length=500, blank=True)
    why = models.CharField(max_length=300, blank=True)
    question = models.CharField(max_length=200, blank=True)

    class Meta(Row.Meta):
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="pitch_is_for_somebody")]
        indexes = [models.Index(fields=["student"], name="pitch_by_student")]

    def __str__(self) -> str:
        return self.name

    @property
    def spoken(self) -> str:
        """What is said, in its order."""
        return " ".join(part for part in (self.who, self.what, self.why, self.question) if part)


class Place(Row):
    """Where to look for work under one title. Nothing of it is ever sent by WhoElse."""

    name = models.CharField(max_length=160)
    title = models.ForeignKey(
        Title, null=True, blank=True, on_delete=models.SET_NULL, related_name="places"
    )
    address = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=600, blank=True)
    looked_on = models.DateField(null=True, blank=True)

    class Meta(Row.Meta):
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="place_has_a_name")]
        indexes = [models.Index(fields=["student"], name="place_by_student")]

    def __str__(self) -> str:
        return self.name


class Letter(Row):
    """The outline of one cover letter: to whom, for which work."""

    name = models.CharField(max_length=160)  # the employer
    title = models.ForeignKey(
        Title, null=True, blank=True, on_delete=models.SET_NULL, related_name="letters"
    )

    class Meta(Row.Meta):
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="letter_is_to_somebody")]
        indexes = [models.Index(fields=["student"], name="letter_by_student")]

    def __str__(self) -> str:
        return self.name


class Part(models.TextChoices):
    OPENING = "opening", "Opening: which work, and how I know of it"
    THEM = "them", "Why them: what I learned about their work"
    SHOWN = "shown", "What I can do, with the evidence"
    FIT = "fit", "Why it fits: what their work and mine have in common"
    CLOSING = "closing", "Closing: thanks, and how to reach me"


class LetterPart(Row):
    """The points of one part of a letter."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="parts")
    part = models.CharField(max_length=8, choices=Part)
    points = models.TextField(max_length=1_500, blank=True)

    class Meta(Row.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(part__in=Part.values), name="letter_part_is_known"),
            models.UniqueConstraint(
                fields=["letter", "part"],
                condition=ON_SHEET,
                name="one_row_a_letter_part",
                violation_error_message="A letter has each part once. Keep one of the two.",
            ),
        ]
        indexes = [models.Index(fields=["student"], name="letter_part_by_student")]

    def __str__(self) -> str:
        return self.get_part_display()


class Story(Row):
    """Something that happened, told so that it shows a skill."""

    name = models.CharField(max_length=120)
    situation = models.TextField(max_length=1_000, blank=True)
    task = models.TextField(max_length=1_000, blank=True)
    action = models.TextField(max_length=1_000, blank=True)
    result = models.TextField(max_length=1_000, blank=True)
    skills = models.ManyToManyField(Skill, blank=True, related_name="stories")

    class Meta(Row.Meta):
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="story_has_a_name")]
        indexes = [models.Index(fields=["student"], name="story_by_student")]

    def __str__(self) -> str:
        return self.name
