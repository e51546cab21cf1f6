"""Every answer in both steps: what it changes for the student, and whether the page closes."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from tests.factories import make_contact
from tests.web.guests.visitor import forms_of, text_of
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.contacts.models import Contact, DoNotContact, Referral, Stage
from whoelse.web.contacts.queries import is_blocked
from whoelse.web.guests.models import GuestLink
from whoelse.web.interviews.models import Interview
from whoelse.web.outreach.models import Message, Reply
from whoelse.web.scheduling.models import Appointment, OfferedTime, ProposedTime

CLOSED = "This page is closed"


def came():
    return [(reply.came, reply.note) for reply in Reply.objects.all()]


def is_closed(guest):
    return CLOSED in text_of(guest.open())


def pick(guest, offered, **words):
    words = {"time": str(offered.public_id), "channel": "phone"} | words
    return guest.answer("time", **words)


def test_a_time_is_picked(guest, offers, ana):
    response = pick(guest, offers[1], zone="Asia/Tokyo", channel="video", place="https://v.example")

    appointment = Appointment.objects.get()
    assert (response.status_code, response.url) == (302, f"{guest.path()}?zone=Asia%2FTokyo")
    assert (appointment.starts_at, appointment.contact_zone, appointment.channel) == (
        offers[1].starts_at,
        "Asia/Tokyo",
        "video",
    )
    assert Interview.objects.get().questions.exists()
    assert came() == [("yes", "")]
    assert Contact.objects.get().stage == Stage.SCHEDULED
    assert Entry.objects.filter(verb="guest_yes").count() == 1
    assert "You talk with Ana Brandt on" in text_of(guest.open())


def test_the_agreed_time_is_saved_to_a_calendar(guest, offers):
    assert guest.open("calendar").status_code == 404
    pick(guest, offers[0])

    response = guest.open("calendar")

    event = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert event["DTSTART"].dt == offers[0].starts_at
    assert response.headers["Content-Disposition"] == 'attachment; filename="conversation.ics"'


def test_the_other_times_are_free_again(guest, offers):
    pick(guest, offers[0])
    states = OfferedTime.objects.order_by("starts_at").values_list("state", flat=True)
    assert list(states) == ["taken", "released", "released"]


def test_another_time_is_proposed(guest, now):
    day = (now + timedelta(days=9)).date()

    guest.answer("another-time", when=f"{day}T16:00", zone="Europe/Berlin", comment="after lunch")

    proposed = ProposedTime.objects.get()
    assert (proposed.contact_zone, proposed.comment) == ("Europe/Berlin", "after lunch")
    assert proposed.starts_at.astimezone().date() == day
    assert [kind for kind, _ in came()] == ["times_offered"]
    assert "You proposed" in text_of(guest.open())


def test_after_a_proposal_an_offered_time_can_still_be_picked(guest, offers, now):
    day = (now + timedelta(days=9)).date()
    guest.answer("another-time", when=f"{day}T16:00", zone="Europe/Berlin")

    pick(guest, offers[0])

    assert [kind for kind, _ in came()] == ["yes"]
    assert Appointment.objects.count() == 1


def test_an_agreed_time_stands_until_the_move_is_answered(guest, offers, now):
    pick(guest, offers[0])
    day = (now + timedelta(days=9)).date()

    guest.answer("another-time", when=f"{day}T16:00", zone="Europe/Berlin")

    assert Appointment.objects.get().starts_at == offers[0].starts_at
    assert ProposedTime.objects.get().appointment == Appointment.objects.get()
    assert "asks to move it" in Entry.objects.get(verb="guest_proposed_move").sentence
    assert came() == [("yes", "")]


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("", "Say a day and a time"),
        ("tomorrow", "Write it like"),
        ("2020-01-01T10:00", "has passed"),
        ("2999-01-01T10:00", "more than four months"),
        ("\0", "Write it like"),
    ],
)
def test_a_proposal_that_cannot_be_is_told(guest, when, words):
    response = guest.say("another-time", when=when, zone="Europe/Berlin")

    assert response.status_code == 422
    assert words in text_of(response)
    assert ProposedTime.objects.count() == 0


def test_calling_off_for_another_time_keeps_the_page_open(guest, offers):
    pick(guest, offers[0])

    guest.answer("cancellation", then="again", comment="ill")

    assert Appointment.objects.get().is_cancelled
    assert came() == [("another_time", "ill")]
    assert Appointment.objects.get().wants_another
    assert not is_closed(guest)


def test_calling_off_for_good_is_a_no(guest, offers):
    pick(guest, offers[0])

    guest.answer("cancellation", then="leave")

    assert Appointment.objects.get().is_cancelled
    assert came() == [("no", "Called off.")]
    assert Contact.objects.get().stage == Stage.NO
    assert is_closed(guest)


def test_questions_are_answered_in_writing(guest):
    response = guest.client.get(guest.path("answer", "writing"))
    fields = [name for name in forms_of(response)[0]["fields"] if name.startswith("answer-")]
    assert len(fields) == 3

    guest.answer("writing", **{fields[0]: "By accident.\n\nTruly.", fields[2]: "  "})

    ((kind, note),) = came()
    assert kind == "in_writing"
    assert note.endswith("?\nBy accident.\n\nTruly.")
    assert is_closed(guest)


def test_at_least_one_answer_is_needed(guest):
    response = guest.say("writing")
    assert (response.status_code, "at least one" in text_of(response)) == (422, True)


@pytest.mark.parametrize(("reason", "words"), [("", "your no."), ("too busy", "and your reason")])
def test_no_with_or_without_a_reason(guest, reason, words):
    asked = guest.say("no", reason=reason)
    assert words in text_of(asked)

    done = guest.press(asked)

    assert done.status_code == 200
    assert came() == [("no", reason)]
    assert Contact.objects.get().stage == Stage.NO
    assert OfferedTime.objects.filter(state="held").count() == 0
    assert is_closed(guest)


def test_somebody_better_becomes_a_referral(guest, ana):
    guest.answer(
        "somebody-else",
        name="Ines Marchetti",
        work="Coating engineer, Orrin Instruments",
        email="ines@orrin.example",
        permission="ask_first",
    )

    referral = Referral.objects.get()
    assert (referral.referred.full_name, referral.referred.employer) == (
        "Ines Marchetti",
        "Orrin Instruments",
    )
    assert referral.permission == "ask_first"
    assert [kind for kind, _ in came()] == ["named_somebody_else"]
    assert is_closed(guest)


def test_that_somebody_must_not_be_contacted_is_not_told_to_others(guest, ana, now):
    owen = make_contact(ana, "Owen Pryce", email="owen@pryce.example")
    record_do_not_contact(owen, reason="", asked_by_them=True, at=now)

    named = guest.answer(
        "somebody-else", name="Owen Pryce", email="owen@pryce.example", permission="may_use_name"
    )

    assert "Thank you for the name" in text_of(named)
    assert Referral.objects.count() == 0
    assert came() == [("no", "Named somebody who asked not to be contacted.")]


def test_naming_oneself_is_a_no(guest):
    guest.answer("somebody-else", name="Imre Sandoval", permission="may_use_name")
    assert came() == [("no", "Named nobody else.")]


def test_not_this_term_rests_until_it_is_over(guest, ana, now):
    ends = now.date() + timedelta(days=20)
    ana.terms.create(name="Fall", starts_on=now.date() - timedelta(days=60), ends_on=ends)

    guest.answer("not-this-term")

    assert Reply.objects.get().rests_until == ends + timedelta(days=1)
    assert is_closed(guest)


def test_never_again_is_for_good(guest, ana):
    guest.answer("never")

    assert DoNotContact.objects.get().asked_by_them
    assert is_blocked(ana, email="imre@lumenfold.example")
    assert Contact.objects.count() == 1
    assert is_closed(guest)


def test_never_again_outlives_erasing(guest, ana, offers):
    pick(guest, offers[0])

    guest.answer("never", erase="on")

    assert not Contact.objects.exists()
    assert not Message.objects.exists()
    assert not Appointment.objects.exists()
    assert is_blocked(ana, email="imre@lumenfold.example")
    assert is_closed(guest)


def test_everything_is_erased(guest, ana, offers):
    pick(guest, offers[0])

    response = guest.press(guest.client.post(guest.path("answer", "erasure")))

    assert "It is erased" in text_of(response)
    assert not Contact.objects.exists()
    assert not GuestLink.objects.exists()
    assert [(e.verb, "Imre" in e.sentence) for e in Entry.objects.filter(student=ana)] == [
        ("guest_erased", False)
    ]
    assert is_closed(guest)


def test_an_answer_to_a_message_that_nobody_marked_as_sent_counts(guest, message):
    Message.objects.filter(pk=message.pk).update(sent_at=None)

    guest.answer("no")

    message.refresh_from_db()
    assert message.sent_at is not None
    assert came() == [("no", "")]


def test_today_tells_the_student(guest, as_ana):
    guest.answer("no")

    response = as_ana.get("/")

    assert "Imre Sandoval said no" in text_of(response)


def test_it_is_moved_into_other_hours_of_the_student(guest, ana, offers):
    pick(guest, offers[0])
    assert "Move it to this time" not in text_of(guest.open())  # no hours were given
    for weekday in range(7):
        ana.weekly_windows.create(weekday=weekday, starts="08:00", ends="18:00")

    form = next(f for f in forms_of(guest.open()) if f["action"].endswith("/time/"))
    key = keys_of(guest.open())[0]
    asked = guest.client.post(form["action"], form["fields"] | {"time": key})
    assert "Instead of" in text_of(asked)
    guest.press(asked)

    appointment = Appointment.objects.get()
    assert f"{appointment.starts_at:%Y%m%dT%H%MZ}" == key
    assert (appointment.sequence, Interview.objects.count()) == (1, 1)
    assert "moved it to" in Entry.objects.get(verb="guest_moved").sentence


def keys_of(response):
    return re.findall(r'name="time" value="([^"]+)"', response.content.decode())
