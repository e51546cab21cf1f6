"""The student's changes to the plan. An own question is judged by the linter as well."""

from decimal import Decimal
from typing import Any

from django import forms

from whoelse.web.core.forms import PlainForm
from whoelse.web.interviews import bridge
from whoelse.web.interviews.models import FacetName

MOST_FIRST = 4
MINUTES = [("1", "1 minute"), ("2", "2 minutes"), ("3", "3 minutes"), ("4", "4 minutes")]


class OwnQuestionForm(PlainForm):
    """A question of the student's own. `remarks` is what the linter says about it."""

    text = forms.CharField(
        label="Your own question",
        max_length=300,
        help_text="It is checked like a message, and pinned when you add it.",
        error_messages={
            "required": "Write the question first.",
            "max_length": "A question of more than 300 characters cannot be asked in one breath.",
        },
    )
    minutes = forms.TypedChoiceField(label="It takes", choices=MINUTES, coerce=Decimal, initial="2")
    facet = forms.ChoiceField(
        label="It is about", choices=[("", "anything"), *FacetName.choices], required=False
    )
    remarks: tuple[Any, ...] = ()

    def __init__(self, *args: Any, check: str = "", **kwargs: Any) -> None:
        """`check` is where the question is looked at while it is typed."""
        super().__init__(*args, **kwargs)
        if check:
            self.fields["text"].widget.attrs |= {
                "hx-post": check,
                "hx-trigger": "input changed delay:400ms",
                "hx-target": "#own-remarks",
                "hx-swap": "outerHTML",
            }

    def clean_text(self) -> str:
        text = " ".join(self.cleaned_data["text"].split())
        self.remarks = bridge.remarks_on(text)
        if bridge.must_be_settled(self.remarks):
            raise forms.ValidationError("This is not a question for an interview. See why below.")
        return text


class PrioritiesForm(PlainForm):
    """What matters most. Whoever puts everything first puts nothing first."""

    facets = forms.MultipleChoiceField(
        label="Put first",
        required=False,
        choices=FacetName,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose among these."},
    )

    def clean_facets(self) -> list[str]:
        facets = self.cleaned_data["facets"]
        if len(facets) > MOST_FIRST:
            raise forms.ValidationError(
                f"{len(facets)} are too many to be first. Choose {MOST_FIRST} at most."
            )
        return facets


class ChosenForm(forms.Form):
    """One question of the bank."""

    question = forms.CharField(max_length=60)

    def clean_question(self) -> str:
        question = self.cleaned_data["question"]
        if bridge.question_in_bank(question) is None:
            raise forms.ValidationError("There is no such question.")
        return question


class PinForm(forms.Form):
    pinned = forms.BooleanField(required=False)


class MoveForm(forms.Form):
    direction = forms.ChoiceField(choices=[("up", "up"), ("down", "down")])
