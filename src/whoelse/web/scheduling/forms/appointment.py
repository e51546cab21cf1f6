"""What may be typed in when a time was agreed: two clocks, minutes, channel, place.

The result is in `agreement`: the keyword arguments of `actions.agree` and `actions.move`.
"""

import datetime as dt
from typing import Any

from django import forms

from whoelse.web.accounts.models import Student
from whoelse.web.contacts.models import Contact
from whoelse.web.core.forms import PlainForm
from whoelse.web.scheduling.models import Appointment, Channel
from whoelse.web.scheduling.queries import appointments_near
from whoelse.web.scheduling.zones import (
    clock_of,
    day_of,
    moments,
    place_of,
    zone_choices,
    zone_of,
)

FURTHEST = dt.timedelta(days=366)
MINUTES = ((15, "15 minutes"), (20, "20 minutes"), (30, "30 minutes, the very most"))
WHICH = (("first", "the first one, before they go back"), ("second", "the second one, after it"))


class AppointmentForm(PlainForm):
    """A time that both agreed on. `now` decides what is past."""

    date = forms.DateField(
        label="Day", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    time = forms.TimeField(
        label="Time", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    clock = forms.ChoiceField(label="This time is", widget=forms.RadioSelect, required=False)
    student_zone = forms.ChoiceField(label="Your time zone")
    contact_zone = forms.ChoiceField(label="Their time zone")
    minutes = forms.TypedChoiceField(label="How long", choices=MINUTES, coerce=int, initial=20)
    channel = forms.ChoiceField(label="How", choices=Channel, widget=forms.RadioSelect)
    place = forms.CharField(
        label="Number, place or link",
        max_length=300,
        required=False,
        help_text="The number you will call, where you meet, or the link of the video call.",
    )

    def __init__(
        self,
        data: Any = None,
        *,
        student: Student,
        contact: Contact,
        now: dt.datetime,
        appointment: Appointment | None = None,
        **kwargs: Any,
    ) -> None:
        self.student, self.contact, self.now, self.appointment = student, contact, now, appointment
        super().__init__(data, initial=self._initial() | kwargs.pop("initial", {}), **kwargs)
        for name in ("student_zone", "contact_zone"):
            self.fields[name].choices = _choices_with(self.initial[name])
        self.fields["contact_zone"].label = f"Time zone of {contact.short_name}"
        self.fields["clock"].choices = [
            ("mine", "by my clock"),
            ("theirs", f"by the clock of {contact.short_name}"),
        ]

    def _initial(self) -> dict[str, Any]:
        here = self.student.time_zone
        plain = {"clock": "mine", "minutes": 20, "channel": Channel.PHONE, "student_zone": here}
        if self.appointment is None:
            return plain | {
                "contact_zone": self.contact.time_zone or here,
                "place": self.contact.phone,
            }
        local = self.appointment.starts_at.astimezone(zone_of(self.appointment.student_zone))
        kept = ("student_zone", "contact_zone", "minutes", "channel", "place")
        return plain | {
            "date": local.date(),
            "time": local.time(),
            **{name: getattr(self.appointment, name) for name in kept},
        }

    def clean_place(self) -> str:
        return " ".join(self.cleaned_data["place"].split())

    def clean_date(self) -> dt.date:
        day, today = self.cleaned_data["date"], self.now.date()
        if day < today - dt.timedelta(days=1):
            raise forms.ValidationError("This day has passed. Choose a day ahead.")
        if day > today + FURTHEST:
            raise forms.ValidationError("This is more than a year away. Choose a nearer day.")
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if {"date", "time", "clock", "student_zone", "contact_zone"} <= data.keys():
            starts_at = self._moment(data)
            if starts_at is not None:
                data["starts_at"] = starts_at
                self._judge(starts_at, data.get("minutes", 20))
        return data

    def _moment(self, data: dict[str, Any]) -> dt.datetime | None:
        """The moment that is meant; an error where the clocks jump over it or show it twice."""
        name = data["contact_zone"] if data["clock"] == "theirs" else data["student_zone"]
        shown = data["time"].replace(second=0, microsecond=0)
        found = moments(data["date"], shown, zone_of(name))
        if not found:
            self.add_error("time", _gap_words(data["date"], shown, name))
            return None
        if len(found) == 1:
            return found[0]
        return self._chosen(found, shown, name)

    def _chosen(self, found: list[dt.datetime], shown: dt.time, name: str) -> dt.datetime | None:
        """Ask which of the two, in a field that is there only on such a night."""
        self.fields["which"] = forms.ChoiceField(
            label=f"Which {clock_of(shown)}?", choices=WHICH, widget=forms.RadioSelect
        )
        self.order_fields(("date", "time", "which"))
        which = self.data.get(self.add_prefix("which"))
        if which in dict(WHICH):
            return found[which == "second"]
        self.add_error(
            "which",
            f"The clocks in {place_of(name)} go back that night, so {clock_of(shown)} comes"
            " twice. Say which one you agreed on.",
        )
        return None

    def _judge(self, starts_at: dt.datetime, minutes: int) -> None:
        if starts_at <= self.now:
            self.add_error("time", "This time has passed. Choose one ahead.")
        ends_at = starts_at + dt.timedelta(minutes=minutes)
        for other in appointments_near(self.student, starts_at):
            overlaps = other.starts_at < ends_at and starts_at < other.ends_at
            if overlaps and other != self.appointment:
                there = clock_of(other.starts_at.astimezone(zone_of(self.student.time_zone)))
                self.add_error(
                    "time", f"At {there} you talk with {other.contact}. Choose another time."
                )

    @property
    def agreement(self) -> dict[str, Any]:
        """What was agreed, as `actions.agree` and `actions.move` take it."""
        names = ("starts_at", "minutes", "student_zone", "contact_zone", "channel", "place")
        return {name: self.cleaned_data[name] for name in names}


def _choices_with(name: str) -> Any:
    """The choices of zones; a stored name that is not among them stays possible."""
    choices = zone_choices()
    names = {zone for _, group in choices for zone, _ in group}
    return choices if name in names else [("Now", [(name, place_of(name))]), *choices]


def _gap_words(day: dt.date, shown: dt.time, name: str) -> str:
    return (
        f"There is no {clock_of(shown)} in {place_of(name)} on {day_of(day)}: the clocks are put"
        " forward. Choose an earlier or a later time."
    )
