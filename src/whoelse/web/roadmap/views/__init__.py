"""The pages of the roadmap."""

from whoelse.web.roadmap.views.rows import heard, row, row_remove, row_restore, row_settle, rows
from whoelse.web.roadmap.views.sheets import all_sheets, all_sheets_file, roadmap, tool

__all__ = [
    "all_sheets",
    "all_sheets_file",
    "heard",
    "roadmap",
    "row",
    "row_remove",
    "row_restore",
    "row_settle",
    "rows",
    "tool",
]
