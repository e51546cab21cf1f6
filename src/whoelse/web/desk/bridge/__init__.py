"""Rows into the engine's state and back: duties, pace, whom to ask next, growth of the network."""

from whoelse.engine.choosing import Suggestion
from whoelse.engine.contact_files import harmless_cell
from whoelse.engine.duties import Duty, Pace, Term
from whoelse.web.desk.bridge.day import Day, day_of
from whoelse.web.desk.bridge.network import growth_of
from whoelse.web.desk.bridge.waiting import Waiting, waiting_of

# What the pages of this app call the engine's answers by.
__all__ = [
    "Day",
    "Duty",
    "Pace",
    "Suggestion",
    "Term",
    "Waiting",
    "day_of",
    "growth_of",
    "harmless_cell",
    "waiting_of",
]
