"""Asks the engine about an interview: which questions, what else fits, is this one fit to ask.

Rows go in and engine words come out; whatever changes rows is left to the actions.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from whoelse.engine.findings import Finding as Remark
from whoelse.engine.findings import Severity
from whoelse.engine.outreach.draft import Draft, Facts, Scaffold
from whoelse.engine.outreach.linter import lint
from whoelse.engine.outreach.scaffold import scaffold
from whoelse.engine.questions import (
    FILL,
    NearMiss,
    Need,
    Plan,
    Planned,
    PlanRefused,
    Question,
    beside,
    load_bank,
    own_question,
    plan,
    replacements,
)
from whoelse.engine.words import Audience, Circle, Facet, MessageKind, Phase
from whoelse.web.accounts.models import Student
from whoelse.web.core.errors import UserError
from whoelse.web.interviews.models import FacetName, Interview, PlannedQuestion
from whoelse.web.interviews.queries import asked_elsewhere, findings_about, priorities_of

FIRST = 2.0  # own estimate: a facet that is put first is needed twice as much as another
SIDES = {Phase.OPENING: "opening", Phase.CLOSING: "closing"}


def sample_confirmation(student: Student) -> Scaffold:
    """What a confirmation of this student says, to an invented person at an invented time."""
    return scaffold(
        Facts(
            kind=MessageKind.CONFIRMATION,
            to="Karen Liu",
            sender=student.full_name,
            when="Friday, 6 November, 4:00 pm in New York; 10:00 pm in Berlin",
            where="by phone; 555 0100",
        )
    )


class PlanDoesNotWork(UserError):
    """The student's pins and bans leave no plan; the hint says which to drop."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Which facets of the contact's occupation were heard of, and which not, in words."""

    facets: tuple[tuple[str, int], ...]
    unheard: tuple[str, ...]


def heard_about(interview: Interview) -> Heard:
    """What other interviews said about the same occupation."""
    counts = _counts(interview)
    return Heard(
        tuple((f.label, counts[f.value]) for f in FacetName if counts[f.value]),
        tuple(f.label for f in FacetName if not counts[f.value]),
    )


def _counts(interview: Interview) -> Counter[str]:
    found = findings_about(interview.student, interview.contact.occupation)
    return Counter(found.exclude(interview=interview).values_list("facet", flat=True))


def make_plan(
    interview: Interview, *, pinned: Iterable[str], own: Iterable[PlannedQuestion]
) -> Plan:
    """The best plan for the agreed minutes, with these questions in it."""
    need = _need(interview, tuple(pinned), tuple(own))
    try:
        return plan(need, interview.appointment.minutes, load_bank())
    except PlanRefused as refusal:
        back = interview.path_to("prepare")
        raise PlanDoesNotWork(refusal.message, refusal.hint, back=back) from refusal


def row_of(interview: Interview, planned: Planned) -> PlannedQuestion:
    """A row that holds a copy of a chosen question; not saved, without its position."""
    q = planned.question
    return PlannedQuestion(
        interview=interview,
        question=q.id,
        text=q.text,
        topic=q.topic,
        phase=q.phase.value,
        minutes=Decimal(str(q.minutes)),
        facets=[facet.value for facet in q.facets],
        follow_up=q.follow_up,
        is_own=q.topic == "own",
        asks_name=q.asks_name,
    )


def practice_questions(minutes: int) -> list[Question]:
    """A plan for somebody one knows, to be practised with nobody on the other side."""
    found = plan(Need(audience=Audience.FAMILY, circle=Circle.KNOWN), minutes, load_bank())
    return [planned.question for planned in found.questions]


def group_of(question: Question) -> str:
    """Where pages show it: opening, core or closing."""
    return SIDES.get(question.phase, "core")


def near_misses(interview: Interview, rows: Sequence[PlannedQuestion]) -> tuple[NearMiss, ...]:
    """Good questions that are not in the plan as it stands, and why not."""
    need = _need(
        interview,
        tuple(row.question for row in rows if row.is_pinned),
        tuple(row for row in rows if row.is_own),
    )
    asked = [row.question for row in rows if row.question in _known(need)]
    try:
        return beside(asked, need, interview.appointment.minutes, load_bank())
    except PlanRefused:
        return ()


def replacements_for(row: PlannedQuestion, rows: Sequence[PlannedQuestion]) -> tuple[Question, ...]:
    """Questions that could stand in the same place: about the same facet first, best first."""
    need = _need(row.interview, (), ())
    besides = {each.question for each in rows}
    place = question_in_bank(row.question) or _own(row)
    return replacements(place, need, load_bank(), besides=besides)


def question_in_bank(question_id: str) -> Question | None:
    return next((q for q in load_bank() if q.id == question_id), None)


def fill_limit(minutes: int) -> float:
    """So many minutes may be planned; the rest stays free."""
    return int(minutes * 2 * FILL) / 2


def remarks_on(text: str) -> tuple[Remark, ...]:
    """What the linter says about one question, the gravest first."""
    order = list(Severity)
    found = lint(Draft(body=text, kind=MessageKind.QUESTION)).findings
    return tuple(sorted(found, key=lambda remark: order.index(remark.severity)))


def must_be_settled(remarks: Iterable[Remark]) -> bool:
    """Whether a question may not be asked like this."""
    return any(remark.severity is Severity.ERROR for remark in remarks)


def _need(interview: Interview, pinned: tuple[str, ...], own: tuple[PlannedQuestion, ...]) -> Need:
    contact, counts = interview.contact, _counts(interview)
    need = Need(
        audience=Audience(contact.audience),
        priorities={Facet(name): FIRST for name in priorities_of(interview.student)},
        heard={Facet(name): count for name, count in counts.items()},
        area=contact.area,
        circle=Circle(contact.circle),
        pinned=pinned,
        own=tuple(map(_own, own)),
        asked=Counter(asked_elsewhere(interview)),
    )
    known = _known(need)
    # An older plan may hold an id that a newer bank no longer has; its row says what it asked.
    return replace(
        need,
        pinned=tuple(each for each in pinned if each in known),
        banned=frozenset(interview.banned) & known - set(pinned),
    )


def _known(need: Need) -> set[str]:
    return {question.id for question in (*load_bank(), *need.own)}


def _own(row: PlannedQuestion) -> Question:
    facets = tuple(Facet(name) for name in row.facets)
    return own_question(row.question, row.text, Phase(row.phase), float(row.minutes), facets)
