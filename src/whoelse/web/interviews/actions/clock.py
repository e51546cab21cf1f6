"""The clock of the room: it stands still for small talk, and five more minutes can be given."""

from datetime import datetime

from django.db import transaction

from whoelse.web.core.errors import UserError
from whoelse.web.interviews.actions.room import lock
from whoelse.web.interviews.models import Interview

MORE_MINUTES = 5
MOST_EXTRA = 60  # own estimate: whoever talks longer than this no longer looks at a clock
LONGEST_PAUSE = 12 * 3600  # seconds; a forgotten pause is no longer small talk


class EnoughTime(UserError):
    """More minutes than one conversation has."""


@transaction.atomic
def pause_clock(interview: Interview, *, at: datetime) -> None:
    """Small talk does not count. A clock that stands, or one that never ran, stays as it is."""
    lock(interview)
    if interview.is_under_way and interview.paused_at is None:
        interview.paused_at = max(at, interview.began_at)
        interview.save(update_fields=["paused_at", "updated_at"])


@transaction.atomic
def resume_clock(interview: Interview, *, at: datetime) -> None:
    """The conversation goes on, and the clock with it."""
    lock(interview)
    if interview.paused_at is not None:
        rest = int((at - interview.paused_at).total_seconds())
        interview.paused_seconds += min(max(rest, 0), LONGEST_PAUSE)
        interview.paused_at = None
        interview.save(update_fields=["paused_at", "paused_seconds", "updated_at"])


@transaction.atomic
def give_more_time(interview: Interview, *, at: datetime) -> None:
    """They said yes to five more minutes."""
    lock(interview)
    if interview.extra_minutes + MORE_MINUTES > MOST_EXTRA:
        raise EnoughTime(
            "That is an hour more already.",
            "Agree on a second talk instead.",
            back=interview.path_to("room"),
        )
    if interview.is_under_way:
        interview.extra_minutes += MORE_MINUTES
        interview.updated_at = at
        interview.save(update_fields=["extra_minutes", "updated_at"])
