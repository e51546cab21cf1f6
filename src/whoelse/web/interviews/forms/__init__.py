"""What may be typed in: at the plan, in the room, and when writing up."""

from whoelse.web.interviews.forms.agreeing import CallOffForm
from whoelse.web.interviews.forms.operations import Unreadable, read_operations
from whoelse.web.interviews.forms.planning import (
    ChosenForm,
    MoveForm,
    OwnQuestionForm,
    PinForm,
    PrioritiesForm,
)
from whoelse.web.interviews.forms.room import LONGEST_NOTE, MarkForm, NameForm, NoteForm
from whoelse.web.interviews.forms.writing_up import WriteUpForms

__all__ = [
    "LONGEST_NOTE",
    "CallOffForm",
    "ChosenForm",
    "MarkForm",
    "MoveForm",
    "NameForm",
    "NoteForm",
    "OwnQuestionForm",
    "PinForm",
    "PrioritiesForm",
    "Unreadable",
    "WriteUpForms",
    "read_operations",
]
