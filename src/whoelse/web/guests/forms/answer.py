"""What every answer of an interviewee has: a heading, two buttons, and what will happen.

`consequences` are the sentences of the page on which it is confirmed.
"""

from typing import Any

from django import forms

from whoelse.web.core.forms import PlainForm
from whoelse.web.guests.page import GuestPage
from whoelse.web.scheduling.zones import known_zones

LONGEST_WORDS = 500
CLOSES = "This page closes with it."


class AnswerForm(PlainForm):
    """An answer without words. Subclasses say more."""

    heading = first = sure = ""
    icon = "check"
    is_grave = False
    stays_open = False  # the page, afterwards

    zone = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, data: Any = None, *, page: GuestPage, **kwargs: Any) -> None:
        self.page = page
        kwargs.setdefault("auto_id", f"{self.__class__.__name__.lower()[:-4]}-%s")
        super().__init__(data, initial={"zone": page.zone} | kwargs.pop("initial", {}), **kwargs)

    def clean_zone(self) -> str:
        name = self.cleaned_data["zone"]
        return name if name in known_zones() else self.page.zone

    @property
    def words(self) -> dict[str, str]:
        """What was sent, field by field: a confirmation holds for just this."""
        return {name: self.data.get(name, "") for name in self.fields}

    @property
    def consequences(self) -> list[str]:
        return []
