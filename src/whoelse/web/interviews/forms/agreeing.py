"""What is said when a conversation is called off."""

from django import forms

from whoelse.web.core.forms import PlainForm

AGAIN, LEAVE = "again", "leave"


class CallOffForm(PlainForm):
    """Whether another time is wanted, or the conversation is over."""

    then = forms.ChoiceField(
        label="And then?",
        choices=((AGAIN, "I would like another time"), (LEAVE, "I leave it at that")),
        widget=forms.RadioSelect,
        initial=AGAIN,
        error_messages={"required": "Say how it goes on."},
    )

    @property
    def wants_another(self) -> bool:
        return self.cleaned_data["then"] == AGAIN
