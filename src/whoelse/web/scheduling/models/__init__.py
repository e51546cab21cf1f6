"""Rows of the app, by noun: agreed times, availability, busy calendars, offered times, feeds."""

from whoelse.web.scheduling.models.appointment import (
    AnswerReading,
    Appointment,
    Channel,
    Invitation,
    InvitationAnswer,
    TakenSlot,
)
from whoelse.web.scheduling.models.availability import AvailabilityRule, WeeklyWindow
from whoelse.web.scheduling.models.busy import BusyCalendar, BusyTime
from whoelse.web.scheduling.models.feed import CalendarFeed
from whoelse.web.scheduling.models.offers import OfferedTime, ProposedTime

__all__ = [
    "AnswerReading",
    "Appointment",
    "AvailabilityRule",
    "BusyCalendar",
    "BusyTime",
    "CalendarFeed",
    "Channel",
    "Invitation",
    "InvitationAnswer",
    "OfferedTime",
    "ProposedTime",
    "TakenSlot",
    "WeeklyWindow",
]
