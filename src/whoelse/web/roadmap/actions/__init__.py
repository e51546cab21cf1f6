"""Everything that changes worksheets."""

from whoelse.web.roadmap.actions.rows import (
    AlreadyThere,
    Saved,
    TooMany,
    add_row,
    remove_row,
    restore_row,
    save_row,
)
from whoelse.web.roadmap.actions.settling import keep_both, keep_only
from whoelse.web.roadmap.actions.sheets import add_heard_title, choose_edition

__all__ = [
    "AlreadyThere",
    "Saved",
    "TooMany",
    "add_heard_title",
    "add_row",
    "choose_edition",
    "keep_both",
    "keep_only",
    "remove_row",
    "restore_row",
    "save_row",
]
