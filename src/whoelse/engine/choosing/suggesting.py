"""Whom to ask next, and why: the limits, the order and the words put together."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from whoelse.engine.choosing.candidate import Candidate, History, Student, Suggestion
from whoelse.engine.choosing.limits import asked_employers, may_be_asked, places_left
from whoelse.engine.choosing.reasons import Reasons


def suggest(
    student: Student,
    contacts: Sequence[Candidate],
    history: History,
    k: int = 3,
    names: Mapping[str, str] | None = None,
) -> tuple[Suggestion, ...]:
    """Return up to `k` people to ask next, the best first, each with its reasons in words.

    `names` translates codes of areas, occupations and sectors for the reasons. Fewer than `k`
    come back when limits forbid more: five open requests, one per employer, nobody who said no.
    """
    busy = asked_employers(contacts)
    askable = [c for c in contacts if may_be_asked(c, history, busy)]
    k = min(k, places_left(history), len(askable))
    if k <= 0:
        return ()
    from whoelse.engine.choosing.ranking import Ranking  # noqa: PLC0415 - slow import

    ranking = Ranking(student, askable, history)
    ranking.expect(sorted((c for c in contacts if c.open_request), key=attrgetter("id")))
    reasons = Reasons(student, history, names or {})
    return tuple(
        Suggestion(askable[n], score, parts, reasons.of(askable[n], parts))
        for n, score, parts in ranking.best(k)
    )
