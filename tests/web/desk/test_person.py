"""A person's page and export with what every app knows about them."""

import json

from django.urls import reverse

from tests.factories import NOW, make_contact, make_interview, make_message, make_referral
from whoelse.web.interviews.models import Finding, NamedPerson, Note


def talk(student):
    contact = make_contact(student, "Samuel Okafor", honorific="Dr.", stage="held")
    interview = make_interview(contact, held_at=NOW)
    Finding.objects.create(
        student=student,
        interview=interview,
        facet="environment",
        side="for",
        sentence="Home by four.",
        found_at=NOW,
    )
    Note.objects.create(interview=interview, text="machines first", saved_at=NOW)
    make_message(contact, subject="Your work", sent_at=NOW, way="copy")
    return contact


def page_of(contact):
    return reverse("contacts:contact", args=[contact.public_id])


def test_the_page_says_what_they_taught(as_ana, ana):
    page = as_ana.get(page_of(talk(ana))).content.decode()

    assert "Home by four." in page
    assert "Environment" in page


def test_the_export_holds_messages_interviews_and_notes(as_ana, ana):
    contact = talk(ana)

    response = as_ana.get(reverse("contacts:contact-export", args=[contact.public_id]))

    everything = json.loads(response.content)
    assert [m["subject"] for m in everything["messages"]] == ["Your work"]
    (interview,) = everything["interviews"]
    assert [n["text"] for n in interview["notes"]] == ["machines first"]
    assert [f["sentence"] for f in interview["findings"]] == ["Home by four."]


def test_a_stranger_gets_neither(as_dora, ana):
    contact = talk(ana)

    assert as_dora.get(page_of(contact)).status_code == 404
    export = reverse("contacts:contact-export", args=[contact.public_id])
    assert as_dora.get(export).status_code == 404


def test_erasing_a_named_person_leaves_nothing_with_the_referrer(as_ana, ana):
    contact = talk(ana)
    named = make_contact(ana, "Elif Aydin", email="elif@harrow.example")
    make_referral(contact, named)
    NamedPerson.objects.create(
        interview=contact.interviews.get(),
        full_name="Elif Aydin",
        email="elif@harrow.example",
        contact=named,
        named_at=NOW,
    )

    as_ana.post(reverse("contacts:contact-erase", args=[named.public_id]))

    export = reverse("contacts:contact-export", args=[contact.public_id])
    assert "Elif" not in as_ana.get(export).content.decode()


def test_the_page_asks_the_database_the_same_for_one_and_for_three(
    as_ana, ana, django_assert_num_queries
):
    contact = talk(ana)
    interview = contact.interviews.get()
    for count in (1, 2):
        for number in range(count):
            Finding.objects.create(
                student=ana,
                interview=interview,
                facet="path",
                sentence=f"{count}{number}",
                found_at=NOW,
            )
            make_referral(contact, make_contact(ana, f"Named {count}{number}"))
        with django_assert_num_queries(11):
            as_ana.get(page_of(contact))
