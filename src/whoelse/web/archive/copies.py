"""Readable copies beside the data: tables, an address book, a calendar, a text of each talk."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.text import slugify

from whoelse.web.accounts.models import Student
from whoelse.web.archive import queries
from whoelse.web.archive.bridge import harmless_cell
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts.export import card_of
from whoelse.web.contacts.models import Contact
from whoelse.web.core.document import Block, Document, Heading, Paragraph
from whoelse.web.core.markdown import markdown_of
from whoelse.web.interviews.models import Finding, Interview
from whoelse.web.reports.facts import Facts, facts_of
from whoelse.web.reports.period import day_in_words, period_of
from whoelse.web.reports.record_sheet import record_of
from whoelse.web.scheduling.calendar import feed_file
from whoelse.web.scheduling.zones import zone_of

PEOPLE = ("Title", "Name", "E-mail", "Phone", "Job title", "Employer", "Occupation", "Area",
          "Circle", "Stage", "How you know them", "Profile", "Notes")  # fmt: skip
TALKS = ("When", "Minutes", "Name", "Job title", "Employer", "How", "Held", "Called off",
         "Occupation", "Surprise", "What they said", "Clarity")  # fmt: skip
FINDINGS = ("Found on", "Name", "Occupation", "About", "What was said", "For me")


def copies_of(student: Student, *, at: datetime) -> Iterator[tuple[str, bytes]]:
    """Each file with its name. `at` is the moment that the calendar says it was made."""
    with timezone.override(zone_of(student.time_zone)):
        people, talks = list(queries.people(student)), list(queries.interviews(student))
        yield "contacts.csv", _table(PEOPLE, map(_person, people))
        yield "contacts.vcf", "".join(map(card_of, people)).encode()
        yield "interviews.csv", _table(TALKS, map(_talk, talks))
        yield "interviews.ics", feed_file(queries.appointments(student), at=at)
        yield "findings.csv", _table(FINDINGS, map(_finding, queries.findings(student)))
        facts = facts_of(student, period_of(None), named={c.public_id for c in people})
        for number, talk in enumerate(talks, start=1):
            day = timezone.localtime(talk.talked_at).date()
            who = slugify(talk.contact.full_name)[:40] or "somebody"
            text = markdown_of(_sheet(facts, talk))
            yield f"interviews/{number:03}-{day.isoformat()}-{who}.md", text.encode()


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV with the mark by which spreadsheets know UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([harmless_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _person(contact: Contact) -> Sequence[str]:
    return (
        contact.honorific,
        contact.full_name,
        contact.email,
        contact.phone,
        contact.job_title,
        contact.employer,
        careers.occupation_name(contact.occupation),
        careers.area_name(contact.area),
        contact.get_circle_display(),
        contact.get_stage_display(),
        contact.relation or contact.found_through,
        contact.profile_url,
        contact.notes,
    )


def _talk(talk: Interview) -> Sequence[str]:
    return (
        _local(talk.talked_at),
        str(talk.talked_minutes),
        talk.contact.name,
        talk.contact.job_title,
        talk.contact.employer,
        talk.appointment.get_channel_display(),
        _local(talk.held_at),
        _local(talk.appointment.cancelled_at or talk.missed_at),
        careers.occupation_name(talk.occupation),
        talk.surprise,
        talk.said,
        ", ".join(str(rating.rating) for rating in talk.clarity_ratings.all()),
    )


def _finding(finding: Finding) -> Sequence[str]:
    return (
        _local(finding.found_at),
        finding.interview.contact.name,
        careers.occupation_name(finding.occupation),
        finding.get_facet_display(),
        finding.sentence,
        finding.get_side_display(),
    )


def _local(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}" if moment else ""


def _sheet(facts: Facts, talk: Interview) -> Document:
    """The record of a talk, and below it every note as it was written."""
    blocks: list[Block] = list(record_of(facts, talk, level=2))
    notes = [note for note in talk.notes.all() if note.text]
    if notes:
        blocks.append(Heading("Notes"))
    for note in notes:
        words = note.question.text if note.question else "Without a question"
        blocks += [Heading(f"{words} (another window)" if note.copy else words, 3)]
        blocks += [Paragraph(note.text)]
    title = f"Interview with {talk.contact.name}"
    return Document(title, day_in_words(talk.talked_at), tuple(blocks))
