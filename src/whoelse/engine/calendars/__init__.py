"""Calendars as pure functions: busy times of a file, open slots of two people, answers by mail.

`read_busy` reads any iCalendar file, `open_slots` and `choose_times` say when two people could
talk, `read_itip_reply` reads what a calendar program answers to an invitation.
"""

from whoelse.engine.calendars.busy import Busy, Interval, Skipped, merged
from whoelse.engine.calendars.reading import read_busy

__all__ = [
    "Busy",
    "Interval",
    "Skipped",
    "merged",
    "read_busy",
]
