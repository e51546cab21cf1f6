"""Whether the term is on pace: interviews held and scheduled against an even spread.

A steady pace beats a burst: in week 11 of 16 an even pace has brought eleven sixteenths.
"""

from collections.abc import Sequence
from datetime import date

from whoelse.engine.duties.state import Pace, Term

_DAYS_IN_WEEK = 7


def pace(
    terms: Sequence[Term], held: Sequence[date], scheduled: Sequence[date], today: date
) -> Pace | None:
    """Return the pace of the term that `today` is in; None between terms.

    Where terms overlap, the one that began last counts. Interviews scheduled for days
    that have passed count neither as held nor as scheduled.
    """
    running = [term for term in terms if term.starts_on <= today <= term.ends_on]
    if not running:
        return None
    term = max(running, key=lambda term: term.starts_on)
    week = (today - term.starts_on).days // _DAYS_IN_WEEK + 1
    weeks = (term.ends_on - term.starts_on).days // _DAYS_IN_WEEK + 1
    done = sum(term.starts_on <= day <= today for day in held)
    coming = sum(today <= day <= term.ends_on for day in scheduled)
    expected = term.planned * week // weeks
    return Pace(
        term=term,
        week=week,
        weeks=weeks,
        held=done,
        scheduled=coming,
        is_on_pace=done + coming >= expected,
        sentence=f"{_count(term.planned, done, coming)} "
        f"{_verdict(term.planned, done, done + coming - expected)} in week {week} of {weeks}.",
    )


def _count(planned: int, done: int, coming: int) -> str:
    scheduled = f", {coming} scheduled" if coming else ""
    return f"{done} of {planned} held{scheduled}." if planned else f"{done} held{scheduled}."


def _verdict(planned: int, done: int, ahead: int) -> str:
    if planned and done >= planned:
        return "That is the whole plan of the term, done"
    if ahead < 0:
        return f"Agree on {-ahead} more to be on pace"
    return "You are on pace" if planned else "No number is planned; you are"
