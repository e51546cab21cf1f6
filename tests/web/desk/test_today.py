"""Today as a student meets it: what is due, whom to ask, how the term goes."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import (
    make_appointment,
    make_contact,
    make_interview,
    make_message,
    make_referral,
)
from whoelse.web.contacts.models import DoNotContact
from whoelse.web.desk import bridge
from whoelse.web.discoveries.actions import plan_action
from whoelse.web.interviews.models import Promise


def day(student):
    return bridge.day_of(student, now=timezone.now())


def held(student, name, *, hours_ago, **fields):
    contact = make_contact(student, name, stage="held")
    then = timezone.now() - timedelta(hours=hours_ago)
    appointment = make_appointment(contact, starts_at=then)
    return make_interview(contact, appointment=appointment, held_at=then, **fields)


def test_a_new_student_is_led_to_welcome(as_ana, ana):
    ana.welcomed_at = None
    ana.save(update_fields=["welcomed_at"])

    assert as_ana.get("/").headers["Location"] == reverse("desk:welcome")


def test_an_empty_today_says_where_to_begin(as_ana):
    page = as_ana.get("/").content.decode()

    assert "Nobody is here yet." in page
    assert reverse("contacts:contact-new") in page


def test_a_held_interview_is_written_up_then_thanked_for(ana):
    interview = held(ana, "Imre Sandoval", hours_ago=2)

    assert [(duty.kind, duty.ref) for duty in day(ana).duties] == [
        ("write_up", str(interview.public_id)),
        ("thank", str(interview.public_id)),
    ]


def test_a_thank_you_that_was_sent_is_no_duty(ana):
    interview = held(ana, "Imre Sandoval", hours_ago=2, written_up_at=timezone.now())
    make_message(
        interview.contact,
        kind="thanks",
        interview=interview.public_id,
        sent_at=timezone.now(),
        way="copy",
    )

    assert day(ana).duties == ()


def test_the_referred_person_stands_first_and_leads_to_a_referral_intro(as_ana, ana):
    for name in ("Ada Quill", "Bela Rusk"):
        make_contact(ana, name, circle="known", email=f"{name[:3].lower()}@firm.example")
    referrer = held(ana, "Ruth Castellane", hours_ago=30).contact
    referred = make_contact(ana, "Elif Aydin", circle="referred", email="elif@harrow.example")
    make_referral(referrer, referred, named_at=timezone.now() - timedelta(hours=30))

    first = day(ana).suggestions[0]
    page = as_ana.get("/").content.decode()

    assert first.candidate.id == str(referred.public_id)
    assert "Ruth Castellane" in first.reasons[0]
    path = reverse("outreach:write", args=[referred.public_id, "referral_intro"])
    assert page.index(path) < page.index("Ada Quill")


def test_somebody_who_must_not_be_contacted_is_nowhere_on_today(ana):
    blocked = make_contact(ana, "Owen Pryce", email="o@pryce.example")
    DoNotContact.objects.create(student=ana, contact=blocked, recorded_at=timezone.now())
    make_message(blocked, sent_at=timezone.now() - timedelta(days=14), way="copy")

    found = day(ana)

    assert (found.duties, found.suggestions, found.people) == ((), (), 0)


def test_a_request_that_lapsed_makes_room_and_lets_the_person_rest(ana):
    silent = make_contact(ana, "Lena Hartwig", stage="asked", email="l@museum.example")
    make_message(silent, sent_at=timezone.now() - timedelta(days=40), way="copy")
    other = make_contact(ana, "Rosa Delacroix", email="rosa@water.example")

    assert [s.candidate.id for s in day(ana).suggestions] == [str(other.public_id)]


def test_a_promise_is_ticked_off_once(as_ana, ana):
    interview = held(ana, "Imre Sandoval", hours_ago=2)
    promise = Promise.objects.create(interview=interview, text="Send the poster")
    path = reverse("desk:promise-kept", args=[promise.public_id])

    assert as_ana.post(path).status_code == 302
    promise.refresh_from_db()
    first = promise.kept_at
    as_ana.post(path)
    promise.refresh_from_db()

    assert first is not None
    assert promise.kept_at == first


def test_a_referrer_was_told_elsewhere(as_ana, ana):
    referral = make_referral(make_contact(ana, "Ruth Castellane"), make_contact(ana, "Elif Aydin"))

    as_ana.post(reverse("desk:referral-reported", args=[referral.public_id]))

    referral.refresh_from_db()
    assert referral.reported_at is not None


def test_what_was_decided_is_a_step_when_it_is_near_and_stands_aside_before(as_ana, ana):
    today = timezone.localdate()
    suggested = held(ana, "Imre Sandoval", hours_ago=2)
    near = plan_action(
        ana,
        text="Take Stat 340",
        due_on=today + timedelta(days=10),
        interview=suggested,
        at=timezone.now(),
    )
    for text, due_on in (("Some day", None), ("Later", today + timedelta(days=40))):
        plan_action(ana, text=text, due_on=due_on, at=timezone.now())

    found = day(ana)
    (step,) = [duty for duty in found.duties if duty.kind == "do_action"]
    assert (step.what, step.ref, step.why.split(".")[0]) == (
        "Take Stat 340",
        str(near.public_id),
        "Imre Sandoval suggested it",
    )
    assert [action.text for action in found.decided] == ["Later", "Some day"]
    page = as_ana.get("/").text
    assert page.index("Take Stat 340") < page.index("What you decided to do") < page.index("Later")

    assert as_ana.post(reverse("desk:action-done", args=[near.public_id])).url == "/"
    near.refresh_from_db()
    assert near.done_at is not None
    assert [duty.kind for duty in day(ana).duties] == ["write_up", "thank", "report_advice"]


def test_more_than_three_decisions_lead_to_all_of_them(as_ana, ana):
    for number in range(3):
        plan_action(ana, text=f"Some day {number}", due_on=None, at=timezone.now())
    link = reverse("discoveries:discoveries") + '">All of it'

    assert link not in as_ana.get("/").text
    plan_action(ana, text="And this", due_on=None, at=timezone.now())
    assert link in as_ana.get("/").text


@pytest.mark.parametrize("name", ["promise-kept", "referral-reported", "action-done"])
def test_a_stranger_ticks_nothing_off(as_dora, ana, name):
    interview = held(ana, "Imre Sandoval", hours_ago=2)
    promise = Promise.objects.create(interview=interview, text="Send the poster")
    referral = make_referral(interview.contact, make_contact(ana, "Elif Aydin"))
    action = plan_action(ana, text="Take Stat 340", at=timezone.now())
    row = {"promise-kept": promise, "referral-reported": referral, "action-done": action}[name]

    assert as_dora.post(reverse(f"desk:{name}", args=[row.public_id])).status_code == 404
    row.refresh_from_db()
    assert (promise.kept_at, referral.reported_at, action.done_at) == (None, None, None)


def fill(student, count):
    for number in range(count):
        interview = held(student, f"Held {number}", hours_ago=2)
        Promise.objects.create(interview=interview, text="Send the poster")
        new = make_contact(student, f"Named {number}", email=f"n{number}@firm.example")
        make_referral(interview.contact, new, named_at=timezone.now())
        make_message(interview.contact, sent_at=timezone.now(), way="copy")
        for due_on in (None, timezone.localdate()):
            plan_action(student, text="Do", due_on=due_on, interview=interview, at=timezone.now())


def test_today_asks_the_database_the_same_for_one_and_for_three(
    as_ana, ana, django_assert_num_queries
):
    fill(ana, 1)
    with django_assert_num_queries(24):
        as_ana.get("/")
    for contact in ana.contacts.all():
        contact.delete()
    fill(ana, 3)
    with django_assert_num_queries(24):
        as_ana.get("/")
