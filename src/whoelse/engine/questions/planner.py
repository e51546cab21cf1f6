"""`plan`: which questions to ask in these minutes, in which order, and why.

Candidates and limits are gathered here; what a question is worth stands in `worth`, the exact
choice is made by `knapsack`, the words come from `reasons`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from whoelse.engine.questions.fitting import candidates_of, check_fit, limit_of
from whoelse.engine.questions.knapsack import Part, best_set
from whoelse.engine.questions.near_misses import near_misses
from whoelse.engine.questions.options import Item, Room
from whoelse.engine.questions.question import NearMiss, Need, Plan, Planned, Question
from whoelse.engine.questions.reasons import why
from whoelse.engine.questions.refusals import PlanDoesNotFit
from whoelse.engine.questions.worth import (
    EARLIEST_LATE,
    Bucket,
    bucket,
    budget,
    need_of,
    units,
    value_of,
    worth,
)
from whoelse.engine.words import Audience, Facet, Phase

# Rapport first: what is concrete, then what is hard and good about it, then the larger picture.
_TALK = (
    Facet.DAY_TO_DAY,
    Facet.ENVIRONMENT,
    Facet.SKILLS,
    Facet.TITLES,
    Facet.CHALLENGES,
    Facet.REWARDS,
    Facet.BALANCE,
    Facet.PATH,
    Facet.OUTLOOK,
    Facet.PAY,
    Facet.ADVICE,
)


def own_question(
    id: str,  # noqa: A002 - the field of `Question` is called so
    text: str,
    phase: Phase = Phase.CORE,
    minutes: float = 2.0,
    facets: tuple[Facet, ...] = (),
) -> Question:
    """A question of the student's own, a candidate like those of the bank, for every audience."""
    return Question(id, text, "own", phase, minutes, frozenset(Audience), facets)


def plan(need: Need, minutes: int, bank: Sequence[Question]) -> Plan:
    """The most valuable plan for `minutes` (5 to 60), exactly; answers fill at most 85 %.

    One opening first, "who else" last. Pins are in whoever is asked, bans are out. Raises
    `PlanDoesNotFit` if pins or bans leave no plan, `UnknownQuestion` for an id of neither bank
    nor own questions, and `ValueError` for other minutes.
    """
    everything = (*bank, *need.own)
    candidates = candidates_of(need, everything)
    check_fit(need, minutes, candidates)
    room = Room(budget(minutes), limit_of(minutes, need))
    chosen = _ordered(_chosen(_parts(candidates, need), room))
    return Plan(
        minutes=minutes,
        filled_minutes=sum(units(q.minutes) for q in chosen) / 2,
        value=round(value_of(chosen, need), 4),
        core=tuple(q.id for q in chosen if q.core),
        questions=tuple(Planned(q, why(q, need, chosen[:place])) for place, q in enumerate(chosen)),
        near_misses=near_misses(everything, chosen, need, room),
    )


def beside(
    asked: Sequence[str], need: Need, minutes: int, bank: Sequence[Question]
) -> tuple[NearMiss, ...]:
    """What is good and not among `asked`, the ids of a plan as the student has made it.

    First what still fits, then the near misses. If these questions leave no plan, the near misses
    are those of `need` alone. Raises what `plan` raises.
    """
    try:
        made = plan(replace(need, pinned=tuple(asked)), minutes, bank)
    except PlanDoesNotFit:
        made = plan(need, minutes, bank)
    fitting = (NearMiss(planned.question, _still_fits(planned)) for planned in made.questions)
    return tuple(miss for miss in (*fitting, *made.near_misses) if miss.question.id not in asked)


def _still_fits(planned: Planned) -> str:
    return f"{planned.question.minutes:g} minutes. There is still room for it."


def _parts(candidates: Iterable[Question], need: Need) -> list[Part]:
    found: dict[Bucket, list[Item]] = defaultdict(list)
    for q in candidates:
        mark = int(q.asks_name or q.phase is Phase.OPENING)
        item = Item(q, units(q.minutes), worth(q, need), mark, q.id in need.pinned)
        found[bucket(q)].append(item)
    return [Part(place, tuple(items), need_of(place, need)) for place, items in found.items()]


def _chosen(parts: Sequence[Part], room: Room) -> tuple[Question, ...]:
    """The best set; one whose late questions come too early is chosen anew, under that rule.

    Only pins may break the rule, when nothing else fits around them.
    """
    best = best_set(parts, room)
    earliest = units(EARLIEST_LATE)
    early = sum(units(q.minutes) for q in best if q.phase in (Phase.OPENING, Phase.CORE))
    if early >= earliest or all(q.phase is not Phase.LATE_CORE for q in best):
        return best
    return best_set(parts, room, earliest=earliest) or best


def _ordered(chosen: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(sorted(chosen, key=_place))


def _place(question: Question) -> tuple[int, int, str, str]:
    facet = _TALK.index(question.facets[0]) if question.facets else len(_TALK)
    phase = len(Phase) if question.asks_name else tuple(Phase).index(question.phase)
    return phase, facet, question.topic, question.id
