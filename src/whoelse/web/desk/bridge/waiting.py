"""Everybody who could hear news now, each with the last conversation in sight."""

from dataclasses import dataclass
from datetime import datetime

from whoelse.engine import duties
from whoelse.engine.duties import Duty
from whoelse.web.accounts.models import Student
from whoelse.web.desk import queries
from whoelse.web.desk.bridge.states import state_of
from whoelse.web.interviews.models import Interview


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who could hear news, why now, and what was talked about last."""

    duty: Duty
    talk: Interview


def waiting_of(student: Student, *, now: datetime) -> list[Waiting]:
    """The longest silent first."""
    messages = list(queries.sent_messages(student))
    interviews = [i for i in queries.interviews(student) if i.missed_at is None]
    state = state_of(student, queries.running(student, messages), interviews, ())
    last = {str(i.contact.public_id): i for i in interviews if i.held_at}
    return [Waiting(duty, last[duty.contact]) for duty in duties.news_waiting(state, now)]
