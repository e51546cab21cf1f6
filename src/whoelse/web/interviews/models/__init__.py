"""The conversation, what was learned in it, and the rehearsal before it."""

from whoelse.web.interviews.models.ladder import (
    LadderStep,
)
from whoelse.web.interviews.models.learned import (
    ClarityRating,
    FacetName,
    FacetPriority,
    Finding,
    Promise,
    SideName,
)
from whoelse.web.interviews.models.talk import (
    Interview,
    Mark,
    MarkKind,
    NamedPerson,
    Note,
    Operation,
    PlannedQuestion,
)

__all__ = [
    "ClarityRating",
    "FacetName",
    "FacetPriority",
    "Finding",
    "Interview",
    "LadderStep",
    "Mark",
    "MarkKind",
    "NamedPerson",
    "Note",
    "Operation",
    "PlannedQuestion",
    "Promise",
    "SideName",
]
