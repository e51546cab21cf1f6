"""What an analysis of a text says: a place, how grave it is, why, and what instead."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`error`: do not send. `warning`: most regret it. `hint`: could be better."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of one field of a draft."""

    start: int
    end: int
    field: str = "body"  # or "subject", "attachments"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about a draft, with the rule that made it."""

    rule: str
    severity: Severity
    span: Span
    message: str  # what is the case, one or two sentences
    advice: str  # what to do instead
    instead: str = ""  # a sentence or subject that may be put in its place, if there is one
