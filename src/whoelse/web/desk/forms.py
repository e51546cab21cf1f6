"""What may be typed in Welcome and Settings."""

import zoneinfo
from datetime import date, timedelta

from django import forms

from whoelse.web.careers import bridge as careers
from whoelse.web.core.forms import PlainForm

COMMON_ZONES = [
    ("America/New_York", "Eastern (New York)"),
    ("America/Chicago", "Central (Chicago)"),
    ("America/Denver", "Mountain (Denver)"),
    ("America/Phoenix", "Arizona (Phoenix)"),
    ("America/Los_Angeles", "Pacific (Los Angeles)"),
    ("America/Anchorage", "Alaska (Anchorage)"),
    ("Pacific/Honolulu", "Hawaii (Honolulu)"),
]
LONGEST_TERM = timedelta(days=370)
MOST_HOLIDAYS = 200


def zone_choices() -> list[object]:
    """The zones of most of our students first, then every other one."""
    common = {name for name, _ in COMMON_ZONES}
    others = sorted(z for z in zoneinfo.available_timezones() if "/" in z and z not in common)
    others = [z for z in others if not z.startswith(("Etc/", "posix/", "right/", "SystemV/"))]
    rest = [("UTC", "UTC"), *((name, name.replace("_", " ")) for name in others)]
    return [("United States", COMMON_ZONES), ("Everywhere", rest)]


class AboutForm(PlainForm):
    """About you, what you are curious about, your answer and clarity today."""

    full_name = forms.CharField(
        label="Your name", max_length=120, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    about = forms.CharField(
        label="You are ...",
        max_length=160,
        required=False,
        help_text="As you would say it of yourself: “a third-year physics major”.",
    )
    school = forms.CharField(label="At", max_length=120, required=False, help_text="Your college.")
    email = forms.EmailField(
        label="Your e-mail", required=False, help_text="It stands in the messages that you save.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )  # fmt: skip
    time_zone = forms.ChoiceField(label="Your time zone", choices=zone_choices)
    areas = forms.MultipleChoiceField(
        label="What are you curious about?",
        required=False,
        choices=careers.area_choices,
        widget=forms.CheckboxSelectMultiple,
    )
    answer = forms.CharField(
        label="So, what are your plans for after graduation?",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="One or two sentences, as you would say them today. “No idea yet” is an answer.",
    )
    clarity = forms.IntegerField(
        label="How well could you answer that question today?",
        min_value=0,
        max_value=10,
        required=False,
        widget=forms.NumberInput(attrs={"type": "range", "min": "0", "max": "10", "step": "1"}),
    )


class LineForm(PlainForm):
    """One line about a person you know: a name, and what they do."""

    full_name = forms.CharField(label="Name", max_length=160, required=False)
    work = forms.CharField(label="What they do", max_length=160, required=False)

    def clean_full_name(self) -> str:
        return " ".join(self.cleaned_data["full_name"].split())

    def clean(self) -> dict[str, object]:
        data = super().clean()
        if data.get("work") and not data.get("full_name"):
            self.add_error("full_name", "Write the name too, then WhoElse can keep the line.")
        return data


class PaceForm(PlainForm):
    """How many interviews this term, and when the term is."""

    name = forms.CharField(label="Name of the term", max_length=60)
    starts_on = forms.DateField(label="First day", widget=forms.DateInput(attrs={"type": "date"}))
    ends_on = forms.DateField(label="Last day", widget=forms.DateInput(attrs={"type": "date"}))
    planned = forms.IntegerField(
        label="Interviews that you plan",
        min_value=1,
        max_value=60,
        help_text="Two a term are a good beginning. One a month, if you are keen.",
    )

    def clean(self) -> dict[str, object]:
        data = super().clean()
        starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", "The last day comes after the first one.")
        elif starts_on and ends_on and ends_on - starts_on > LONGEST_TERM:
            self.add_error("ends_on", "A term is a year long at the most.")
        return data


class HolidaysForm(PlainForm):
    """Days that are no business days: clocks stand still on them."""

    days = forms.CharField(
        label="Days off",
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One a line, like 2026-11-26. Weekends are off anyway.",
    )

    def clean_days(self) -> list[date]:
        days = []
        for line in self.cleaned_data["days"].split():
            try:
                days.append(date.fromisoformat(line))
            except ValueError:
                raise forms.ValidationError(
                    f"“{line[:40]}” is no day; write it like 2026-11-26."
                ) from None
        if len(days) > MOST_HOLIDAYS:
            raise forms.ValidationError(f"{MOST_HOLIDAYS} days off are the most that fit.")
        return days


def usual_term(today: date) -> dict[str, object]:
    """A first guess of the term that `today` lies in, for the form to begin with."""
    year = today.year
    if today.month >= 8:
        return {"name": "Fall term", "starts_on": date(year, 8, 24), "ends_on": date(year, 12, 12)}
    if today.month <= 5:
        return {"name": "Spring term", "starts_on": date(year, 1, 12), "ends_on": date(year, 5, 8)}
    return {"name": "Summer", "starts_on": date(year, 5, 18), "ends_on": date(year, 8, 14)}
