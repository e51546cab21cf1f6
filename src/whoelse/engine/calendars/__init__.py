"""Calendars as pure functions: busy times of a file, open slots of two people, answers by mail.

`read_busy` reads any iCalendar file, `open_slots` and `choose_times` say when two people could
talk, `read_itip_reply` reads what a calendar program answers to an invitation.
"""

from whoelse.engine.calendars.busy import Busy, Interval, Skipped, merged
from whoelse.engine.calendars.choosing import Choice, choose_times
from whoelse.engine.calendars.itip import ItipReply, NoReply, read_itip_reply
from whoelse.engine.calendars.reading import read_busy
from whoelse.engine.calendars.slots import OFFICE_HOURS, Slot, Window, open_slots

__all__ = [
    "OFFICE_HOURS",
    "Busy",
    "Choice",
    "Interval",
    "ItipReply",
    "NoReply",
    "Skipped",
    "Slot",
    "Window",
    "choose_times",
    "merged",
    "open_slots",
    "read_busy",
    "read_itip_reply",
]
