"""Pitch, places to look, letter outlines and stories."""

from typing import Any
from urllib.parse import urlsplit

from django import forms

from whoelse.web.roadmap.forms.row import Lists, RowChoice, RowChoices, RowForm, area
from whoelse.web.roadmap.models import Row


class PitchForm(RowForm):
    looks = "whole"
    stored = ("name", "who", "what", "why", "question")

    name = forms.CharField(
        label="For", max_length=80, error_messages={"required": "Write for whom it is."}
    )
    who = forms.CharField(label="Who I am", max_length=300, required=False, widget=area())
    what = forms.CharField(
        label="What I did or can do", max_length=500, required=False, widget=area(3)
    )
    why = forms.CharField(label="Why I tell you", max_length=300, required=False, widget=area())
    question = forms.CharField(
        label="What I would like to hear", max_length=200, required=False, widget=area()
    )


class PlaceForm(RowForm):
    looks = "long"
    stored = ("name", "title", "address", "note", "looked_on")

    name = forms.CharField(
        label="Where to look",
        max_length=160,
        error_messages={"required": "Write where to look."},
    )
    title = RowChoice(label="For the title", required=False)
    address = forms.CharField(label="Address", max_length=300, required=False)
    looked_on = forms.DateField(
        label="Last looked on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the day like 2027-02-14."},
    )
    note = forms.CharField(label="Note", max_length=600, required=False, widget=area(1))

    def take(self, lists: Lists) -> None:
        self.fields["title"].take(lists.titles, nothing="any of them")

    def clean_address(self) -> str:
        """A web address, or nothing; "www." and the like are completed."""
        typed = self.cleaned_data["address"]
        if not typed:
            return ""
        full = typed if "://" in typed else f"https://{typed}"
        try:
            parts = urlsplit(full)
            is_web = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
        except ValueError:
            is_web = False
        if not is_web or any(c.isspace() for c in full) or len(full) > 300:
            raise forms.ValidationError("Write a web address, such as https://jobs.example.")
        return full


class LetterForm(RowForm):
    stored = ("name", "title")

    name = forms.CharField(
        label="To", max_length=160, error_messages={"required": "Write to whom it goes."}
    )
    title = RowChoice(label="For work as", required=False)

    def take(self, lists: Lists) -> None:
        self.fields["title"].take(lists.titles, nothing="not said yet")


class LetterPartForm(RowForm):
    """The points of one part. The parts come with the letter."""

    stored = ("points",)

    points = forms.CharField(max_length=1_500, required=False, widget=area(3))

    def __init__(self, data: Any = None, *, row: Row | None = None, **options: Any) -> None:
        super().__init__(data, row=row, **options)
        self.fields["points"].label = str(row) if row else "Points"


class StoryForm(RowForm):
    looks = "whole"
    stored = ("name", "situation", "task", "action", "result", "skills")

    name = forms.CharField(
        label="Story",
        max_length=120,
        error_messages={"required": "Give the story a name."},
    )
    situation = forms.CharField(label="Situation", max_length=1_000, required=False, widget=area())
    task = forms.CharField(label="Task", max_length=1_000, required=False, widget=area())
    action = forms.CharField(label="Action", max_length=1_000, required=False, widget=area(3))
    result = forms.CharField(label="Result", max_length=1_000, required=False, widget=area())
    skills = RowChoices(label="Skills that it shows", required=False)

    def said_by(self, row: Row | None) -> dict[str, Any]:
        said = super().said_by(row)
        return said | {"skills": list(row.skills.all())} if row else said

    def take(self, lists: Lists) -> None:
        self.fields["skills"].take(lists.skills)
