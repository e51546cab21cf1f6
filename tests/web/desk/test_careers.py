"""Careers: the atlas, the people of one student in it, what was heard, and nothing of others."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_contact, make_interview
from whoelse.web.interviews.models import Finding

WORK = {"occupation": "medical-dosimetrist", "area": "medical-physics"}


def heard(contact, sentence):
    interview = make_interview(contact)
    return Finding.objects.create(
        student=contact.student,
        interview=interview,
        occupation=contact.occupation,
        facet="day_to_day",
        side="open",
        sentence=sentence,
        found_at=timezone.now(),
    )


@pytest.fixture
def pages():
    return {
        "atlas": reverse("desk:careers"),
        "area": reverse("desk:careers-area", args=["medical-physics"]),
        "occupation": reverse("desk:careers-occupation", args=["medical-dosimetrist"]),
    }


def test_the_pages_are_where_they_should_be(pages):
    assert list(pages.values()) == [
        "/careers/",
        "/careers/medical-physics/",
        "/careers/occupations/medical-dosimetrist/",
    ]


def test_the_atlas_shows_figures_with_classes_and_source(as_ana, pages):
    text = as_ana.get(pages["atlas"]).content.decode()

    assert "Of 100 employed physics bachelors 59 work in the private sector" in text
    assert "classes of 2019-20" in text
    assert "The Physics Teacher 61(1):92, 2023 (AIP survey)" in text
    assert "Split not shown" in text


def test_people_stand_in_their_area_and_occupation(ana, as_ana, pages):
    contact = make_contact(ana, "Noor Castellane", job_title="Dosimetrist", **WORK)
    heard(contact, "Plans take half a day each.")

    area, occupation = (as_ana.get(pages[name]).content.decode() for name in ("area", "occupation"))

    for text in (area, occupation):
        assert "Noor Castellane" in text
        assert "Plans take half a day each." in text
        assert reverse("desk:person", args=[contact.public_id]) in text
    assert "1 person" in as_ana.get(pages["atlas"]).content.decode()


def test_families_of_people_and_curiosities_come_first_and_all_can_be_seen(ana, as_ana, pages):
    make_contact(ana, "Noor Castellane", **WORK)
    ana.curiosities.create(area="acoustics")

    near, everything = (
        [(family.code, known) for family, known in as_ana.get(path).context["families"]]
        for path in (pages["atlas"], pages["atlas"] + "?all=yes")
    )

    assert near[0] == ("medical-dosimetrist", 1)
    assert "acoustical-engineer" in dict(near)
    assert "actuary" not in dict(near)
    assert len(everything) == as_ana.get(pages["atlas"]).context["all_families"]


def test_nothing_of_another_student_is_seen(dora, as_ana, pages):
    heard(make_contact(dora, "Imre Sandoval", **WORK), "The clinic is loud.")

    for path in pages.values():
        text = as_ana.get(path).content.decode()
        assert "Imre Sandoval" not in text
        assert "The clinic is loud." not in text
    assert "nobody yet" in as_ana.get(pages["atlas"]).content.decode()


def test_the_number_of_queries_does_not_grow(ana, as_ana, pages, django_assert_max_num_queries):
    counts = []
    for number in (1, 3):
        for each in range(number):
            heard(make_contact(ana, f"Person {number} {each}", **WORK), f"Thing {number} {each}.")
        for path in pages.values():
            with django_assert_max_num_queries(40) as found:
                as_ana.get(path)
            counts.append(len(found))

    assert counts[:3] == counts[3:]


@pytest.mark.parametrize(
    ("name", "code"),
    [("desk:careers-area", "alchemy"), ("desk:careers-occupation", "alchemist"),
     ("desk:careers-occupation", "soc-29-1141")],
)  # fmt: skip
def test_what_the_atlas_does_not_have_is_not_found(as_ana, name, code):
    assert as_ana.get(reverse(name, args=[code])).status_code == 404


def test_a_long_list_of_people_is_cut(ana, as_ana, pages):
    for number in range(61):
        make_contact(ana, f"Person {number:02}", **WORK)

    text = as_ana.get(pages["area"]).content.decode()

    assert "Person 59" in text
    assert "Person 60" not in text
    assert "And more." in text
    assert "and 49 more" in as_ana.get(pages["atlas"]).content.decode()


def test_a_person_leads_to_their_occupation(ana, as_ana, pages):
    contact = make_contact(ana, **WORK)

    text = as_ana.get(reverse("desk:person", args=[contact.public_id])).content.decode()

    assert pages["occupation"] in text
