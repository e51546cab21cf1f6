"""How fast the exact question plan is found on the full bank, and against an integer program."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from statistics import median

from tests.engine.questions.integer_program import IntegerProgram

from bench.figure import Figure, best_of
from whoelse.engine.careers import atlas
from whoelse.engine.questions import Need, Question, load_bank, plan
from whoelse.engine.questions.worth import value_of
from whoelse.engine.words import Audience, Circle, Facet, Phase

MINUTES, ROUNDS = (15, 20, 30), 5
NEEDS, TIMES_FASTER = 60, 20
SAME = 1e-6  # values differ by less


def question_plan() -> Iterator[Figure]:
    """Plan questions, over all audiences"""
    bank = load_bank()
    for minutes in MINUTES:
        times = {
            audience: best_of(ROUNDS, lambda a=audience, m=minutes: plan(Need(a), m, bank))
            for audience in Audience
        }
        worst = max(times, key=times.__getitem__)
        note = f"{len(bank)} questions, {len(times)} audiences"
        yield Figure(f"{minutes} minutes, median", median(times.values()), note=note)
        yield Figure(f"{minutes} minutes, worst", times[worst], note=f"audience {worst}")


def integer_program() -> Iterator[Figure]:
    """Plan questions, ours and an integer program"""
    bank = load_bank()
    rounds = [_round(number, bank) for number in range(NEEDS)]
    differ = sum(abs(each.our_value - each.their_value) > SAME for each in rounds)
    if differ:
        raise RuntimeError(f"{differ} of {NEEDS} plans are not those of the integer program.")
    ours, theirs = (sum(getattr(r, name) for r in rounds) for name in ("ours", "theirs"))
    ratios = sorted(each.theirs / each.ours for each in rounds)
    yield Figure(f"{NEEDS} needs, HiGHS", theirs, note="solving alone, without building the model")
    note = (
        f"same value each; {theirs / ours:.0f} times faster in all, {median(ratios):.0f} the median"
    )
    yield Figure(f"{NEEDS} needs, ours", ours, note=note, aim=theirs / TIMES_FASTER)


@dataclass(frozen=True, slots=True)
class _Round:
    """Seconds and values of one need."""

    ours: float
    theirs: float
    our_value: float
    their_value: float


def _round(number: int, bank: tuple[Question, ...]) -> _Round:
    need, minutes = varied_need(number, bank)
    best, theirs = IntegerProgram(need, minutes, bank).solve()
    made = plan(need, minutes, bank)
    ours = best_of(2, lambda: plan(need, minutes, bank))
    chosen = [planned.question for planned in made.questions]
    return _Round(ours, theirs, value_of(chosen, need), value_of(best, need))


def varied_need(number: int, bank: tuple[Question, ...]) -> tuple[Need, int]:
    """Audiences and minutes in turn; the rest by lot, the same one each time."""
    random, facets = Random(number), list(Facet)
    audience = list(Audience)[number % len(Audience)]
    minutes = MINUTES[number // len(Audience) % len(MINUTES)]
    early = [q.id for q in bank if q.phase is Phase.CORE and audience in q.audiences]
    pinned = tuple(random.sample(early, random.randrange(3)))
    need = Need(
        audience=audience,
        priorities={facet: random.choice((0.5, 1.5, 2.0)) for facet in random.sample(facets, 3)},
        heard={f: random.randrange(8) for f in random.sample(facets, random.randrange(8))},
        area=random.choice(atlas().areas).code,
        circle=random.choice(list(Circle)),
        degree=random.choice(("", "physics", "history")),
        pinned=pinned,
        banned=frozenset(random.sample([q.id for q in bank], 10)) - set(pinned),
        asked=dict.fromkeys(random.sample([q.id for q in bank], 30), 1),
    )
    return need, minutes
