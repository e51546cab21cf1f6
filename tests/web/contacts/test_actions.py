"""Adding, editing, moving and erasing people, and the history that this writes."""

import pytest

from tests.factories import NOW, make_contact, make_message, make_referral
from whoelse.web.activity.models import Entry
from whoelse.web.contacts import actions
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.models import Contact, Referral


def add(student, full_name="Elif Aydin", circle="alumni", **details):
    return actions.add_contact(student, full_name=full_name, circle=circle, at=NOW, **details)


def history(student):
    return list(Entry.objects.filter(student=student).values_list("verb", "sentence"))


def test_add_contact_splits_the_title_and_reads_the_work(ana):
    contact = add(
        ana,
        "dr Samuel Okafor",
        job_title="Clinical medical physicist",
        employer="Harrow Bay Regional Hospital",
    )

    contact.refresh_from_db()
    assert (contact.honorific, contact.full_name, contact.name) == (
        "Dr.",
        "Samuel Okafor",
        "Dr. Samuel Okafor",
    )
    assert (contact.occupation, contact.area) == ("medical-physicist", "medical-physics")
    assert (contact.stage, contact.stage_at) == ("open", NOW)
    assert history(ana) == [("added_contact", "You added Dr. Samuel Okafor")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Prof. Dr. Ruth Castellane", ("Prof. Dr.", "Ruth Castellane")),
        ("Professor Ruth Castellane", ("Prof.", "Ruth Castellane")),
        ("Dr.", ("", "Dr.")),
        ("Drew Barnes", ("", "Drew Barnes")),
        ("  Elif \t\n Aydin ", ("", "Elif Aydin")),
        ("Ada \u202eecalevoL\x00", ("", "Ada ecalevoL")),
        ("<script>alert(1)</script>", ("", "<script>alert(1)</script>")),
    ],
)
def test_names_are_cleaned_and_split(ana, name, expected):
    contact = add(ana, name)

    assert (contact.honorific, contact.full_name) == expected


def test_what_is_too_long_is_cut_before_the_database_refuses_it(ana):
    contact = add(ana, "x" * 500, job_title="y" * 500, notes="z" * 20_000)

    contact.refresh_from_db()
    assert [len(t) for t in (contact.full_name, contact.job_title, contact.notes)] == [
        160,
        160,
        10_000,
    ]


@pytest.mark.parametrize(
    ("details", "audience"),
    [
        ({"circle": "known", "relation": "my aunt's friend"}, "family"),
        ({"circle": "alumni", "relation": "aunt"}, "alum"),
        ({"full_name": "Prof. Ruth Castellane"}, "professor"),
        ({"job_title": "Technical recruiter"}, "recruiter"),
        ({"job_title": "CEO and co-founder"}, "executive"),
        ({"audience": "recent_graduate", "job_title": "CEO"}, "recent_graduate"),
        ({}, "alum"),
    ],
)
def test_who_they_are_is_guessed_unless_it_is_said(ana, details, audience):
    assert add(ana, **details).audience == audience


def test_the_same_address_is_not_added_twice(ana, dora):
    known = add(ana, email="Elif@HarrowBay.example")

    with pytest.raises(actions.AlreadyInPeople) as caught:
        add(ana, "E. Aydin", email="elif@harrowbay.EXAMPLE")
    assert caught.value.back == f"/people/{known.public_id}/"
    assert add(dora, email="elif@harrowbay.example").email == "elif@harrowbay.example"
    assert Contact.objects.filter(student=ana).count() == 1


def test_edit_contact_changes_what_is_given_and_classifies_again(ana):
    contact = add(ana, job_title="Software engineer", notes="met at the fair")

    actions.edit_contact(contact, job_title="Medical dosimetrist", at=NOW)

    contact.refresh_from_db()
    assert (contact.occupation, contact.notes) == ("medical-dosimetrist", "met at the fair")
    assert "medical dosimetrist" in contact.search_text
    assert [verb for verb, _ in history(ana)] == ["edited_contact", "added_contact"]


def test_an_edit_that_changes_nothing_writes_no_history(ana):
    contact = add(ana, job_title="Software engineer")

    actions.edit_contact(contact, job_title="Software engineer", full_name="Elif Aydin", at=NOW)

    assert [verb for verb, _ in history(ana)] == ["added_contact"]


def test_a_chosen_occupation_outweighs_the_title(ana):
    contact = add(ana, job_title="Specialist", occupation="medical-dosimetrist")

    assert (contact.occupation, contact.area) == ("medical-dosimetrist", "medical-physics")


def test_edit_refuses_somebody_elses_address(ana):
    add(ana, email="elif@harrowbay.example")
    other = add(ana, "Marcus Oyelaran")

    with pytest.raises(actions.AlreadyInPeople):
        actions.edit_contact(other, email="elif@harrowbay.example", at=NOW)
    other.refresh_from_db()
    assert other.email == ""


def test_move_stage_writes_only_the_stage(ana):
    contact = add(ana)
    Contact.objects.filter(pk=contact.pk).update(notes="written in another tab")

    actions.move_stage(contact, stage="asked", at=NOW)

    contact.refresh_from_db()
    assert (contact.stage, contact.stage_at, contact.notes) == (
        "asked",
        NOW,
        "written in another tab",
    )


def test_erase_takes_everything_with_it_and_the_name_out_of_other_histories(ana, dora):
    okafor = add(ana, "Dr. Samuel Okafor")
    elif_ = actions.add_referral(
        okafor, full_name="Elif Aydin", permission="may_use_name", at=NOW
    ).referred
    make_message(okafor)
    theirs = add(dora, "Dr. Samuel Okafor")

    actions.erase_contact(okafor)

    assert list(Contact.objects.filter(student=ana)) == [elif_]
    assert Referral.objects.count() == 0
    assert history(ana) == [("named", "somebody you erased named Elif Aydin")]
    assert history(dora) == [("added_contact", "You added Dr. Samuel Okafor")]
    assert Contact.objects.filter(pk=theirs.pk).exists()


def test_erasing_bo_leaves_other_words_alone(ana):
    bo = add(ana, "Bo")
    add(ana, "Bob Boone")

    actions.erase_contact(bo)

    assert history(ana) == [("added_contact", "You added Bob Boone")]


def test_blocked_people_are_not_added_again(ana):
    contact = make_contact(ana, "Owen Pryce", employer="Greyfell Weather")
    actions.record_do_not_contact(contact, reason="", asked_by_them=True, at=NOW)
    actions.erase_contact(contact)

    with pytest.raises(AskedNotToBeContacted):
        add(ana, "owen  pryce", employer="Greyfell weather")
    assert Contact.objects.count() == 0


def test_make_referral_of_the_factories_is_what_the_queries_read(ana):
    okafor, elif_ = add(ana, "Dr. Samuel Okafor"), add(ana)

    assert make_referral(okafor, elif_).student == ana
