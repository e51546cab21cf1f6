"""Experiences, the skills they gave, and the evidence that ties the two together."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from whoelse.web.roadmap.models.row import ON_SHEET, Row


class ExperienceKind(models.TextChoices):
    RESEARCH = "research", "research"
    COURSE = "course", "course or laboratory"
    PROJECT = "project", "project of my own"
    JOB = "job", "job"
    TEACHING = "teaching", "teaching or tutoring"
    SERVICE = "service", "club or service"
    OTHER = "other", "something else"


class Experience(Row):
    """Something the student did, or means to do (the tool "Gaining Experience")."""

    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=8, choices=ExperienceKind, default=ExperienceKind.COURSE)
    period = models.CharField(max_length=60, blank=True)  # "Summer 2026", in any words
    did = models.TextField(max_length=1_500, blank=True)
    is_ahead = models.BooleanField(default=False)

    class Meta(Row.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="experience_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=ExperienceKind.values), name="experience_kind_is_known"
            ),
        ]
        indexes = [models.Index(fields=["student"], name="experience_by_student")]

    def __str__(self) -> str:
        return self.name


class SkillGroup(models.TextChoices):
    """The groups into which the Careers Toolbox sorts skills of physics students, and one more."""

    INSTRUMENTS = "instruments", "Instruments"
    RESEARCH = "research", "Research"
    COMPUTING = "computing", "Hardware and software"
    COMMUNICATING = "communicating", "Communicating complex ideas"
    ANALYSIS = "analysis", "Analysis and quantitative thinking"
    PEOPLE = "people", "Working with people"


class Skill(Row):
    """Something the student can do. It counts as much as its evidence."""

    name = models.CharField(max_length=80)
    group = models.CharField(max_length=14, choices=SkillGroup, default=SkillGroup.ANALYSIS)
    is_on_resume = models.BooleanField(default=True)

    class Meta(Row.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="skill_has_a_name"),
            models.CheckConstraint(
                condition=Q(group__in=SkillGroup.values), name="skill_group_is_known"
            ),
            models.UniqueConstraint(
                "student",
                Lower("name"),
                condition=ON_SHEET,
                name="one_row_a_skill",
                violation_error_message="This skill stands on the sheet already.",
            ),
        ]
        indexes = [models.Index(fields=["student"], name="skill_by_student")]

    def __str__(self) -> str:
        return self.name


class Evidence(Row):
    """What shows a skill: one sentence, from one experience."""

    skill = models.ForeignKey(Skill, on_delete=models.CASCADE, related_name="evidence")
    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="evidence")
    sentence = models.CharField(max_length=300)

    class Meta(Row.Meta):
        constraints = [
            models.CheckConstraint(condition=~Q(sentence=""), name="evidence_says_something"),
            models.UniqueConstraint(
                "skill",
                "experience",
                Lower("sentence"),
                condition=ON_SHEET,
                name="one_row_an_evidence",
                violation_error_message="This sentence stands there already.",
            ),
        ]
        indexes = [models.Index(fields=["student"], name="evidence_by_student")]

    def __str__(self) -> str:
        return self.sentence
