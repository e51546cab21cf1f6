"""Everything that WhoElse keeps about one person, of all apps, as data."""

from datetime import date, datetime
from typing import Any

from whoelse.web.contacts import export as contacts
from whoelse.web.contacts.models import Contact
from whoelse.web.desk import queries
from whoelse.web.interviews.models import Interview
from whoelse.web.mail.models import Incoming, Outgoing
from whoelse.web.mail.queries import came_from, letters_of
from whoelse.web.outreach.models import Message


def everything_about(contact: Contact) -> dict[str, Any]:
    """What `contacts` keeps, every message and every interview. Moments are ISO 8601, in UTC."""
    return contacts.everything_about(contact) | {
        "messages": [message(row) for row in queries.messages_of(contact)],
        "interviews": [interview(row) for row in queries.talks_with(contact)],
        "letters": [letter(row) for row in letters_of(contact.student).filter(contact=contact)],
        "incoming": [incoming(row) for row in came_from(contact)],
    }


def letter(row: Outgoing) -> dict[str, Any]:
    return {
        "message_id": row.message_id,
        "to": row.to_address,
        "subject": row.subject,
        "state": row.state,
        "why": row.why,
        "queued_at": iso(row.queued_at),
        "sent_at": iso(row.sent_at),
    }


def incoming(row: Incoming) -> dict[str, Any]:
    return {
        "what": row.kind,
        "from": row.from_address,
        "subject": row.subject,
        "text": row.text,
        "came_at": iso(row.came_at),
    }


def message(row: Message) -> dict[str, Any]:
    reply = getattr(row, "reply", None)
    return {
        "kind": row.kind,
        "subject": row.subject,
        "body": row.body,
        "sent_at": iso(row.sent_at),
        "came_back": reply and {"what": reply.came, "note": reply.note, "at": iso(reply.came_at)},
    }


def interview(row: Interview) -> dict[str, Any]:
    appointment = row.appointment
    return {
        "starts_at": iso(appointment.starts_at),
        "minutes": appointment.minutes,
        "channel": appointment.channel,
        "place": appointment.place,
        "cancelled_at": iso(appointment.cancelled_at),
        "held_at": iso(row.held_at),
        "occupation": row.occupation,
        "surprise": row.surprise,
        "said": row.said,
        "questions": [question.text for question in row.questions.all()],
        "notes": [
            {"question": note.question.text if note.question else "", "text": note.text}
            for note in row.notes.all()
        ],
        "marks": [{"kind": mark.kind, "text": mark.text} for mark in row.marks.all()],
        "named": [{"name": named.full_name, "work": named.work} for named in row.named.all()],
        "findings": [
            {"facet": f.facet, "side": f.side, "sentence": f.sentence} for f in row.findings.all()
        ],
        "promises": [
            {
                "text": p.text,
                "is_mine": p.is_mine,
                "due_on": iso(p.due_on),
                "kept_at": iso(p.kept_at),
            }
            for p in row.promises.all()
        ],
    }


def iso(moment: datetime | date | None) -> str | None:
    return moment.isoformat() if moment else None
