"""What a report is made from: the rows of the period, and by what name each person may stand."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from whoelse.web.accounts.models import Answer, Student
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.discoveries.models import Pairing, PlannedAction, Stand
from whoelse.web.discoveries.queries import pairings_of, planned_actions, stands_of
from whoelse.web.interviews.models import ClarityRating, Finding, Interview
from whoelse.web.outreach.models import Message
from whoelse.web.reports import queries
from whoelse.web.reports.period import Period


class People:
    """Names only of those who were ticked; everybody else is a number, the same all through."""

    def __init__(self, met: list[Contact], named: Collection[UUID]) -> None:
        self._named = named
        self._numbers = {contact.pk: number for number, contact in enumerate(met, start=1)}

    def name(self, contact: Contact) -> str:
        if contact.public_id in self._named:
            return contact.name
        number = self._numbers.get(contact.pk)
        return f"Person {number}" if number else "somebody else"

    def work(self, contact: Contact) -> str:
        """What they do; without a name, no employer either: the two together name somebody."""
        title = contact.job_title or careers.occupation_name(contact.occupation)
        if contact.public_id not in self._named:
            return careers.occupation_name(contact.occupation) or "work not noted"
        return ", ".join(part for part in (title, contact.employer) if part) or "work not noted"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything of one student in one period."""

    student: Student
    period: Period
    people: People
    interviews: list[Interview]
    requests: list[Message]
    findings: list[Finding]
    pairings: list[Pairing]
    stands: dict[str, Stand]
    answers: list[Answer]
    ratings: list[ClarityRating]
    referrals: list[Referral]
    actions: list[PlannedAction]


def facts_of(student: Student, period: Period, *, named: Collection[UUID]) -> Facts:
    """Read what happened in the period; stands, answers and actions as they are now."""
    interviews = list(queries.held_interviews(student))
    met = list({i.contact_id: i.contact for i in interviews}.values())
    return Facts(
        student=student,
        period=period,
        people=People(met, named),
        interviews=[i for i in interviews if period.holds(i.held_at)],
        requests=[m for m in queries.requests_sent(student) if period.holds(m.sent_at)],
        findings=[f for f in queries.findings(student) if period.holds(f.interview.held_at)],
        pairings=list(pairings_of(student)),
        stands=stands_of(student),
        answers=[a for a in student.answers.all() if period.holds(a.written_at)],
        ratings=[r for r in queries.ratings(student) if period.holds(r.rated_at)],
        referrals=[r for r in queries.referrals(student) if period.holds(r.named_at)],
        actions=[
            a for a in planned_actions(student) if a.done_at is None or period.holds(a.done_at)
        ],
    )
