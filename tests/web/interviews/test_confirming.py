"""The word of the day before leaves by itself: only if chosen, once, and only while it is true."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.urls import reverse

from tests.factories import make_appointment, make_contact, make_interview, make_student
from tests.mail_servers import recording_smtp
from tests.web.mail.makers import make_account, send_round, state_of
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.desk import bridge
from whoelse.web.interviews import actions
from whoelse.web.interviews.queries import interviews_of
from whoelse.web.mail import actions as mail
from whoelse.web.mail.models import MailAccount, Outgoing
from whoelse.web.outreach import actions as outreach
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.models import Appointment, ProposedTime

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
STARTS = datetime(2026, 11, 6, 15, 0, tzinfo=UTC)  # a Friday: 10:00 in New York, 16:00 in Berlin
NOON = datetime(2026, 11, 5, 11, 0, tzinfo=UTC)  # Thursday, 12:00 in Berlin
PATH = "/interviews/confirmations/"


@pytest.fixture(autouse=True)
def loopback(settings):
    settings.MAY_REACH_PRIVATE = True


def agreed(student, **fields):
    contact = make_contact(student, email="imre@lumen.example", stage="scheduled")
    row = make_appointment(
        contact, starts_at=STARTS, contact_zone="Europe/Berlin", place="555 0100", **fields
    )
    Appointment.objects.filter(pk=row.pk).update(updated_at=STARTS - 5 * DAY)
    row.refresh_from_db()
    return make_interview(contact, appointment=row, prepared_at=NOON - DAY)


@pytest.fixture
def interview(ana):
    make_account(ana, confirms_by_itself=True)
    return agreed(ana)


def send(at=NOON):
    return actions.send_confirmations(at=at)


def test_it_leaves_once_with_time_place_and_minutes(ana, interview):
    sent = [send(NOON + n * HOUR) for n in range(4)]

    letter, message = Outgoing.objects.get(), Message.objects.get()
    assert sent == [1, 0, 0, 0]
    assert (letter.to_address, letter.purpose) == ("imre@lumen.example", "confirmation_itself")
    assert (message.kind, message.interview, message.outgoing) == (
        "confirmation", interview.public_id, letter,
    )  # fmt: skip
    assert message.subject == "Our conversation on Friday, 6 November"
    assert interview.appointment.in_words in message.body
    assert "555 0100" in message.body
    assert "20 minutes" in message.body


def test_it_reaches_the_server_once_and_confirms(ana):
    with recording_smtp() as smtp:
        make_account(ana, smtp_port=smtp.port, confirms_by_itself=True)
        interview = agreed(ana)
        for n in range(3):
            send(NOON + n * HOUR)
            send_round(NOON + n * HOUR)

        assert [recipient for recipient, _ in smtp.accepted] == ["imre@lumen.example"]
    assert actions.send_confirmations(at=NOON + 8 * HOUR) == 0
    assert Message.objects.get().sent_at == NOON
    assert interviews_of(ana).get(pk=interview.pk).is_confirmed


@pytest.mark.parametrize(
    ("hours", "leaves"),
    [
        (-24, 0),  # two days before
        (-3.1, 0), (-3, 1),  # from nine in Berlin
        (7.9, 1), (8, 0),  # until eight in the evening
        (14, 0), (22, 0),  # in the night, and on the day itself
        (29, 0),  # over
    ],
)  # fmt: skip
def test_it_leaves_the_day_before_in_the_daytime_of_the_reader(interview, hours, leaves):
    assert send(NOON + hours * HOUR) == leaves


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "Pacific/Auckland", "America/Los_Angeles"])
def test_every_zone_has_its_hours(ana, interview, zone):
    Appointment.objects.update(contact_zone=zone)

    hours = [send(STARTS - 48 * HOUR + n * HOUR) for n in range(48)]

    assert sum(hours) == 1


@pytest.mark.parametrize(
    ("rows", "change"),
    [
        (MailAccount, {"confirms_by_itself": False}),
        (Appointment, {"cancelled_at": NOON - DAY}),
        (Appointment, {"answer": "declined", "answered_at": NOON - HOUR}),
        (Appointment, {"answer": "counter", "answered_at": NOON - HOUR}),
        (Appointment, {"answer": "accepted", "answered_at": NOON - HOUR}),
        (Appointment, {"updated_at": NOON - 11 * HOUR}),
    ],
)
def test_it_does_not_leave_where_that_would_be_wrong(interview, rows, change):
    rows.objects.update(**change)

    assert send() == 0


@pytest.mark.parametrize("field", ["confirmed_at", "held_at", "missed_at", "began_at"])
def test_it_does_not_leave_where_it_is_confirmed_or_over(interview, field):
    setattr(interview, field, NOON - DAY)
    interview.save(update_fields=[field])

    assert send() == 0


def test_an_old_decline_that_was_settled_does_not_hold_it_back(interview):
    Appointment.objects.update(answer="declined", answered_at=NOON - 3 * DAY)
    actions.mark_confirmed(type(interview).objects.get(), at=NOON - 2 * DAY)

    assert send() == 0  # because saying so was the confirmation


def test_never_again_a_no_and_no_address(ana, interview):
    other = agreed_with(ana, "Kit Moreau", stage="no")
    nowhere = agreed_with(ana, "Ida Vance", email="")
    record_do_not_contact(interview.contact, reason="", asked_by_them=True, at=NOON)

    assert send() == 0
    assert not Outgoing.objects.exists()
    assert (other.contact.stage, nowhere.contact.email) == ("no", "")


def agreed_with(student, name, **fields):
    contact = make_contact(student, name, **({"email": f"{name[:3]}@k.example"} | fields))
    row = make_appointment(contact, starts_at=STARTS, contact_zone="Europe/Berlin")
    Appointment.objects.filter(pk=row.pk).update(updated_at=STARTS - 5 * DAY)
    return make_interview(contact, appointment=row)


def test_whoever_asked_to_move_it_is_answered_first(interview):
    ProposedTime.objects.create(
        student=interview.student, contact=interview.contact, appointment=interview.appointment,
        starts_at=STARTS + DAY, contact_zone="Europe/Berlin", proposed_at=NOON - HOUR,
    )  # fmt: skip

    assert send() == 0


def test_words_of_the_students_own_do_not_leave_by_themselves(interview):
    draft = actions.start_confirmation(interview, at=NOON - HOUR)
    outreach.save_draft(
        interview.contact, kind="confirmation", subject=draft.subject,
        body=f"{draft.body}\n\nPS: I bring cake.", at=NOON - HOUR,
    )  # fmt: skip
    assert send() == 0
    Message.objects.update(body=draft.body)

    assert send() == 1


def test_what_was_taken_back_stays_here(interview):
    send()
    mail.take_back(Outgoing.objects.get(), at=NOON + HOUR)

    assert send(NOON + 2 * HOUR) == 0
    assert Outgoing.objects.count() == 1


def move(interview):
    actions.move_interview(
        interview, starts_at=STARTS + 2 * HOUR, minutes=20, student_zone="America/New_York",
        contact_zone="Europe/Berlin", channel="phone", place="555 0100", at=NOON + HOUR,
    )  # fmt: skip


SINCE = {
    "moved": move,
    "off": lambda one: actions.cancel_interview(one, at=NOON + HOUR),
    "missed": lambda one: actions.mark_missed(one, at=NOON + HOUR),
    "confirmed": lambda one: actions.mark_confirmed(one, at=NOON + HOUR),
    "declined": lambda _: Appointment.objects.update(answer="declined", answered_at=NOON + HOUR),
    "chosen otherwise": lambda one: mail.choose_confirmations(
        one.student.mail_account, by_itself=False, at=NOON + HOUR
    ),
    "never again": lambda one: record_do_not_contact(
        one.contact, reason="", asked_by_them=True, at=NOON + HOUR
    ),
}


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("moved", "The conversation was moved, and this names the time before."),
        ("off", "The conversation does not take place at that time any more."),
        ("missed", "The conversation does not take place at that time any more."),
        ("confirmed", "It is confirmed already."),
        ("declined", "Their calendar declined this time, or wants another one."),
        ("chosen otherwise", "You chose to send confirmations yourself."),
        ("never again", "Imre Sandoval asked not to be contacted"),
    ],
)
def test_a_letter_that_waited_does_not_leave_when_it_is_no_longer_so(interview, what, why):
    assert send() == 1
    SINCE[what](interview)

    send_round(NOON + 2 * HOUR)

    state, said = state_of(Outgoing.objects.get())
    assert state == "refused"
    assert said.startswith(why)


def test_a_letter_that_waited_too_long_says_so(interview):
    send()

    send_round(STARTS + timedelta(minutes=1))

    assert state_of(Outgoing.objects.get()) == (
        "refused", "The conversation has begun, so there is nothing to confirm.",
    )  # fmt: skip


def test_one_released_by_hand_is_held_back_when_the_talk_moved(ana, interview):
    MailAccount.objects.update(confirms_by_itself=False)
    draft = actions.start_confirmation(interview, at=NOON)
    letter = outreach.release_message(draft, at=NOON)
    actions.mark_confirmed(interview, at=NOON)
    move(interview)

    send_round(NOON + HOUR)

    assert state_of(letter)[1] == "The conversation was moved, and this names the time before."


def test_one_released_by_hand_leaves_although_it_is_confirmed(ana):
    with recording_smtp() as smtp:
        make_account(ana, smtp_port=smtp.port)
        interview = agreed(ana)
        draft = actions.start_confirmation(interview, at=NOON)
        letter = outreach.release_message(draft, at=NOON)
        actions.mark_confirmed(interview, at=NOON)

        send_round(NOON + HOUR)

    assert (letter.purpose, state_of(letter)) == ("confirmation", ("sent", ""))


@pytest.mark.django_db(transaction=True)
def test_of_many_workers_one_releases_it():
    student = make_student("ana")
    make_account(student, confirms_by_itself=True)
    agreed(student)
    sent, begin = [], Barrier(8)

    def work():
        begin.wait()
        try:
            sent.append(send())
        finally:
            connection.close()

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (sorted(sent), Outgoing.objects.count()) == ([0] * 7 + [1], 1)


def kinds(student, at):
    return [duty.kind.value for duty in bridge.day_of(student, now=at).duties]


def test_today_leaves_it_to_itself_until_the_day(ana, interview):
    assert kinds(ana, NOON) == []
    assert "confirm" in kinds(ana, STARTS - 2 * HOUR)

    MailAccount.objects.update(confirms_by_itself=False)
    assert kinds(ana, NOON) == ["confirm"]


def test_it_is_chosen_and_taken_back_in_settings_after_reading_it(as_ana, ana):
    make_account(ana)
    page = as_ana.get(PATH).content.decode()
    as_ana.post(PATH)
    chosen = MailAccount.objects.get().confirms_by_itself
    settings = as_ana.get("/settings/").content.decode()
    as_ana.post(reverse("interviews:confirmations-remove"))

    assert "Dear Karen Liu" in page
    assert "I have planned 20 minutes" in page
    assert (chosen, MailAccount.objects.get().confirms_by_itself) == (True, False)
    assert "leaves by itself the day before" in settings


def test_without_an_account_there_is_nothing_to_choose(as_ana, ana):
    page = as_ana.get(PATH).content.decode()

    assert "It needs a connected mail account." in page
    assert as_ana.post(PATH).status_code == 422
    assert as_ana.post(reverse("interviews:confirmations-remove")).status_code == 422


def test_an_account_out_of_an_archive_begins_without_it(ana):
    """It comes without its password, and the installation before may send still."""
    account = make_account(ana, secret="", confirms_by_itself=True)
    settings = {name: getattr(account, name) for name in ("address", "smtp_host", "imap_host")}

    mail.connect_account(ana, secret="typed again", at=NOON, **settings)

    assert not MailAccount.objects.get().confirms_by_itself


def test_a_new_account_begins_without_it(ana, interview):
    mail.disconnect_account(MailAccount.objects.get(), at=NOON)
    make_account(ana)

    assert send() == 0
