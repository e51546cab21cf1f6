"""The pages of the roadmap: typed, saved by itself, refused, and closed to strangers."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.factories import NOW, make_contact, make_interview
from tests.web.roadmap.worksheets import FULL_PITCH, PLAIN, add, add_evidence, on_sheet
from whoelse.web.interviews.models import Mark
from whoelse.web.roadmap import actions
from whoelse.web.roadmap.tools import EIGHT, NINE, SLUGS

HTMX = {"HTTP_HX_REQUEST": "true"}


def tool(slug):
    return reverse("roadmap:tool", args=[slug])


def row_path(row, kind, page="row"):
    return reverse(f"roadmap:{page}", args=[kind, row.public_id])


def text_of(response):
    return response.content.decode()


def test_both_editions_have_the_tools_in_their_order(as_ana):
    first = text_of(as_ana.get(reverse("roadmap:roadmap")))
    as_ana.post(reverse("roadmap:roadmap"), {"edition": "nine"})
    fourth = text_of(as_ana.get(reverse("roadmap:roadmap")))

    for page, tools in ((first, EIGHT), (fourth, NINE)):
        places = [page.index(f"</span> {each.name}</h3>") for each in tools]
        assert places == sorted(places)
    assert "Gaining experience" not in first
    assert "Gaining experience" in fourth


def test_an_edition_that_does_not_exist_is_refused(as_ana):
    assert as_ana.post(reverse("roadmap:roadmap"), {"edition": "ten"}).status_code == 422


@pytest.mark.parametrize("slug", SLUGS)
def test_an_empty_sheet_says_how_to_begin(as_ana, slug):
    assert as_ana.get(tool(slug)).status_code == 200


@pytest.mark.parametrize(("kind", "values"), PLAIN.items())
def test_a_row_is_added_with_a_form(as_ana, ana, kind, values):
    response = as_ana.post(reverse("roadmap:rows", args=[kind]), values)

    (row,) = on_sheet(ana, kind)
    assert response.status_code == 302
    assert response["Location"].endswith(f"#row-{row.public_id}")
    assert text_of(as_ana.get(response["Location"])).count(f'id="row-{row.public_id}"') == 1


def test_evidence_needs_a_skill_and_an_experience_of_mine(as_ana, ana, dora):
    skill, experience = add(ana, "skills"), add(ana, "experiences")
    path = reverse("roadmap:rows", args=["evidence"])
    said = {"skill": skill.public_id, "experience": experience.public_id, "sentence": "Did it"}

    foreign = said | {"skill": add(dora, "skills").public_id}
    assert as_ana.post(path, foreign).status_code == 422
    assert as_ana.post(path, said).status_code == 302
    assert [row.sentence for row in on_sheet(ana, "evidence")] == ["Did it"]


@pytest.mark.parametrize("kind", PLAIN)
@pytest.mark.parametrize("name", ["", "a\0b", "x" * 400])
def test_what_does_not_fit_is_refused_at_the_field(as_ana, ana, kind, name):
    values = PLAIN[kind] | {"name": name}

    response = as_ana.post(reverse("roadmap:rows", args=[kind]), values)

    assert response.status_code == 422
    assert 'class="field__error"' in text_of(response)
    assert on_sheet(ana, kind) == []


def test_parts_come_with_their_letter_and_not_by_themselves(as_ana):
    path = reverse("roadmap:rows", args=["letter-parts"])
    assert as_ana.post(path, {"points": "x"}).status_code == 404


def test_typing_saves_and_the_answer_knows_the_new_version(as_ana, ana):
    title = add(ana, "titles")
    said = {"name": "Lens designer", "base": 1, "tab": "one", "turn": 1}

    response = as_ana.post(row_path(title, "titles"), said, **HTMX)

    assert 'name="base" value="2"' in text_of(response)
    assert "Saved" in text_of(response)
    assert [row.name for row in on_sheet(ana, "titles")] == ["Lens designer"]


def test_typing_what_does_not_fit_is_not_saved_and_said(as_ana, ana):
    title = add(ana, "titles")
    add(ana, "titles", name="Lens designer")
    path = row_path(title, "titles")

    empty = as_ana.post(path, {"name": "", "base": 1}, **HTMX)
    taken = as_ana.post(path, {"name": "lens designer", "base": 1}, **HTMX)

    assert (empty.status_code, taken.status_code) == (422, 422)
    assert "Not saved. Write the title." in text_of(empty)
    assert "This title stands on the sheet already." in text_of(taken)
    assert 'value="1"' in text_of(taken)


def test_typing_a_pitch_checks_it(as_ana, ana):
    pitch = add(ana, "pitches")
    said = {"name": "the fair", "base": 1, **FULL_PITCH}

    assert "fits into a minute" in text_of(as_ana.post(row_path(pitch, "pitches"), said, **HTMX))


def test_two_windows_both_stand_on_the_sheet_until_one_counts(as_ana, ana):
    title = add(ana, "titles")
    path = row_path(title, "titles")
    as_ana.post(path, {"name": "From one", "base": 1, "tab": "one"})
    as_ana.post(path, {"name": "From two", "base": 1, "tab": "two"})

    page = text_of(as_ana.get(tool("titles")))
    assert "From one" in page
    assert "From two" in page
    assert "Another window wrote this instead" in page
    copy = title.copies.get()
    as_ana.post(row_path(copy, "titles", "row-settle"), {"keep": "this"})
    assert [row.name for row in on_sheet(ana, "titles")] == ["From two"]


def test_saving_with_the_button_leads_back_to_the_row(as_ana, ana):
    story = add(ana, "stories")
    skill = add(ana, "skills")
    said = {"name": "The leak", "situation": "a\r\nb", "skills": [skill.public_id], "base": 1}

    response = as_ana.post(row_path(story, "stories"), said)

    story.refresh_from_db()
    assert response["Location"] == f"{tool('stories')}#row-{story.public_id}"
    assert (story.situation, list(story.skills.all())) == ("a\nb", [skill])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("jobs.example", "https://jobs.example"),
        ("http://jobs.example/a?b=c", "http://jobs.example/a?b=c"),
        ("", ""),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://[", None),
        ("not an address", None),
    ],
)
def test_the_address_of_a_place_is_one_of_the_web(as_ana, ana, typed, kept):
    said = {"name": "Job board", "address": typed}

    status = as_ana.post(reverse("roadmap:rows", args=["places"]), said).status_code

    assert [row.address for row in on_sheet(ana, "places")] == ([] if kept is None else [kept])
    assert status == (422 if kept is None else 302)


def test_taking_off_and_putting_back(as_ana, ana):
    title = add(ana, "titles")

    as_ana.post(row_path(title, "titles", "row-remove"))
    page = text_of(as_ana.get(tool("titles")))
    as_ana.post(row_path(title, "titles", "row-restore"))

    assert "Put it back" in page
    assert on_sheet(ana, "titles") == [title]


def test_titles_heard_and_titles_of_the_atlas_are_offered_once(as_ana, ana):
    interview = make_interview(make_contact(ana), held_at=NOW)
    for text in ("Lens designer", "lens  designer", "Optical engineer"):
        Mark.objects.create(interview=interview, kind="title", text=text, made_at=NOW)
    ana.curiosities.create(area="medical-physics")
    add(ana, "titles")

    page = text_of(as_ana.get(tool("titles")))

    assert page.lower().count("designer</bdi>") == 1
    assert 'name="name" value="Medical physicist"' in page
    mark = interview.marks.order_by("pk").first()
    as_ana.post(reverse("roadmap:heard", args=[mark.public_id]))
    assert [row.name for row in on_sheet(ana, "titles")] == ["Optical engineer", "Lens designer"]


def test_progress_says_what_is_done_and_what_is_next(as_ana, ana):
    ana.terms.create(
        name="Fall",
        starts_on=NOW.date() - timedelta(days=60),
        ends_on=NOW.date() + timedelta(days=4000),
        planned=3,
    )
    add(ana, "titles")
    make_interview(make_contact(ana), held_at=NOW)

    page = text_of(as_ana.get(tool("interviews")))

    assert "1 title of interest" in page
    assert "No requests sent. This is next." in page
    assert "1 of 3 held" in page


def fill(ana):
    """One row on every sheet."""
    interview = make_interview(make_contact(ana), held_at=NOW)
    title = add(ana, "titles", name="Lens designer", note="Where?", heard_in=interview)
    evidence = add_evidence(ana)
    add(ana, "experiences", name="A day in the clinic", is_ahead=True)
    add(ana, "pitches", **FULL_PITCH)
    add(ana, "places", title=title, note="Sundays")
    part = add(ana, "letters", title=title).parts.first()
    actions.save_row(part, values={"points": "Who I am"}, base=1, tab="", at=NOW)
    add(ana, "stories", result="It held", skills=[evidence.skill])


def test_all_sheets_are_one_document_in_every_form(as_ana, ana):
    fill(ana)
    actions.choose_edition(ana, has_nine_tools=True)

    page = text_of(as_ana.get(reverse("roadmap:all")))
    markdown = text_of(as_ana.get(reverse("roadmap:all-file", args=["md"])))
    pdf = as_ana.get(reverse("roadmap:all-file", args=["pdf"]))

    for said in ("Lens designer", "Imre Sandoval", "Aligned it to a fringe", "A day in the clinic",
                 "I tutored mechanics", "Sundays", "Who I am", "It held"):  # fmt: skip
        assert said in page
        assert said in markdown
    assert pdf.content.startswith(b"%PDF-")
    assert [line for line in markdown.splitlines() if line.startswith("## ")] == [
        f"## {each.number} {each.name}" for each in NINE
    ]


def test_no_sheet_shows_anything_of_anas_to_dora(as_dora, ana):
    fill(ana)

    paths = [*map(tool, SLUGS), reverse("roadmap:roadmap"), reverse("roadmap:all")]
    pages = [text_of(as_dora.get(path)) for path in paths]

    assert [path for path, page in zip(paths, pages, strict=True) if "designer" in page] == []


@pytest.mark.parametrize("page", ["row", "row-remove", "row-restore", "row-settle"])
@pytest.mark.parametrize(("kind", "values"), PLAIN.items())
def test_dora_changes_nothing_of_anas(as_dora, ana, page, kind, values):
    row = add(ana, kind)

    response = as_dora.post(row_path(row, kind, page), values | {"base": 1, "keep": "this"})

    assert response.status_code == 404
    assert on_sheet(ana, kind) == [row]


def test_dora_takes_no_title_that_ana_heard(as_dora, ana):
    interview = make_interview(make_contact(ana), held_at=NOW)
    mark = Mark.objects.create(interview=interview, kind="title", text="Baker", made_at=NOW)

    assert as_dora.post(reverse("roadmap:heard", args=[mark.public_id])).status_code == 404


def test_what_is_no_sheet_and_no_kind_is_not_found(as_ana, ana):
    assert as_ana.get(tool("nothing")).status_code == 404
    assert as_ana.post(reverse("roadmap:rows", args=["nothing"]), {}).status_code == 404
    title = add(ana, "titles")
    assert as_ana.post(row_path(title, "skills")).status_code == 404
    assert as_ana.post(row_path(title, "titles", "row-settle"), {"keep": "x"}).status_code == 404


def test_looking_changes_nothing(as_ana, ana):
    title = add(ana, "titles")

    for page in ("row", "row-remove", "row-restore", "row-settle"):
        assert as_ana.get(row_path(title, "titles", page)).status_code == 405
    assert as_ana.post(reverse("roadmap:all")).status_code == 405


@pytest.mark.parametrize("path", [*map(tool, SLUGS), "/roadmap/", "/roadmap/all/"])
def test_a_page_asks_the_database_the_same_for_one_and_for_three(
    as_ana, ana, django_assert_max_num_queries, path
):
    with django_assert_max_num_queries(60) as empty:
        as_ana.get(path)
    counts = []
    for number in (1, 2, 3):
        interview = make_interview(make_contact(ana, f"Person {number}"), held_at=NOW)
        title = add(ana, "titles", name=f"Title {number}", heard_in=interview)
        evidence = add_evidence(
            ana,
            skill=add(ana, "skills", name=f"Skill {number}"),
            experience=add(ana, "experiences", is_ahead=number == 2),
        )
        add(ana, "pitches", **FULL_PITCH)
        add(ana, "places", title=title)
        add(ana, "letters", title=title)
        story = add(ana, "stories", skills=[evidence.skill])
        actions.save_row(story, values={"name": "x", "skills": []}, base=0, tab="two", at=NOW)
        with django_assert_max_num_queries(60) as asked:
            as_ana.get(path)
        counts.append(len(asked))
    assert counts[0] == counts[1] == counts[2]
    assert len(empty) <= counts[0]


def test_another_windows_version_is_told_in_words(as_ana, ana):
    title = add(ana, "titles", name="Lens designer")
    place = add(ana, "places")
    said = {"name": "Fair", "title": title.public_id, "looked_on": "2026-11-04"}
    as_ana.post(row_path(place, "places"), {"name": "Board", "base": 1, "tab": "one"})
    as_ana.post(row_path(place, "places"), said | {"base": 1, "tab": "two"})

    version = text_of(as_ana.get(tool("search"))).split("Another window")[1].split("</dl>")[0]

    assert "<dd>Lens designer</dd>" in version
    assert "<dd>2026-11-04</dd>" in version
    assert str(title.public_id) not in version
