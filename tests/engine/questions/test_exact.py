"""The plan against brute force: every set of a small bank, tried one by one."""

from itertools import chain, combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.engine.questions.makers import make_opening, make_question, make_who_else
from whoelse.engine.questions import Need, PlanDoesNotFit, Question, plan
from whoelse.engine.words import Audience, Facet, Phase

FACETS = (Facet.PATH, Facet.CHALLENGES, Facet.ADVICE)
LIMITS = {5: 4, 8: 4, 10: 4, 12: 4, 15: 5, 20: 7}


def worth(question: Question) -> float:
    return question.weight * question.minutes / 2 * (1.3 if question.topic == "own" else 1)


def value(chosen: tuple[Question, ...], need: Need) -> float:
    """The formula of the method, written down a second time."""
    total = 5.0 * sum(q.core for q in chosen)
    for facet in (*FACETS, None):
        for side in ((Phase.OPENING, Phase.CORE), (Phase.LATE_CORE,), (Phase.CLOSING,)):
            here = [q for q in chosen if q.phase in side and (*q.facets, None)[0] == facet]
            weight = need.priorities.get(facet, 1.0) * 2 ** (-need.heard.get(facet, 0) / 4)
            if facet is None:
                weight = 0.5 if Phase.CLOSING in side else 1.0
            total += weight * (1 - 2 ** -sum(worth(q) for q in here))
    return total


def is_allowed(chosen: tuple[Question, ...], minutes: int, need: Need) -> bool:
    most = max(LIMITS[minutes], len(need.pinned) + 2)
    if need.audience is Audience.EXECUTIVE:
        most = min(LIMITS[minutes], 5)
    groups = [q.group for q in chosen if q.group]
    pinned_groups = {q.group for q in chosen if q.group and q.id in need.pinned}
    free = [g for g in groups if g not in pinned_groups]
    unpinned_in_pinned = any(q.group in pinned_groups and q.id not in need.pinned for q in chosen)
    return (
        len(chosen) <= most
        and sum(q.asks_name for q in chosen) == 1
        and sum(q.phase is Phase.OPENING for q in chosen) == 1
        and sum(q.minutes for q in chosen) <= minutes * 0.85
        and set(need.pinned) <= {q.id for q in chosen}
        and not {q.id for q in chosen} & need.banned
        and len(free) == len(set(free))
        and not unpinned_in_pinned
    )


def is_late_enough(chosen: tuple[Question, ...]) -> bool:
    early = sum(q.minutes for q in chosen if q.phase in (Phase.OPENING, Phase.CORE))
    return early >= 8 or all(q.phase is not Phase.LATE_CORE for q in chosen)


def best_by_hand(need: Need, minutes: int, bank: tuple[Question, ...]) -> float | None:
    """The best value of all sets; with pins the late rule is kept only if it can be."""
    everything = (*bank, *need.own)
    sets = chain.from_iterable(combinations(everything, k) for k in range(len(everything) + 1))
    allowed = [s for s in sets if is_allowed(s, minutes, need)]
    kept = [s for s in allowed if is_late_enough(s)] or allowed
    return max((value(s, need) for s in kept), default=None)


@st.composite
def questions(draw: st.DrawFn, name: str) -> Question:
    phase = draw(st.sampled_from((Phase.CORE, Phase.CORE, Phase.LATE_CORE, *Phase)))
    facet = draw(st.sampled_from(FACETS))
    facets = () if phase is Phase.CLOSING or draw(st.integers(0, 4)) == 0 else (facet,)
    is_grouped = phase is Phase.CORE and facets != () and draw(st.booleans())
    return make_question(
        name,
        phase=phase,
        topic=draw(st.sampled_from(("T03", "T03", "own"))),
        facets=facets,
        minutes=draw(st.integers(1, 9)) / 2,
        weight=draw(st.sampled_from((0.8, 1.0, 1.0, 1.2))),
        core=draw(st.integers(0, 4)) == 0,
        group=facet if is_grouped else "",
    )


@st.composite
def tasks(draw: st.DrawFn) -> tuple[Need, int, tuple[Question, ...]]:
    bank = tuple(draw(questions(f"q{n}")) for n in range(draw(st.integers(1, 7))))
    bank = (
        make_opening(topic="T01", minutes=draw(st.sampled_from((1.0, 3.0)))),
        make_who_else(),
        *bank,
    )
    names = [q.id for q in bank]
    pinned = draw(st.lists(st.sampled_from(names), max_size=3, unique=True))
    need = Need(
        audience=draw(st.sampled_from((Audience.ALUM, Audience.ALUM, Audience.EXECUTIVE))),
        pinned=tuple(pinned),
        banned=frozenset(draw(st.sets(st.sampled_from(names), max_size=2))) - frozenset(pinned),
        priorities=draw(st.dictionaries(st.sampled_from(FACETS), st.sampled_from((0.0, 2.0)))),
        heard=draw(st.dictionaries(st.sampled_from(FACETS), st.integers(0, 9))),
        own=(draw(questions("mine")),) if draw(st.booleans()) else (),
    )
    return need, draw(st.sampled_from(tuple(LIMITS))), bank


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tasks())
def test_plan_equals_brute_force(task: tuple[Need, int, tuple[Question, ...]]):
    need, minutes, bank = task
    best = best_by_hand(need, minutes, bank)

    if best is None:
        with pytest.raises(PlanDoesNotFit):
            plan(need, minutes, bank)
        return
    made = plan(need, minutes, bank)
    chosen = tuple(planned.question for planned in made.questions)
    assert is_allowed(chosen, minutes, need)
    assert made.value == pytest.approx(best, abs=1e-4)
    assert made.value == pytest.approx(value(chosen, need), abs=1e-4)
