"""Rehearsing: a minute aloud, a plan with nobody on the other side, and a ladder that is kept."""

import pytest
from django.urls import reverse

from tests.factories import NOW
from whoelse.web.interviews import actions, bridge, ladder
from whoelse.web.interviews.models import Interview, LadderStep, Note
from whoelse.web.interviews.queries import ladder_of, questions_of


def test_the_opening_minute_is_a_minute_made_of_what_is_known(ana):
    known = ladder.opening_minute(ana)
    ana.full_name = ana.about = ana.school = ""
    unknown = ladder.opening_minute(ana)

    assert sum(line.seconds for line in known) == 60
    assert known[0].words.startswith("Hello, I am Ana Brandt")
    assert unknown[0].words == "Hello: your name, and what you study."


def test_a_rehearsal_of_a_plan_walks_from_opening_to_who_else(as_ana):
    questions = bridge.practice_questions(15)
    path = reverse("interviews:rehearse-plan")

    first = as_ana.get(path)
    last = as_ana.get(f"{path}?q={len(questions)}")

    assert first.context["question"] == questions[0]
    assert questions[-1].asks_name
    assert "Say thank you and end" in last.text
    assert Interview.objects.count() == Note.objects.count() == 0


@pytest.mark.parametrize("q", ["", "0", "-1", "x", "99", "9" * 400, "²"])
def test_odd_places_in_the_walk_are_answered(as_ana, q):
    assert as_ana.get(f"{reverse('interviews:rehearse-plan')}?q={q}").status_code == 200


def test_the_plan_of_a_coming_talk_is_rehearsed_and_stays_as_it_is(as_ana, as_dora, interview):
    path = reverse("interviews:rehearse-talk", args=[interview.public_id])

    shown = as_ana.get(path)

    interview.refresh_from_db()
    assert shown.context["question"] == questions_of(interview)[0]
    assert interview.began_at is None
    assert as_dora.get(path).status_code == 404
    assert path in as_ana.get(reverse("interviews:rehearse")).text


def test_a_rung_is_taken_once_and_taken_back(as_ana, ana, dora):
    for _ in range(2):
        as_ana.post(reverse("interviews:ladder-step", args=["teacher"]))
    taken = set(ladder_of(ana))
    shown = as_ana.get(reverse("interviews:rehearse")).text
    as_ana.post(reverse("interviews:ladder-step-remove", args=["teacher"]))

    assert taken == {"teacher"}
    assert "1 of 7" in shown
    assert LadderStep.objects.count() == 0


def test_a_rung_that_is_not_there_is_not_found(as_ana):
    response = as_ana.post(reverse("interviews:ladder-step", args=["moon"]))

    assert response.status_code == 404
    assert LadderStep.objects.count() == 0


def test_the_first_time_counts(ana):
    actions.take_step(ana, step="friend", at=NOW)
    actions.take_step(ana, step="friend", at=NOW.replace(year=NOW.year + 1))

    assert ladder_of(ana) == {"friend": NOW}
