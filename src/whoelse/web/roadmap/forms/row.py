"""How the form of a row behaves: it carries which window writes and what that window last knew."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from whoelse.web.core.forms import PlainForm
from whoelse.web.roadmap.models import Experience, Letter, Row, Skill, Title


@dataclass(frozen=True, slots=True)
class Lists:
    """The rows of other sheets that a row may point to, read once for all forms of a page."""

    titles: Sequence[Title] = ()
    experiences: Sequence[Experience] = ()
    skills: Sequence[Skill] = ()
    letters: Sequence[Letter] = ()


def hidden(**options: Any) -> dict[str, Any]:
    """A hidden field that a browser does not fill in again by itself after a reload."""
    attrs = {"autocomplete": "off"}
    return {"required": False, "widget": forms.HiddenInput(attrs=attrs), **options}


class RowForm(PlainForm):
    """One row. `values` are what the model stores."""

    base = forms.IntegerField(**hidden(min_value=0, max_value=2_147_483_647))
    tab = forms.CharField(**hidden(max_length=40))
    turn = forms.IntegerField(**hidden(min_value=0, max_value=9_007_199_254_740_991))

    looks = ""  # how the fields stand beside each other: "long" for a long first one
    # Fields that the model stores under the same name, as they were cleaned.
    stored: tuple[str, ...] = ()

    def __init__(
        self, data: Any = None, *, row: Row | None = None, lists: Lists, tab: str = ""
    ) -> None:
        key = row.public_id if row else f"new-{type(self).__name__.lower()}"
        initial = {"tab": tab, "turn": 0, "base": row.version if row else 0} | self.said_by(row)
        super().__init__(data, auto_id=f"{key}-%s", initial=initial)
        self.take(lists)

    def said_by(self, row: Row | None) -> dict[str, Any]:
        """What the fields show for a row."""
        return {name: getattr(row, name) for name in self.stored} if row else {}

    def take(self, lists: Lists) -> None:
        """Fill the choices; most rows point to nothing."""

    @property
    def window(self) -> dict[str, Any]:
        """Which window says it, as its how manieth save, and what it knew."""
        said = self.cleaned_data
        return {"base": said["base"] or 0, "tab": said["tab"], "turn": said["turn"] or 0}

    @property
    def values(self) -> dict[str, Any]:
        return {name: _plain(self.cleaned_data[name]) for name in self.stored}


class RowChoice(forms.ChoiceField):
    """One of the rows that were given; cleans to the row, or None."""

    def take(self, rows: Sequence[Row], *, nothing: str = "") -> None:
        self.rows = {str(row.public_id): row for row in rows}
        empty = [("", nothing)] if nothing else []
        self.choices = [*empty, *((key, str(row)) for key, row in self.rows.items())]

    def prepare_value(self, value: Any) -> Any:
        return str(value.public_id) if isinstance(value, Row) else value

    def clean(self, value: Any) -> Row | None:
        return self.rows.get(super().clean(value))


class RowChoices(forms.MultipleChoiceField):
    """Some of the rows that were given; cleans to a list of rows."""

    widget = forms.CheckboxSelectMultiple(attrs={"class": "choice__input"})

    def take(self, rows: Sequence[Row]) -> None:
        self.rows = {str(row.public_id): row for row in rows}
        self.choices = [(key, str(row)) for key, row in self.rows.items()]

    def prepare_value(self, value: Any) -> Any:
        return [str(v.public_id) if isinstance(v, Row) else v for v in value or ()]

    def clean(self, value: Any) -> list[Row]:
        return [self.rows[key] for key in super().clean(value)]


def area(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _plain(value: Any) -> Any:
    """Browsers send lines with two signs at the end; one is kept."""
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else value
