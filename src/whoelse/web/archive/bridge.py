"""Asks the engine: cells that no spreadsheet takes for a formula, how large a ZIP says it is."""

from whoelse.engine.contact_files import harmless_cell
from whoelse.engine.contact_files.zip_directory import directory_size

__all__ = ["directory_size", "harmless_cell"]
