"""Hours of the week as a person writes them: "9-12, 1:30pm-5pm", one line for each weekday."""

import datetime as dt
import re
from itertools import pairwise
from typing import Any

from django import forms

from whoelse.web.core.forms import PlainForm

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MOST_WINDOWS = 4  # of a day
_CLOCK = r"(\d{1,2})(?:[:.](\d\d))?\s*([ap]m?|[ap]\.m\.)?"
_SPAN = re.compile(rf"{_CLOCK}\s*(?:-|–|—|to|until)\s*{_CLOCK}", re.IGNORECASE)
Span = tuple[dt.time, dt.time]


class SpansField(forms.CharField):
    """Spans of a day; empty is a day without any."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=80, **kwargs)

    def clean(self, value: Any) -> list[Span]:
        text = super().clean(value)
        parts = [part.strip() for part in re.split(r"[,;]| and ", text) if part.strip()]
        if len(parts) > MOST_WINDOWS:
            raise forms.ValidationError("Four stretches a day are the most.")
        spans = sorted(_span(part) for part in parts)
        for one, next_one in pairwise(spans):
            if next_one[0] < one[1]:
                raise forms.ValidationError("Two of these overlap. Write them as one.")
        return spans


class HoursForm(PlainForm):
    """When the student can talk. `windows` is what `actions.save_hours` takes."""

    notice_hours = forms.IntegerField(
        label="Notice",
        min_value=0,
        max_value=24 * 14,
        help_text="Hours that you want to know of a talk before it begins.",
    )
    breathing_minutes = forms.IntegerField(
        label="Rest",
        min_value=0,
        max_value=240,
        help_text="Minutes that stay free before and after.",
    )
    most_per_day = forms.IntegerField(
        label="Talks a day", min_value=1, max_value=8, help_text="More are never offered."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, name in enumerate(WEEKDAYS):
            field = SpansField(label=name)
            field.widget.attrs |= {"class": "field__input", "autocomplete": "off"}
            self.fields[f"day_{number}"] = field
        self.order_fields([f"day_{number}" for number in range(7)])

    @property
    def days(self) -> list[forms.BoundField]:
        return [self[f"day_{number}"] for number in range(7)]

    @property
    def windows(self) -> list[tuple[int, dt.time, dt.time]]:
        said = self.cleaned_data
        return [(number, *span) for number in range(7) for span in said[f"day_{number}"]]


def written(spans: list[Span]) -> str:
    """ "9:00-12:00, 13:30-17:00" """
    return ", ".join(f"{a.hour}:{a:%M}-{b.hour}:{b:%M}" for a, b in spans)


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if found is None:
        raise forms.ValidationError(f"“{text[:30]}” is no span. One looks like 9-12 or 1pm-5pm.")
    first, second = found.groups()[:3], found.groups()[3:]
    starts, ends = _clock(*first), _clock(*second)
    if starts >= ends and not first[2] and not second[2] and ends.hour < 12:
        raise forms.ValidationError(
            f"“{text[:30]}” ends before it begins. Write {ends.hour + 12} or {ends.hour}pm."
        )
    if starts >= ends:
        raise forms.ValidationError(f"“{text[:30]}” ends before it begins.")
    return starts, ends


def _clock(hour: str, minute: str | None, half: str | None) -> dt.time:
    """A time of day; 24 is the last minute of the day."""
    number, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= number <= 12:
            raise forms.ValidationError(f"There is no {number} {half}.")
        number = number % 12 + 12 * half.lower().startswith("p")
    if (number, minutes) == (24, 0):
        return dt.time(23, 59)
    if number > 23 or minutes > 59:
        raise forms.ValidationError(f"There is no {number}:{minutes:02} on a clock.")
    return dt.time(number, minutes)
