"""The report of a term, or of everything so far: whom, what was learned, what moved, what next."""

from collections.abc import Iterator

from whoelse.web.core.document import Block, Document, Heading, Paragraph, Points, Quote, Table
from whoelse.web.discoveries.bridge import SameThing
from whoelse.web.discoveries.table import Compared, columns_of, compared
from whoelse.web.interviews.models import FacetName
from whoelse.web.reports.facts import Facts, People
from whoelse.web.reports.period import day_in_words

NOTHING_YET = "No conversation took place in this time."


def term_report(facts: Facts, *, more: tuple[Block, ...] = ()) -> Document:
    """The report; `more` is put at its end."""
    student = facts.student
    return Document(
        title=f"What I found out: {facts.period.name}",
        subtitle=", ".join(part for part in (student.full_name, student.introduction) if part),
        blocks=(
            *_answer(facts),
            *_whom(facts),
            *_learned(facts),
            *_clarity(facts),
            *_next(facts),
            *more,
        ),
    )


def _answer(facts: Facts) -> Iterator[Block]:
    if not facts.answers:
        return
    newest, oldest = facts.answers[0], facts.answers[-1]
    yield Heading("My answer today")
    yield Quote(newest.text, f"written {day_in_words(newest.written_at)}")
    if oldest is not newest:
        yield Paragraph(
            f"Before: “{oldest.text}” ({day_in_words(oldest.written_at)}).", is_quiet=True
        )


def _whom(facts: Facts) -> Iterator[Block]:
    yield Heading("Whom I talked with")
    if not facts.interviews:
        yield Paragraph(NOTHING_YET)
    else:
        rows = tuple(
            (
                day_in_words(interview.held_at),
                facts.people.name(interview.contact),
                facts.people.work(interview.contact),
                f"{interview.talked_minutes} min",
                interview.contact.get_circle_display(),
            )
            for interview in facts.interviews
        )
        yield Table("Conversations", ("When", "Who", "Work", "How long", "Circle"), rows)
    yield Paragraph(_figures(facts))


def _figures(facts: Facts) -> str:
    asked, held = len(facts.requests), len(facts.interviews)
    answered = sum(message.is_answered for message in facts.requests)
    named = len(facts.referrals)
    return (
        f"Requests sent: {asked}, answered: {answered}. Conversations held: {held}."
        f" People I was referred to: {named}."
    )


def _learned(facts: Facts) -> Iterator[Block]:
    columns = columns_of(facts.findings)
    if not columns:
        return
    yield Heading("What I learned")
    shown = compared(facts.findings, columns, pairings=facts.pairings, stands=facts.stands)
    for one in shown:
        yield Heading(one.column.name, level=3)
        yield Paragraph(_state(one), is_quiet=True)
        yield Points(tuple(_point(thing, facts.people) for thing in one.things))


def _state(one: Compared) -> str:
    where = ""
    if one.stand:
        because = f", because {one.stand.because}" if one.stand.because else ""
        where = f"Today: {one.stand.short}{because}. "
    return f"{where}{one.saturation.sentence}"


def _point(thing: SameThing, people: People) -> str:
    facet = FacetName(thing.facet).label
    said = f"{facet}: {thing.text} ({_names(thing.people, people)})"
    if not thing.otherwise:
        return said
    return f"{said} Otherwise: {thing.otherwise[0].sentence} ({_names(thing.dissenters, people)})"


def _names(contacts: list, people: People) -> str:
    return ", ".join(people.name(contact) for contact in contacts)


def _clarity(facts: Facts) -> Iterator[Block]:
    if not facts.ratings:
        return
    first, last = facts.ratings[0], facts.ratings[-1]
    yield Heading("How clear it is to me, 0 to 10")
    if first is last:
        yield Paragraph(f"{first.rating} on {day_in_words(first.rated_at)}.")
        return
    yield Paragraph(
        f"From {first.rating} on {day_in_words(first.rated_at)}"
        f" to {last.rating} on {day_in_words(last.rated_at)}, in {len(facts.ratings)} ratings:"
        f" {', '.join(str(rating.rating) for rating in facts.ratings)}."
    )


def _next(facts: Facts) -> Iterator[Block]:
    done = [action for action in facts.actions if action.done_at]
    to_do = [action for action in facts.actions if not action.done_at]
    if done:
        yield Heading("What I did because of it")
        yield Points(tuple(f"{a.text} ({day_in_words(a.done_at)})" for a in done))
    if to_do:
        yield Heading("What comes next")
        yield Points(
            tuple(
                f"{a.text}{f' (until {day_in_words(a.due_on)})' if a.due_on else ''}" for a in to_do
            )
        )
