"""Welcome: three steps, each skipped or taken up again, and wrong inputs."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import make_contact, make_message, make_referral
from whoelse.web.interviews.models import ClarityRating

ABOUT = {
    "full_name": "Ana Brandt",
    "about": "a third-year physics major",
    "school": "Norhaven College",
    "email": "ana@norhaven.example",
    "time_zone": "America/Chicago",
    "areas": ["medical-physics", "energy"],
    "answer": "No idea yet.",
    "clarity": "3",
}
PACE = {
    "name": "Fall term",
    "starts_on": "2026-08-24",
    "ends_on": "2026-12-12",
    "planned": "4",
}


def step(name):
    return reverse("desk:welcome-step", args=[name])


def test_about_you_is_kept_and_leads_on(as_ana, ana):
    response = as_ana.post(step("about"), ABOUT)

    ana.refresh_from_db()
    assert response.headers["Location"] == step("people")
    assert (ana.full_name, ana.time_zone) == ("Ana Brandt", "America/Chicago")
    assert sorted(c.area for c in ana.curiosities.all()) == ["energy", "medical-physics"]
    assert [a.text for a in ana.answers.all()] == ["No idea yet."]
    assert [r.rating for r in ClarityRating.objects.filter(student=ana)] == [3]


def test_saving_about_you_twice_doubles_nothing(as_ana, ana):
    as_ana.post(step("about"), ABOUT)
    as_ana.post(step("about"), ABOUT | {"areas": ["energy"]})

    assert [c.area for c in ana.curiosities.all()] == ["energy"]
    assert ana.answers.count() == 1
    assert ClarityRating.objects.filter(student=ana).count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "not an address"),
        ("time_zone", "Mars/Olympus"),
        ("areas", ["astrology"]),
        ("clarity", "11"),
        ("full_name", "x" * 121),
        ("answer", "a\0b"),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_kept(as_ana, ana, field, value):
    response = as_ana.post(step("about"), ABOUT | {"school": "Elsewhere", field: value})

    ana.refresh_from_db()
    assert response.status_code == 422
    assert ana.school == "Norhaven College"
    assert ana.curiosities.count() == 0


def test_people_are_kept_a_line_each_in_their_circle(as_ana, ana):
    lines = {
        "family-full_name": "Karin Lindqvist",
        "family-work": "Actuary",
        "teachers-full_name": "Prof. Ruth Castellane",
        "alumni-full_name": "Peter Novak",
        "onward": "1",
    }

    response = as_ana.post(step("people"), lines)

    kept = ana.contacts.order_by("full_name")
    assert response.headers["Location"] == step("pace")
    assert [(c.name, c.circle, c.audience, c.job_title) for c in kept] == [
        ("Karin Lindqvist", "known", "family", "Actuary"),
        ("Peter Novak", "alumni", "recent_graduate", ""),
        ("Prof. Ruth Castellane", "known", "professor", ""),
    ]


def test_a_line_without_a_name_is_asked_for_it(as_ana, ana):
    response = as_ana.post(step("people"), {"family-work": "Actuary"})

    assert response.status_code == 422
    assert "Write the name too" in response.content.decode()
    assert ana.contacts.count() == 0


def test_adding_stays_on_the_page(as_ana, ana):
    response = as_ana.post(step("people"), {"met-full_name": "Lena Hartwig", "add": "met"})

    assert response.headers["Location"] == step("people")
    assert "Lena Hartwig" in as_ana.get(step("people")).content.decode()


def test_a_name_is_taken_back_while_nothing_has_happened(as_ana, ana):
    contact = make_contact(ana, "Karin Lindqvist")

    as_ana.post(reverse("desk:welcome-remove", args=[contact.public_id]))

    assert ana.contacts.count() == 0


def test_a_name_with_a_history_stays(as_ana, ana):
    written = make_contact(ana, "Karin Lindqvist")
    make_message(written)
    named = make_contact(ana, "Elif Aydin")
    make_referral(written, named)

    for contact in (written, named):
        path = reverse("desk:welcome-remove", args=[contact.public_id])
        assert as_ana.post(path).status_code == 404
    assert ana.contacts.count() == 2


def test_a_stranger_takes_nobody_back(as_dora, ana):
    contact = make_contact(ana, "Karin Lindqvist")

    path = reverse("desk:welcome-remove", args=[contact.public_id])
    assert as_dora.post(path).status_code == 404
    assert ana.contacts.count() == 1


def test_pace_ends_on_today(as_ana, ana):
    ana.welcomed_at = None
    ana.save(update_fields=["welcomed_at"])

    response = as_ana.post(step("pace"), PACE)

    ana.refresh_from_db()
    (term,) = ana.terms.all()
    assert response.headers["Location"] == "/"
    assert ana.welcomed_at is not None
    assert (term.name, term.starts_on, term.planned) == ("Fall term", date(2026, 8, 24), 4)


@pytest.mark.parametrize(
    ("field", "value"),
    [("ends_on", "2026-08-01"), ("ends_on", "2029-01-01"), ("planned", "0"), ("planned", "61")],
)
def test_a_term_that_cannot_be_is_refused(as_ana, ana, field, value):
    response = as_ana.post(step("pace"), PACE | {field: value})

    assert response.status_code == 422
    assert ana.terms.count() == 0


def test_an_overlapping_term_is_changed_not_doubled(as_ana, ana):
    as_ana.post(step("pace"), PACE)
    as_ana.post(step("pace"), PACE | {"starts_on": "2026-09-01", "planned": "5"})

    assert [(t.starts_on, t.planned) for t in ana.terms.all()] == [(date(2026, 9, 1), 5)]


def test_the_rest_can_be_skipped_but_not_by_looking(as_ana, ana):
    ana.welcomed_at = None
    ana.save(update_fields=["welcomed_at"])

    assert as_ana.get(step("done")).status_code == 404
    assert as_ana.post(step("done")).headers["Location"] == "/"
    ana.refresh_from_db()
    assert ana.welcomed_at is not None


def test_days_off_are_kept_and_wrong_ones_told(as_ana, ana):
    path = reverse("desk:settings")

    assert as_ana.post(path, {"days": "2026-11-26\n2026-11-27"}).status_code == 302
    assert as_ana.post(path, {"days": "Thanksgiving"}).status_code == 422
    assert sorted(h.day for h in ana.holidays.all()) == [date(2026, 11, 26), date(2026, 11, 27)]
