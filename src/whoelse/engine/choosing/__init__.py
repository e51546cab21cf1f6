"""Whom to ask next, and why: expected value of a request, with its reasons as data."""

from whoelse.engine.choosing.candidate import (
    Candidate,
    Heard,
    History,
    Parts,
    Student,
    Suggestion,
)
from whoelse.engine.choosing.estimates import OPEN_AT_MOST, OWN_ESTIMATE, YES, Estimate
from whoelse.engine.choosing.limits import (
    asked_employers,
    hindrance,
    may_be_asked,
    places_left,
)
from whoelse.engine.choosing.ranking import suggest

__all__ = [
    "OPEN_AT_MOST",
    "OWN_ESTIMATE",
    "YES",
    "Candidate",
    "Estimate",
    "Heard",
    "History",
    "Parts",
    "Student",
    "Suggestion",
    "asked_employers",
    "hindrance",
    "may_be_asked",
    "places_left",
    "suggest",
]
