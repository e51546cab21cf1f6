"""Every page and every change through the browser's door: plain, under htmx, wrongly filled in."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_appointment, make_contact, make_interview, make_message
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.interviews import actions
from whoelse.web.interviews.models import Interview
from whoelse.web.interviews.queries import questions_of
from whoelse.web.scheduling.models import Appointment

HTMX = {"HX-Request": "true"}


def page(client, name, *args, **query):
    return client.get(reverse(f"interviews:{name}", args=args), query)


def agreement(**changes):
    day = (timezone.now() + timedelta(days=3)).date()
    return {
        "date": day.isoformat(),
        "time": "16:00",
        "clock": "mine",
        "student_zone": "America/New_York",
        "contact_zone": "America/Chicago",
        "minutes": "20",
        "channel": "phone",
        "place": "555 0100",
    } | changes


def test_interviews_says_what_to_do_when_there_is_none(as_ana):
    response = page(as_ana, "interviews")

    assert response.status_code == 200
    assert "No interview is agreed yet" in response.text
    assert reverse("contacts:people") in response.text


def test_interviews_sorts_by_what_became_of_them(as_ana, ana):
    now = timezone.now()
    when = {
        "Coming Kim": {"appointment": now + timedelta(days=1)},
        "Passed Pia": {"appointment": now - timedelta(days=1)},
        "Fresh Finn": {"appointment": now, "held_at": now},
        "Done Dana": {"appointment": now, "held_at": now, "written_up_at": now},
        "Missed Mo": {"appointment": now - timedelta(days=2), "missed_at": now},
    }
    for name, fields in when.items():
        contact = make_contact(ana, name)
        appointment = make_appointment(contact, starts_at=fields.pop("appointment"))
        make_interview(contact, appointment=appointment, **fields)

    text = page(as_ana, "interviews").text

    order = ["Passed Pia", "Fresh Finn", "Coming Kim", "Done Dana", "Missed Mo"]
    assert sorted(order, key=text.index) == order


def test_interviews_asks_as_often_for_three_as_for_one(
    as_ana, ana, django_assert_num_queries, django_assert_max_num_queries
):
    def add(name):
        for fields in ({}, {"held_at": timezone.now()}, {"missed_at": timezone.now()}):
            contact = make_contact(ana, f"{name} {len(fields)} {list(fields)}")
            make_interview(contact, **fields)

    add("One")
    with django_assert_max_num_queries(20) as first:
        page(as_ana, "interviews")
    add("Two")
    add("Three")

    with django_assert_num_queries(len(first)):
        page(as_ana, "interviews")


def test_agree_makes_appointment_interview_and_plan(as_ana, tomas):
    path = reverse("interviews:agree", args=[tomas.public_id])

    shown = as_ana.get(path)
    response = as_ana.post(path, agreement(), follow=True)

    interview = Interview.objects.get()
    tomas.refresh_from_db()
    assert shown.status_code == 200
    assert response.redirect_chain[-1][0] == reverse(
        "interviews:prepare", args=[interview.public_id]
    )
    assert reverse("scheduling:invitation", args=[interview.appointment.public_id]) in response.text
    assert tomas.stage == "scheduled"
    assert interview.appointment.place == "555 0100"
    assert questions_of(interview).count() > 4


def test_agree_says_what_is_wrong_and_keeps_nothing(as_ana, tomas):
    path = reverse("interviews:agree", args=[tomas.public_id])

    plain = as_ana.post(path, agreement(date="2020-01-01"))
    partial = as_ana.post(path, agreement(date="2020-01-01"), headers=HTMX)

    assert (plain.status_code, partial.status_code) == (422, 422)
    assert "This day has passed" in plain.text
    assert "<html" not in partial.text
    assert Appointment.objects.count() == 0


def test_agree_is_not_offered_with_whoever_must_not_be_contacted(as_ana, tomas):
    record_do_not_contact(tomas, reason="", asked_by_them=True, at=timezone.now())

    response = as_ana.get(reverse("interviews:agree", args=[tomas.public_id]))

    assert response.status_code == 422
    assert "asked not to be contacted" in response.text


def test_move_keeps_the_interview_and_makes_a_plan_for_other_minutes(as_ana, interview):
    path = reverse("interviews:move", args=[interview.public_id])

    shown = as_ana.get(path)
    response = as_ana.post(path, agreement(minutes="15"))

    moved = Interview.objects.get()
    assert shown.status_code == 200
    assert response.status_code == 302
    assert (moved.pk, moved.appointment.minutes, moved.appointment.sequence) == (
        interview.pk,
        15,
        1,
    )
    assert sum(row.minutes for row in questions_of(moved)) <= 12.5


@pytest.mark.parametrize(
    ("then", "offers", "words"),
    [
        ("again", True, "offer times"),
        ("leave", False, "with thanks"),
    ],
)
def test_cancel_leads_to_the_cancelled_file_and_another_time(
    as_ana, interview, then, offers, words
):
    path = reverse("interviews:cancel", args=[interview.public_id])

    asked = as_ana.get(path)
    unsaid = as_ana.post(path)
    response = as_ana.post(path, {"then": then}, follow=True)

    interview.contact.refresh_from_db()
    assert "I would like another time" in asked.text
    assert (unsaid.status_code, "Say how it goes on." in unsaid.text) == (422, True)
    assert reverse("interviews:agree", args=[interview.contact.public_id]) in response.text
    offer = reverse("scheduling:offer", args=[interview.contact.public_id])
    assert ((offer in response.text), words in response.text) == (offers, True)
    assert interview.contact.stage == "asked"


def test_missed_leads_to_another_time_and_can_be_agreed_again(as_ana, interview):
    response = as_ana.post(reverse("interviews:missed", args=[interview.public_id]), follow=True)
    again = as_ana.post(
        reverse("interviews:agree", args=[interview.contact.public_id]), agreement()
    )

    assert "Agree on another time" in response.text
    assert again.status_code == 302
    assert Interview.objects.count() == 2


def test_prepare_shows_plan_near_misses_and_what_is_not_heard(as_ana, interview):
    text = page(as_ana, "prepare", interview.public_id).text

    assert all(row.text.replace("'", "&#x27;") in text for row in questions_of(interview))
    assert "Nearly in" in text
    assert "Not heard" in text
    assert "minutes are planned" in text


def test_prepare_asks_as_often_for_few_questions_as_for_many(
    as_ana, interview, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(25) as first:
        page(as_ana, "prepare", interview.public_id)
    questions_of(interview).filter(phase="core").first().delete()

    with django_assert_num_queries(len(first)):
        page(as_ana, "prepare", interview.public_id)


def test_prepare_under_htmx_is_the_plan_alone(as_ana, interview):
    row = questions_of(interview).filter(phase="core").first()
    path = reverse("interviews:question-pin", args=[row.public_id])

    response = as_ana.post(path, {"pinned": "1"}, headers=HTMX, follow=True)

    row.refresh_from_db()
    assert row.is_pinned
    assert "<html" not in response.text
    assert 'id="plan-page"' in response.text


def test_confirmation_is_drafted_for_this_interview_and_seen_when_sent(as_ana, interview):
    response = as_ana.post(reverse("interviews:confirmation", args=[interview.public_id]))
    before = page(as_ana, "prepare", interview.public_id).text
    draft = interview.contact.messages.get()
    draft.body, draft.sent_at = "Until then", timezone.now()
    draft.save()
    after = page(as_ana, "prepare", interview.public_id).text

    assert response.url == reverse(
        "outreach:write", args=[interview.contact.public_id, "confirmation"]
    )
    assert (draft.kind, draft.interview) == ("confirmation", interview.public_id)
    assert "You have not confirmed" in before
    assert "You have not confirmed" not in after


def test_own_question_that_asks_for_a_job_is_refused_with_its_reason(as_ana, interview):
    text = "Could you get me an internship at your company?"
    before = questions_of(interview).count()

    refused = as_ana.post(
        reverse("interviews:question-own", args=[interview.public_id]),
        {"text": text, "minutes": "2", "facet": ""},
    )
    checked = as_ana.post(
        reverse("interviews:question-own-check", args=[interview.public_id]),
        {"text": text, "minutes": "2"},
        headers=HTMX,
    )

    assert refused.status_code == 422
    assert text in refused.text
    assert "notice--error" in checked.text
    assert questions_of(interview).count() == before


def test_own_question_is_added(as_ana, interview):
    as_ana.post(
        reverse("interviews:question-own", args=[interview.public_id]),
        {"text": "What does a <script> do in your lab?", "minutes": "2", "facet": "skills"},
    )

    text = page(as_ana, "prepare", interview.public_id).text
    assert "What does a &lt;script&gt; do in your lab?" in text
    assert "What does a <script>" not in text


def test_swap_offers_questions_and_takes_one(as_ana, interview):
    row = questions_of(interview).filter(phase="core").first()
    path = reverse("interviews:question-swap", args=[row.public_id])
    offered = as_ana.get(path).context["replacements"]

    response = as_ana.post(path, {"question": offered[0].id})
    unknown = as_ana.post(path, {"question": "t99-nothing"})

    assert response.status_code == 302
    assert unknown.status_code in (404, 422)
    assert offered[0].id in [each.question for each in questions_of(interview)]


def test_sheet_holds_every_question_and_lines_to_write_on(as_ana, interview):
    text = page(as_ana, "sheet", interview.public_id).text

    assert text.count('class="plan__note') == 2 * questions_of(interview).count()
    assert "nav__list" not in text


def test_plan_cannot_be_changed_in_the_room(as_ana, under_way):
    row = questions_of(under_way).filter(phase="core").first()

    plain = as_ana.post(reverse("interviews:question-out", args=[row.public_id]))
    partial = as_ana.post(reverse("interviews:question-out", args=[row.public_id]), headers=HTMX)

    assert (plain.status_code, partial.status_code) == (422, 422)
    assert "The conversation has begun" in plain.text
    assert partial["HX-Retarget"] == "#notices"


@pytest.mark.parametrize("name", ["prepared", "confirmed"])
def test_saying_so_is_remembered(as_ana, interview, name):
    as_ana.post(reverse(f"interviews:{name}", args=[interview.public_id]))

    interview.refresh_from_db()
    assert getattr(interview, f"{name}_at") is not None


def test_thanked_is_read_from_the_message_that_left(as_ana, interview):
    actions.end_interview(interview, at=timezone.now())
    before = page(as_ana, "write-up", interview.public_id).text
    make_message(
        interview.contact, kind="thanks", interview=interview.public_id, sent_at=timezone.now()
    )

    after = page(as_ana, "write-up", interview.public_id).text
    assert "Then say thank you" in before
    assert "Then say thank you" not in after
