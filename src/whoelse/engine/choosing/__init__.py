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
from whoelse.engine.choosing.network import (
    EgoText,
    Network,
    generate,
    read_ego_networks,
)
from whoelse.engine.choosing.network import Person as NetworkPerson
from whoelse.engine.choosing.simulation import (
    Game,
    Interval,
    Policy,
    interval,
    simulate,
)
from whoelse.engine.choosing.suggesting import suggest

__all__ = [
    "OPEN_AT_MOST",
    "OWN_ESTIMATE",
    "YES",
    "Candidate",
    "EgoText",
    "Estimate",
    "Game",
    "Heard",
    "History",
    "Interval",
    "Network",
    "NetworkPerson",
    "Parts",
    "Policy",
    "Student",
    "Suggestion",
    "asked_employers",
    "generate",
    "hindrance",
    "interval",
    "may_be_asked",
    "places_left",
    "read_ego_networks",
    "simulate",
    "suggest",
]
