"""Agreeing, moving, cancelling: rows, history, stage, refusals."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import NOW, make_contact
from whoelse.web.activity.models import Entry
from whoelse.web.scheduling import actions
from whoelse.web.scheduling.models import Appointment, TakenSlot

STARTS_AT = datetime(2026, 11, 6, 21, 0, tzinfo=UTC)
PLAN = {
    "starts_at": STARTS_AT,
    "minutes": 20,
    "student_zone": "America/New_York",
    "contact_zone": "Europe/Berlin",
    "channel": "phone",
    "place": "555 0100",
}


def history():
    return list(Entry.objects.order_by("pk").values_list("verb", "sentence"))


def test_agree_keeps_the_time_and_moves_the_stage(ana):
    contact = make_contact(ana, stage="asked")

    appointment = actions.agree(ana, contact, **PLAN, at=NOW)

    contact.refresh_from_db()
    assert {name: getattr(appointment, name) for name in PLAN} == PLAN
    assert (appointment.sequence, appointment.is_cancelled) == (0, False)
    assert (contact.stage, contact.stage_at) == ("scheduled", NOW)
    assert history() == [("agreed_time", "You agreed on Friday, 6 November, 4:00 pm")]


def test_move_keeps_the_uid_and_raises_the_sequence(ana):
    appointment = actions.agree(ana, make_contact(ana), **PLAN, at=NOW)
    uid = appointment.uid

    actions.move(appointment, **(PLAN | {"starts_at": STARTS_AT + timedelta(hours=1)}), at=NOW)

    appointment.refresh_from_db()
    assert (appointment.uid, appointment.sequence) == (uid, 1)
    assert appointment.starts_at == STARTS_AT + timedelta(hours=1)
    assert history()[1:] == [("moved_time", "You moved it to Friday, 6 November, 5:00 pm")]


def test_move_to_the_same_time_and_place_changes_nothing(ana):
    appointment = actions.agree(ana, make_contact(ana), **PLAN, at=NOW)

    actions.move(appointment, **PLAN, at=NOW)

    appointment.refresh_from_db()
    assert appointment.sequence == 0
    assert len(history()) == 1


def test_cancel_keeps_the_row_for_calendars(ana):
    contact = make_contact(ana)
    appointment = actions.agree(ana, contact, **PLAN, at=NOW)

    actions.cancel(appointment, at=NOW)

    appointment.refresh_from_db()
    contact.refresh_from_db()
    assert (appointment.sequence, appointment.cancelled_at) == (1, NOW)
    assert contact.stage == "asked"
    assert history()[1:] == [("cancelled_time", "Friday, 6 November, 4:00 pm was called off")]


def test_cancelled_appointment_is_settled(ana):
    appointment = actions.agree(ana, make_contact(ana), **PLAN, at=NOW)
    actions.cancel(appointment, at=NOW)

    with pytest.raises(actions.AppointmentCancelled):
        actions.move(appointment, **PLAN, at=NOW)
    with pytest.raises(actions.AppointmentCancelled):
        actions.cancel(appointment, at=NOW)


def test_two_appointments_have_two_uids(ana):
    first = actions.agree(ana, make_contact(ana), **PLAN, at=NOW)
    later = PLAN | {"starts_at": STARTS_AT + timedelta(hours=1)}
    second = actions.agree(ana, make_contact(ana, "Karen Liu"), **later, at=NOW)

    assert first.uid != second.uid
    assert Appointment.objects.count() == 2


@pytest.mark.parametrize("minutes", [-15, 0, 15])
def test_two_talks_never_share_a_minute(ana, minutes):
    actions.agree(ana, make_contact(ana), **PLAN, at=NOW)
    other = PLAN | {"starts_at": STARTS_AT + timedelta(minutes=minutes)}

    with pytest.raises(actions.AlreadyTaken):
        actions.agree(ana, make_contact(ana, "Karen Liu"), **other, at=NOW)
    assert Appointment.objects.count() == 1


@pytest.mark.parametrize("minutes", [-20, 20])
def test_two_talks_may_follow_each_other(ana, minutes):
    actions.agree(ana, make_contact(ana), **PLAN, at=NOW)
    other = PLAN | {"starts_at": STARTS_AT + timedelta(minutes=minutes)}

    actions.agree(ana, make_contact(ana, "Karen Liu"), **other, at=NOW)

    assert Appointment.objects.count() == 2


def test_a_talk_that_was_moved_or_called_off_leaves_its_minutes(ana):
    first = actions.agree(ana, make_contact(ana), **PLAN, at=NOW)
    later = PLAN | {"starts_at": STARTS_AT + timedelta(minutes=10)}
    actions.move(first, **later, at=NOW)
    actions.cancel(first, at=NOW)

    actions.agree(ana, make_contact(ana, "Karen Liu"), **PLAN, at=NOW)

    assert list(TakenSlot.objects.values_list("starts_at", flat=True)) == [
        STARTS_AT + timedelta(minutes=minutes) for minutes in (0, 5, 10, 15)
    ]


def test_a_move_onto_another_talk_changes_nothing(ana):
    actions.agree(ana, make_contact(ana), **PLAN, at=NOW)
    later = PLAN | {"starts_at": STARTS_AT + timedelta(hours=1)}
    second = actions.agree(ana, make_contact(ana, "Karen Liu"), **later, at=NOW)

    with pytest.raises(actions.AlreadyTaken):
        actions.move(second, **PLAN, at=NOW)

    second.refresh_from_db()
    assert second.starts_at == STARTS_AT + timedelta(hours=1)
    assert second.slots.count() == 4


def test_students_have_minutes_of_their_own(ana, dora):
    actions.agree(ana, make_contact(ana), **PLAN, at=NOW)
    actions.agree(dora, make_contact(dora), **PLAN, at=NOW)
    assert Appointment.objects.count() == 2
