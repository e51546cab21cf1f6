"""Findings by occupation and facet, with who said each; my answer and clarity."""

from uuid import uuid4

from django.urls import reverse

from tests.factories import NOW
from tests.web.discoveries.makers import make_finding, talk
from whoelse.web.interviews.models import ClarityRating

PATH = reverse("discoveries:discoveries")


def test_a_finding_stands_under_its_occupation_with_who_said_it(as_ana, ana):
    make_finding(talk(ana, "Lucia Ferrante"), "Cleaning data takes the week.")

    page = as_ana.get(PATH).content.decode()

    assert "Data scientist" in page
    assert "Cleaning data takes the week." in page
    assert "Lucia Ferrante" in page
    assert "Nobody was asked yet about day to day, path" in page


def test_three_occupations_at_once_and_the_others_by_choice(as_ana, ana):
    interview = talk(ana, "Lucia Ferrante")
    for code in ("data-scientist", "actuary", "optical-engineer", "patent-examiner"):
        make_finding(interview, f"About {code}.", occupation=code)

    first = as_ana.get(PATH).context["shown"]
    chosen = as_ana.get(PATH, {"occupation": ["patent-examiner"]}).context["shown"]

    assert len(first) == 3
    assert [one.column.code for one in chosen] == ["patent-examiner"]


def test_only_one_person(as_ana, ana):
    one, other = talk(ana, "Lucia Ferrante"), talk(ana, "Ben Haraldsen")
    make_finding(one, "Hers.")
    make_finding(other, "His.")

    page = as_ana.get(PATH, {"person": str(one.contact.public_id)})

    assert page.context["findings"] == 1
    assert as_ana.get(PATH, {"person": str(uuid4())}).context["findings"] == 0
    assert as_ana.get(PATH, {"person": "nobody"}).status_code == 200


def test_a_script_in_a_finding_stays_text(as_ana, ana):
    make_finding(talk(ana, "<script>alert(1)</script>"), "<img src=x onerror=alert(1)>")

    page = as_ana.get(PATH).content.decode()

    assert "<script>alert" not in page
    assert "<img" not in page


def test_a_new_answer_keeps_the_old_one(as_ana, ana):
    for text in ("No idea yet.", "Physics with people."):
        assert as_ana.post(PATH, {"text": text}).status_code == 302

    assert [a.text for a in ana.answers.all()] == ["Physics with people.", "No idea yet."]
    assert as_ana.post(PATH, {"text": ""}).status_code == 422


def test_clarity_is_a_picture_and_a_table(as_ana, ana):
    for rating in (2, 5):
        ClarityRating.objects.create(student=ana, rating=rating, rated_at=NOW)

    page = as_ana.get(PATH)

    assert [dot.rating.rating for dot in page.context["dots"]] == [2, 5]
    assert page.context["line"].startswith("M46.0")


def test_a_stranger_sees_nothing(as_dora, ana):
    interview = talk(ana, "Lucia Ferrante")
    make_finding(interview, "Cleaning data takes the week.")

    query = {"person": str(interview.contact.public_id)}
    assert as_dora.get(PATH, query).context["findings"] == 0


def test_the_page_asks_the_database_the_same_for_one_and_for_three(
    as_ana, ana, django_assert_num_queries
):
    for count in (1, 3):
        for number in range(count):
            interview = talk(ana, f"Person {count}{number}")
            make_finding(interview, "Something.")
            ClarityRating.objects.create(student=ana, interview=interview, rating=4, rated_at=NOW)
        with django_assert_num_queries(9):
            as_ana.get(PATH)
