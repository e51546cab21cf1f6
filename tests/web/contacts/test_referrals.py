"""Who named whom: new and known people, the same pair again, and who is refused."""

import pytest

from tests.factories import NOW, make_contact
from whoelse.web.activity.models import Entry
from whoelse.web.contacts import actions
from whoelse.web.contacts.access import AskedNotToBeContacted
from whoelse.web.contacts.models import Contact, Referral


@pytest.fixture
def okafor(ana):
    return make_contact(ana, "Samuel Okafor", honorific="Dr.", stage="held")


def name(referrer, full_name="Elif Aydin", **details):
    details.setdefault("permission", "may_use_name")
    return actions.add_referral(referrer, full_name=full_name, at=NOW, **details)


def test_a_new_name_becomes_a_contact_in_the_circle_referred(okafor):
    referral = name(
        okafor,
        "Dr Elif Aydin",
        work="Medical dosimetrist at Harrow Bay Regional Hospital",
        email="Elif@harrowbay.example",
        words="the calmest person\nin the basement",
        interview=okafor.public_id,
    )

    elif_ = referral.referred
    assert (elif_.name, elif_.circle, elif_.stage, elif_.email) == (
        "Dr. Elif Aydin",
        "referred",
        "open",
        "elif@harrowbay.example",
    )
    assert (elif_.job_title, elif_.employer, elif_.occupation) == (
        "Medical dosimetrist",
        "Harrow Bay Regional Hospital",
        "medical-dosimetrist",
    )
    assert (referral.words, referral.named_at, referral.interview) == (
        "the calmest person in the basement",
        NOW,
        okafor.public_id,
    )
    assert list(Entry.objects.values_list("contact", "sentence")) == [
        (elif_.public_id, "Dr. Samuel Okafor named Dr. Elif Aydin")
    ]


def test_somebody_known_is_found_by_address_first(ana, okafor):
    by_address = make_contact(ana, "E. Aydin", email="elif@harrowbay.example", circle="cold")
    make_contact(ana, "Elif Aydin")

    assert name(okafor, email="ELIF@harrowbay.example").referred == by_address
    by_address.refresh_from_db()
    assert (by_address.circle, by_address.stage_at) == ("referred", NOW)


def test_somebody_known_is_found_by_name_without_accents_or_case(ana, okafor):
    known = make_contact(ana, "Ines Carvalho", circle="known")

    assert name(okafor, "inês CARVALHO").referred == known
    known.refresh_from_db()
    assert known.circle == "known"


def test_a_namesake_elsewhere_is_somebody_else(ana, okafor):
    make_contact(ana, "Elif Aydin", employer="Quillhaven Maps")
    make_contact(ana, "Jo Park", email="jo@park.example")

    name(okafor, work="Medical dosimetrist, Harrow Bay Regional Hospital")
    name(okafor, "Jo Park", email="jo.park@other.example")

    assert Contact.objects.filter(student=ana).count() == 5


def test_two_namesakes_cannot_be_told_apart_so_a_third_is_written_down(ana, okafor):
    make_contact(ana, "Elif Aydin", employer="Quillhaven Maps")
    make_contact(ana, "Elif Aydin", employer="Harrow Bay")

    assert name(okafor).referred.circle == "referred"
    assert Contact.objects.filter(full_name="Elif Aydin").count() == 3


def test_the_same_pair_again_changes_the_row_that_is_there(okafor):
    first = name(okafor, words="very calm")

    again = name(okafor, permission="will_introduce")

    again.refresh_from_db()
    assert (again.pk, again.permission, again.words) == (first.pk, "will_introduce", "very calm")
    assert Referral.objects.count() == 1


def test_somebody_already_asked_keeps_stage_and_circle(ana, okafor):
    asked = make_contact(ana, "Grace Reyes", circle="alumni", stage="asked", stage_at=NOW)

    name(okafor, referred=asked)

    asked.refresh_from_db()
    assert (asked.circle, asked.stage) == ("alumni", "asked")


def test_nobody_names_themselves(okafor):
    with pytest.raises(actions.NamedThemselves):
        name(okafor, "dr. samuel okafor")
    assert Referral.objects.count() == 0


def test_whoever_must_not_be_contacted_is_not_named_anew(ana, okafor):
    pryce = make_contact(ana, "Owen Pryce")
    actions.record_do_not_contact(pryce, reason="", asked_by_them=True, at=NOW)

    with pytest.raises(AskedNotToBeContacted):
        name(okafor, "Owen Pryce")
    actions.erase_contact(pryce)
    with pytest.raises(AskedNotToBeContacted):
        name(okafor, "Owen Pryce")
    assert Referral.objects.count() == 0
