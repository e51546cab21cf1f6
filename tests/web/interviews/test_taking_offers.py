"""An offered or a proposed time becomes an interview with its plan, or moves the one there is."""

from datetime import timedelta

import pytest

from tests.factories import NOW, make_contact, make_message
from whoelse.web.interviews import actions
from whoelse.web.interviews.models import Interview
from whoelse.web.scheduling import actions as scheduling
from whoelse.web.scheduling.models import Appointment

DAY = timedelta(days=1)


@pytest.fixture
def message(ana):
    return make_message(make_contact(ana), sent_at=NOW - DAY)


@pytest.fixture
def offers(ana, message):
    times = [NOW + DAY, NOW + 2 * DAY]
    return scheduling.offer_times(ana, message=message, times=times, at=NOW)


def test_a_taken_time_is_an_interview_with_a_plan(offers):
    interview = actions.take_offered_time(offers[0], channel="video", at=NOW)
    assert (interview.appointment.starts_at, interview.appointment.channel) == (NOW + DAY, "video")
    assert interview.questions.exists()
    assert actions.take_offered_time(offers[0], at=NOW) == interview
    assert Interview.objects.count() == 1


def test_a_second_time_is_refused_while_one_is_agreed(offers):
    actions.take_offered_time(offers[0], at=NOW)
    with pytest.raises(actions.AlreadyAgreed):
        actions.take_offered_time(offers[1], at=NOW)
    assert Appointment.objects.count() == 1


def test_a_proposal_is_agreed_to(message):
    proposed = scheduling.propose_time(message, starts_at=NOW + DAY, at=NOW)
    interview = actions.agree_to_proposal(proposed, at=NOW)
    assert interview.appointment.starts_at == NOW + DAY
    assert interview.questions.exists()


@pytest.mark.parametrize("minutes", [20, 30])
def test_a_proposal_moves_the_interview_that_is_agreed(offers, message, minutes):
    interview = actions.take_offered_time(offers[0], at=NOW)
    actions.mark_confirmed(interview, at=NOW)
    proposed = scheduling.propose_time(message, starts_at=NOW + 3 * DAY, minutes=minutes, at=NOW)

    moved = actions.agree_to_proposal(proposed, at=NOW)

    assert (moved.pk, moved.confirmed_at) == (interview.pk, None)
    assert (moved.appointment.starts_at, moved.appointment.minutes) == (NOW + 3 * DAY, minutes)
    assert Appointment.objects.count() == 1
