"""Who is in this file? One reader per format behind one detection by content."""

from whoelse.engine.contact_files.batch import (
    Batch,
    Person,
    Skipped,
    UnknownColumns,
    UnreadableFile,
)
from whoelse.engine.contact_files.characters import harmless_cell
from whoelse.engine.contact_files.columns import FIELDS
from whoelse.engine.contact_files.limits import Limits
from whoelse.engine.contact_files.reading import read_contacts

__all__ = [
    "FIELDS",
    "Batch",
    "Limits",
    "Person",
    "Skipped",
    "UnknownColumns",
    "UnreadableFile",
    "harmless_cell",
    "read_contacts",
]
