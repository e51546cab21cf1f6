"""Invitations that leave by mail, and the answers of calendars."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
import vobject
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from tests.engine.calendars.files import calendar, event
from tests.factories import NOW, make_appointment, make_contact
from tests.mail_servers import recording_smtp
from tests.web.mail.makers import make_account
from tests.web.scheduling.servers import radicale
from tests.web.scheduling.test_calendars import send
from whoelse.engine.calendars import ItipReply
from whoelse.web.activity.models import Entry
from whoelse.web.mail import actions as mail
from whoelse.web.mail.access import NoAccount
from whoelse.web.mail.models import Incoming
from whoelse.web.scheduling import actions
from whoelse.web.scheduling.calendar import calendar_file, invitation
from whoelse.web.scheduling.models import AnswerReading, Invitation, ProposedTime

DAY = timedelta(days=1)
STARTS_AT = datetime(2026, 11, 6, 21, 0, tzinfo=UTC)


@pytest.fixture
def agreed(ana):
    contact = make_contact(ana, email="imre@lumen.example", time_zone="Europe/Berlin")
    return actions.agree(
        ana, contact, starts_at=STARTS_AT, minutes=20, student_zone="America/New_York",
        contact_zone="Europe/Berlin", channel="phone", place="555 0100", at=NOW,
    )  # fmt: skip


def told(file):
    """What another library reads: method, status, sequence, organizer, attendee."""
    read = vobject.readOne(file.decode())
    one = read.vevent
    return {
        "method": read.method.value,
        "uid": one.uid.value,
        "status": one.status.value,
        "sequence": one.sequence.value,
        "organizer": one.organizer.value,
        "attendee": one.attendee.value,
        "partstat": one.attendee.params["PARTSTAT"],
        "starts": one.dtstart.value.astimezone(UTC),
    }


def test_a_request_an_update_and_a_cancellation(agreed):
    first = told(invitation(agreed, at=NOW))
    assert first == {
        "method": "REQUEST",
        "uid": agreed.uid,
        "status": "CONFIRMED",
        "sequence": "0",
        "organizer": "mailto:ana@norhaven.example",
        "attendee": "mailto:imre@lumen.example",
        "partstat": ["NEEDS-ACTION"],
        "starts": STARTS_AT,
    }
    plan = {name: getattr(agreed, name) for name in (
        "minutes", "student_zone", "contact_zone", "channel", "place")}  # fmt: skip
    actions.move(agreed, **plan, starts_at=STARTS_AT + DAY, at=NOW)
    moved = told(invitation(agreed, at=NOW))
    assert moved == first | {"sequence": "1", "starts": STARTS_AT + DAY}
    actions.cancel(agreed, at=NOW)
    off = told(invitation(agreed, at=NOW))
    assert off == moved | {"method": "CANCEL", "status": "CANCELLED", "sequence": "2"}


@pytest.mark.parametrize(
    ("wants_another", "subject", "words"),
    [
        (False, "Called off: our conversation on Friday, 6 November, 10:00 pm",
         "does not take place. Thank you for having made the time."),
        (True, "Another time: our conversation on Friday, 6 November, 10:00 pm",
         ("so your calendar can let it go. I would still like to hear about your work."
         " Which other time suits you?")),
    ],
)  # fmt: skip
def test_a_cancellation_says_whether_another_time_is_wanted(
    ana, agreed, wants_another, subject, words
):
    make_account(ana)
    actions.cancel(agreed, wants_another=wants_another, at=NOW)

    letter = actions.send_invitation(agreed, at=NOW).outgoing

    mail_text = message_from_bytes(bytes(letter.content), policy=default)
    assert letter.subject == subject
    assert words in " ".join(mail_text.get_body(("plain",)).get_content().split())


def test_an_invitation_has_no_alarms_for_somebody_else_and_is_bounded(agreed):
    file = invitation(agreed, at=NOW)
    (one,) = Calendar.from_ical(file).walk("VEVENT")
    assert one.walk("VALARM") == []
    assert one["ATTENDEE"].params["RSVP"] == "TRUE"
    assert len(file) < 3_000


@pytest.mark.parametrize("missing", ["contact", "student"])
def test_an_invitation_needs_two_addresses(agreed, missing):
    getattr(agreed, missing).email = ""
    with pytest.raises(ValueError, match="two addresses"):
        invitation(agreed, at=NOW)


def test_a_real_calendar_server_keeps_the_event_its_update_and_its_end(agreed, tmp_path):
    """A stored object has no METHOD (RFC 4791, 4.1), otherwise it is what was sent."""
    with radicale(tmp_path) as address:
        send(f"{address}/ana/work/", "MKCALENDAR")
        for sequence in range(3):
            file = invitation(agreed, at=NOW).replace(b"METHOD:REQUEST\r\n", b"")
            file = file.replace(b"METHOD:CANCEL\r\n", b"")
            send(f"{address}/ana/work/one.ics", "PUT", file)
            (kept,) = Calendar.from_ical(send(f"{address}/ana/work/one.ics", "GET")).walk("VEVENT")
            assert (kept["UID"], kept["SEQUENCE"]) == (agreed.uid, sequence)
            if sequence == 0:
                agreed.sequence = 1
            else:
                agreed.sequence, agreed.cancelled_at = 2, NOW
        assert kept["STATUS"] == "CANCELLED"


def test_without_an_account_nothing_is_sent_and_nothing_is_kept(as_ana, agreed):
    with pytest.raises(NoAccount):
        actions.send_invitation(agreed, at=NOW)
    assert not Invitation.objects.exists()
    path = reverse("scheduling:invitation-send", args=[agreed.public_id])
    assert as_ana.post(path).status_code == 422


def test_without_an_own_address_nothing_is_sent(agreed):
    agreed.student.email = ""
    with pytest.raises(actions.NoOwnAddress):
        actions.send_invitation(agreed, at=NOW)


def test_an_invitation_goes_out_once_for_each_state_and_a_real_server_takes_it(
    as_ana, agreed, settings
):
    settings.MAY_REACH_PRIVATE = True
    path = reverse("scheduling:invitation-send", args=[agreed.public_id])
    with recording_smtp() as smtp:
        make_account(agreed.student, smtp_port=smtp.port)
        assert as_ana.post(path).status_code == 302
        assert as_ana.post(path).status_code == 422  # a second click
        actions.cancel(agreed, at=NOW)
        assert as_ana.post(path).status_code == 302
        mail.send_due(lambda: timezone.now() + DAY)
    methods = [part_of(each).get_param("method") for each in smtp.accepted]
    assert methods == ["REQUEST", "CANCEL"]
    parts = [told(part_of(each).get_payload(decode=True)) for each in smtp.accepted]
    assert [part["sequence"] for part in parts] == ["0", "1"]
    assert list(Invitation.objects.values_list("sequence", flat=True)) == [0, 1]


def part_of(accepted):
    read = message_from_bytes(accepted[1], policy=default)
    return next(part for part in read.walk() if part.get_content_type() == "text/calendar")


def reply(appointment, partstat="accepted", **fields):
    return ItipReply(
        **({"uid": appointment.uid, "partstat": partstat, "sequence": 0, "sent_at": NOW} | fields)
    )


def applied(appointment, given, sender="Imre@Lumen.example", at=NOW):
    return actions.apply_itip_reply(appointment.student, from_address=sender, reply=given, at=at)


@pytest.mark.parametrize("said", ["accepted", "declined", "tentative", "counter"])
def test_an_answer_is_kept_with_its_words(agreed, said):
    assert applied(agreed, reply(agreed, said, comment="with pleasure")) == agreed
    agreed.refresh_from_db()
    assert (agreed.answer, agreed.answered_at, agreed.is_cancelled) == (said, NOW, False)
    sentence = Entry.objects.latest("pk").sentence
    assert sentence.startswith("Imre Sandoval ")
    assert sentence.endswith(": with pleasure")


def test_the_same_answer_twice_is_once(agreed):
    applied(agreed, reply(agreed))
    before = Entry.objects.count()
    assert applied(agreed, reply(agreed)) is not None
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("changes", "sender"),
    [
        ({"uid": "another"}, "imre@lumen.example"),
        ({}, "eve@bad.example"),
        ({}, ""),
    ],
)
def test_an_answer_of_somebody_else_is_not_believed(agreed, changes, sender):
    assert applied(agreed, reply(agreed, **changes), sender) is None
    agreed.refresh_from_db()
    assert agreed.answer == ""


def test_an_answer_to_another_students_talk_is_not_believed(agreed, dora):
    told = actions.apply_itip_reply(
        dora, from_address="imre@lumen.example", reply=reply(agreed), at=NOW
    )
    assert told is None


def test_an_answer_to_an_older_state_or_overtaken_by_a_newer_one_counts_nothing(agreed):
    applied(agreed, reply(agreed, "declined", sent_at=NOW))
    assert applied(agreed, reply(agreed, "accepted", sent_at=NOW - DAY)) is None
    agreed.refresh_from_db()
    agreed.sequence = 1
    agreed.save()
    assert applied(agreed, reply(agreed, "accepted")) is None
    agreed.refresh_from_db()
    assert agreed.answer == "declined"


def test_a_talk_that_is_over_or_called_off_takes_no_answer(agreed):
    assert applied(agreed, reply(agreed), at=NOW + 9 * DAY) is None
    actions.cancel(agreed, at=NOW)
    assert applied(agreed, reply(agreed, sequence=5)) is None


def test_a_counter_is_a_proposal_to_move(agreed):
    there = STARTS_AT + DAY
    applied(agreed, reply(agreed, "counter", proposed_start=there, proposed_minutes=45))
    (one,) = ProposedTime.objects.all()
    assert (one.starts_at, one.minutes, one.appointment) == (there, 30, agreed)
    moved = actions.agree_to_proposal(one, at=NOW)
    assert (moved.starts_at, moved.sequence, moved.answer) == (there, 1, "")


@pytest.mark.parametrize("start", [NOW - DAY, NOW + 400 * DAY, STARTS_AT, None])
def test_a_counter_without_a_time_that_could_be_is_words_only(agreed, start):
    applied(agreed, reply(agreed, "counter", proposed_start=start))
    agreed.refresh_from_db()
    assert agreed.answer == "counter"
    assert not ProposedTime.objects.exists()


def test_five_counters_are_the_most(agreed):
    for hour in range(7):
        start = STARTS_AT + DAY + hour * timedelta(hours=1)
        sent = NOW + hour * timedelta(minutes=1)
        given = reply(agreed, "counter", proposed_start=start, sent_at=sent)
        applied(agreed, given, at=NOW + DAY / 4)
    assert ProposedTime.objects.count() == 5


def test_what_came_by_mail_is_read_once(agreed):
    answer = calendar(
        event("ATTENDEE;PARTSTAT=ACCEPTED:mailto:imre@lumen.example", "SEQUENCE:0", uid=agreed.uid),
        head="METHOD:REPLY",
    )
    incoming = Incoming.objects.create(
        student=agreed.student, contact=agreed.contact, kind="reply", message_id="1@lumen.example",
        from_address="imre@lumen.example", came_at=NOW,
        calendars=["no calendar", answer.decode()],
    )  # fmt: skip
    assert actions.read_answers(at=NOW) == 1
    assert actions.read_answers(at=NOW) == 0
    agreed.refresh_from_db()
    assert (agreed.answer, AnswerReading.objects.get().incoming) == ("accepted", incoming)


def test_the_feed_is_read_without_a_login_and_ends_when_revoked(as_ana, ana, client, agreed):
    page = reverse("scheduling:hours")
    assert as_ana.post(reverse("scheduling:feed-make")).status_code == 302
    address = as_ana.get(page).context["feed_address"]
    assert as_ana.get(page).context["feed_address"] == ""  # shown once
    path = address.removeprefix("http://testserver")
    off = make_appointment(make_contact(ana, "Karen Liu"), cancelled_at=NOW, uid="off")

    answer = client.get(path)
    assert answer["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert off.uid not in answer.content.decode()
    assert "sessionid" not in client.cookies
    assert [str(one["SUMMARY"]) for one in events] == [
        "Informational interview: Imre Sandoval and Ana Brandt"
    ]
    assert vobject.readOne(answer.content.decode()).vevent.uid.value == agreed.uid
    assert ana.calendar_feeds.get().token_hash not in path

    as_ana.post(reverse("scheduling:feed-make"))
    assert client.get(path).status_code == 404
    newer = as_ana.get(page).context["feed_address"].removeprefix("http://testserver")
    assert client.head(newer).status_code == 200
    assert client.post(newer).status_code == 405
    as_ana.post(reverse("scheduling:feed-remove"))
    gone, wrong = client.get(newer), client.get("/feed/wrong.ics")
    assert (gone.status_code, wrong.status_code) == (404, 404)


@pytest.mark.parametrize(
    ("public", "host", "expected"),
    [
        ("https://whoelse.example", "127.0.0.1:8000", ("https://whoelse.example/", False)),
        ("", "testserver", ("http://testserver/", False)),
        ("", "127.0.0.1:8000", ("http://127.0.0.1:8000/", True)),
        ("", "localhost", ("http://localhost/", True)),
        ("http://localhost:9000", "testserver", ("http://localhost:9000/", True)),
    ],
)
def test_the_feed_has_the_public_address_or_says_that_it_works_here_only(
    as_ana, settings, public, host, expected
):
    settings.PUBLIC_ADDRESS = public
    as_ana.post(reverse("scheduling:feed-make"), headers={"host": host})
    page = as_ana.get(reverse("scheduling:hours"), headers={"host": host})

    place = page.context["feed_address"].partition("feed/")[0]
    is_only_here = "only for a calendar program on this computer" in page.content.decode()
    assert (place, is_only_here) == expected


def test_a_stranger_sends_no_invitation(as_dora, agreed):
    path = reverse("scheduling:invitation-send", args=[agreed.public_id])
    assert as_dora.post(path).status_code == 404


def test_the_file_to_download_stays_a_published_event(agreed):
    assert b"METHOD:PUBLISH" in calendar_file(agreed, at=NOW)
    assert b"ATTENDEE" not in calendar_file(agreed, at=NOW)
