"""Reports: names only of those who were ticked, the same in every form, nothing stored."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories import NOW, make_contact, make_interview, make_message
from whoelse.web.discoveries import actions as deciding
from whoelse.web.interviews.models import ClarityRating, Finding, NamedPerson

PATH = reverse("reports:report")


def file_path(form):
    return reverse("reports:report-file", args=[form])


def talk(student, name="Lucia Ferrante", *, held_at=NOW, **fields):
    contact = make_contact(
        student,
        name,
        employer="Quillhaven Maps",
        job_title="Lead analyst",
        occupation="data-scientist",
    )
    return make_interview(contact, held_at=held_at, **fields)


def make_finding(interview, sentence="Cleaning data takes the week."):
    return Finding.objects.create(
        student=interview.student,
        interview=interview,
        occupation="data-scientist",
        facet="challenges",
        sentence=sentence,
        found_at=NOW,
    )


@pytest.fixture
def held(ana):
    interview = talk(ana)
    make_finding(interview)
    ClarityRating.objects.create(student=ana, interview=interview, rating=6, rated_at=NOW)
    ana.answers.create(text="Physics with people.", written_at=NOW)
    deciding.plan_action(ana, text="Take Stat 340", occupation="data-scientist", at=NOW)
    deciding.take_stand(
        ana,
        occupation="data-scientist",
        name="Data scientist",
        standing="leaning",
        because="puzzles",
        at=NOW,
    )
    return interview


def everywhere(client, **query):
    """The report as page and as Markdown."""
    page = client.get(PATH, {"term": "all", **query})
    markdown = client.get(file_path("md"), {"term": "all", **query})
    article = page.content.decode().split("<article")[1].split("</article>")[0]
    return [article, markdown.content.decode()]


def test_it_says_whom_what_how_clear_and_what_next(as_ana, held):
    for text in everywhere(as_ana):
        assert "Physics with people." in text
        assert "Challenges: Cleaning data takes the week." in text
        assert "leaning, because puzzles" in text
        assert "6 on 5 November 2026" in text
        assert "Take Stat 340" in text


def test_names_and_employers_only_of_those_who_were_ticked(as_ana, ana, held):
    make_finding(talk(ana, "Ben Haraldsen", held_at=NOW + timedelta(hours=1)), "Nobody reads it.")
    ticked = str(held.contact.public_id)

    for text in everywhere(as_ana, name=ticked, records="1", rubric="1"):
        assert "Lucia Ferrante" in text
        assert "Quillhaven Maps" in text
        assert "Ben" not in text
        assert "Person 2" in text
    for text in everywhere(as_ana, records="1", rubric="1"):
        assert "Ferrante" not in text
        assert "Quillhaven" not in text
        assert "Lead analyst" not in text


def test_a_term_holds_only_what_happened_in_it(as_ana, ana, held):
    term = ana.terms.create(
        name="Fall 2026",
        starts_on=NOW.date() - timedelta(days=60),
        ends_on=NOW.date() + timedelta(days=30),
    )
    make_finding(talk(ana, "Ben Haraldsen", held_at=NOW - timedelta(days=200)), "Long ago.")

    in_term, ever = (
        as_ana.get(file_path("md"), {"term": choice}).content.decode()
        for choice in (str(term.public_id), "all")
    )

    assert "Long ago." not in in_term
    assert "Cleaning data takes the week." in in_term
    assert "Long ago." in ever


def test_the_rubric_counts_and_leaves_the_remarks_to_the_reader(as_ana, ana, held):
    make_message(held.contact, sent_at=NOW)

    text = as_ana.get(file_path("md"), {"term": "all", "rubric": "1"}).content.decode()

    assert "| Asked for conversations, never for a job | 1 requests sent |  |" in text
    assert "| Held the conversation | 1 held |  |" in text
    assert "| Wrote it up within a day | 0 of 1 |  |" in text


def test_a_pdf_is_a_pdf_whatever_was_typed(as_ana, ana):
    make_finding(talk(ana, "#set page(width: 1pt) 測定 🙂"), '"]) #panic("no") $x$ \\ <b> \u202e')

    response = as_ana.get(file_path("pdf"), {"term": "all", "records": "1"})

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")


def test_an_empty_report_is_a_report(as_ana):
    for form in ("md", "pdf"):
        assert as_ana.get(file_path(form)).status_code == 200
    assert "No conversation took place in this time." in as_ana.get(PATH).content.decode()


@pytest.mark.parametrize(
    "query", [{"term": "x"}, {"name": "nobody"}, {"name": "a\0b", "term": "a\0b"}]
)
def test_what_does_not_fit_is_left_out(as_ana, held, query):
    assert as_ana.get(PATH, query).status_code == 200


def test_the_record_of_one_conversation(as_ana, held):
    NamedPerson.objects.create(interview=held, full_name="Nora Whitlock", named_at=NOW)
    path = reverse("reports:record", args=[held.public_id])

    without, with_name = (as_ana.get(path, query).content.decode() for query in ({}, {"name": "1"}))

    assert "Interview record: Person 1" in without
    assert "Ferrante" not in without
    assert "Nora" not in without
    assert "Interview record: Lucia Ferrante" in with_name
    assert "Cleaning data takes the week." in with_name


def test_a_conversation_that_was_not_held_has_no_record(as_ana, ana):
    coming = make_interview(make_contact(ana))

    assert as_ana.get(reverse("reports:record", args=[coming.public_id])).status_code == 404


def test_dora_gets_nothing_of_anas(as_dora, held):
    assert as_dora.get(reverse("reports:record", args=[held.public_id])).status_code == 404
    record = reverse("reports:record-file", args=[held.public_id, "md"])
    assert as_dora.get(record).status_code == 404
    named = as_dora.get(file_path("md"), {"term": "all", "name": str(held.contact.public_id)})
    assert "Ferrante" not in named.content.decode()


def test_a_report_is_only_looked_at(as_ana, held):
    assert as_ana.post(PATH).status_code == 405


def test_the_page_asks_the_database_the_same_for_one_and_for_three(
    as_ana, ana, django_assert_num_queries
):
    for count in (1, 3):
        for number in range(count):
            make_finding(talk(ana, f"Person {count}{number}"), f"Something {number}.")
        with django_assert_num_queries(24):
            as_ana.get(PATH, {"term": "all", "records": "1", "rubric": "1"})
