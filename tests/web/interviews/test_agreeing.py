"""Agreeing, moving, calling off, missing: the interview follows its appointment."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.factories import NOW, make_interview
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.interviews import actions, bridge
from whoelse.web.interviews.models import Interview
from whoelse.web.interviews.queries import coming, not_held, passed, questions_of
from whoelse.web.scheduling.models import Appointment

AGREEMENT = {
    "starts_at": NOW + timedelta(days=2),
    "minutes": 20,
    "student_zone": "America/New_York",
    "contact_zone": "America/New_York",
    "channel": "phone",
    "place": "555 0100",
}


def agree(contact, **changes):
    return actions.agree_interview(contact, at=NOW, **(AGREEMENT | changes))


def test_agree_interview_keeps_time_interview_and_plan(tomas):
    interview = agree(tomas)

    tomas.refresh_from_db()
    assert (interview.contact, interview.appointment.minutes, tomas.stage) == (
        tomas,
        20,
        "scheduled",
    )
    assert questions_of(interview).last().asks_name
    entry = Entry.objects.get(verb="planned_interview")
    assert (entry.contact, entry.path) == (tomas.public_id, interview.path_to("prepare"))


def test_agree_interview_twice_is_once(tomas):
    assert agree(tomas) == agree(tomas)
    assert (Interview.objects.count(), Appointment.objects.count()) == (1, 1)


def test_agree_interview_refuses_a_second_time_beside_the_first(tomas):
    first = agree(tomas)

    with pytest.raises(actions.AlreadyAgreed) as refused:
        agree(tomas, starts_at=NOW + timedelta(days=5))

    assert refused.value.back == first.path_to("prepare")
    assert Appointment.objects.count() == 1


def test_agree_interview_refuses_whoever_must_not_be_contacted(tomas):
    record_do_not_contact(tomas, reason="", asked_by_them=True, at=NOW)

    with pytest.raises(AskedNotToBeContacted):
        agree(tomas)

    assert (Interview.objects.count(), Appointment.objects.count()) == (0, 0)


def test_move_interview_to_other_minutes_plans_anew_and_keeps_the_pins(tomas):
    interview = agree(tomas)
    own = actions.add_own(interview, text="Why coatings?", minutes=Decimal("2"), facet="", at=NOW)
    actions.mark_confirmed(interview, at=NOW)

    moved = actions.move_interview(
        interview, at=NOW, **(AGREEMENT | {"minutes": 15, "starts_at": NOW + timedelta(days=3)})
    )

    rows = list(questions_of(moved))
    assert own in rows
    assert sum(row.minutes for row in rows) <= bridge.fill_limit(15)
    assert moved.confirmed_at is None


def test_move_interview_with_pins_that_no_longer_fit_keeps_the_plan(tomas):
    interview = agree(tomas, minutes=30)
    for n in range(4):
        actions.add_own(interview, text=f"Question {n}?", minutes=Decimal("4"), facet="", at=NOW)
    before = [row.question for row in questions_of(interview)]

    actions.move_interview(interview, at=NOW, **(AGREEMENT | {"minutes": 15}))

    assert [row.question for row in questions_of(interview)] == before


def test_cancel_interview_asks_again_and_can_be_agreed_anew(tomas, ana):
    interview = agree(tomas)

    actions.cancel_interview(interview, at=NOW)

    tomas.refresh_from_db()
    assert tomas.stage == "asked"
    assert list(not_held(ana)) == [interview]
    assert agree(tomas) != interview


def test_cancel_interview_after_an_earlier_talk_stays_held(tomas):
    make_interview(tomas, held_at=NOW - timedelta(days=90))
    interview = agree(tomas)

    actions.cancel_interview(interview, at=NOW)

    tomas.refresh_from_db()
    assert tomas.stage == "held"


def test_mark_missed_says_so_once(tomas):
    interview = agree(tomas)

    actions.mark_missed(interview, at=NOW)
    actions.mark_missed(interview, at=NOW + timedelta(hours=1))

    tomas.refresh_from_db()
    assert (interview.missed_at, tomas.stage) == (NOW, "asked")
    assert Entry.objects.filter(verb="missed_interview").count() == 1


@pytest.mark.parametrize("change", ["cancel_interview", "mark_missed"])
def test_what_was_held_is_neither_called_off_nor_missed(tomas, change):
    interview = agree(tomas)
    actions.end_interview(interview, at=NOW)

    with pytest.raises(actions.NotOpen):
        getattr(actions, change)(interview, at=NOW)


def test_start_confirmation_says_when_and_how(tomas):
    interview = agree(tomas)

    message = actions.start_confirmation(interview, at=NOW)

    assert (message.kind, message.interview) == ("confirmation", interview.public_id)
    assert interview.appointment.when_for_student in message.body


def test_an_interview_whose_time_is_over_waits_for_a_word(tomas, ana):
    interview = agree(tomas)
    after = AGREEMENT["starts_at"] + timedelta(hours=2)

    assert (list(coming(ana, at=NOW)), list(passed(ana, at=NOW))) == ([interview], [])
    assert (list(coming(ana, at=after)), list(passed(ana, at=after))) == ([], [interview])
    assert list(coming(ana)) == [interview]
