"""How much of a file is taken in before it is refused.

All figures are own estimates: far above what one person's contacts need, and low enough
that no file can use more than some tens of megabytes of memory or a few seconds.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, rows, columns, and characters of one line, one record and one cell."""

    max_bytes: int = 50_000_000  # of a table or of cards, also when they come out of a ZIP
    max_rows: int = 50_000
    max_columns: int = 500
    max_lines: int = 2_000_000
    max_line: int = 200_000
    max_record: int = 1_000_000  # a record may span lines (notes do)
    max_record_lines: int = 500
    max_lines_read_again: int = 20_000  # after stray quotation marks, before notes lose lines
    max_name: int = 200  # a longer name is no name
    max_cell: int = 500  # what is longer is shortened
    max_values: int = 20  # addresses, and phone numbers, of one person
    max_archive_bytes: int = 500_000_000  # of the ZIP itself; only its table of contents is read
    max_archive_directory: int = 2_000_000  # bytes of that table of contents
    max_archive_members: int = 200  # contact files read out of one ZIP
    max_zip_ratio: int = 200  # unpacked to packed, for members over a megabyte
