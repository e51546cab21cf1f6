"""Plain makers: dull defaults, required relations made, nothing random, nothing hidden."""

from datetime import UTC, datetime, timedelta

from whoelse.web.accounts.models import Student, User
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.models import Appointment

NOW = datetime(2026, 11, 5, 15, 0, tzinfo=UTC)  # a Thursday, week 11 of a fall term


def make_student(username, **fields):
    user = User.objects.create_user(username)
    defaults = {
        "full_name": "Ana Brandt",
        "email": f"{username}@norhaven.example",
        "school": "Norhaven College",
        "about": "a third-year physics major",
        "time_zone": "America/New_York",
        "welcomed_at": NOW - timedelta(days=60),
    }
    return Student.objects.create(user=user, **(defaults | fields))


def make_contact(student, full_name="Imre Sandoval", **fields):
    fields.setdefault("search_text", full_name.casefold())
    return Contact.objects.create(student=student, full_name=full_name, **fields)


def make_referral(referrer, referred, **fields):
    defaults = {"permission": "may_use_name", "named_at": NOW - timedelta(days=1)}
    return Referral.objects.create(
        student=referrer.student, referrer=referrer, referred=referred, **(defaults | fields)
    )


def make_message(contact, **fields):
    defaults = {
        "kind": "request",
        "subject": "Your work",
        "body": "Dear Imre Sandoval,\n\nCould we talk?",
    }
    return Message.objects.create(student=contact.student, contact=contact, **(defaults | fields))


def make_appointment(contact, **fields):
    defaults = {
        "starts_at": NOW + timedelta(days=1),
        "uid": f"{contact.public_id}@whoelse.example",
        "student_zone": "America/New_York",
        "contact_zone": "America/New_York",
    }
    return Appointment.objects.create(
        student=contact.student, contact=contact, **(defaults | fields)
    )


def make_interview(contact, *, appointment=None, **fields):
    return Interview.objects.create(
        student=contact.student,
        contact=contact,
        appointment=appointment or make_appointment(contact),
        **fields,
    )
