"""What matters most to the student: stored once, and in every plan from then on."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_contact, make_interview
from whoelse.web.interviews import actions, bridge
from whoelse.web.interviews.models import FacetPriority
from whoelse.web.interviews.queries import priorities_of, questions_of

GENERAL = reverse("interviews:priorities")


def path_of(interview):
    return reverse("interviews:plan-priorities", args=[interview.public_id])


def facets(interview):
    return {row.facet for row in questions_of(interview)}


def test_what_matters_moves_the_plan_and_the_plan_says_so(as_ana, interview):
    missing = next(f for f in ("pay", "outlook", "balance") if f not in facets(interview))

    response = as_ana.post(path_of(interview), {"facets": [missing]})

    assert response.url == interview.path_to("prepare")
    row = next(row for row in questions_of(interview) if row.facet == missing)
    assert row.why.endswith("first this term.")
    page = as_ana.get(response.url)
    assert "change it" in page.text
    assert [name.lower() for name in page.context["first"]] != []


def test_a_new_plan_knows_what_matters(as_ana, ana):
    as_ana.post(GENERAL, {"facets": ["pay"]})
    interview = make_interview(make_contact(ana, "Imre Sandoval"))

    actions.make_first_plan(interview)

    assert "pay" in facets(interview)


def test_it_is_replaced_as_a_whole_and_may_be_nothing(as_ana, ana):
    as_ana.post(GENERAL, {"facets": ["pay", "balance"]})
    kept = FacetPriority.objects.get(facet="balance").pk
    assert as_ana.post(GENERAL, {"facets": ["balance", "path"]}).url == "/discoveries/"
    assert priorities_of(ana) == ["path", "balance"]
    assert FacetPriority.objects.get(facet="balance").pk == kept
    assert as_ana.get(GENERAL).text.count(" checked") == 2

    as_ana.post(GENERAL, {})
    assert priorities_of(ana) == []


@pytest.mark.parametrize(
    "typed", [["pay", "path", "skills", "titles", "balance"], ["wealth"], ["pay\0"]]
)
def test_too_many_or_unknown_ones_are_told_and_not_kept(as_ana, ana, typed):
    assert as_ana.post(GENERAL, {"facets": typed}).status_code == 422
    assert priorities_of(ana) == []


def test_a_plan_that_is_fixed_stays(as_ana, under_way):
    before = [row.public_id for row in questions_of(under_way)]

    assert as_ana.post(path_of(under_way), {"facets": ["pay", "outlook"]}).status_code == 302

    assert [row.public_id for row in questions_of(under_way)] == before


def test_pins_stay_in_the_plan(ana, interview):
    pinned = next(row for row in questions_of(interview) if row.group == "core")
    actions.pin_question(pinned, is_pinned=True, at=timezone.now())

    actions.save_priorities(ana, facets=["pay"], interview=interview, at=timezone.now())

    assert pinned.question in [row.question for row in questions_of(interview)]
    assert bridge.near_misses(interview, list(questions_of(interview))) != ()


def test_dora_changes_nothing_of_anas(as_dora, ana, dora, interview):
    before = [row.public_id for row in questions_of(interview)]

    assert as_dora.post(path_of(interview), {"facets": ["pay"]}).status_code == 404
    assert as_dora.get(path_of(interview)).status_code == 404
    as_dora.post(GENERAL, {"facets": ["pay"]})

    assert (priorities_of(ana), priorities_of(dora)) == ([], ["pay"])
    assert [row.public_id for row in questions_of(interview)] == before
