"""What the room sends: a note with the version it grew from, a mark, a name."""

from typing import Any

from django import forms

from whoelse.web.contacts.models import Permission
from whoelse.web.core.forms import PlainForm
from whoelse.web.interviews.models import MarkKind

LONGEST_NOTE = 50_000
SAID = [
    (Permission.MAY_USE_NAME, "Use my name"),
    (Permission.WILL_INTRODUCE, "I will introduce you"),
    (Permission.ASK_FIRST, "Let me ask first"),
]


class NoteForm(PlainForm):
    """A note; `base` is the version it grew from, `tab` the window, `turn` its count of saves."""

    text = forms.CharField(
        label="Notes",
        required=False,
        strip=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "autocomplete": "off",
                "class": "field__input field__input--area room__notes",
            }
        ),
        error_messages={
            "max_length": "This note has %(show_value)d characters, and %(limit_value)d can be"
            " kept. It is not saved yet: move a part of it under another question.",
            "null_characters_not_allowed": "There is a character in this note that cannot be kept.",
        },
    )
    base = forms.IntegerField(
        required=False, min_value=0, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    tab = forms.CharField(
        required=False, max_length=40, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    turn = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=2**53,
        widget=forms.HiddenInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # With it browsers cut what is pasted without a word; the server says how long it is.
        self.fields["text"].widget.attrs.pop("maxlength", None)

    @property
    def saving(self) -> dict[str, str | int]:
        """The arguments of `actions.save_note`."""
        data = self.cleaned_data
        return {
            "text": data["text"],
            "base": data["base"] or 0,
            "tab": data["tab"],
            "turn": data["turn"] or 0,
        }


class MarkForm(PlainForm):
    """One of four quick marks; a title comes with its words."""

    kind = forms.ChoiceField(choices=MarkKind)
    title = forms.CharField(
        label="A title you heard",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    @property
    def marking(self) -> dict[str, str]:
        """The arguments of `actions.add_mark`."""
        kind = self.cleaned_data["kind"]
        title = " ".join(self.cleaned_data["title"].split())
        return {"kind": kind, "text": title if kind == MarkKind.TITLE else ""}


class NameForm(PlainForm):
    """Somebody who was named in the closing minute."""

    full_name = forms.CharField(
        label="Name",
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Write the name first."},
    )
    work = forms.CharField(
        label="What they do, as you heard it",
        required=False,
        max_length=160,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    permission = forms.ChoiceField(
        label="What was said about it",
        choices=SAID,
        widget=forms.RadioSelect,
        initial=Permission.MAY_USE_NAME,
    )

    def clean_full_name(self) -> str:
        return " ".join(self.cleaned_data["full_name"].split())

    def clean_work(self) -> str:
        return " ".join(self.cleaned_data["work"].split())
