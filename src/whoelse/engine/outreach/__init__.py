"""Is this message fit to send? A linter for messages and questions, and first drafts from facts."""

from whoelse.engine.outreach.draft import Draft, Facts, MissingFact, Report, Scaffold
from whoelse.engine.outreach.linter import lint
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.outreach.rules import RULES
from whoelse.engine.outreach.scaffold import scaffold

__all__ = [
    "RULES",
    "Draft",
    "Facts",
    "Hit",
    "MissingFact",
    "Report",
    "Rule",
    "Scaffold",
    "lint",
    "scaffold",
]
