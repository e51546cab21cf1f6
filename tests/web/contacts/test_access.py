"""Who may see whom, and the hard stop of do-not-contact."""

import uuid

import pytest
from django.http import Http404

from tests.factories import NOW, make_contact
from whoelse.web.accounts.models import User
from whoelse.web.contacts import access, actions, queries
from whoelse.web.contacts.models import BlockedKey, Contact, DoNotContact


def block(contact, **how):
    how = {"reason": "told me so", "asked_by_them": True, "at": NOW} | how
    return actions.record_do_not_contact(contact, **how)


def test_contact_for_gives_the_students_own(ana):
    contact = make_contact(ana)

    assert access.contact_for(ana.user, contact.public_id) == contact
    assert access.contact_for(ana.user, str(contact.public_id)) == contact


@pytest.mark.parametrize("public_id", [uuid.UUID(int=1), "nonsense", "\x00", ""])
def test_contact_for_does_not_know_what_is_not_there(ana, public_id):
    with pytest.raises(Http404):
        access.contact_for(ana.user, public_id)


def test_contact_for_does_not_know_strangers(ana, dora):
    contact = make_contact(ana)

    with pytest.raises(Http404):
        access.contact_for(dora.user, contact.public_id)
    with pytest.raises(Http404):
        access.contact_for(User.objects.create_user("nobody"), contact.public_id)


def test_a_blocked_contact_may_not_be_written_to(ana):
    contact = make_contact(ana, "Owen Pryce")
    access.ensure_may_be_written_to(contact)

    block(contact)

    with pytest.raises(access.AskedNotToBeContacted) as caught:
        access.ensure_may_be_written_to(Contact.objects.get(pk=contact.pk))
    assert caught.value.message == "Owen Pryce asked not to be contacted."


def test_the_students_own_decision_is_not_put_into_their_mouth(ana):
    contact = make_contact(ana, "Owen Pryce")
    block(contact, asked_by_them=False)

    with pytest.raises(access.AskedNotToBeContacted) as caught:
        access.ensure_may_be_written_to(contact)
    assert caught.value.message == "You decided not to contact Owen Pryce."


def test_somebody_blocked_who_came_back_by_another_row_may_not_be_written_to(ana):
    contact = make_contact(ana, "Owen Pryce", email="owen@greyfell.example")
    block(contact)
    actions.erase_contact(contact)
    again = make_contact(ana, "O. Pryce", email="owen@greyfell.example")

    with pytest.raises(access.AskedNotToBeContacted):
        access.ensure_may_be_written_to(again)


@pytest.mark.parametrize(
    ("details", "blocked"),
    [
        ({"email": "Owen@Greyfell.example"}, True),
        ({"email": "owen+news@greyfell.example"}, True),
        ({"email": "gwen@greyfell.example"}, False),
        ({"profile_url": "http://de.linkedin.com/in/OwenPryce?trk=x"}, True),
        ({"profile_url": "https://www.linkedin.com/in/other"}, False),
        ({"name": "Ówen PRYCE", "employer": "greyfell weather"}, True),
        ({"name": "Owen Pryce", "employer": "Harrow Bay"}, False),
        ({"name": "Owen Pryce"}, False),
        ({}, False),
    ],
)
def test_a_block_outlives_the_contact_under_every_detail(ana, dora, details, blocked):
    contact = make_contact(
        ana,
        "Owen Pryce",
        email="owen@greyfell.example",
        employer="Greyfell Weather",
        profile_url="https://www.linkedin.com/in/owenpryce/",
    )
    block(contact)
    actions.erase_contact(contact)

    assert queries.is_blocked(ana, **details) is blocked
    assert queries.is_blocked(dora, **details) is False


def test_what_stays_of_a_block_names_nobody(ana):
    contact = make_contact(ana, "Owen Pryce", email="owen@greyfell.example")
    block(contact, reason="Owen wrote back angrily")
    actions.erase_contact(contact)

    kept = DoNotContact.objects.get()
    assert (kept.contact, kept.reason) == (None, "")
    digests = list(BlockedKey.objects.values_list("digest", flat=True))
    assert [len(digest) for digest in digests] == [64, 64]
    assert len(set(digests)) == 2


def test_the_hash_depends_on_the_secret_key(ana, settings):
    contact = make_contact(ana, "Owen Pryce", email="owen@greyfell.example")
    block(contact)

    settings.SECRET_KEY = "another-key-another-key-another-key-another"

    assert queries.is_blocked(ana, email="owen@greyfell.example") is False


def test_new_details_of_a_blocked_contact_are_blocked_too(ana):
    contact = make_contact(ana, "Owen Pryce")
    block(contact)
    actions.edit_contact(contact, email="owen@greyfell.example", at=NOW)

    assert queries.is_blocked(ana, email="owen@greyfell.example") is True


def test_a_second_record_changes_nothing_but_who_said_it(ana):
    contact = make_contact(ana, "Owen Pryce")
    first = block(contact, asked_by_them=False, reason="I would rather not")

    again = block(Contact.objects.get(pk=contact.pk), asked_by_them=True, reason="They wrote")

    assert (again.pk, again.asked_by_them, again.reason) == (first.pk, True, "I would rather not")
