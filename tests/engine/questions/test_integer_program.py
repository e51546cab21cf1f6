"""The plan against an integer program on the full bank, for a few needs; `bench` has many."""

import pytest

from tests.engine.questions.integer_program import IntegerProgram
from whoelse.engine.questions import Need, load_bank, own_question, plan
from whoelse.engine.questions.worth import value_of
from whoelse.engine.words import Audience, Circle, Facet, Phase

MINE = own_question("mine", "What do you listen for?", minutes=1.5, facets=(Facet.SKILLS,))


@pytest.mark.parametrize(
    ("minutes", "need"),
    [
        (10, Need(pinned=("t13-one-line",))),
        (15, Need(Audience.FAMILY, banned=frozenset({"t02-student-to-today"}))),
        (20, Need(heard=dict.fromkeys(Facet, 3), area="optics-photonics", own=(MINE,))),
        (20, Need(pinned=("t15-book", "t15-keep-up", "t03-last-tuesday"), circle=Circle.ALUMNI)),
        (25, Need(Audience.RECRUITER, priorities={Facet.PAY: 9.0, Facet.PATH: 0.0})),
        (30, Need(Audience.EXECUTIVE, asked={"t09-one-bet": 2})),
    ],
)
def test_plan_equals_the_integer_program(minutes: int, need: Need):
    made = plan(need, minutes, load_bank())
    best, _ = IntegerProgram(need, minutes, load_bank()).solve()

    chosen = [planned.question for planned in made.questions]
    early = sum(q.minutes for q in chosen if q.phase in (Phase.OPENING, Phase.CORE))
    if minutes == 10:  # a late pin may break the rule of rapport where nothing else fits
        assert (best, early < 8) == ((), True)
        return
    assert value_of(best, need) == pytest.approx(value_of(chosen, need), abs=1e-6)
    assert len(best) >= len(chosen) >= 5
