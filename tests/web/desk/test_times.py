"""Steps of Today about times that others declined, proposed or accepted."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_appointment, make_contact, make_interview, make_message
from whoelse.web.contacts.models import DoNotContact
from whoelse.web.desk import bridge
from whoelse.web.interviews import actions as interviews
from whoelse.web.interviews.queries import interviews_of
from whoelse.web.outreach.actions import record_reply
from whoelse.web.scheduling import actions as scheduling
from whoelse.web.scheduling.models import ProposedTime

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def kinds(student):
    return [duty.kind.value for duty in bridge.day_of(student, now=timezone.now()).duties]


def agreed(student, *, ahead=3 * DAY, **appointment):
    contact = make_contact(student, stage="scheduled", email="imre@lumen.example")
    starts_at = timezone.now() + ahead
    row = make_appointment(contact, starts_at=starts_at, **appointment)
    return make_interview(contact, appointment=row, prepared_at=timezone.now())


def answered(student, answer, **kw):
    return agreed(student, answer=answer, answered_at=timezone.now() - HOUR, **kw)


def propose(contact, *, ahead=2 * DAY, **fields):
    return ProposedTime.objects.create(
        student=contact.student, contact=contact, starts_at=timezone.now() + ahead,
        contact_zone="Europe/Berlin", proposed_at=timezone.now() - HOUR, **fields,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("declined", ["reschedule"]),
        ("counter", ["reschedule"]),
        ("tentative", []),
        ("accepted", []),
    ],
)
def test_what_their_calendar_answered_is_a_step_where_something_is_to_do(ana, answer, expected):
    answered(ana, answer)

    assert kinds(ana) == expected


def test_a_declined_time_leads_to_moving_it_or_stands_after_all(as_ana, ana):
    interview = answered(ana, "declined")
    page = as_ana.get("/").content.decode()
    stands = reverse("interviews:confirmed", args=[interview.public_id])

    assert "Imre Sandoval declined the invitation for" in page
    assert reverse("interviews:move", args=[interview.public_id]) in page
    assert "declined this time" in as_ana.get(interview.path_to("prepare")).content.decode()
    assert "declined it" in as_ana.get(interview.path_to("move")).content.decode()
    as_ana.post(stands)
    assert kinds(ana) == []
    assert "declined this time" not in as_ana.get(interview.path_to("prepare")).content.decode()


def test_a_confirmation_before_the_decline_counts_no_more(as_ana, ana):
    interview = answered(ana, "declined", ahead=12 * HOUR)
    interview.confirmed_at = timezone.now() - DAY
    interview.save(update_fields=["confirmed_at"])
    assert kinds(ana) == ["reschedule"]

    as_ana.post(reverse("interviews:confirmed", args=[interview.public_id]))
    assert "reschedule" not in kinds(ana)


def test_a_moved_or_cancelled_time_is_settled(ana):
    interview = answered(ana, "declined")
    plan = {"minutes": 20, "student_zone": "America/New_York", "contact_zone": "Europe/Berlin"}
    interviews.move_interview(
        interview, starts_at=timezone.now() + 5 * DAY, channel="phone", place="", at=timezone.now(),
        **plan,
    )  # fmt: skip

    assert kinds(ana) == []


@pytest.mark.parametrize(("said_before", "is_confirmed"), [(47 * HOUR, True), (49 * HOUR, False)])
def test_an_invitation_accepted_shortly_before_is_a_confirmation(ana, said_before, is_confirmed):
    starts_in = 12 * HOUR
    said_at = timezone.now() + starts_in - said_before
    agreed(ana, ahead=starts_in, answer="accepted", answered_at=said_at)

    assert interviews_of(ana).get().is_confirmed is is_confirmed


def test_an_early_acceptance_is_shown_beside_the_duty(as_ana, ana):
    said_at = timezone.now() - 3 * DAY
    interview = agreed(ana, ahead=5 * HOUR, answer="accepted", answered_at=said_at)

    page = as_ana.get(interview.path_to("prepare")).content.decode()

    assert "confirm" in kinds(ana)
    assert "Imre Sandoval accepted the invitation. One line" in " ".join(page.split())


def test_a_proposed_time_is_one_step_until_it_is_answered(as_ana, ana):
    contact = make_contact(ana, stage="asked", email="imre@lumen.example")
    asked = make_message(contact, sent_at=timezone.now() - DAY, way="copy")
    record_reply(asked, came="times_offered", note="", at=timezone.now() - HOUR)
    assert kinds(ana) == ["agree_time"]
    proposed = propose(contact, message=asked)
    offer = reverse("scheduling:offer", args=[contact.public_id])

    page = as_ana.get("/").content.decode()
    assert (kinds(ana), page.count(offer)) == (["answer_proposal"], 1)
    assert "Agree" in as_ana.get(offer).content.decode()

    as_ana.post(reverse("scheduling:proposal-decline", args=[proposed.public_id]))
    assert kinds(ana) == ["agree_time"]


def test_a_proposed_time_that_passed_is_not_agreed_to(as_ana, ana):
    contact = make_contact(ana, email="imre@lumen.example")
    proposed = propose(contact, ahead=-HOUR)

    page = as_ana.get(reverse("scheduling:offer", args=[contact.public_id])).content.decode()

    assert kinds(ana) == ["answer_proposal"]
    assert "It has passed." in page
    assert reverse("interviews:proposal-agree", args=[proposed.public_id]) not in page


def test_agreeing_on_any_time_answers_what_they_proposed(ana):
    contact = make_contact(ana, email="imre@lumen.example")
    propose(contact)
    assert kinds(ana) == ["answer_proposal"]

    interviews.agree_interview(
        contact, starts_at=timezone.now() + 9 * DAY, minutes=20, channel="phone", place="",
        student_zone="America/New_York", contact_zone="Europe/Berlin", at=timezone.now(),
    )  # fmt: skip

    assert kinds(ana) == []
    assert list(ProposedTime.objects.values_list("answer", flat=True)) == ["declined"]


def test_an_agreed_proposal_is_agreed(ana):
    contact = make_contact(ana, email="imre@lumen.example")
    first, second = propose(contact), propose(contact, ahead=3 * DAY)

    scheduling.agree_to_proposal(first, at=timezone.now())

    answers = dict(ProposedTime.objects.values_list("pk", "answer"))
    assert answers == {first.pk: "agreed", second.pk: "declined"}


@pytest.mark.parametrize(("then", "expected"), [("again", ["agree_time"]), ("leave", [])])
def test_what_was_called_off_owes_another_time_or_nothing(as_ana, ana, then, expected):
    interview = agreed(ana)
    asked = make_message(interview.contact, sent_at=timezone.now() - 5 * DAY, way="copy")
    record_reply(asked, came="yes", note="", at=timezone.now() - 4 * DAY)
    assert kinds(ana) == []

    as_ana.post(interview.path_to("cancel"), {"then": then})
    today = as_ana.get("/").content.decode()

    assert kinds(ana) == expected
    assert ("was called off today, and another time is wanted" in today) is (then == "again")


def test_nothing_of_somebody_who_must_not_be_contacted_is_a_step(ana):
    interview = answered(ana, "declined")
    propose(interview.contact)
    DoNotContact.objects.create(student=ana, contact=interview.contact, recorded_at=timezone.now())

    assert kinds(ana) == []


def test_many_proposals_cost_no_more_queries(as_ana, ana):
    def queries(count):
        for number in range(count):
            propose(
                make_contact(ana, f"Kit {number} of {count}", email=f"{number}{count}@k.example")
            )
        with CaptureQueriesContext(connection) as found:
            assert as_ana.get("/").status_code == 200
        return len(found)

    as_ana.get("/")
    assert queries(1) == queries(3)
