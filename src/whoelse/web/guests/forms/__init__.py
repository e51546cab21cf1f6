"""What an interviewee may type, and what each answer says will happen before it happens."""

from whoelse.web.guests.forms.answer import AnswerForm
from whoelse.web.guests.forms.instead import (
    BetterForm,
    EraseForm,
    LaterForm,
    NeverForm,
    NoForm,
    WrittenForm,
)
from whoelse.web.guests.forms.times import CallOffForm, PickForm, ProposeForm

__all__ = [
    "AnswerForm",
    "BetterForm",
    "CallOffForm",
    "EraseForm",
    "LaterForm",
    "NeverForm",
    "NoForm",
    "PickForm",
    "ProposeForm",
    "WrittenForm",
]
