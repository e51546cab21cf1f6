"""Good questions that are not in a plan, and what could stand in the place of one that is."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from whoelse.engine.questions.fitting import hindrance, may_be_asked
from whoelse.engine.questions.options import Room
from whoelse.engine.questions.question import NearMiss, Need, Question
from whoelse.engine.questions.reasons import why_not
from whoelse.engine.questions.worth import (
    CORE_BONUS,
    Bucket,
    bucket,
    gain,
    need_of,
    units,
    worth,
)
from whoelse.engine.words import Facet, Phase

NEAR_MISSES = 4
REPLACEMENTS = 8


def near_misses(
    everything: Iterable[Question], chosen: Sequence[Question], need: Need, room: Room
) -> tuple[NearMiss, ...]:
    """The core questions that are missing, then those that would add most, one of a bucket.

    Last comes one that the student puts first but that this person is not the one to ask.
    """
    questions = tuple(everything)
    candidates = [q for q in questions if may_be_asked(q, need)]
    free = (room.units - sum(units(q.minutes) for q in chosen)) / 2
    best = _most_valuable(candidates, chosen, need)[:NEAR_MISSES]
    found = tuple(NearMiss(q, why_not(q, chosen, free, room.size, need)) for q in best)
    return (*found, *_for_others(questions, candidates, need))


def _most_valuable(
    candidates: Iterable[Question], chosen: Sequence[Question], need: Need
) -> list[Question]:
    """One of a bucket, and the core set; what would add most comes first."""
    taken = {q.id for q in chosen}
    sums: dict[Bucket, float] = {}
    for q in chosen:
        sums[bucket(q)] = sums.get(bucket(q), 0.0) + worth(q, need)
    best: dict[Bucket | str, tuple[float, Question]] = {}
    for q in candidates:
        if q.id in taken or q.asks_name or (q.phase is Phase.OPENING and not q.core):
            continue
        home = bucket(q)
        added, place = _added_by(q, home, need, sums), q.id if q.core else home
        if added > best.get(place, (0.0, q))[0]:
            best[place] = (added, q)
    return [q for _, q in sorted(best.values(), key=lambda found: -found[0])]


def _added_by(question: Question, home: Bucket, need: Need, sums: Mapping[Bucket, float]) -> float:
    so_far = sums.get(home, 0.0)
    more = gain(so_far + worth(question, need)) - gain(so_far)
    return CORE_BONUS * question.core + need_of(home, need) * more


def _for_others(
    questions: Iterable[Question], candidates: Iterable[Question], need: Need
) -> Iterator[NearMiss]:
    """The best question on the facet that is put first, if this audience has none on it."""
    covered = {facet for q in candidates for facet in q.facets[:1]}
    wished = {f: p for f, p in need.priorities.items() if p > 1.0 and f not in covered}
    if not wished:
        return
    first = max(wished, key=lambda facet: (wished[facet], facet))
    fit = [q for q in questions if q.facets[:1] == (first,) and _is_only_for_others(q, need)]
    if fit:
        best = max(fit, key=lambda q: (q.weight, q.id))
        yield NearMiss(best, hindrance(best, need))


def _is_only_for_others(question: Question, need: Need) -> bool:
    return need.audience not in question.audiences and not (
        question.opt_in or question.areas or question.circles or question.id in need.banned
    )


def replacements(
    question: Question,
    need: Need,
    bank: Iterable[Question],
    *,
    besides: Collection[str] = (),
    most: int = REPLACEMENTS,
) -> tuple[Question, ...]:
    """What may be asked of this person in the place of a question, the same facet first.

    The place is the opening, the middle, the end, or "who else". `besides` holds the ids of what
    is asked already.
    """
    facet = _main_facet(question)
    fit = [
        q
        for q in (*bank, *need.own)
        if q.id not in besides
        and q.id != question.id
        and _place(q) == _place(question)
        and may_be_asked(q, need)
    ]
    fit.sort(key=lambda q: (_main_facet(q) != facet, -_added_by(q, bucket(q), need, {}), q.id))
    return tuple(fit[:most])


def _place(question: Question) -> tuple[bool, bool, bool]:
    is_opening, is_closing = question.phase is Phase.OPENING, question.phase is Phase.CLOSING
    return question.asks_name, is_opening, is_closing


def _main_facet(question: Question) -> Facet | None:
    return question.facets[0] if question.facets else None
