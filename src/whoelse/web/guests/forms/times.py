"""Answers about times: pick one, propose another, call off what was agreed."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms

from whoelse.web.guests.forms.answer import LONGEST_WORDS, AnswerForm
from whoelse.web.guests.page import Pick
from whoelse.web.scheduling.models import Channel
from whoelse.web.scheduling.zones import clock_of, day_of, moments, place_of, zone_of

FURTHEST = timedelta(days=120)  # own setting: a talk further away is another request
AGAIN, LEAVE = "again", "leave"


class PickForm(AnswerForm):
    """One of the offered times, and how to talk; or one to which the talk is moved."""

    icon, stays_open = "calendar", True
    time = forms.ChoiceField(
        label="Time",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose one of the times.",
            "invalid_choice": "This time is not free any more. These are.",
        },
    )
    channel = forms.ChoiceField(label="How", choices=Channel, initial=Channel.PHONE)
    place = forms.CharField(label="Your number or a link, if you like", max_length=300)
    place.required = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time"].choices = [(pick.key, pick.words) for pick in self.page.picks]
        if self.page.interview:
            agreed = self.page.interview.appointment
            self.initial |= {"channel": agreed.channel, "place": agreed.place}

    @property
    def heading(self) -> str:
        return "Move it" if self.page.interview else "Pick a time"

    @property
    def first(self) -> str:
        return "Move it to this time" if self.page.interview else "Agree to this time"

    @property
    def sure(self) -> str:
        return "Yes, move it" if self.page.interview else "Yes, agree"

    def clean_place(self) -> str:
        return " ".join(self.cleaned_data["place"].split())

    @property
    def pick(self) -> Pick:
        return next(p for p in self.page.picks if p.key == self.cleaned_data["time"])

    @property
    def consequences(self) -> list[str]:
        page, pick, done = self.page, self.pick, self.cleaned_data
        how = Channel(done["channel"]).label
        where = f", {done['place']}" if done["place"] else ""
        before = f"Instead of {page.agreed_words}: " if page.interview else ""
        return [
            f"{before}You talk with {page.asker} on {pick.words}, {how}{where}.",
            f"By the clock of {page.first} that is {pick.words_there}." if pick.differs else "",
            "Afterwards you can save it to your calendar, move it or call it off on this page.",
        ]


class ProposeForm(AnswerForm):
    """A day and a time of the interviewee's own, also to move what was agreed."""

    first, sure = "Propose it", "Yes, propose it"
    icon, stays_open = "calendar", True
    when = forms.DateTimeField(
        label="A day and time that suit you",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": "Say a day and a time.",
            "invalid": "Write it like 2026-11-30 16:00.",
        },
    )
    comment = forms.CharField(label="Anything to add", required=False, max_length=LONGEST_WORDS)

    @property
    def heading(self) -> str:
        return "Move it to another time" if self.page.interview else "Propose another time"

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "when" in data:
            data["starts_at"] = self._moment(data["when"], data.get("zone") or self.page.zone)
        return data

    def _moment(self, shown: datetime, zone: str) -> datetime | None:
        """What was typed is a clock in their own zone, whatever zone the server works in."""
        found = moments(shown.date(), shown.time().replace(second=0, microsecond=0), zone_of(zone))
        if not found:
            self.add_error("when", f"The clocks in {place_of(zone)} jump over that time.")
            return None
        starts_at = found[0]
        if starts_at <= self.page.at:
            self.add_error("when", "This time has passed. Choose one ahead.")
        elif starts_at > self.page.at + FURTHEST:
            self.add_error("when", "This is more than four months away. Choose a nearer day.")
        return starts_at.astimezone(UTC)

    @property
    def consequences(self) -> list[str]:
        page, zone = self.page, self.cleaned_data["zone"]
        local = self.cleaned_data["starts_at"].astimezone(zone_of(zone))
        when = f"{day_of(local)}, {clock_of(local)} in {place_of(zone)}"
        stands = (
            f"What you agreed on, {page.agreed_words}, stands until {page.first} says yes."
            if page.interview
            else "Nothing is agreed before that; this page stays open."
        )
        return [f"{page.asker} reads that {when} suits you and answers you.", stands]


class CallOffForm(AnswerForm):
    """The agreed conversation does not take place."""

    heading, first, sure = "Call it off", "Call it off", "Yes, call it off"
    icon = "close"
    then = forms.ChoiceField(
        label="And then?",
        choices=((AGAIN, "I would like another time"), (LEAVE, "I leave it at that")),
        widget=forms.RadioSelect,
        error_messages={"required": "Say how it goes on."},
    )
    comment = forms.CharField(label="Anything to add", required=False, max_length=LONGEST_WORDS)

    @property
    def stays_open(self) -> bool:
        return self.wants_another

    @property
    def wants_another(self) -> bool:
        return self.cleaned_data["then"] == AGAIN

    @property
    def consequences(self) -> list[str]:
        page = self.page
        then = (
            f"{page.first} reads that you would like another time, and this page stays open."
            if self.wants_another
            else f"{page.first} does not ask again, and this page closes."
        )
        return [f"The conversation on {page.agreed_words} is called off.", then]
