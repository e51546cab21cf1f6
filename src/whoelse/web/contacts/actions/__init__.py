"""Everything that changes people: adding, editing, introductions, blocks, erasing, imports."""

from whoelse.web.contacts.actions.blocks import record_do_not_contact, renew_keys
from whoelse.web.contacts.actions.imports import (
    AlreadyChosen,
    ChoseNobody,
    keep_chosen,
    undo_import,
)
from whoelse.web.contacts.actions.people import (
    AlreadyInPeople,
    add_contact,
    edit_contact,
    erase_contact,
    move_stage,
)
from whoelse.web.contacts.actions.referrals import NamedThemselves, add_person, add_referral
from whoelse.web.contacts.actions.staging import (
    CannotBeRead,
    cancel_import,
    name_columns,
    stage_import,
    sweep_staged_imports,
    tick_rows,
    unpacked_file,
)

__all__ = [
    "AlreadyChosen",
    "AlreadyInPeople",
    "CannotBeRead",
    "ChoseNobody",
    "NamedThemselves",
    "add_contact",
    "add_person",
    "add_referral",
    "cancel_import",
    "edit_contact",
    "erase_contact",
    "keep_chosen",
    "move_stage",
    "name_columns",
    "record_do_not_contact",
    "renew_keys",
    "stage_import",
    "sweep_staged_imports",
    "tick_rows",
    "undo_import",
    "unpacked_file",
]
