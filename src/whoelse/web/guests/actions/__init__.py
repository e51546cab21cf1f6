"""Everything that changes something here: links, answers, erasing, and counting knocks."""

from whoelse.web.guests.actions.answers import (
    answer_in_writing,
    call_off,
    move_time,
    name_somebody,
    never_again,
    not_this_term,
    pick_time,
    propose_time,
    say_no,
)
from whoelse.web.guests.actions.claiming import DoneAlready
from whoelse.web.guests.actions.erasing import erase_guest
from whoelse.web.guests.actions.knocking import (
    MOST_A_LINK,
    MOST_AN_ADDRESS,
    TooManyTries,
    knock,
)
from whoelse.web.guests.actions.links import make_link, withdraw_link

__all__ = [
    "MOST_AN_ADDRESS",
    "MOST_A_LINK",
    "DoneAlready",
    "TooManyTries",
    "answer_in_writing",
    "call_off",
    "erase_guest",
    "knock",
    "make_link",
    "move_time",
    "name_somebody",
    "never_again",
    "not_this_term",
    "pick_time",
    "propose_time",
    "say_no",
    "withdraw_link",
]
