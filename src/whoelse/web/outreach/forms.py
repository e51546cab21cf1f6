"""What may be typed in: a draft, the student's own words, how it left, what came back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms

from whoelse.web.contacts.models import Permission
from whoelse.web.core.forms import PlainForm
from whoelse.web.outreach.bridge import MissingFact
from whoelse.web.outreach.models import Came, Way
from whoelse.web.outreach.queries import EXPECTING

LONG_FACTS = ("why_you", "topic", "said", "consequence", "news")
MINUTES = ((15, "15 minutes"), (20, "20 minutes"), (30, "30 minutes, the very most"))
NOTHING = "nothing"
LONGEST_KEY = 120
CAME = {
    Came.YES: "Yes",
    Came.TIMES_OFFERED: "Yes, with times",
    Came.NO: "No",
    Came.NAMED_SOMEBODY_ELSE: "The name of somebody else",
    Came.IN_WRITING: "Answers in writing",
    Came.NOT_THIS_TERM: "Not this term",
    Came.NEVER_AGAIN: "The wish not to be contacted again",
}


class KeysField(forms.MultipleChoiceField):
    """Keys of findings; which of them mean something is seen when the text is looked over."""

    def valid_value(self, value: str) -> bool:
        return len(value) <= LONGEST_KEY


class DraftForm(PlainForm):
    """The message as it stands, to the character: findings count the same characters."""

    subject = forms.CharField(label="Subject", max_length=200, required=False, strip=False)
    body = forms.CharField(
        label="Message",
        max_length=20_000,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16}),
        error_messages={"max_length": "This is longer than %(limit_value)d characters."},
    )
    confirmed = KeysField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attrs = {"autocomplete": "off", "dir": "auto", "class": "draft__input"}
        self.fields["subject"].widget.attrs |= attrs
        self.fields["body"].widget.attrs |= attrs | {"class": "draft__input draft__input--text"}

    def clean_subject(self) -> str:
        return " ".join(self.cleaned_data["subject"].splitlines())

    def clean_body(self) -> str:
        """Browsers send CRLF; the text is kept with plain line breaks."""
        return self.cleaned_data["body"].replace("\r\n", "\n").replace("\r", "\n")


class WordsForm(PlainForm):
    """The student's own words for what a draft wants to know."""

    replace = forms.BooleanField(
        label="Write the whole text anew, without my changes", required=False
    )

    def __init__(
        self, *args: Any, asked: Sequence[MissingFact], kind: str, is_changed: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for fact in asked:
            self.fields[fact.name] = _field_of(fact)
        if kind in EXPECTING:
            self.fields["minutes"] = forms.TypedChoiceField(
                label="How long", choices=MINUTES, coerce=int, initial=20, required=False
            )
            self.fields["minutes"].widget.attrs["class"] = "field__input"
        self.order_fields([*(fact.name for fact in asked), "minutes", "replace"])
        if not is_changed:
            del self.fields["replace"]

    @property
    def words(self) -> dict[str, Any]:
        """What was typed, without the tick."""
        return {k: v for k, v in self.cleaned_data.items() if k != "replace" and v != ""}

    @property
    def replaces(self) -> bool:
        return bool(self.cleaned_data.get("replace"))


class SentForm(PlainForm):
    """How and when it left. `now` decides what lies ahead."""

    way = forms.ChoiceField(
        label="How it left",
        choices=[choice for choice in Way.choices if choice[0] != Way.MAIL],
        widget=forms.RadioSelect,
    )
    sent_at = forms.DateTimeField(
        label="When",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        self.now = now
        super().__init__(*args, **kwargs)

    def clean_sent_at(self) -> datetime:
        sent_at = self.cleaned_data["sent_at"]
        if sent_at.replace(second=0, microsecond=0) > self.now:
            raise forms.ValidationError("This lies ahead. Say it when it has left.")
        if sent_at < self.now - timedelta(days=366):
            raise forms.ValidationError("This is more than a year ago. Check the date.")
        return min(sent_at, self.now)


class AddressForm(PlainForm):
    """The address that is missing."""

    email = forms.EmailField(label="E-mail address", max_length=254)


class ReplyForm(PlainForm):
    """What came back. A name needs the permission that came with it."""

    came = forms.ChoiceField(label="What came back", widget=forms.RadioSelect)
    note = forms.CharField(
        label="Their words, or the times they offered",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    named_name = forms.CharField(label="Whom they named", required=False, max_length=160)
    named_work = forms.CharField(
        label="What that person does",
        required=False,
        max_length=160,
        help_text="Title and employer, as far as they said.",
    )
    named_email = forms.EmailField(label="Address, if they gave it", required=False)
    permission = forms.ChoiceField(
        label="May you use the name?",
        required=False,
        choices=Permission,
        initial=Permission.MAY_USE_NAME,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, kind: str, has_come: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nothing = [] if has_come else [(NOTHING, "Nothing yet")]
        self.fields["came"].choices = [
            *((came, words) for came, words in CAME.items() if _can_come(came, kind)),
            *nothing,
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("came") == Came.NAMED_SOMEBODY_ELSE:
            if not data.get("named_name", "x"):
                self.add_error("named_name", "Say whom they named.")
            if not data.get("permission", "x"):
                self.add_error("permission", "Say what they allowed.")
        return data

    @property
    def is_nothing(self) -> bool:
        return self.cleaned_data["came"] == NOTHING


def _can_come(came: str, kind: str) -> bool:
    """To thanks and news nobody says yes or no."""
    return kind in EXPECTING or came in (Came.NAMED_SOMEBODY_ELSE, Came.NEVER_AGAIN)


def _field_of(fact: MissingFact) -> forms.Field:
    if fact.name == "permission":
        field: forms.Field = forms.ChoiceField(
            choices=[("", "Not known"), *Permission.choices], required=False
        )
    else:
        is_long = fact.name in LONG_FACTS
        widget = forms.Textarea(attrs={"rows": 2}) if is_long else forms.TextInput()
        field = forms.CharField(max_length=400, required=False, widget=widget)
        widget.attrs["class"] = "field__input field__input--area" if is_long else "field__input"
    field.label, field.help_text = fact.label, fact.why
    field.widget.attrs.setdefault("class", "field__input")
    return field
