"""One person's pages over HTTP: what they show, what they change, and nothing for strangers."""

import json
from datetime import timedelta

import pytest

from tests.factories import NOW, make_contact, make_interview, make_message, make_referral
from tests.web.contacts.page import Page
from whoelse.engine.contact_files import read_contacts
from whoelse.web.activity import actions as activity
from whoelse.web.contacts import actions, queries
from whoelse.web.contacts.models import Contact, DoNotContact

PAGES = ("", "edit/", "do-not-contact/", "export/", "card.vcf", "erase/")


@pytest.fixture
def okafor(ana):
    """Named by Castellane, talked with, named Elif."""
    castellane = make_contact(
        ana, "Ruth Castellane", honorific="Prof.", relation="Taught you optics"
    )
    contact = make_contact(
        ana, "Samuel Okafor", honorific="Dr.", circle="referred", stage="held", stage_at=NOW
    )
    make_referral(castellane, contact, words="Use my name.", named_at=NOW - timedelta(days=50))
    make_referral(contact, make_contact(ana, "Elif Aydin", circle="referred"), named_at=NOW)
    return contact


def url(contact, page=""):
    return f"/people/{contact.public_id}/{page}"


@pytest.mark.parametrize("page", PAGES)
def test_dora_meets_nobody(as_dora, okafor, page):
    assert as_dora.get(url(okafor, page)).status_code == 404
    if page in ("edit/", "do-not-contact/", "erase/"):
        said = {"full_name": "Taken", "circle": "met", "who": "they"}
        assert as_dora.post(url(okafor, page), said).status_code == 404
    okafor.refresh_from_db()
    assert (okafor.full_name, DoNotContact.objects.count()) == ("Samuel Okafor", 0)


@pytest.mark.parametrize("page", PAGES)
def test_without_a_login_there_is_only_the_door(client, okafor, page):
    assert client.get(url(okafor, page)).headers["Location"].startswith("/door/")


@pytest.mark.parametrize("page", PAGES)
def test_looking_changes_nothing(as_ana, okafor, page):
    before = list(Contact.objects.values())

    assert as_ana.get(url(okafor, page)).status_code == 200

    assert list(Contact.objects.values()) == before
    assert DoNotContact.objects.count() == 0


def test_the_page_shows_the_chain_and_whom_they_named(as_ana, okafor):
    page = Page(as_ana.get(url(okafor)))

    assert page.h1 == "Dr. Samuel Okafor"
    assert {"Prof. Ruth Castellane", "Elif Aydin", "Draft a request"} <= set(page.links)


def test_the_page_shows_what_happened_and_leads_there(as_ana, ana, okafor):
    activity.record(
        ana,
        verb="sent_request",
        sentence="You asked, using Prof. Castellane’s name",
        at=NOW,
        contact=okafor.public_id,
        path="/messages/x/",
    )

    page = Page(as_ana.get(url(okafor)))

    assert page.links["You asked, using Prof. Castellane’s name"] == "/messages/x/"


def test_the_page_takes_as_many_queries_for_a_long_chain(
    as_ana, ana, okafor, django_assert_num_queries
):
    last = queries.contacts_of(ana).get(full_name="Elif Aydin")
    for number in range(5):
        following = make_contact(ana, f"Person {number}")
        make_referral(last, following)
        last = following

    with django_assert_num_queries(12):
        as_ana.get(url(okafor))
    with django_assert_num_queries(12):
        as_ana.get(url(last))


def test_editing(as_ana, okafor):
    response = as_ana.post(
        url(okafor, "edit/"),
        {"full_name": "Prof. Samuel Okafor", "circle": "known", "email": "S@harrowbay.example"},
    )

    assert response.headers["Location"] == url(okafor)
    okafor.refresh_from_db()
    assert (okafor.name, okafor.circle, okafor.email, okafor.stage) == (
        "Prof. Samuel Okafor",
        "known",
        "s@harrowbay.example",
        "held",
    )


def test_an_edit_that_is_wrong_keeps_what_was_typed(as_ana, okafor):
    response = as_ana.post(
        url(okafor, "edit/"),
        {"full_name": "", "circle": "met", "employer": "Harrow Bay"},
        headers={"HX-Request": "true"},
    )

    page = Page(response)
    assert response.status_code == 422
    assert (page.errors, page.values["employer"]) == (["This field is required."], "Harrow Bay")
    assert "html" not in page.tags


def test_do_not_contact_stops_the_page_of_next_steps(as_ana, ana):
    contact = make_contact(ana, "Owen Pryce")
    assert "Draft a request" in Page(as_ana.get(url(contact))).links

    response = as_ana.post(url(contact, "do-not-contact/"), {"who": "they", "reason": "wrote so"})

    assert response.headers["Location"] == url(contact)
    page = Page(as_ana.get(url(contact)))
    assert not {"Draft a request", "Agree a time", "Do not contact"} & set(page.links)
    assert DoNotContact.objects.get().reason == "wrote so"


@pytest.mark.parametrize("said", [{}, {"who": "somebody"}, {"who": "they", "reason": "x" * 201}])
def test_do_not_contact_wants_to_know_who_decided(as_ana, okafor, said):
    assert as_ana.post(url(okafor, "do-not-contact/"), said).status_code == 422
    assert DoNotContact.objects.count() == 0


def test_do_not_contact_a_second_time_says_that_it_stands(as_ana, okafor):
    as_ana.post(url(okafor, "do-not-contact/"), {"who": "me"})

    response = as_ana.get(url(okafor, "do-not-contact/"))

    assert "There is nothing more to do." in response.content.decode()


def test_erase_says_what_goes_and_then_it_goes(as_ana, ana, okafor):
    make_message(okafor)
    make_interview(okafor)

    told = as_ana.get(url(okafor, "erase/")).content.decode()
    assert [f"<li>{what}</li>" in told for what in ("2 referrals", "1 message")] == [True, True]

    response = as_ana.post(url(okafor, "erase/"))
    assert response.headers["Location"] == "/people/"
    assert [str(one) for one in Contact.objects.all()] == ["Elif Aydin", "Prof. Ruth Castellane"]


def test_export_holds_everything_about_the_person(as_ana, ana, okafor):
    activity.record(ana, verb="x", sentence="You asked", at=NOW, contact=okafor.public_id)
    actions.record_do_not_contact(okafor, reason="wrote so", asked_by_them=True, at=NOW)

    response = as_ana.get(url(okafor, "export/"))

    assert response["Content-Disposition"] == 'attachment; filename="samuel-okafor.json"'
    data = json.loads(response.content)
    assert data["person"]["full_name"] == "Samuel Okafor"
    assert data["named_by"] == [
        {
            "name": "Prof. Ruth Castellane",
            "permission": "may_use_name",
            "words": "Use my name.",
            "named_at": (NOW - timedelta(days=50)).isoformat(),
        }
    ]
    assert [each["name"] for each in data["named"]] == ["Elif Aydin"]
    assert data["do_not_contact"]["reason"] == "wrote so"
    assert [each["what"] for each in data["history"]] == [
        "Dr. Samuel Okafor asked not to be contacted",
        "You asked",
    ]


def test_export_names_every_field_of_a_contact(as_ana, okafor):
    data = json.loads(as_ana.get(url(okafor, "export/")).content)

    kept_out = {"id", "public_id", "student", "batch", "search_text", "created_at", "updated_at"}
    fields = {field.name for field in Contact._meta.concrete_fields} - kept_out - {"stage_at"}
    assert set(data["person"]) == fields


def test_the_card_is_read_back(as_ana, ana, tmp_path):
    contact = make_contact(
        ana,
        "Elif Aydın; the \\ first, of\nmany",
        email="elif@harrowbay.example",
        employer="Harrow Bay, Regional; Hospital " + "é" * 80,
        job_title="Medical dosimetrist",
        notes="private",
    )
    path = tmp_path / "card.vcf"
    response = as_ana.get(url(contact, "card.vcf"))
    path.write_bytes(response.content)

    with path.open("rb") as file:
        (person,) = read_contacts(file).people
    assert (person.emails, person.job_title) == (("elif@harrowbay.example",), contact.job_title)
    assert person.employer.startswith("Harrow Bay, Regional; Hospital éé")
    assert b"private" not in response.content
    assert max(map(len, response.content.split(b"\r\n"))) <= 75


def test_a_name_of_no_letters_still_makes_a_file_name(as_ana, ana):
    contact = make_contact(ana, "岡田")

    response = as_ana.get(url(contact, "export/"))

    assert response["Content-Disposition"] == 'attachment; filename="person.json"'


def test_markup_in_every_field_stays_text(as_ana, ana):
    evil = "<img src=x onerror=alert(1)>"
    contact = make_contact(
        ana, evil, employer=evil, job_title=evil, notes=evil, relation=evil, found_through=evil
    )
    make_referral(contact, make_contact(ana, "Elif"), words=evil)

    for page in ("", "edit/", "erase/", "do-not-contact/"):
        assert "img" not in Page(as_ana.get(url(contact, page))).tags
