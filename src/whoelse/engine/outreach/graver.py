"""Whether a question has a flaw beside which its form does not matter."""

from functools import lru_cache

from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rules import asks_for_a_favour, asks_for_a_job


@lru_cache(maxsize=1)
def has_graver_flaw(reading: Reading) -> bool:
    """A question that asks for a job or a favour is not also called closed or double."""
    return any(any(True for _ in check(reading)) for check in _CHECKS)


_CHECKS = (asks_for_a_job.check, asks_for_a_favour.check)
