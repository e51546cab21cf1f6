"""What a plan promises on the real bank: order, limits, constraints, reasons."""

from itertools import pairwise

import pytest

from tests.engine.questions.makers import make_opening, make_question, make_who_else
from whoelse.engine.questions import (
    FILL,
    Need,
    Plan,
    PlanDoesNotFit,
    Question,
    UnknownQuestion,
    load_bank,
    own_question,
    plan,
)
from whoelse.engine.words import Audience, Circle, Facet, Phase

BANK = load_bank()
EVERYWHERE = [(audience, minutes) for audience in Audience for minutes in (15, 20, 30)]
CORE = (
    "t02-student-to-today",
    "t06-told-at-dinner",
    "t13-wish-i-had-known",
)

TOO_LONG = "With an opening and “who else”, your pins need more than 8.5 of 10 minutes."


def asked(made: Plan) -> list[Question]:
    return [planned.question for planned in made.questions]


def asked_ids(made: Plan) -> list[str]:
    return [q.id for q in asked(made)]


@pytest.mark.parametrize(("audience", "minutes"), EVERYWHERE)
def test_every_audience_fills_every_talk(audience: Audience, minutes: int):
    made = plan(Need(audience=audience), minutes, BANK)

    assert 0.75 * FILL * minutes <= made.filled_minutes <= FILL * minutes
    assert made.filled_minutes == sum(q.minutes for q in asked(made))


@pytest.mark.parametrize(("audience", "minutes"), EVERYWHERE)
def test_number_of_questions_is_sensible(audience: Audience, minutes: int):
    low, high = {15: (4, 5), 20: (5, 7), 30: (7, 9)}[minutes]
    if audience is Audience.EXECUTIVE:
        low, high = {15: (4, 5), 20: (5, 5), 30: (6, 7)}[minutes]
    assert low <= len(plan(Need(audience=audience), minutes, BANK).questions) <= high


@pytest.mark.parametrize(("audience", "minutes"), EVERYWHERE)
def test_order_is_opening_to_who_else(audience: Audience, minutes: int):
    questions = asked(plan(Need(audience=audience), minutes, BANK))

    order = [list(Phase).index(q.phase) for q in questions]
    assert order == sorted(order)
    assert [q.topic in ("T01", "T02") for q in questions] == [True] + [False] * (len(order) - 1)
    assert [q.asks_name for q in questions] == [False] * (len(order) - 1) + [True]


@pytest.mark.parametrize(("audience", "minutes"), EVERYWHERE)
def test_everyone_is_asked_the_core_set(audience: Audience, minutes: int):
    assert plan(Need(audience=audience), minutes, BANK).core == CORE


@pytest.mark.parametrize(("audience", "minutes"), EVERYWHERE)
def test_late_questions_wait_for_minute_8(audience: Audience, minutes: int):
    need = Need(audience=audience, priorities={Facet.ADVICE: 9.0, Facet.PAY: 9.0})
    questions = asked(plan(need, minutes, BANK))

    early = [q.minutes for q in questions if q.phase in (Phase.OPENING, Phase.CORE)]
    assert any(q.phase is Phase.LATE_CORE for q in questions)
    assert sum(early) >= 8


@pytest.mark.parametrize(("audience", "minutes"), EVERYWHERE)
def test_only_questions_that_fit_the_person(audience: Audience, minutes: int):
    for q in asked(plan(Need(audience=audience), minutes, BANK)):
        assert audience in q.audiences
        assert (q.areas, q.circles, q.opt_in) == (frozenset(), frozenset(), False)


def test_same_need_same_plan():
    need = Need(audience=Audience.PROFESSOR, heard={Facet.PATH: 3})
    assert plan(need, 20, BANK) == plan(need, 20, BANK)
    assert plan(need, 20, BANK).questions == plan(need, 20, tuple(reversed(BANK))).questions


def test_a_second_alum_of_the_same_work_is_asked_other_questions_and_the_same_core_set():
    first = plan(Need(), 20, BANK)
    answered = dict.fromkeys(asked_ids(first), 1)
    second = plan(Need(asked=answered), 20, BANK)
    third = plan(Need(asked=answered, heard=dict.fromkeys(Facet, 2)), 20, BANK)

    assert second.core == first.core == CORE
    for made in (second, third):
        repeated = set(asked_ids(made)) & set(asked_ids(first)) - set(CORE)
        assert {one for one in repeated if not one.startswith("t20-")} == set()


def test_area_and_circle_open_their_questions():
    optics = Need(area="optics-photonics", circle=Circle.ALUMNI)
    made = plan(optics, 30, [q for q in BANK if not q.core])

    assert [q.areas for q in asked(made) if q.areas] != []
    assert {area for q in asked(made) for area in q.areas} == {"optics-photonics"}


def test_pins_are_in_and_bans_are_out():
    pinned = ("t19-belonged", "t01-mutual-friend", "t20-balance-your-view")
    banned = frozenset({"t06-told-at-dinner", "t03-last-tuesday"})
    made = plan(Need(pinned=pinned, banned=banned), 20, BANK)

    assert set(pinned) <= set(asked_ids(made))
    assert banned & set(asked_ids(made)) == set()
    assert made.core == ("t13-wish-i-had-known",)
    assert asked_ids(made)[0] == "t01-mutual-friend"
    assert asked_ids(made)[-1] == "t20-balance-your-view"


def test_own_questions_compete_and_keep_their_phase():
    mine = own_question("own-1", "What does a coating engineer listen for?", minutes=1.25)
    made = plan(Need(own=(mine,), pinned=("own-1",)), 15, BANK)

    assert mine in asked(made)
    assert made.filled_minutes % 0.5 == 0


def test_heard_and_priorities_move_the_plan():
    def facets(need: Need) -> list[Facet]:
        return [q.facets[0] for q in asked(plan(need, 20, BANK)) if q.facets and not q.core]

    assert Facet.PAY in facets(Need(priorities={Facet.PAY: 3.0}))
    assert Facet.DAY_TO_DAY in facets(Need())
    assert Facet.DAY_TO_DAY not in facets(Need(heard={Facet.DAY_TO_DAY: 20}))
    assert Facet.DAY_TO_DAY not in facets(Need(priorities={Facet.DAY_TO_DAY: 0.0}))


def test_a_plan_holds_no_near_duplicates():
    only = Need(priorities=dict.fromkeys(set(Facet) - {Facet.DAY_TO_DAY, Facet.TITLES}, 0.0))
    groups = [q.group for q in asked(plan(only, 60, BANK)) if q.group]

    assert len(groups) > 1
    assert len(groups) == len(set(groups))


def test_late_pin_stays_when_the_talk_is_too_short_for_rapport():
    made = plan(Need(pinned=("t13-one-line",)), 10, BANK)

    assert "t13-one-line" in asked_ids(made)


@pytest.mark.parametrize(("minutes", "most"), [(20, "five"), (30, "seven")])
def test_executives_get_few_questions_even_with_pins(minutes: int, most: str):
    short = [q.id for q in BANK if q.topic == "T15" and Audience.EXECUTIVE in q.audiences]
    room = {"five": 3, "seven": 5}[most]
    made = plan(Need(Audience.EXECUTIVE, pinned=tuple(short[:room])), minutes, BANK)
    assert len(made.questions) == room + 2

    with pytest.raises(PlanDoesNotFit) as caught:
        plan(Need(Audience.EXECUTIVE, pinned=tuple(short[: room + 1])), minutes, BANK)
    assert caught.value.message.startswith(
        f"In these minutes an executive is asked {most} questions at most"
    )
    assert caught.value.hint == f"Drop {short[room]} (1 minute)."


@pytest.mark.parametrize(
    ("need", "message", "hint"),
    [
        (
            Need(pinned=("t03-one-project", "t03-last-tuesday", "t09-in-ten-years", "t15-book")),
            TOO_LONG,
            "Drop t03-last-tuesday (3.5 minutes) and t03-one-project (3.5 minutes).",
        ),
        (
            Need(pinned=("t02-fork", "t02-detour")),
            "A plan has one opening question, and 2 are pinned.",
            "Drop t02-detour (3 minutes).",
        ),
        (
            Need(pinned=("t20-who-else", "t20-in-my-place")),
            "A plan has one “who else” question, and 2 are pinned.",
            "Drop t20-in-my-place (2 minutes).",
        ),
        (
            Need(banned=frozenset(q.id for q in BANK if q.asks_name)),
            "No “who else” question is left for this person.",
            "Take one of them off the banned list.",
        ),
        (
            Need(pinned=("t15-book",), banned=frozenset({"t15-book"})),
            "“t15-book” is pinned and banned at once.",
            "Take it off one of the two lists.",
        ),
    ],
)
def test_what_cannot_fit_says_what_to_drop(need: Need, message: str, hint: str):
    with pytest.raises(PlanDoesNotFit) as caught:
        plan(need, 10, BANK)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_too_short_for_opening_and_who_else():
    bank = (make_opening(minutes=3.0), make_who_else())
    with pytest.raises(PlanDoesNotFit) as caught:
        plan(Need(), 5, bank)
    assert caught.value.hint == "Plan for more minutes."


def test_unknown_ids_and_minutes_are_refused():
    with pytest.raises(UnknownQuestion, match=r"^There is no question “t99-x” and “t98-y”\.$"):
        plan(Need(pinned=("t99-x",), banned=frozenset({"t98-y"})), 20, BANK)
    for minutes in (4, 61):
        with pytest.raises(ValueError, match="5 to 60 minutes"):
            plan(Need(), minutes, BANK)


def test_a_slip_in_an_id_gets_the_nearest_one():
    with pytest.raises(UnknownQuestion) as caught:
        plan(Need(pinned=("t03-last-teusday",)), 20, BANK)
    assert caught.value.hint == "Did you mean t03-last-tuesday?"


@pytest.mark.parametrize(
    ("degree", "is_asked"), [("", True), ("physics", True), ("history", False)]
)
def test_a_question_about_a_physics_degree_needs_one(degree: str, is_asked: bool):
    physics = make_question("q", degrees=frozenset({"physics", "astronomy"}))
    made = plan(Need(degree=degree), 20, (make_opening(), make_who_else(), physics))
    assert ("q" in asked_ids(made)) is is_asked


def test_dull_bank_of_two_is_a_plan():
    made = plan(Need(), 20, (make_opening(), make_who_else(), make_question("q", opt_in=True)))
    assert asked_ids(made) == ["opening", "who-else"]
    assert all(a.question != b.question for a, b in pairwise(made.questions))
