"""What is good and not in a plan: for others, as it stands, and in the place of a question."""

import pytest

from tests.engine.questions.makers import make_opening, make_question, make_who_else
from whoelse.engine.questions import (
    Need,
    Question,
    UnknownQuestion,
    beside,
    hindrance,
    load_bank,
    may_be_asked,
    plan,
    replacements,
)
from whoelse.engine.words import Audience, Circle, Facet, Phase

BANK = load_bank()
ALUM = frozenset({Audience.ALUM})


@pytest.mark.parametrize(
    ("question", "need", "words"),
    [
        (make_question("q"), Need(), ""),
        (make_question("q"), Need(banned=frozenset({"q"})), "You took it out."),
        (
            make_question("q", opt_in=True),
            Need(),
            "It touches on the personal; it comes in only when you put it in.",
        ),
        (make_question("q", opt_in=True), Need(pinned=("q",)), ""),
        (
            make_question("q", audiences=ALUM),
            Need(Audience.EXECUTIVE),
            "Not for an executive; ask an alum.",
        ),
        (
            make_question("q", audiences=frozenset(Audience) - {Audience.FAMILY} - ALUM),
            Need(),
            "Not for an alum; ask a professor, a recruiter, an executive or a recent graduate.",
        ),
        (
            make_question("q", areas=frozenset({"nuclear"})),
            Need(area="optics-photonics"),
            "Made for another field of work.",
        ),
        (make_question("q", areas=frozenset({"nuclear"})), Need(area="nuclear"), ""),
        (
            make_question("q", circles=frozenset({Circle.MET})),
            Need(circle=Circle.ALUMNI),
            "It speaks of another way in which you met.",
        ),
        (
            make_question("q", degrees=frozenset({"physics", "astronomy"})),
            Need(degree="history"),
            "Made for somebody who studied astronomy or physics.",
        ),
        (make_question("q", degrees=frozenset({"physics"})), Need(), ""),
    ],
)
def test_what_stands_against_a_question(question: Question, need: Need, words: str):
    assert hindrance(question, need) == words
    assert may_be_asked(question, need) is (words == "")


def test_a_facet_put_first_that_this_person_is_not_asked_about_is_told_last():
    need = Need(Audience.EXECUTIVE, priorities={Facet.PAY: 2.0, Facet.OUTLOOK: 2.0})
    *usual, last = plan(need, 20, BANK).near_misses

    assert len(usual) == 4
    assert last.question.facets[0] is Facet.PAY
    assert last.why_not.startswith("Not for an executive; ask an alum")


def test_no_question_for_others_where_the_bank_has_none():
    bank = (make_opening(), make_who_else(), make_question("q"))
    need = Need(priorities={Facet.PAY: 2.0, Facet.DAY_TO_DAY: 2.0})

    assert plan(need, 20, bank).near_misses == ()


def test_beside_a_plan_as_it_stands_is_first_what_still_fits():
    asked = ("t02-fork", "t03-last-tuesday", "t20-who-else")
    found = beside(asked, Need(), 20, BANK)

    fitting = [miss for miss in found if miss.why_not.endswith("There is still room for it.")]
    assert fitting == list(found[: len(fitting)])
    assert [q.question.id for q in fitting if q.question.core] == [
        "t06-told-at-dinner",
        "t13-wish-i-had-known",
    ]
    assert {miss.question.id for miss in found} & set(asked) == set()
    assert len(found) > len(fitting)


def test_beside_a_plan_that_leaves_none_are_the_usual_near_misses():
    two_openings = ("t02-fork", "t02-detour", "t20-who-else")
    usual = plan(Need(), 20, BANK)

    found = beside(two_openings, Need(), 20, BANK)

    assert [miss for miss in found if "still room" not in miss.why_not] == list(usual.near_misses)
    with pytest.raises(UnknownQuestion):
        beside(("t99-none",), Need(), 20, BANK)


def of_bank(identity: str) -> Question:
    return next(q for q in BANK if q.id == identity)


def test_replacements_fit_the_person_and_the_place_and_the_same_facet_comes_first():
    need = Need(Audience.PROFESSOR, area="optics-photonics")
    bad_week = of_bank("t05-bad-week")
    found = replacements(bad_week, need, BANK, besides=("t16-patient-instrument",))

    assert len(found) == 8
    assert {q.facets[0] for q in found} == {bad_week.facets[0]}
    assert all(may_be_asked(q, need) for q in found)
    assert not {"t05-bad-week", "t16-patient-instrument"} & {q.id for q in found}


@pytest.mark.parametrize(
    ("identity", "phases"),
    [
        ("t02-fork", {Phase.OPENING}),
        ("t20-who-else", {Phase.CLOSING}),
        ("t15-book", {Phase.CLOSING}),
    ],
)
def test_openings_and_closings_are_replaced_by_their_like(identity: str, phases: set[Phase]):
    found = replacements(of_bank(identity), Need(), BANK, most=50)

    assert {q.phase for q in found} == phases
    assert {q.asks_name for q in found} == {of_bank(identity).asks_name}
