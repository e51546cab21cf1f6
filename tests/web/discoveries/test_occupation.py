"""Where I stand on one occupation, because, since when; and what to do about it."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import NOW
from tests.web.discoveries.makers import make_finding, talk
from whoelse.web.activity.models import Entry
from whoelse.web.discoveries import actions, queries
from whoelse.web.discoveries.models import PlannedAction, Stand

PATH = reverse("discoveries:occupation", args=["data-scientist"])
ACTIONS = reverse("discoveries:actions", args=["data-scientist"])


def path_of(action):
    return reverse("discoveries:action", args=[action.public_id])


def test_a_stand_is_kept_with_its_reason_and_the_former_ones(as_ana, ana):
    as_ana.post(PATH, {"standing": "leaning", "because": "the puzzles"})
    as_ana.post(PATH, {"standing": "ruled_out", "because": "nobody reads the reports"})

    stands = queries.stands_on(ana, "data-scientist")
    assert [(s.standing, s.because) for s in stands] == [
        ("ruled_out", "nobody reads the reports"),
        ("leaning", "the puzzles"),
    ]
    newest = Entry.objects.filter(student=ana, verb="took_stand").order_by("-pk")[0]
    assert newest.sentence == "Data scientist: ruled out, because nobody reads the reports"


def test_the_same_stand_again_is_no_new_one(as_ana, ana):
    for _ in range(2):
        as_ana.post(PATH, {"standing": "leaning", "because": "the puzzles"})

    assert Stand.objects.count() == 1


def test_the_stand_shows_beside_the_comparison(as_ana, ana):
    make_finding(talk(ana, "Lucia Ferrante"), "Cleaning data takes the week.")
    as_ana.post(PATH, {"standing": "leaning", "because": ""})

    assert ">leaning</span>" in as_ana.get(reverse("discoveries:discoveries")).content.decode()


@pytest.mark.parametrize(
    "typed", [{}, {"standing": "married"}, {"standing": "leaning", "because": "x" * 301}]
)
def test_a_wrong_stand_is_told_and_not_kept(as_ana, typed):
    assert as_ana.post(PATH, typed).status_code == 422
    assert not Stand.objects.exists()


def test_the_page_says_how_much_is_still_new_and_what_nobody_was_asked(as_ana, ana):
    make_finding(talk(ana, "Lucia Ferrante"), "Cleaning data takes the week.")

    page = as_ana.get(PATH).content.decode()

    assert "Nobody was asked yet about day to day, path, rewards" in page


def test_an_action_keeps_its_day_and_who_suggested_it(as_ana, ana):
    interview = talk(ana, "Lucia Ferrante")
    make_finding(interview, "Cleaning data takes the week.")

    response = as_ana.post(
        ACTIONS,
        {"text": "Take Stat 340", "due_on": "2027-01-20", "interview": str(interview.public_id)},
    )

    assert response.status_code == 302
    action = PlannedAction.objects.get(student=ana)
    assert (action.text, action.due_on, action.interview, action.occupation) == (
        "Take Stat 340",
        date(2027, 1, 20),
        interview,
        "data-scientist",
    )
    assert "Take Stat 340" in as_ana.get(reverse("discoveries:discoveries")).content.decode()


@pytest.mark.parametrize("typed", [{"text": ""}, {"text": "x", "due_on": "soon"}, {"text": "a\0b"}])
def test_a_wrong_action_is_told_and_not_kept(as_ana, typed):
    assert as_ana.post(ACTIONS, typed).status_code == 422
    assert not PlannedAction.objects.exists()


def test_an_action_is_done_and_not_done_after_all_and_dropped(as_ana, ana):
    action = actions.plan_action(ana, text="Take Stat 340", occupation="data-scientist", at=NOW)

    as_ana.post(path_of(action), {"done": "1"})
    assert PlannedAction.objects.get().done_at
    as_ana.post(path_of(action), {"done": "0"})
    assert PlannedAction.objects.get().done_at is None
    as_ana.post(path_of(action), {"drop": "1"})
    assert not PlannedAction.objects.exists()


def test_an_action_is_changed(as_ana, ana):
    interview = talk(ana, "Lucia Ferrante")
    interview.held_at = NOW
    interview.save(update_fields=["held_at"])
    action = actions.plan_action(ana, text="Take Stat 340", occupation="data-scientist", at=NOW)
    typed = {"text": "Take Stat 341", "due_on": "2027-01-20", "interview": interview.public_id}

    wrong = as_ana.post(path_of(action), typed | {"text": ""})
    assert wrong.status_code == 422
    assert as_ana.post(path_of(action), typed).url == PATH

    action.refresh_from_db()
    assert (action.text, action.due_on, action.interview) == (
        "Take Stat 341",
        date(2027, 1, 20),
        interview,
    )
    shown = as_ana.get(path_of(action)).context["form"]
    assert shown["due_on"].value() == date(2027, 1, 20)
    assert shown["interview"].value() == interview.public_id


def test_the_only_one_who_spoke_of_it_is_offered_as_who_suggested_it(as_ana, ana):
    first = talk(ana, "Lucia Ferrante")
    make_finding(first, "Cleaning data takes the week.")
    assert as_ana.get(PATH).context["action_form"]["interview"].value() == first.public_id

    make_finding(talk(ana, "Imre Sandoval"), "Everybody wants a dashboard.")
    assert as_ana.get(PATH).context["action_form"]["interview"].value() is None


def test_what_is_to_do_comes_first(ana):
    done = actions.plan_action(ana, text="Done", at=NOW)
    actions.finish_action(done, is_done=True, at=NOW)
    actions.plan_action(ana, text="Later", due_on=date(2027, 2, 1), at=NOW)
    actions.plan_action(ana, text="Sooner", due_on=date(2027, 1, 1), at=NOW)
    actions.plan_action(ana, text="Some day", at=NOW)

    assert [a.text for a in queries.planned_actions(ana)] == ["Sooner", "Later", "Some day", "Done"]


def test_an_occupation_that_is_not_in_the_atlas_is_not_there(as_ana):
    assert as_ana.get(reverse("discoveries:occupation", args=["nothing"])).status_code == 404


def test_dora_sees_and_changes_nothing_of_anas(as_dora, ana, dora):
    action = actions.plan_action(ana, text="Take Stat 340", occupation="data-scientist", at=NOW)
    interview = talk(ana, "Lucia Ferrante")
    make_finding(interview, "Cleaning data takes the week.")

    assert as_dora.post(path_of(action), {"done": "1"}).status_code == 404
    assert as_dora.get(path_of(action)).status_code == 404
    assert "Take Stat 340" not in as_dora.get(PATH).content.decode()
    typed = {"text": "Mine", "interview": str(interview.public_id)}
    assert as_dora.post(ACTIONS, typed).status_code == 422
    assert not PlannedAction.objects.filter(student=dora).exists()


def test_the_page_asks_the_database_the_same_for_one_and_for_three(
    as_ana, ana, django_assert_num_queries
):
    for count in (1, 3):
        for number in range(count):
            interview = talk(ana, f"Person {count}{number}")
            make_finding(interview, "Something.")
            actions.plan_action(
                ana, text="Do", occupation="data-scientist", interview=interview, at=NOW
            )
            Stand.objects.create(
                student=ana, occupation="data-scientist", standing="leaning", taken_at=NOW
            )
        with django_assert_num_queries(9):
            as_ana.get(PATH)
