"""Who may not be asked now: hard limits of courtesy, never a matter of score."""

from collections.abc import Collection, Iterable
from datetime import date

from whoelse.engine.choosing.candidate import Candidate, History
from whoelse.engine.choosing.estimates import OPEN_AT_MOST
from whoelse.engine.wording import calendar_day
from whoelse.engine.words import Permission

_NOBODYS_EMPLOYER = frozenset({"", "-", "n/a", "none", "self-employed", "self employed",
                               "freelance", "freelancer", "independent", "retired"})  # fmt: skip


def employer_key(employer: str) -> str:
    """Return one spelling for an employer; empty where no two people share an inbox."""
    key = " ".join(employer.split()).casefold()
    return "" if key in _NOBODYS_EMPLOYER else key


def asked_employers(contacts: Iterable[Candidate]) -> frozenset[str]:
    """Return the employers at which a request is open."""
    return frozenset(employer_key(c.employer) for c in contacts if c.open_request) - {""}


def places_left(history: History) -> int:
    """Return how many more requests may be open at once."""
    return max(0, OPEN_AT_MOST - max(0, history.open_requests))


def may_be_asked(candidate: Candidate, history: History, busy: Collection[str]) -> bool:
    """Say whether nothing forbids to ask; `busy` holds the employers with an open request."""
    return not (
        candidate.do_not_contact
        or candidate.said_no
        or candidate.interviewed
        or candidate.open_request
        or candidate.permission is Permission.ASK_FIRST
        or (candidate.resting_until is not None and candidate.resting_until > history.today)
        or (busy and employer_key(candidate.employer) in busy)
    )


def hindrance(candidate: Candidate, history: History, busy: Collection[str]) -> str:
    """Say in a sentence why this person may not be asked now; empty when nothing forbids it."""
    name, resting = candidate.name, candidate.resting_until
    is_resting = resting is not None and resting > history.today
    sentences = (
        (candidate.do_not_contact, f"{name} asked not to be contacted."),
        (candidate.said_no, f"{name} said no, and a no is final."),
        (candidate.interviewed, f"You have talked with {name} already."),
        (candidate.open_request, f"Your request to {name} is still open."),
        (
            candidate.permission is Permission.ASK_FIRST,
            f"{candidate.referrer or 'Somebody'} asks {name} first. Wait for word.",
        ),
        (is_resting, f"{name} is left in peace until {_day(resting, history.today)}."),
        (
            employer_key(candidate.employer) in busy,
            f"Somebody else at {candidate.employer} has an open request from you.",
        ),
        (not places_left(history), f"{OPEN_AT_MOST} requests are open. Wait for an answer first."),
    )
    return next((sentence for holds, sentence in sentences if holds), "")


def _day(day: date | None, today: date) -> str:
    return calendar_day(day, today) if day else ""
