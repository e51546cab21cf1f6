"""Everything that Today shows, from one pass over the rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from whoelse.engine import duties
from whoelse.engine.choosing import Suggestion
from whoelse.engine.duties import Duty, DutyKind, Pace
from whoelse.web.accounts.models import Student
from whoelse.web.desk import queries
from whoelse.web.desk.bridge.asking import suggestions_for
from whoelse.web.desk.bridge.states import pace_of, state_of
from whoelse.web.discoveries.models import PlannedAction
from whoelse.web.interviews.models import Interview

MOST_DECIDED = 100  # own setting; what comes after is due much later


@dataclass(frozen=True, slots=True)
class Day:
    """Everything that Today shows, from one pass over the rows."""

    duties: tuple[Duty, ...]
    pace: Pace | None
    held: tuple[Interview, ...]
    scheduled: tuple[Interview, ...]
    suggestions: tuple[Suggestion, ...]
    full_names: dict[str, str]  # of the suggested people, by id
    people: int
    decided: tuple[PlannedAction, ...]  # to do, and not among the duties yet
    news_for_more: int  # people who could hear news, besides those among the duties


def told_of(due: Iterable[Duty]) -> int:
    return sum(duty.kind is DutyKind.KEEP_IN_TOUCH for duty in due)


def day_of(student: Student, *, now: datetime) -> Day:
    """What is due, how the term goes, and whom to ask next."""
    messages = list(queries.sent_messages(student))
    interviews = [i for i in queries.interviews(student) if i.missed_at is None]
    named = list(queries.referrals(student))
    decided = list(queries.open_actions(student)[:MOST_DECIDED])
    contacts = list(queries.writable_contacts(student))
    state = state_of(student, queries.running(student, messages), interviews, named, decided)
    today = now.astimezone(state.zone).date()
    held = [i for i in interviews if i.held_at]
    scheduled = [i for i in interviews if not i.held_at and i.appointment.ends_at > now]
    suggestions = suggestions_for(student, contacts, messages, held, today=today)
    asked_next = {suggestion.candidate.id for suggestion in suggestions}
    due = duties.duties(state, now)
    due_refs = {duty.ref for duty in due}
    return Day(
        duties=due,
        pace=pace_of(student, held, scheduled, today=today),
        held=tuple(held),
        scheduled=tuple(scheduled),
        suggestions=suggestions,
        full_names={str(c.public_id): c.name for c in contacts if str(c.public_id) in asked_next},
        people=len(contacts),
        news_for_more=len(duties.news_waiting(state, now)) - told_of(due),
        decided=tuple(action for action in decided if str(action.public_id) not in due_refs),
    )
