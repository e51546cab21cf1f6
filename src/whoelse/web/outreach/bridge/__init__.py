"""Asks the engine about messages: first drafts, findings, the clocks that run."""

from whoelse.web.outreach.bridge.clocks import Clocks, clocks_of
from whoelse.web.outreach.bridge.facts import (
    MADE,
    MissingFact,
    asked_facts,
    first_draft,
    is_untouched,
    mark_of,
    referral_of,
    words_of,
)
from whoelse.web.outreach.bridge.remark import Remark
from whoelse.web.outreach.bridge.review import Review, draft_of, review_of
from whoelse.web.outreach.bridge.revise import used, without

__all__ = [
    "MADE",
    "Clocks",
    "MissingFact",
    "Remark",
    "Review",
    "asked_facts",
    "clocks_of",
    "draft_of",
    "first_draft",
    "is_untouched",
    "mark_of",
    "referral_of",
    "review_of",
    "used",
    "without",
    "words_of",
]
