"""Sending from the page: released by one click, gated twice, its end told where one looks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import NOW
from tests.mail_servers import recording_smtp
from tests.web.mail.makers import make_account, send_round
from tests.web.outreach.makers import (
    ASKING,
    GOOD,
    WRONG_NAME,
    make_draft,
    make_okafor,
    message_path,
    write_path,
)
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.mail.models import Incoming, Outgoing
from whoelse.web.outreach import actions
from whoelse.web.outreach.access import AsksForAJob, OnItsWay
from whoelse.web.outreach.models import Message

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def here(monkeypatch, settings):
    """Pages ask for the time of day; here it is always the same. Servers are on this machine."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    settings.MAY_REACH_PRIVATE = True


@pytest.fixture
def smtp():
    with recording_smtp() as recorder:
        yield recorder


def release(client, draft):
    return client.post(message_path(draft, "send"))


def as_it_is(message):
    return Message.objects.select_related("outgoing", "contact").get(pk=message.pk)


def answered(contact, **fields):
    defaults = {
        "kind": "reply",
        "message_id": f"answer@{contact.pk}.example",
        "from_address": contact.email,
        "text": "Friday at four is fine.",
        "came_at": NOW,
    }
    return Incoming.objects.create(student=contact.student, contact=contact, **(defaults | fields))


def test_without_an_account_the_old_ways_are_all_there_is(as_ana, ana):
    draft = make_draft(make_okafor(ana))

    page = as_ana.get(message_path(draft)).content.decode()
    refused = release(as_ana, draft)

    assert "Send it now" not in page
    assert "mailto:" in page
    assert refused.status_code == 422
    assert as_it_is(draft).is_draft


def test_the_page_shows_exactly_what_leaves(as_ana, ana):
    make_account(ana)
    draft = make_draft(make_okafor(ana))

    page = as_ana.get(message_path(draft)).content.decode()

    for words in ("Ana Brandt, ana@norhaven.example", "s.okafor@harrowbay.example", draft.subject):
        assert words in page
    assert GOOD.splitlines()[2] in page
    assert "mailto:" in page  # the other ways stay


def test_one_click_releases_and_the_worker_sends(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    draft = make_draft(make_okafor(ana))

    release(as_ana, draft)
    waiting = as_it_is(draft)
    page = as_ana.get(message_path(draft)).content.decode()
    send_round()

    sent = as_it_is(draft)
    assert (waiting.sent_at, waiting.is_draft, waiting.outgoing.state) == (None, False, "waiting")
    assert "Waiting to leave." in page
    assert (sent.sent_at, sent.way, sent.contact.stage) == (NOW, "mail", "asked")
    assert "by my mail account" in as_ana.get(message_path(draft)).content.decode()
    assert list(Entry.objects.values_list("verb", flat=True)) == ["sent_request"]
    assert len(smtp.accepted) == 1


def test_a_second_click_releases_nothing_more(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    draft = make_draft(make_okafor(ana))
    stale = Message.objects.get(pk=draft.pk)

    codes = [release(as_ana, draft).status_code, release(as_ana, draft).status_code]
    with pytest.raises(OnItsWay):
        actions.release_message(stale, at=NOW)
    send_round()

    assert codes == [302, 422]
    assert Outgoing.objects.count() == len(smtp.accepted) == 1


@pytest.mark.parametrize("body", [ASKING, WRONG_NAME], ids=["job ask", "error"])
def test_what_is_held_back_is_not_released(as_ana, ana, body):
    make_account(ana)
    draft = make_draft(make_okafor(ana), body)

    assert release(as_ana, draft).status_code == 422
    assert not Outgoing.objects.exists()


def test_the_linter_holds_again_at_the_moment_of_sending(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    draft = make_draft(make_okafor(ana))
    release(as_ana, draft)
    Message.objects.update(body=ASKING)  # whatever changed it

    send_round()

    assert smtp.accepted == []
    assert as_it_is(draft).outgoing.why == "This message asks for a job, so it stays here."
    with pytest.raises(AsksForAJob):
        actions.release_message(as_it_is(draft), at=NOW)


def test_while_it_is_on_its_way_nothing_about_it_changes(as_ana, ana):
    make_account(ana)
    contact = make_okafor(ana)
    draft = make_draft(contact)
    release(as_ana, draft)

    said = {"way": "copy", "sent_at": "2026-11-05T09:30"}
    answers = [
        as_ana.get(write_path(contact)),
        as_ana.post(write_path(contact), {"subject": "x", "body": "y"}),
        as_ana.post(write_path(contact, "release"), {"subject": "x", "body": "y"}),
        as_ana.post(message_path(draft, "sent"), said),
        as_ana.post(message_path(draft, "discard")),
        as_ana.get(message_path(draft, "eml")),
    ]

    assert [answer.status_code for answer in answers] == [422] * 6
    assert (as_it_is(draft).body, as_it_is(draft).sent_at) == (GOOD, None)


def test_a_waiting_message_is_taken_back_and_is_a_draft_again(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    draft = make_draft(make_okafor(ana))
    release(as_ana, draft)

    as_ana.post(f"/mail/{as_it_is(draft).outgoing.public_id}/take-back/")
    send_round()

    assert smtp.accepted == []
    assert as_it_is(draft).is_draft
    assert as_ana.get(write_path(draft.contact)).status_code == 200
    release(as_ana, draft)
    send_round()
    assert as_it_is(draft).way == "mail"


def test_what_left_cannot_be_taken_back(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    draft = make_draft(make_okafor(ana))
    release(as_ana, draft)
    send_round()

    late = as_ana.post(f"/mail/{as_it_is(draft).outgoing.public_id}/take-back/")

    assert late.status_code == 422
    assert as_ana.post(message_path(draft, "take-back")).status_code == 422
    assert as_it_is(draft).sent_at == NOW


def test_a_refusal_is_told_on_the_message_the_person_and_today(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    smtp.answers["RCPT"] = "550 5.1.1 No such person"
    draft = make_draft(make_okafor(ana))
    release(as_ana, draft)
    send_round()

    pages = [
        as_ana.get(path).content.decode()
        for path in (message_path(draft), f"/people/{draft.contact.public_id}/", "/")
    ]

    assert as_it_is(draft).is_draft
    assert "550 5.1.1 No such person" in pages[0]
    assert "Refused:" in pages[1]
    assert "Your message to Dr. Okafor did not leave" in pages[2]


def test_unsure_is_the_students_to_decide(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    smtp.answers["DATA"] = "hang up"
    draft = make_draft(make_okafor(ana))
    release(as_ana, draft)
    send_round()
    letter = as_it_is(draft).outgoing

    pages = [as_ana.get(path).content.decode() for path in (message_path(draft), "/")]
    del smtp.answers["DATA"]
    as_ana.post(f"/mail/{letter.public_id}/again/")
    send_round()

    assert "Nobody knows whether it left." in pages[0]
    assert "Did your message to Dr. Okafor leave?" in pages[1]
    assert [content.count(letter.message_id.encode()) for _, content in smtp.accepted] == [1, 1]
    assert as_it_is(draft).way == "mail"


@pytest.mark.parametrize(("decision", "is_sent"), [("did-leave", True), ("give-up", False)])
def test_unsure_can_be_settled_without_sending(as_ana, ana, smtp, decision, is_sent):
    make_account(ana, smtp_port=smtp.port)
    smtp.answers["DATA"] = "hang up"
    draft = make_draft(make_okafor(ana))
    release(as_ana, draft)
    send_round()

    as_ana.post(f"/mail/{as_it_is(draft).outgoing.public_id}/{decision}/")

    assert (as_it_is(draft).sent_at is not None) == is_sent
    assert as_it_is(draft).is_draft != is_sent
    assert len(smtp.accepted) == 1


def test_a_nudge_joins_the_thread_of_the_request(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    contact = make_okafor(ana)
    request = make_draft(contact)
    release(as_ana, request)
    send_round()
    nudge = make_draft(contact, kind="followup", body=GOOD)

    release(as_ana, nudge)
    send_round()

    first, second = (content for _, content in smtp.accepted)
    named = as_it_is(request).outgoing.message_id.encode()
    assert b"In-Reply-To: <" + named + b">" in second
    assert b"In-Reply-To" not in first


def test_an_answer_is_asked_about_and_stops_the_clock(as_ana, ana, smtp):
    contact = make_okafor(ana, stage="asked")
    sent = make_draft(contact, sent_at=NOW - timedelta(days=20), way="mail")
    nudge = as_ana.get("/").content.decode()
    incoming = answered(contact)

    today = as_ana.get("/").content.decode()
    page = as_ana.get(f"/messages/answers/{incoming.public_id}/").content.decode()
    noted = as_ana.post(f"/messages/answers/{incoming.public_id}/", {"came": "yes", "note": "ok"})

    assert "Write the nudge" in nudge
    assert "Write the nudge" not in today
    assert "Dr. Okafor answered" in today
    assert "Friday at four is fine." in page
    assert noted.status_code == 302
    assert Message.objects.get(pk=sent.pk).reply.came == "yes"
    assert Incoming.objects.get().settled_at == NOW


def test_a_stranger_cannot_release_or_read(as_dora, ana):
    make_account(ana)
    draft = make_draft(make_okafor(ana))
    incoming = answered(draft.contact)

    answers = [
        release(as_dora, draft),
        as_dora.post(message_path(draft, "take-back")),
        as_dora.get(f"/messages/answers/{incoming.public_id}/"),
        as_dora.post(f"/mail/incoming/{incoming.public_id}/seen/"),
        as_dora.post(f"/mail/incoming/{incoming.public_id}/forget/"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 5


def said_sent(contact, **fields):
    return actions.mark_sent(make_draft(contact, **fields), way="copy", sent_at=NOW - HOUR, at=NOW)


def test_i_sent_it_can_be_taken_back_for_a_day(as_ana, ana):
    message = said_sent(make_okafor(ana))
    page = as_ana.get(message_path(message)).content.decode()

    as_ana.post(message_path(message, "take-back"))

    taken = as_it_is(message)
    assert "I had not sent it" in page
    assert (taken.sent_at, taken.way, taken.contact.stage) == (None, "", "open")
    assert Entry.objects.first().verb == "took_back_sent"


def test_i_sent_it_stands_after_a_day_an_answer_or_another_draft(ana):
    old = said_sent(make_okafor(ana, email="a@x.example"))
    replied = said_sent(make_okafor(ana, email="b@x.example"))
    actions.record_reply(replied, came="yes", at=NOW)
    again = said_sent(make_okafor(ana, email="c@x.example"))
    make_draft(again.contact)

    for message, at in ((old, NOW + 25 * HOUR), (replied, NOW), (again, NOW)):
        with pytest.raises(actions.TooLateToTakeBack):
            actions.take_back_sent(as_it_is(message), at=at)


def test_never_again_recorded_meanwhile_is_told_where_it_stands(as_ana, ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    draft = make_draft(make_okafor(ana))
    release(as_ana, draft)
    record_do_not_contact(draft.contact, reason="", asked_by_them=True, at=NOW)

    send_round()

    assert smtp.accepted == []
    assert as_it_is(draft).outgoing.why == "Dr. Samuel Okafor asked not to be contacted."
    assert as_ana.get("/").status_code == 200
