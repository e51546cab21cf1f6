"""What may be typed on the page of discoveries."""

from uuid import UUID

from django import forms

from whoelse.web.core.forms import PlainForm


class LookForm(PlainForm):
    """Which findings to show. Whatever does not fit is left out rather than an error."""

    words = forms.CharField(label="Words in a finding", max_length=80, required=False)
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def wanted(self) -> tuple[UUID | None, str]:
        self.is_valid()
        return self.cleaned_data.get("person"), self.cleaned_data.get("words", "")


class AnswerForm(PlainForm):
    """A new version of my answer."""

    text = forms.CharField(
        label="So, what are your plans for after graduation?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write a sentence, even if it is “no idea yet”."},
    )
