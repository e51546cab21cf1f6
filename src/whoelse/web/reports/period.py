"""The time that a report is about: one term, or everything so far."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from whoelse.web.accounts.models import Term


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, both included; None is open."""

    name: str
    first: date | None = None
    last: date | None = None

    def holds(self, moment: datetime | None) -> bool:
        """Whether something happened in it, by the student's own clock."""
        if moment is None:
            return False
        day = timezone.localtime(moment).date()
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


def period_of(term: Term | None) -> Period:
    return Period(term.name, term.starts_on, term.ends_on) if term else Period("All so far")


def day_in_words(day: date | datetime) -> str:
    """ "4 November 2026": a report is read in another year."""
    if isinstance(day, datetime):
        day = timezone.localtime(day).date()
    return f"{day.day} {day:%B %Y}"
