"""The student makes the page, puts its link into the text, makes it anew, takes it back."""

import pytest
from django.urls import reverse

from tests.factories import make_contact, make_message
from tests.web.guests.visitor import Guest, text_of
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.actions import add_contact, record_do_not_contact
from whoelse.web.guests import actions, tokens
from whoelse.web.guests.models import GuestLink
from whoelse.web.outreach import actions as outreach
from whoelse.web.outreach import bridge


@pytest.fixture
def draft(ana, now):
    contact = make_contact(ana, "Ines Marchetti")
    return outreach.save_draft(
        contact,
        kind="request",
        subject="Your work with coatings",
        body="Dear Ines Marchetti,\n\nCould we talk for 20 minutes?\n\nAna Brandt",
        at=now,
    )


def path(name, message):
    return reverse(f"guests:{name}", args=[message.public_id])


def test_the_link_is_shown_once(as_ana, message):
    response = as_ana.post(path("link", message))

    (address,) = set(tokens.addresses_in(response.content.decode()))
    assert Guest(as_ana, address.rstrip("/").rsplit("/", 1)[1]).open().status_code == 200
    assert tokens.addresses_in(as_ana.get(path("request", message)).content.decode()) == []


def test_the_link_stands_in_the_text_above_the_name(as_ana, draft):
    response = as_ana.post(path("link", draft), {"into_text": "1"})

    draft.refresh_from_db()
    paragraphs = draft.body.split("\n\n")
    assert response.url == reverse("outreach:write", args=[draft.contact.public_id, "request"])
    assert [paragraphs[0], paragraphs[1], paragraphs[3]] == [
        "Dear Ines Marchetti,",
        "Could we talk for 20 minutes?",
        "Ana Brandt",
    ]
    assert len(tokens.addresses_in(paragraphs[2])) == 1


def test_the_linter_finds_nothing_more_because_of_the_link(as_ana, draft, now):
    before = rules_found(draft, now)

    as_ana.post(path("link", draft), {"into_text": "1"})

    draft.refresh_from_db()
    assert tokens.addresses_in(draft.body)
    assert rules_found(draft, now) == before


def rules_found(draft, now):
    review = bridge.review_of(
        draft.contact, "request", subject=draft.subject, body=draft.body, at=now
    )
    return [remark.key.split(".")[0] for remark in review.remarks]


def test_a_new_link_takes_the_place_of_the_old_one(as_ana, draft):
    as_ana.post(path("link", draft), {"into_text": "1"})
    draft.refresh_from_db()
    (old,) = tokens.addresses_in(draft.body)

    as_ana.post(path("link", draft), {"into_text": "1"})

    draft.refresh_from_db()
    (new,) = tokens.addresses_in(draft.body)
    assert old != new
    assert GuestLink.objects.get().token_hash == tokens.hash_of(new.rstrip("/").rsplit("/", 1)[1])


def test_what_left_is_not_changed(as_ana, message):
    response = as_ana.post(path("link", message), {"into_text": "1"})
    assert response.status_code == 422
    assert not GuestLink.objects.exists()


def test_the_page_is_taken_back(as_ana, message, token):
    as_ana.post(path("withdrawal", message))

    assert "You took it back" in text_of(as_ana.get(path("request", message)))
    assert Guest(as_ana, token).open().status_code == 404


def test_without_a_public_address_it_says_why_and_what_instead(as_ana, message, settings):
    settings.PUBLIC_ADDRESS = ""

    text = text_of(as_ana.get(path("request", message)))

    assert "runs on this machine alone" in text
    assert "Write times into the message instead" in text
    assert as_ana.post(path("link", message)).status_code == 422
    assert not GuestLink.objects.exists()


def test_only_a_request_that_waits_has_a_page(as_ana, ana, message, now):
    thanks = make_message(make_contact(ana, "Ben Ito"), kind="thanks", sent_at=now)
    outreach.record_reply(message, came="yes", at=now)

    assert as_ana.post(path("link", thanks)).status_code == 422
    assert as_ana.post(path("link", message)).status_code == 422
    assert "Make the page" not in text_of(as_ana.get(path("request", message)))


def test_how_it_stands_is_told(as_ana, message, token):
    text = text_of(as_ana.get(path("request", message)))
    assert "The page is open" in text
    assert "3 times can be picked" in text
    assert "Whether it was opened is not recorded" in text


def test_the_message_leads_there(as_ana, message):
    page = as_ana.get(reverse("outreach:message", args=[message.public_id]))
    assert path("request", message) in page.content.decode()


@pytest.mark.parametrize("body", ["", "Hello", "Dear A,\n\nB"])
def test_a_short_text_gets_the_link_at_its_end(ana, now, body):
    draft = outreach.save_draft(make_contact(ana), kind="request", subject="", body=body, at=now)

    address = actions.make_link(draft, into_text=True, at=now)

    draft.refresh_from_db()
    assert draft.body.startswith(body)
    assert draft.body.endswith(address)


def test_nobody_who_wants_nothing_more_gets_a_page(ana, message, now):
    record_do_not_contact(message.contact, reason="", asked_by_them=True, at=now)

    with pytest.raises(AskedNotToBeContacted):
        actions.make_link(message, at=now)
    assert not GuestLink.objects.exists()


def test_a_day_after_never_again_the_same_address_gets_no_page_under_another_name(ana, token, now):
    """The door that a guest closed stays closed for every later row with that address."""
    link = GuestLink.objects.get()
    actions.never_again(link, interview=None, erase=True, at=now)

    with pytest.raises(AskedNotToBeContacted):
        add_contact(
            ana, full_name="I. S.", circle="cold", email="IMRE+new@lumenfold.example", at=now
        )
