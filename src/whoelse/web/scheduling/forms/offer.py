"""Which times to offer: ticked from what suits both, and one more by the student's own clock."""

import datetime as dt
from typing import Any

from django import forms

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.core.forms import PlainForm
from whoelse.web.scheduling.forms.appointment import MINUTES
from whoelse.web.scheduling.zones import known_zones, moments, zone_choices, zone_of

MOST = 5


class OfferForm(PlainForm):
    """`times` are moments; those that were not on the page are judged like any other."""

    contact_zone = forms.ChoiceField(label="Their time zone")
    minutes = forms.TypedChoiceField(label="How long", choices=MINUTES, coerce=int)
    own = forms.DateTimeField(
        label="A time of your own",
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M"],
        help_text="By your own clock.",
    )

    def __init__(
        self, data: Any = None, *, student: Student, contact: Contact, now: dt.datetime
    ) -> None:
        self.student, self.now = student, now
        super().__init__(data)
        self.fields["contact_zone"].choices = zone_choices()
        self.fields["contact_zone"].label = f"Time zone of {contact.short_name}"

    def clean_own(self) -> dt.datetime | None:
        typed = self.cleaned_data["own"]
        if typed is None:
            return None
        zone = zone_of(self.student.time_zone)
        found = moments(typed.date(), typed.time().replace(tzinfo=None), zone)
        if not found:
            raise forms.ValidationError("The clocks skip this time. Choose another.")
        if found[0] <= self.now:
            raise forms.ValidationError("This time has passed. Choose one ahead.")
        return found[0]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        try:
            ticked = [_moment(text) for text in self.data.getlist("times")[:20]]
        except ValueError:
            raise forms.ValidationError("One of the times was not from this page.") from None
        times = sorted({*ticked, data["own"]} - {None}) if data.get("own") else sorted({*ticked})
        if "own" in data and not 1 <= len(times) <= MOST:
            self.add_error(None, f"Tick one to five times; now there are {len(times)}.")
        data["times"] = times
        return data


def chosen_zone(data: Any, student: Student, contact: Contact) -> str:
    """The zone that the page is written in: asked for, the contact's, or the student's own."""
    asked = data.get("contact_zone", "")
    return asked if asked in known_zones() else contact.time_zone or student.time_zone


def chosen_minutes(data: Any) -> int:
    asked = data.get("minutes", "")
    return int(asked) if asked in ("15", "20", "30") else 20


def _moment(text: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text)
    if moment.tzinfo is None or not 2000 < moment.year < 3000:
        raise ValueError
    return moment.astimezone(dt.UTC)


__all__ = ["OfferForm", "chosen_minutes", "chosen_zone"]
