"""What may be chosen while a file comes in: the file, its columns, the ticks, the circle."""

from collections import Counter
from typing import Any

from django import forms

from whoelse.web.contacts import bridge
from whoelse.web.contacts.models import Circle
from whoelse.web.core.forms import PlainForm

AS_SUGGESTED = "suggested"
CIRCLES = (
    (AS_SUGGESTED, "As each row says"),
    (Circle.ALUMNI, "Alumni: they went to your school"),
    (Circle.MET, "Met: you have met them somewhere"),
    (Circle.KNOWN, "Known: family, friends, teachers, employers"),
    (Circle.COLD, "Cold: you never met"),
)
MOST_SHOWN = 200  # rows of one page; a form that says more was made by hand


class FileForm(PlainForm):
    """One file. What it is, its content tells; its name is only shown."""

    file = forms.FileField(
        label="File",
        max_length=300,
        help_text="CSV, vCard or a ZIP, up to 50 MB.",
        error_messages={
            "required": "Choose a file first.",
            "empty": "The file is empty. Export the contacts again.",
            "max_length": "The name of the file is too long. Rename it, then choose it again.",
        },
    )
    repairs = forms.BooleanField(
        label="Repair broken letters, such as Ã¼ for ü",
        required=False,
        help_text="Only if a first reading said that some look broken.",
    )


class ColumnsForm(PlainForm):
    """Which column holds what. `mapping` is what the reader wants to know."""

    def __init__(self, data: Any = None, *, header: tuple[str, ...], guess: dict[str, str]) -> None:
        super().__init__(data)
        self.columns = list(dict.fromkeys(name for name in header if name))
        choices = [("", "Leave out"), *bridge.field_choices()]
        for number, name in enumerate(self.columns):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=name, choices=choices, required=False, initial=guess.get(name, "")
            )
            self.fields[f"column_{number}"].widget.attrs["class"] = "field__input"

    @property
    def mapping(self) -> dict[str, str]:
        said = self.cleaned_data
        given = {name: said.get(f"column_{n}", "") for n, name in enumerate(self.columns)}
        return {name: field for name, field in given.items() if field}

    def clean(self) -> dict[str, Any]:
        fields = Counter(self.mapping.values())
        if not fields["name"] and not fields["given"] and not fields["family"]:
            raise forms.ValidationError("Say which column holds the names.")
        for field, label in bridge.field_choices():
            if fields[field] > 1 and field not in ("email", "phone"):
                raise forms.ValidationError(f"Two columns hold “{label}”. Choose one of them.")
        return self.cleaned_data


class TicksForm(forms.Form):
    """The rows that a page showed, and those of them that were ticked."""

    shown = forms.CharField(required=False, max_length=2_000)
    page = forms.IntegerField(required=False, min_value=1)
    q = forms.CharField(required=False, max_length=100)
    all = forms.ChoiceField(
        required=False, choices=[("page", "Tick this page"), ("none", "Untick everybody")]
    )
    circle = forms.ChoiceField(required=False, choices=CIRCLES)

    def clean_shown(self) -> list[int]:
        numbers = [part for part in self.cleaned_data["shown"].split(",") if part.isascii()]
        return [int(part) for part in numbers[:MOST_SHOWN] if part.isdigit()]

    @property
    def shown_rows(self) -> list[int]:
        return self.cleaned_data.get("shown", [])

    @property
    def ticked_rows(self) -> list[int]:
        """Ticked among the shown; "tick this page" is all of them."""
        if self.cleaned_data.get("all") == "page":
            return self.shown_rows
        shown = {str(number) for number in self.shown_rows}
        return [int(number) for number in self.data.getlist("row") if number in shown]

    @property
    def unticks_everybody(self) -> bool:
        return self.cleaned_data.get("all") == "none"

    @property
    def circle_for_all(self) -> str:
        """One circle for everybody, or "" for what each row says."""
        circle = self.cleaned_data.get("circle", "")
        return "" if circle == AS_SUGGESTED else circle

    @property
    def query(self) -> dict[str, str]:
        """Where to go on: the page that was asked for, with the search."""
        said = {name: self.cleaned_data.get(name) for name in ("page", "q", "circle")}
        return {name: str(value) for name, value in said.items() if value}
