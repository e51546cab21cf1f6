"""Asks the engine about a request: when it lapses, and which questions come with it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from whoelse.engine.duties import lapses_on
from whoelse.engine.questions import Need, PlanRefused, Question, load_bank, plan
from whoelse.engine.words import Audience, Circle, Facet, Phase
from whoelse.web.contacts.models import Contact
from whoelse.web.guests.models import GuestLink
from whoelse.web.guests.queries import planned_questions
from whoelse.web.interviews.models import Interview
from whoelse.web.interviews.queries import findings_about
from whoelse.web.outreach.zones import zone_of
from whoelse.web.scheduling import bridge as scheduling

MOVES = 3  # so many other times are shown for an agreed conversation
IN_WRITING = 3  # so many questions may be answered without a conversation


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that the student would ask. `key` finds it again in the bank or the plan."""

    key: str
    text: str
    phase: str
    asks_name: bool


def closes_at(link: GuestLink, interview: Interview | None) -> datetime:
    """When the page closes by itself: after the talk, or when the request lapses (21 days)."""
    if interview is not None:
        return interview.appointment.ends_at
    message = link.message
    begun = message.sent_at or link.created_at
    if message.is_answered:
        begun = max(begun, message.reply.came_at)
    zone = zone_of(link.student)
    return datetime.combine(lapses_on(begun, zone), time(), zone)


def times_to_move_to(
    link: GuestLink, interview: Interview, *, zone: str, at: datetime
) -> list[datetime]:
    """Times to which the other person may move it without asking: in hours that were given.

    None where the student never wrote hours down: usual ones are a guess, and may be proposed.
    """
    student = link.student
    if interview.began_at or not student.weekly_windows.exists():
        return []
    minutes = interview.appointment.minutes
    found = scheduling.proposed_times(
        student, link.message, minutes=minutes, contact_zone=zone, k=MOVES, at=at
    )
    return [choice.slot.starts_at for choice in found.chosen]


def minutes_of(link: GuestLink) -> int:
    """How long the request asks for; 20 where it does not say."""
    minutes = link.message.facts.get("minutes", 20)
    return minutes if minutes in (15, 20, 30) else 20


def questions_of(link: GuestLink, interview: Interview | None, minutes: int) -> tuple[Asked, ...]:
    """The plan of the agreed conversation, or the one that would be made for it."""
    if interview is not None:
        rows = planned_questions(interview)
        return tuple(Asked(row.question, row.text, row.phase, row.asks_name) for row in rows)
    try:
        made = plan(_need(link.message.contact), minutes, load_bank())
    except PlanRefused:
        return ()
    chosen = (planned.question for planned in made.questions)
    return tuple(_asked(q) for q in chosen)


def in_writing(questions: Sequence[Asked]) -> tuple[Asked, ...]:
    """The ones worth writing about: what the conversation is made of, not its courtesies."""
    talk = [q for q in questions if q.phase in (Phase.CORE, Phase.LATE_CORE)]
    return tuple((talk or [q for q in questions if not q.asks_name])[:IN_WRITING])


def questions_named(keys: Iterable[str], questions: Sequence[Asked]) -> tuple[Asked, ...]:
    """The questions with these keys: a plan may have changed since they were shown."""
    known = {question.id: _asked(question) for question in load_bank()}
    known |= {question.key: question for question in questions}
    return tuple(known[key] for key in keys if key in known)[:IN_WRITING]


def _asked(question: Question) -> Asked:
    return Asked(question.id, question.text, question.phase.value, question.asks_name)


def _need(contact: Contact) -> Need:
    found = findings_about(contact.student, contact.occupation)
    counts = Counter(found.values_list("facet", flat=True))
    return Need(
        audience=Audience(contact.audience),
        heard={Facet(name): count for name, count in counts.items()},
        area=contact.area,
        circle=Circle(contact.circle),
    )
