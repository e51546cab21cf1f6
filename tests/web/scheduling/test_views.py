"""The calendar file over HTTP."""

from uuid import uuid4

from django.urls import reverse
from icalendar import Calendar

from tests.factories import make_appointment, make_contact


def path_of(appointment):
    return reverse("scheduling:invitation", args=[appointment.public_id])


def test_invitation_is_a_calendar_file(as_ana, ana):
    appointment = make_appointment(make_contact(ana))

    response = as_ana.get(path_of(appointment))

    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert response["Content-Disposition"] == 'attachment; filename="interview.ics"'
    (event,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["UID"] == appointment.uid


def test_invitation_changes_nothing(as_ana, ana):
    appointment = make_appointment(make_contact(ana))

    as_ana.get(path_of(appointment))

    before = appointment.updated_at
    appointment.refresh_from_db()
    assert (appointment.sequence, appointment.updated_at) == (0, before)
    assert as_ana.post(path_of(appointment)).status_code == 405


def test_stranger_finds_no_invitation(as_dora, ana):
    appointment = make_appointment(make_contact(ana))

    mine = as_dora.get(path_of(appointment))
    nobodys = as_dora.get(reverse("scheduling:invitation", args=[uuid4()]))

    assert (mine.status_code, nobodys.status_code) == (404, 404)
    assert mine.content == nobodys.content
