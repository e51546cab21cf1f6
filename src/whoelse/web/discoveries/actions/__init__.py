"""Everything that changes what the student decides, and the copies that are searched."""

from whoelse.web.discoveries.actions.deciding import (
    change_action,
    drop_action,
    finish_action,
    keep_apart,
    plan_action,
    put_together,
    take_stand,
)
from whoelse.web.discoveries.actions.indexing import bring_search_up_to_date

__all__ = [
    "bring_search_up_to_date",
    "change_action",
    "drop_action",
    "finish_action",
    "keep_apart",
    "plan_action",
    "put_together",
    "take_stand",
]
