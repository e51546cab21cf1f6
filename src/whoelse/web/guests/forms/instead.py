"""Answers instead of a conversation: in writing, with a name, later, no, never; and erasing."""

from typing import Any

from django import forms

from whoelse.web.contacts.models import Permission
from whoelse.web.core.forms import AREA
from whoelse.web.guests.bridge import IN_WRITING
from whoelse.web.guests.forms.answer import CLOSES, LONGEST_WORDS, AnswerForm
from whoelse.web.scheduling.zones import day_of

LONGEST_ANSWER = 4_000
ANSWER = "answer-"  # and the key of a question
MAY = (
    (Permission.MAY_USE_NAME, "My name may be used"),
    (Permission.WILL_INTRODUCE, "I introduce the two of you"),
    (Permission.ASK_FIRST, "I ask that person first"),
)


class WrittenForm(AnswerForm):
    """Three questions, answered in writing; as many as they like."""

    heading, first, sure = "Answer three questions in writing", "Send my answers", "Yes, send them"
    icon = "write"

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        keys = [name.removeprefix(ANSWER) for name in data or () if name.startswith(ANSWER)]
        self.asked = self.page.asked_in_writing(keys[:IN_WRITING])
        for question in self.asked:
            self.fields[ANSWER + question.key] = forms.CharField(
                label=question.text,
                required=False,
                max_length=LONGEST_ANSWER,
                widget=forms.Textarea(attrs={"rows": 3, "class": AREA, "dir": "auto"}),
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.asked and not self.errors and not self.answers:
            self.add_error(ANSWER + self.asked[0].key, "Answer at least one of them.")
        return data

    @property
    def answers(self) -> list[tuple[str, str]]:
        """Question and answer, only where there is one."""
        said = [(q.text, self.cleaned_data.get(ANSWER + q.key, "").strip()) for q in self.asked]
        return [(question, answer) for question, answer in said if answer]

    @property
    def consequences(self) -> list[str]:
        count = len(self.answers)
        answers = f"your {'answer' if count == 1 else f'{count} answers'}"
        return [
            f"{self.page.asker} reads {answers}, and nobody expects a conversation as well.",
            CLOSES,
        ]


class BetterForm(AnswerForm):
    """No, but somebody else fits better."""

    heading, first, sure = "Suggest somebody who fits better", "Suggest", "Yes, suggest"
    icon = "referral"
    name = forms.CharField(
        label="Name", max_length=160, error_messages={"required": "Say who fits better."}
    )
    work = forms.CharField(label="What that person does", required=False, max_length=160)
    email = forms.EmailField(label="Address, if you may give it", required=False, max_length=254)
    permission = forms.ChoiceField(
        label="May your name be used?",
        choices=MAY,
        widget=forms.RadioSelect,
        initial=Permission.MAY_USE_NAME,
        error_messages={"required": "Say what is right for you."},
    )

    @property
    def consequences(self) -> list[str]:
        page, done = self.page, self.cleaned_data
        may = {
            Permission.MAY_USE_NAME: f"{page.first} may say that the name came from you.",
            Permission.WILL_INTRODUCE: f"{page.first} waits until you have introduced the two.",
            Permission.ASK_FIRST: f"{page.first} waits until you have asked that person.",
        }[Permission(done["permission"])]
        return [f"{page.asker} reads your no and the name {done['name']}.", may, CLOSES]


class LaterForm(AnswerForm):
    """Not this term."""

    heading, first, sure = "Not this term", "Not this term", "Yes, not this term"
    icon = "clock"

    @property
    def consequences(self) -> list[str]:
        page = self.page
        until = f"{day_of(page.rests_until)} {page.rests_until.year}"
        return [
            f"{page.asker} reads that you are busy.",
            f"You are not asked before {until}.",
            CLOSES,
        ]


class NoForm(AnswerForm):
    """No, with or without a reason."""

    heading, first, sure = "Say no", "No, thank you", "Yes, say no"
    icon = "close"
    reason = forms.CharField(
        label="A reason, only if you like", required=False, max_length=LONGEST_WORDS
    )

    @property
    def consequences(self) -> list[str]:
        told = "your no and your reason" if self.cleaned_data["reason"] else "your no"
        return [
            f"{self.page.asker} reads {told}. A no is final: you are not asked again.",
            CLOSES,
        ]


class NeverForm(AnswerForm):
    """Never again, with or without erasing the rest."""

    heading, first, sure = "Never ask me again", "Never again", "Yes, never again"
    icon, is_grave = "stop", True
    erase = forms.BooleanField(label="Erase what is stored about me as well", required=False)

    @property
    def consequences(self) -> list[str]:
        page = self.page
        erased = "Everything that is stored about you is erased. " * self.cleaned_data["erase"]
        return [
            f"WhoElse never writes to you for {page.asker} again, by no way.",
            f"{erased}Your address stays only as a keyed hash, by which it is known and refused.",
            CLOSES,
        ]


class EraseForm(AnswerForm):
    """Everything about them goes."""

    heading, first, sure = "Erase what is stored about you", "Erase it", "Yes, erase it"
    icon, is_grave = "stop", True

    @property
    def consequences(self) -> list[str]:
        page = self.page
        off = [f"The conversation on {page.agreed_words} is off."] if page.interview else []
        return [
            f"Everything listed is erased at once, and {page.asker} reads that it was.",
            *off,
            "Nothing stops a new request later; for that, choose “Never ask me again”.",
            CLOSES,
        ]
