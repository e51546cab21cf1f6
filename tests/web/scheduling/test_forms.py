"""What may be typed in as an agreed time, and what is said when it cannot be."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import NOW, make_appointment, make_contact
from whoelse.web.scheduling.forms import AppointmentForm

TYPED = {
    "date": "2026-11-06",
    "time": "16:00",
    "clock": "mine",
    "student_zone": "America/New_York",
    "contact_zone": "Europe/Berlin",
    "minutes": "20",
    "channel": "phone",
    "place": "555 0100",
}


def form_of(ana, *, now=NOW, appointment=None, **typed):
    contact = appointment.contact if appointment else make_contact(ana)
    return AppointmentForm(
        TYPED | typed, student=ana, contact=contact, now=now, appointment=appointment
    )


def test_form_says_what_was_agreed(ana):
    form = form_of(ana, place="  555\n 0100 ")

    assert form.is_valid(), form.errors
    assert form.agreement == {
        "starts_at": datetime(2026, 11, 6, 21, 0, tzinfo=UTC),
        "minutes": 20,
        "student_zone": "America/New_York",
        "contact_zone": "Europe/Berlin",
        "channel": "phone",
        "place": "555 0100",
    }


def test_form_takes_the_time_by_their_clock(ana):
    form = form_of(ana, clock="theirs")

    assert form.is_valid(), form.errors
    assert form.agreement["starts_at"] == datetime(2026, 11, 6, 15, 0, tzinfo=UTC)


def test_form_begins_with_what_is_known(ana):
    contact = make_contact(ana, time_zone="US/Eastern", phone="555 0100")

    form = AppointmentForm(student=ana, contact=contact, now=NOW)

    assert form.initial == {
        "clock": "mine",
        "minutes": 20,
        "channel": "phone",
        "student_zone": "America/New_York",
        "contact_zone": "US/Eastern",
        "place": "555 0100",
    }
    assert ("US/Eastern", "Eastern") in form.fields["contact_zone"].choices[0][1]


def test_form_begins_a_move_with_what_was_agreed(ana):
    appointment = make_appointment(
        make_contact(ana), starts_at=datetime(2026, 11, 6, 21, 0, tzinfo=UTC), minutes=15
    )

    form = AppointmentForm(
        student=ana, contact=appointment.contact, now=NOW, appointment=appointment
    )

    assert str(form.initial["date"]) == "2026-11-06"
    assert str(form.initial["time"]) == "16:00:00"
    assert form.initial["minutes"] == 15


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("date", {"date": "2026-11-03"}, "This day has passed. Choose a day ahead."),
        ("date", {"date": "0001-01-01"}, "This day has passed. Choose a day ahead."),
        (
            "date",
            {"date": "9999-12-31"},
            "This is more than a year away. Choose a nearer day.",
        ),
        (
            "time",
            {"date": "2026-11-05", "time": "10:00"},
            "This time has passed. Choose one ahead.",
        ),
        (
            "time",
            {"date": "2027-03-14", "time": "02:30"},
            (
                "There is no 2:30 am in New York on Sunday, 14 March: the clocks are put forward."
                " Choose an earlier or a later time."
            ),
        ),
    ],
)
def test_form_refuses_a_time_that_cannot_be(ana, field, typed, words):
    form = form_of(ana, **typed)

    assert form.errors == {field: [words]}


@pytest.mark.parametrize(
    "typed",
    [
        {"minutes": "45"},
        {"minutes": "20.5"},
        {"student_zone": "Mars/Olympus"},
        {"contact_zone": "../../etc/passwd"},
        {"channel": "pigeon"},
        {"clock": "neither"},
        {"time": "25:00"},
        {"place": "x" * 301},
        {"place": "a\x00b"},
    ],
)
def test_form_refuses_what_is_not_on_offer(ana, typed):
    form = form_of(ana, **typed)

    assert list(form.errors) == list(typed)


def test_form_asks_which_where_the_clocks_go_back(ana):
    night = {"date": "2026-11-01", "time": "01:30"}
    now = datetime(2026, 10, 30, tzinfo=UTC)

    asked = form_of(ana, now=now, **night)

    assert asked.errors == {
        "which": [
            (
                "The clocks in New York go back that night, so 1:30 am comes twice."
                " Say which one you agreed on."
            )
        ]
    }
    assert list(asked.fields)[:3] == ["date", "time", "which"]


@pytest.mark.parametrize(("which", "hour"), [("first", 5), ("second", 6)])
def test_form_takes_the_one_that_was_meant(ana, which, hour):
    form = form_of(
        ana, now=datetime(2026, 10, 30, tzinfo=UTC), date="2026-11-01", time="01:30", which=which
    )

    assert form.is_valid(), form.errors
    assert form.agreement["starts_at"] == datetime(2026, 11, 1, hour, 30, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "fits"), [(-25, True), (-10, False), (10, False), (20, True)])
def test_form_refuses_two_conversations_at_once(ana, minutes, fits):
    starts_at = datetime(2026, 11, 6, 21, 0, tzinfo=UTC)
    make_appointment(
        make_contact(ana, "Karen Liu"), starts_at=starts_at + timedelta(minutes=minutes)
    )

    assert form_of(ana).is_valid() is fits


def test_form_lets_an_appointment_move_within_its_own_time(ana, dora):
    starts_at = datetime(2026, 11, 6, 21, 0, tzinfo=UTC)
    appointment = make_appointment(make_contact(ana), starts_at=starts_at)
    make_appointment(make_contact(dora), starts_at=starts_at)
    make_appointment(make_contact(ana, "Karen Liu"), starts_at=starts_at, cancelled_at=NOW)

    assert form_of(ana, appointment=appointment, time="16:10").is_valid()
