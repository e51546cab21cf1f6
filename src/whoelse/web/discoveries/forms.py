"""What may be typed on the pages of discoveries."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import QuerySet

from whoelse.web.core.forms import PlainForm
from whoelse.web.discoveries import bridge
from whoelse.web.discoveries.models import Standing
from whoelse.web.discoveries.searching import asked_words
from whoelse.web.interviews.models import Finding, Interview

MOST_TYPED = 200
ALONE = "Nothing else here: it stands on its own"


class LookForm(PlainForm):
    """Which findings to show. Whatever does not fit is left out rather than an error."""

    person = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def wanted(self) -> UUID | None:
        self.is_valid()
        return self.cleaned_data.get("person")


class SearchForm(PlainForm):
    """What to look for. Whatever does not fit is looked for as far as it fits."""

    words = forms.CharField(label="Search what was said and written", required=False)

    def asked(self) -> tuple[str, list[str]]:
        """What was typed, and the words of it that are looked for."""
        typed = (self.data.get("words") or "")[:MOST_TYPED].replace("\0", "")
        return typed, asked_words(typed)


class AnswerForm(PlainForm):
    """A new version of my answer."""

    text = forms.CharField(
        label="So, what are your plans for after graduation?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write a sentence, even if it is “no idea yet”."},
    )


class WithWhichForm(PlainForm):
    """With which other statement a finding goes, or with none."""

    group = forms.ChoiceField(
        label="It says the same as",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose one, or go back.",
            "invalid_choice": "This one is gone. Choose again.",
        },
    )

    def __init__(
        self, data: Any = None, *, groups: Sequence[bridge.SameThing], is_alone: bool
    ) -> None:
        super().__init__(data)
        self._groups = {str(thing.said[0].public_id): thing for thing in groups}
        choices = [(key, thing.text) for key, thing in self._groups.items()]
        alone = [] if is_alone else [("", ALONE)]
        self.fields["group"].choices = [*choices, *alone]
        self.fields["group"].required = is_alone

    @property
    def chosen(self) -> Finding | None:
        """The finding that stands for the chosen group; None for "of its own"."""
        thing = self._groups.get(self.cleaned_data["group"])
        return thing.said[0] if thing else None


class StandForm(PlainForm):
    """Exploring, leaning or ruled out, because."""

    standing = forms.ChoiceField(
        label="Today it is",
        choices=Standing,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one.", "invalid_choice": "Choose one of these."},
    )
    because = forms.CharField(
        label="Because",
        max_length=300,
        required=False,
        help_text="The half sentence you will want to read in a year.",
    )


class ActionForm(PlainForm):
    """Something to do: what, until when, and who suggested it."""

    text = forms.CharField(
        label="What to do",
        max_length=300,
        help_text="A course, a skill, a project, an application.",
        error_messages={"required": "Write down what to do."},
    )
    due_on = forms.DateField(
        label="Until",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write the day like 2027-02-14."},
    )
    interview = forms.ModelChoiceField(
        label="Who suggested it",
        queryset=None,
        required=False,
        empty_label="Nobody in particular",
        to_field_name="public_id",
        error_messages={"invalid_choice": "Choose a conversation of yours."},
    )

    def __init__(
        self,
        data: Any = None,
        *,
        interviews: QuerySet[Interview],
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["interview"]
        field.queryset = interviews
        field.label_from_instance = lambda interview: interview.contact.name
