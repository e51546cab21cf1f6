"""Experiences, skills, and the sentence that ties one to the other."""

from typing import Any

from django import forms

from whoelse.web.roadmap.forms.row import Lists, RowChoice, RowForm, area
from whoelse.web.roadmap.models import ExperienceKind, Row, SkillGroup


class ExperienceForm(RowForm):
    looks = "long"
    stored = ("name", "kind", "period", "did", "is_ahead")

    name = forms.CharField(
        label="What",
        max_length=160,
        error_messages={"required": "Write what it was, such as a course or a job."},
    )
    kind = forms.ChoiceField(label="Kind", choices=ExperienceKind)
    period = forms.CharField(label="When", max_length=60, required=False)
    did = forms.CharField(
        label="Doing what, with verbs and numbers", max_length=1_500, required=False, widget=area(3)
    )
    is_ahead = forms.BooleanField(label="Not yet: something I mean to do", required=False)


class SkillForm(RowForm):
    stored = ("name", "group", "is_on_resume")

    name = forms.CharField(
        label="Skill", max_length=80, error_messages={"required": "Write the skill."}
    )
    group = forms.ChoiceField(label="Group", choices=SkillGroup)
    is_on_resume = forms.BooleanField(label="Put it on the résumé", required=False, initial=True)


class EvidenceForm(RowForm):
    """One sentence. Which skill it shows is chosen once, when it is added."""

    looks = "pair"
    stored = ("skill", "experience", "sentence")

    skill = RowChoice(
        label="It shows",
        error_messages={
            "required": "Choose a skill.",
            "invalid_choice": "This skill is gone. Choose again.",
        },
    )
    experience = RowChoice(
        label="It happened in",
        error_messages={
            "required": "Choose an experience.",
            "invalid_choice": "This experience is gone. Choose again.",
        },
    )
    sentence = forms.CharField(
        label="What shows it",
        max_length=300,
        error_messages={"required": "Write what shows it."},
        widget=area(1),
    )

    def __init__(self, data: Any = None, *, row: Row | None = None, **options: Any) -> None:
        super().__init__(data, row=row, **options)
        if row is not None:
            del self.fields["skill"]
            self.stored = ("experience", "sentence")

    def take(self, lists: Lists) -> None:
        self.fields["skill"].take(lists.skills)
        self.fields["experience"].take(lists.experiences)
