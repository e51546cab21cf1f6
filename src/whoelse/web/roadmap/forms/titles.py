"""A job title of interest."""

from typing import Any

from django import forms

from whoelse.web.roadmap import bridge
from whoelse.web.roadmap.forms.row import RowForm, area
from whoelse.web.roadmap.models import Interest


class TitleForm(RowForm):
    """The title in the words in which it was heard; the atlas says what it is."""

    looks = "line"
    stored = ("name", "interest", "note")

    name = forms.CharField(
        label="Title", max_length=120, error_messages={"required": "Write the title."}
    )
    interest = forms.ChoiceField(
        label="Today it", choices=Interest, required=False, initial=Interest.OPEN
    )
    note = forms.CharField(
        label="What I want to find out", max_length=600, required=False, widget=area(1)
    )

    def clean_interest(self) -> str:
        return self.cleaned_data["interest"] or Interest.OPEN

    @property
    def values(self) -> dict[str, Any]:
        said = super().values
        return said | {"occupation": bridge.occupation_of(said["name"])}
