"""How much of a message is looked at; what is beyond is left out and `truncated` says so.

All figures are own estimates: far above what people write to each other, and low enough that no
message takes more than some tens of megabytes or about a second.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, parts, header fields, lines, and how many of each thing are handed on."""

    max_bytes: int = 30_000_000
    max_parts: int = 200
    max_depth: int = 12
    max_header_bytes: int = 200_000  # of one block of headers
    max_fields: int = 1_000
    max_field: int = 20_000  # characters of one field, unfolded
    max_text: int = 300_000  # characters of all text parts together
    max_lines: int = 10_000
    max_html: int = 1_000_000  # bytes; mail programs write ten times the text
    max_ids: int = 100  # of References; the newest are kept
    max_recipients: int = 100
    max_calendars: int = 5
    max_calendar: int = 500_000  # bytes
    max_reply: int = 50_000  # characters of the new text
