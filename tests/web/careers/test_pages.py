"""Looking up titles, the figures, curiosity; what may be asked of these pages and what not."""

import pytest
from django.urls import reverse

from whoelse.web.careers import chart

SEARCH, FIGURES = reverse("careers:search"), reverse("careers:figures")


def curious(code):
    return reverse("careers:curious", args=[code])


def test_a_title_finds_its_occupation(as_ana):
    text = as_ana.get(SEARCH, {"title": "Sr. optical eng. @ Lumenfold"}).content.decode()

    assert "Optical and photonics engineer" in text
    assert reverse("desk:careers-occupation", args=["optical-engineer"]) in text
    assert "Very likely. The title is “optical engineer”." in text


def test_an_unknown_title_says_what_to_do(as_ana):
    text = as_ana.get(SEARCH, {"title": "Chief Alchemist"}).content.decode()

    assert "No occupation is known for" in text


def test_the_search_page_alone_asks_nothing(as_ana):
    answer = as_ana.get(SEARCH)

    assert (answer.status_code, "No occupation" in answer.content.decode()) == (200, False)


@pytest.mark.parametrize("title", ["", "x" * 301, "optical\0engineer"])
def test_titles_that_are_none_are_refused(as_ana, title):
    assert as_ana.get(SEARCH, {"title": title}).status_code == 422


def test_markup_in_a_title_stays_text(as_ana):
    text = as_ana.get(SEARCH, {"title": "<b>Physicist</b>"}).content.decode()

    assert "<b>Physicist" not in text


def test_every_figure_has_its_classes_and_its_source(as_ana):
    text = as_ana.get(FIGURES).content.decode()
    rows = [row for table in chart.tables() for row in table.rows]

    assert len(rows) > 40
    assert all(row.classes and row.source for row in rows)
    assert text.count("Our own estimate") == sum(row.is_estimate for row in rows)


def test_curiosity_is_switched_on_and_off(ana, as_ana):
    for said, areas in (("yes", ["acoustics"]), ("yes", ["acoustics"]), ("no", []), ("no", [])):
        answer = as_ana.post(curious("acoustics"), {"curious": said})
        assert answer.url == reverse("desk:careers-area", args=["acoustics"])
        assert list(ana.curiosities.values_list("area", flat=True)) == areas


def test_curiosity_is_ones_own(dora, as_ana):
    dora.curiosities.create(area="acoustics")

    as_ana.post(curious("acoustics"), {"curious": "no"})

    assert dora.curiosities.count() == 1


def test_curiosity_needs_an_area_and_a_post(as_ana):
    assert as_ana.post(curious("alchemy"), {"curious": "yes"}).status_code == 404
    assert as_ana.get(curious("acoustics")).status_code == 405


def test_nobody_sees_these_pages_without_a_login(client, db):
    for path in (SEARCH, FIGURES, reverse("careers:onet"), reverse("desk:careers")):
        assert client.get(path).status_code == 302
