"""The ways out, saying that it left, and what came back."""

import email
from datetime import timedelta
from email import policy

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import NOW, make_contact
from tests.web.outreach.makers import (
    ASKING,
    GOOD,
    SUBJECT,
    WRONG_NAME,
    make_draft,
    make_okafor,
    message_path,
    write_path,
)
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.outreach.models import Message, Reply


def said(**more):
    return {"way": "mail_program", "sent_at": "2026-11-05T09:30"} | more


@pytest.fixture(autouse=True)
def today(monkeypatch):
    """Pages ask for the time of day; here it is always the same."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def test_ways_out_are_shown_and_nothing_is_recorded(as_ana, ana):
    draft = make_draft(make_okafor(ana))

    response = as_ana.get(message_path(draft))

    words = response.content.decode()
    draft.refresh_from_db()
    assert response.status_code == 200
    assert 'href="mailto:s.okafor@harrowbay.example?subject=Your%20talk' in words
    assert GOOD.splitlines()[2] in words
    assert draft.is_draft


def test_eml_is_a_download(as_ana, ana):
    draft = make_draft(make_okafor(ana))

    response = as_ana.get(message_path(draft, "eml"))

    mail = email.message_from_bytes(response.content, policy=policy.default)
    assert response["Content-Type"] == "message/rfc822"
    assert response["Content-Disposition"] == 'attachment; filename="message.eml"'
    assert (mail["Subject"], mail["X-Unsent"]) == (SUBJECT, "1")
    assert mail.get_content().splitlines() == GOOD.splitlines()


@pytest.mark.parametrize("body", [ASKING, WRONG_NAME], ids=["job ask", "error"])
def test_nothing_that_is_held_back_gets_out_by_any_way(as_ana, ana, body):
    draft = make_draft(make_okafor(ana, email=""), body, confirmed=["asks-for-a-job.x.1"])

    answers = [
        as_ana.get(message_path(draft)),
        as_ana.get(message_path(draft, "eml")),
        as_ana.post(message_path(draft, "sent"), said()),
        as_ana.post(message_path(draft, "address"), {"email": "x@home.example"}),
    ]

    assert [answer.status_code for answer in answers] == [422] * 4
    assert all(b"mailto:" not in answer.content for answer in answers)
    assert all(body.splitlines()[2].encode() not in answer.content for answer in answers)
    draft.refresh_from_db()
    assert draft.is_draft


def test_i_sent_it_records_when_and_how(as_ana, ana):
    draft = make_draft(make_okafor(ana))

    response = as_ana.post(message_path(draft, "sent"), said())

    draft.refresh_from_db()
    page = as_ana.get(response["Location"]).content.decode()
    assert (draft.way, draft.sent_at) == ("mail_program", NOW - timedelta(minutes=30))
    assert "If nothing comes, one nudge is kind from Monday, 16 November." in page
    assert "On Thursday, 26 November the request lapses by itself." in page


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("sent_at", {"sent_at": "2026-11-05T10:30"}),
        ("sent_at", {"sent_at": "2024-11-05T10:30"}),
        ("sent_at", {"sent_at": ""}),
        ("way", {"way": "pigeon"}),
    ],
)
def test_i_sent_it_refuses_what_cannot_be(as_ana, ana, field, more):
    draft = make_draft(make_okafor(ana))

    response = as_ana.post(message_path(draft, "sent"), said(**more))

    draft.refresh_from_db()
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert draft.is_draft


def test_message_leaves_once(as_ana, ana):
    sent = make_draft(make_okafor(ana), sent_at=NOW, way="copy")

    answers = [
        as_ana.post(message_path(sent, "sent"), said()),
        as_ana.get(message_path(sent, "eml")),
        as_ana.post(message_path(sent, "discard")),
    ]

    assert [answer.status_code for answer in answers] == [422] * 3
    assert Message.objects.get().way == "copy"


def test_missing_address_can_be_added_or_done_without(as_ana, ana):
    draft = make_draft(make_okafor(ana, email=""))

    before = as_ana.get(message_path(draft)).content.decode()
    bad = as_ana.post(message_path(draft, "address"), {"email": "nonsense"})
    good = as_ana.post(message_path(draft, "address"), {"email": "S.Okafor@harrowbay.example"})

    assert "There is no address yet" in before
    assert "mailto:" not in before
    assert (bad.status_code, good.status_code) == (422, 302)
    assert Contact.objects.get().email == "s.okafor@harrowbay.example"


def test_draft_can_be_thrown_away(as_ana, ana):
    draft = make_draft(make_okafor(ana))

    response = as_ana.post(message_path(draft, "discard"))

    assert response["Location"] == reverse("contacts:contact", args=[draft.contact.public_id])
    assert not Message.objects.exists()


@pytest.mark.parametrize("came", ["yes", "times_offered"])
def test_yes_leads_to_a_time(as_ana, ana, came):
    sent = make_draft(make_okafor(ana), sent_at=NOW)

    response = as_ana.post(message_path(sent, "reply"), {"came": came, "note": "Friday at 4"})

    assert response["Location"] == reverse("interviews:agree", args=[sent.contact.public_id])
    assert Reply.objects.get().note == "Friday at 4"


def test_nothing_yet_records_nothing(as_ana, ana):
    sent = make_draft(make_okafor(ana), sent_at=NOW)

    response = as_ana.post(message_path(sent, "reply"), {"came": "nothing"})

    assert response["Location"] == message_path(sent)
    assert not Reply.objects.exists()


def test_name_of_somebody_else_needs_name_and_permission(as_ana, ana):
    sent = make_draft(make_okafor(ana), sent_at=NOW)
    path = message_path(sent, "reply")
    named = {"came": "named_somebody_else", "named_name": "Ines Duarte"}

    bare = as_ana.post(path, {"came": "named_somebody_else"})
    good = as_ana.post(path, named | {"permission": "may_use_name"})

    assert sorted(bare.context["form"].errors) == ["named_name", "permission"]
    assert (bare.status_code, good.status_code) == (422, 302)
    assert Referral.objects.get().referred.full_name == "Ines Duarte"


def test_no_ends_it_and_can_be_corrected(as_ana, ana):
    sent = make_draft(make_okafor(ana), sent_at=NOW)
    as_ana.post(message_path(sent, "reply"), {"came": "no"})

    refused = as_ana.get(write_path(sent.contact, kind="thanks"))
    as_ana.post(message_path(sent, "reply-remove"))

    assert refused.status_code == 422
    assert as_ana.get(write_path(sent.contact, kind="thanks")).status_code == 200


def test_never_again_stops_everything(as_ana, ana):
    contact = make_okafor(ana)
    draft, sent = make_draft(contact, kind="thanks"), make_draft(contact, sent_at=NOW)

    as_ana.post(message_path(sent, "reply"), {"came": "never_again", "note": "Stop"})

    answers = [
        as_ana.get(message_path(draft)),
        as_ana.get(message_path(draft, "eml")),
        as_ana.post(message_path(draft, "sent"), said()),
        as_ana.post(message_path(sent, "reply-remove")),
    ]
    assert [answer.status_code for answer in answers] == [422] * 4
    assert "take it back" not in as_ana.get(message_path(sent)).content.decode()


def test_to_thanks_nobody_says_no(as_ana, ana):
    sent = make_draft(make_okafor(ana), kind="thanks", sent_at=NOW)

    response = as_ana.post(message_path(sent, "reply"), {"came": "no"})

    assert response.status_code == 422


def test_sent_text_stays_words(as_ana, ana):
    sent = make_draft(make_contact(ana, "<b>Eve"), "<script>alert(1)</script>", sent_at=NOW)

    assert "<script>alert" not in as_ana.get(message_path(sent)).content.decode()
