"""Choices about whole sheets: the edition, and what became of a row."""

from django import forms

from whoelse.web.core.forms import PlainForm


class EditionForm(PlainForm):
    """How many tools the roadmap has."""

    edition = forms.ChoiceField(
        label="Edition",
        choices=[("eight", "eight tools, as first published"), ("nine", "nine tools, of 2017")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one.", "invalid_choice": "Choose one of these."},
    )

    @property
    def has_nine_tools(self) -> bool:
        return self.cleaned_data["edition"] == "nine"


class SettleForm(PlainForm):
    """Which of two versions counts."""

    keep = forms.ChoiceField(choices=[("this", "this"), ("both", "both")])
