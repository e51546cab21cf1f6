"""What a rule is made of, and what it says about a place in a draft."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.words import MessageKind

MESSAGES = frozenset(MessageKind) - {MessageKind.QUESTION}
FIRST_MESSAGES = frozenset({MessageKind.REQUEST, MessageKind.REFERRAL_INTRO})
QUESTIONS = frozenset({MessageKind.QUESTION})


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a rule remarks on; empty fields mean: as the rule says."""

    span: Span
    message: str = ""
    advice: str = ""
    instead: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One piece of advice about messages, with its reason, source and own examples."""

    name: str
    severity: Severity
    kinds: frozenset[MessageKind]
    message: str
    advice: str
    source: str
    reason: str  # the docstring of its file
    check: Callable[[Reading], Iterable[Hit]]
    flags: tuple[Draft, ...]
    accepts: tuple[Draft, ...]
