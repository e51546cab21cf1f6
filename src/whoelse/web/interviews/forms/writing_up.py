"""The page of the write-up: one form and three lists of lines, saved whole.

Each line carries its id and a digest of what it said when it was shown: a line that was not
touched is not written, so that an old window does not undo what a newer one saved.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from django import forms

from whoelse.web.careers import bridge as careers
from whoelse.web.contacts.models import Permission
from whoelse.web.core.forms import PlainForm
from whoelse.web.interviews.actions.writing_up import (
    FindingLine,
    NameLine,
    PromiseLine,
    WriteUp,
)
from whoelse.web.interviews.models import FacetName, SideName

Initial = Sequence[Mapping[str, Any]]


def occupation_choices() -> list[tuple[str, Any]]:
    """All title families under their areas; none is a good answer."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for occupation in careers.occupations():
        area = careers.area_name(occupation.area) or "Other"
        groups.setdefault(area, []).append((occupation.code, occupation.name))
    return [("", "no occupation in particular"), *groups.items()]


class LineForm(PlainForm):
    """A line of a list. `says` names the fields that make up what it says."""

    says: tuple[str, ...] = ()
    first = ""  # the field in which a new line begins
    id = forms.UUIDField(widget=forms.HiddenInput)
    was = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    @classmethod
    def shown(cls, *, is_new: bool = False, **values: Any) -> dict[str, Any]:
        """What to show: an id for a new line, a digest for one that is stored."""
        values.setdefault("id", uuid4())
        return values | {"was": "" if is_new else digest(*(values.get(n) for n in cls.says))}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        uncut(self)

    @property
    def is_touched(self) -> bool:
        data = self.cleaned_data
        return data["was"] != digest(*(data[name] for name in self.says))


def digest(*values: Any) -> str:
    """What a line says, in sixteen characters."""
    text = "\x1f".join("" if value is None else str(value) for value in values)
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:16]


def uncut(form: forms.Form) -> None:
    """Let browsers take a long text whole: with a limit they cut what is pasted without a word."""
    for field in form.fields.values():
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs.pop("maxlength", None)


class FindingForm(LineForm):
    says = ("facet", "side", "sentence")
    first = "sentence"
    facet = forms.ChoiceField(
        choices=FacetName,
        widget=forms.Select(attrs={"class": "facet__name", "aria-label": "What it is about"}),
    )
    side = forms.ChoiceField(
        label="For or against",
        choices=SideName,
        widget=forms.RadioSelect(attrs={"class": "side__input"}),
        initial=SideName.OPEN,
        required=False,
    )
    sentence = forms.CharField(
        label="What you learned, in one sentence",
        required=False,
        max_length=600,
        widget=forms.Textarea(
            attrs={"rows": 2, "class": "field__input facet__text", "aria-label": "In one sentence"}
        ),
        error_messages={
            "max_length": "One finding has 600 characters at most; this has %(show_value)d."
            " Make two of it."
        },
    )
    note = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean_side(self) -> str:
        return self.cleaned_data["side"] or SideName.OPEN

    def clean_sentence(self) -> str:
        return self.cleaned_data["sentence"].replace("\r\n", "\n")

    @property
    def line(self) -> FindingLine:
        data = self.cleaned_data
        return FindingLine(data["id"], data["facet"], data["side"], data["sentence"], data["note"])


class PromiseForm(LineForm):
    says = ("text", "is_mine", "due_on", "is_kept")
    first = "text"
    text = forms.CharField(label="What", required=False, max_length=300, widget=forms.TextInput())
    is_mine = forms.TypedChoiceField(
        label="Who", choices=[("True", "you")], coerce=lambda value: value == "True"
    )
    due_on = forms.DateField(
        label="By",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    is_kept = forms.BooleanField(label="Done", required=False)

    @property
    def line(self) -> PromiseLine:
        data = self.cleaned_data
        return PromiseLine(
            data["id"], data["text"], data["is_mine"], data["due_on"], data["is_kept"]
        )


class NamedForm(LineForm):
    says = ("full_name", "work", "email", "permission")
    first = "full_name"
    full_name = forms.CharField(label="Name", required=False, max_length=160)
    work = forms.CharField(label="What they do", required=False, max_length=160)
    email = forms.EmailField(label="Address, if you have it", required=False)
    permission = forms.ChoiceField(
        label="What was said about it", choices=Permission, initial=Permission.MAY_USE_NAME
    )

    def clean_full_name(self) -> str:
        return " ".join(self.cleaned_data["full_name"].split())

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("full_name") and (data.get("work") or data.get("email")):
            self.add_error("full_name", "Write the name too, or clear the line.")
        return data

    @property
    def line(self) -> NameLine:
        data = self.cleaned_data
        return NameLine(
            data["id"], data["full_name"], data["work"], data["email"], data["permission"]
        )


class MainForm(PlainForm):
    """What there is once on the page."""

    occupation = forms.ChoiceField(
        label="They are about", choices=occupation_choices, required=False
    )
    surprise = forms.CharField(
        label="What surprised you",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    said = forms.CharField(
        label="One thing they said that you will remember",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The thank-you is written around it.",
    )
    clarity = forms.IntegerField(
        label="How well could you answer “what are your plans after graduation?” today?",
        required=False,
        min_value=0,
        max_value=10,
        widget=forms.NumberInput(
            attrs={"type": "range", "class": "slider__input", "min": 0, "max": 10, "step": 1}
        ),
    )
    seen = forms.JSONField(required=False, widget=forms.HiddenInput)  # digests of the texts shown

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        uncut(self)

    def untouched(self, name: str) -> bool:
        seen = self.cleaned_data.get("seen")
        known = seen.get(name) if isinstance(seen, dict) else None
        return known == digest(self.cleaned_data[name])


class WriteUpForms:
    """The four parts together: valid together, saved together."""

    def __init__(self, data: Any, *, shown: Mapping[str, Any], contact_name: str) -> None:
        self.is_bound = data is not None
        self.main = MainForm(data, initial=shown["main"])
        self.findings = _lines(FindingForm, 240, "findings", data, shown)
        self.promises = _lines(PromiseForm, 60, "promises", data, shown)
        self.named = _lines(NamedForm, 60, "named", data, shown)
        for form in self.promises:
            form.fields["is_mine"].choices = [("True", "you"), ("False", contact_name)]

    @property
    def lists(self) -> tuple[forms.BaseFormSet, ...]:
        return self.findings, self.promises, self.named

    @property
    def sentences(self) -> list[tuple[str, str]]:
        """Facet and sentence of each line, as they are shown."""
        return [(form["facet"].value(), form["sentence"].value()) for form in self.findings]

    @property
    def has_errors(self) -> bool:
        return self.is_bound and not self.is_valid()

    def is_valid(self) -> bool:
        return all([part.is_valid() for part in (self.main, *self.lists)])  # noqa: C419 - show all

    def written(self, *, is_finished: bool, strike: str = "") -> WriteUp:
        """What was typed; what was not touched is left out. `strike` is the id of a finding."""
        main = self.main
        texts = {
            name: None if main.untouched(name) else main.cleaned_data[name]
            for name in ("occupation", "surprise", "said")
        }
        is_rated = is_finished or not main.untouched("clarity")
        return WriteUp(
            **texts,
            clarity=main.cleaned_data["clarity"] if is_rated else None,
            findings=tuple(
                replace(form.line, sentence="") if str(form.line.id) == strike else form.line
                for form in self.findings
                if form.is_touched or str(form.line.id) == strike
            ),
            promises=tuple(form.line for form in self.promises if form.is_touched),
            named=tuple(form.line for form in self.named if form.is_touched),
        )


def _lines(
    form: type[LineForm], most: int, prefix: str, data: Any, shown: Mapping[str, Any]
) -> forms.BaseFormSet:
    """A list of lines. Each is judged as it was sent: none counts as an empty extra one."""
    lines = forms.formset_factory(form, extra=0, max_num=most, absolute_max=most)(
        data,
        initial=None if data is not None else shown[prefix],
        prefix=prefix,
        form_kwargs={"empty_permitted": False},
    )
    for each in lines:
        if each.initial.get("is_asked"):
            each.fields[each.first].widget.attrs["autofocus"] = True
    return lines
