"""Everything that changes people: adding, editing, introductions, blocks, erasing, imports."""

from whoelse.web.contacts.actions.blocks import record_do_not_contact
from whoelse.web.contacts.actions.people import (
    AlreadyInPeople,
    add_contact,
    edit_contact,
    erase_contact,
    move_stage,
)
from whoelse.web.contacts.actions.referrals import NamedThemselves, add_referral

__all__ = [
    "AlreadyInPeople",
    "NamedThemselves",
    "add_contact",
    "add_referral",
    "edit_contact",
    "erase_contact",
    "move_stage",
    "record_do_not_contact",
]
