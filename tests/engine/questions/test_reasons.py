"""Why a question is in a plan and why another is not, word for word."""

import pytest

from tests.engine.questions.makers import make_opening, make_question, make_who_else
from whoelse.engine.questions import Need, Question, load_bank, own_question, plan
from whoelse.engine.questions.reasons import why, why_not
from whoelse.engine.words import Audience, Facet, Phase

SKILLS = make_question("s", facets=(Facet.SKILLS,))


@pytest.mark.parametrize(
    ("question", "need", "words"),
    [
        (SKILLS, Need(pinned=("s",)), "You pinned it."),
        (
            make_question("c", core=True),
            Need(),
            "Asked of everyone, so that you can compare the answers.",
        ),
        (make_who_else(), Need(), "Always last. This is how the next interview begins."),
        (own_question("o", "What now?"), Need(), "Your own question."),
        (
            make_question("r", phase=Phase.CLOSING, facets=()),
            Need(),
            "Short, and useful long after the talk.",
        ),
        (
            SKILLS,
            Need(priorities={Facet.SKILLS: 2.0}),
            "You put skills first this term.",
        ),
        (
            SKILLS,
            Need(priorities={Facet.SKILLS: 2.0, Facet.PAY: 3.0}),
            "You want to hear more about skills this term.",
        ),
        (
            make_question("a", areas=frozenset({"nuclear"})),
            Need(area="nuclear"),
            "Made for this field of work.",
        ),
        (
            make_question("c", facets=(Facet.CHALLENGES,)),
            Need(),
            "Nobody has told you about challenges in this work yet.",
        ),
        (
            SKILLS,
            Need(heard={Facet.SKILLS: 1}),
            "You have one finding on skills; one more voice helps.",
        ),
        (
            SKILLS,
            Need(heard={Facet.SKILLS: 3}),
            "You have three findings on skills; one more voice helps.",
        ),
        (
            make_question("g", topic="T14"),
            Need(audience=Audience.PROFESSOR),
            "A professor has watched many students choose.",
        ),
        (
            make_opening(),
            Need(),
            "Easy to begin with. Nobody has told you about a path into this work yet.",
        ),
        (make_opening(facets=()), Need(), "Easy to begin with."),
        (make_question("n", facets=()), Need(), "It fits this person."),
    ],
)
def test_why(question: Question, need: Need, words: str):
    assert why(question, need, ()) == words


def test_why_of_a_second_question_about_the_same():
    other = make_question("t", facets=(Facet.SKILLS, Facet.PATH))
    assert why(SKILLS, Need(), (other,)) == "A second look at skills, from another side."


@pytest.mark.parametrize(
    ("minutes", "free", "words"),
    [
        (3.0, 2.0, "3 minutes. One minute too many as it stands."),
        (3.0, 2.5, "3 minutes. Half a minute too many as it stands."),
        (1.0, 0.5, "One minute. Half a minute too many as it stands."),
        (2.5, 0.0, "2.5 minutes. The minutes are full as it stands."),
        (2.0, 2.0, "2 minutes. Better from the second half of a longer talk."),
    ],
)
def test_why_not_for_time(minutes: float, free: float, words: str):
    assert why_not(make_question("m", minutes=minutes), [], free, 7, Need()) == words


def test_why_not_for_likeness_number_and_opening():
    tuesday = make_question("t", text="What about Tuesday?", group="day")
    monday = make_question("m", group="day")

    assert why_not(monday, [tuesday], 9, 7, Need()) == (
        "2 minutes. “What about Tuesday?” will probably answer it."
    )
    assert why_not(SKILLS, [tuesday, SKILLS], 9, 2, Need()) == (
        "2 minutes. Two questions are enough for one talk."
    )
    assert why_not(make_opening(), [tuesday], 9, 7, Need()) == "2 minutes. One opening is enough."


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (1, "2 minutes. Somebody in this work answered it already."),
        (3, "2 minutes. Three people in this work answered it already."),
    ],
)
def test_why_not_for_what_was_asked_of_others(times: int, words: str):
    assert why_not(SKILLS, [], 9, 7, Need(asked={"s": times})) == words


def test_a_displaced_core_question_is_the_first_near_miss():
    made = plan(Need(pinned=("t01-busy-this-week",)), 20, load_bank())

    first = made.near_misses[0]
    assert (first.question.id, first.why_not) == (
        "t02-student-to-today",
        "3 minutes. One opening is enough.",
    )


def test_near_misses_are_allowed_useful_and_not_in_the_plan():
    need = Need(priorities={Facet.PAY: 0.0}, banned=frozenset({"t05-bad-week"}))
    made = plan(need, 20, load_bank())

    missed = [miss.question for miss in made.near_misses]
    assert len(missed) == 4
    assert {q.id for q in missed} & {p.question.id for p in made.questions} == set()
    assert [q for q in missed if q.asks_name or q.opt_in or q.facets[:1] == (Facet.PAY,)] == []
    assert "t05-bad-week" not in {q.id for q in missed}
