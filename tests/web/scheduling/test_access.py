"""Who gets an appointment."""

import pytest
from django.contrib.auth import get_user_model
from django.http import Http404

from tests.factories import make_appointment, make_contact
from whoelse.web.scheduling.access import appointment_for


def test_appointment_is_its_students_alone(ana, dora):
    appointment = make_appointment(make_contact(ana))

    assert appointment_for(ana.user, appointment.public_id) == appointment
    with pytest.raises(Http404):
        appointment_for(dora.user, appointment.public_id)


def test_login_without_a_student_gets_nothing(ana):
    appointment = make_appointment(make_contact(ana))
    nobody = get_user_model().objects.create_user("nobody")

    with pytest.raises(Http404):
        appointment_for(nobody, appointment.public_id)
