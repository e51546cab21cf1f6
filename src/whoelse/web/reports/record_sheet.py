"""The record of one conversation on a sheet: who, what was asked, what was learned, what next."""

from collections.abc import Iterator

from whoelse.web.contacts.models import Referral
from whoelse.web.core.document import Block, Document, Heading, Paragraph, Points, Quote, Table
from whoelse.web.interviews.models import Interview
from whoelse.web.reports.facts import Facts
from whoelse.web.reports.period import day_in_words


def record_sheet(facts: Facts, interview: Interview) -> Document:
    """The sheet of one of the interviews of the facts."""
    return Document(
        title=f"Interview record: {facts.people.name(interview.contact)}",
        subtitle=f"{facts.student.full_name}, {day_in_words(interview.talked_at)}".lstrip(", "),
        blocks=tuple(record_of(facts, interview, level=2)),
    )


def record_of(facts: Facts, interview: Interview, *, level: int) -> Iterator[Block]:
    """What the sheet says, with headings of a level, to stand alone or in a longer report."""
    yield Table("The conversation", ("What", "How it was"), tuple(_conversation(facts, interview)))
    asked = [question.text for question in interview.questions.all()]
    if asked:
        yield Heading("What I had prepared to ask", level)
        yield Points(tuple(asked))
    yield from _learned(interview, level)
    yield from _named(facts, interview, level)
    promises = [
        f"{'I' if promise.is_mine else 'They'}: {promise.text}"
        f"{f' (kept {day_in_words(promise.kept_at)})' if promise.kept_at else ''}"
        for promise in interview.promises.all()
    ]
    if promises:
        yield Heading("What was promised", level)
        yield Points(tuple(promises))


def _conversation(facts: Facts, interview: Interview) -> Iterator[tuple[str, str]]:
    contact = interview.contact
    yield "Who", facts.people.name(contact)
    yield "Work", facts.people.work(contact)
    yield "When", day_in_words(interview.talked_at)
    yield "How long", f"{interview.talked_minutes} minutes"
    yield "How", interview.appointment.get_channel_display()
    yield "How I found them", _way_to(facts, interview)
    for rating in interview.clarity_ratings.all():
        yield "Clarity afterwards, 0 to 10", str(rating.rating)


def _way_to(facts: Facts, interview: Interview) -> str:
    named = [r for r in facts.referrals if r.referred_id == interview.contact_id]
    if named:
        first: Referral = min(named, key=lambda referral: referral.named_at)
        return f"named by {facts.people.name(first.referrer)}"
    return f"{interview.contact.get_circle_display().lower()} circle"


def _learned(interview: Interview, level: int) -> Iterator[Block]:
    found = list(interview.findings.all())
    if found:
        yield Heading("What I learned", level)
        rows = tuple((f.get_facet_display(), f.sentence, _side(f.side)) for f in found)
        yield Table("Findings", ("About", "What was said", "For me"), rows)
    if interview.surprise:
        yield Heading("What surprised me", level)
        yield Paragraph(interview.surprise)
    if interview.said:
        yield Quote(interview.said, "what I will remember")


def _side(side: str) -> str:
    return {"for": "speaks for it", "against": "speaks against it"}.get(side, "open")


def _named(facts: Facts, interview: Interview, level: int) -> Iterator[Block]:
    named = list(interview.named.all())
    if not named:
        return
    yield Heading("Who else", level)
    met = {each.contact_id for each in facts.interviews}
    yield Points(
        tuple(
            f"{facts.people.name(each.contact) if each.contact else 'somebody else'}:"
            f" {'met since' if each.contact_id in met else 'not met yet'}"
            for each in named
        )
    )
