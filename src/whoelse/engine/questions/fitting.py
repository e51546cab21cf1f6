"""Who may be asked what, and whether pins and bans leave a plan at all; if not, what to drop."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from whoelse.engine.questions.question import Need, Question
from whoelse.engine.questions.refusals import PlanDoesNotFit, UnknownQuestion
from whoelse.engine.questions.worth import EXECUTIVE_LIMIT, budget, most_questions, units
from whoelse.engine.words import Audience, Phase

_SHORTEST, _LONGEST = 5, 60  # minutes of a talk; thirty is the most that is ever asked for
_LONGEST_ID = 100  # characters compared with ids of the bank


def candidates_of(need: Need, everything: Iterable[Question]) -> tuple[Question, ...]:
    """The questions that may be asked of this person; `UnknownQuestion` for ids of none."""
    questions = tuple(everything)
    known = {q.id for q in questions}
    if unknown := [one for one in (*need.pinned, *sorted(need.banned)) if one not in known]:
        raise UnknownQuestion(f"There is no question {_quoted(unknown)}.", _meant(unknown, known))
    if both := [one for one in need.pinned if one in need.banned]:
        raise PlanDoesNotFit(
            f"{_quoted(both)} is pinned and banned at once.", "Take it off one of the two lists."
        )
    return tuple(q for q in questions if q.id in need.pinned or _may_be_asked(q, need))


def _meant(unknown: Iterable[str], known: Iterable[str]) -> str:
    names = sorted(known)
    meant = [name for one in unknown for name in get_close_matches(one[:_LONGEST_ID], names, n=1)]
    if meant:
        return f"Did you mean {' and '.join(meant)}?"
    return "Ids look like t03-last-tuesday; a plan as JSON shows those of its questions."


def _may_be_asked(question: Question, need: Need) -> bool:
    return (
        question.id not in need.banned
        and not question.opt_in
        and need.audience in question.audiences
        and (not question.areas or need.area in question.areas)
        and (not question.circles or need.circle in question.circles)
        and (not (question.degrees and need.degree) or need.degree in question.degrees)
    )


def limit_of(minutes: int, need: Need) -> int:
    """Most questions; many short pins raise it, but never for an executive."""
    usual = most_questions(minutes, need.audience)
    if need.audience is Audience.EXECUTIVE:
        return usual
    return max(usual, len(set(need.pinned)) + 2)


def check_fit(need: Need, minutes: int, candidates: Sequence[Question]) -> None:
    """Raise `ValueError` for minutes out of range, `PlanDoesNotFit` if there is no plan."""
    if not _SHORTEST <= minutes <= _LONGEST:
        raise ValueError(f"A plan is made for {_SHORTEST} to {_LONGEST} minutes, not {minutes}.")
    pins = [q for q in candidates if q.id in need.pinned]
    closings = [q for q in candidates if q.asks_name]
    openings = [q for q in candidates if q.phase is Phase.OPENING and not q.asks_name]
    frame = [
        _one_of(openings, pins, "opening question"),
        _one_of(closings, pins, "“who else” question"),
    ]
    others = [q for q in pins if q not in frame]
    _check_count(others, limit_of(minutes, need) - len(frame))
    _check_time(others, frame, minutes)


def _one_of(kind: Sequence[Question], pins: Sequence[Question], name: str) -> Question:
    """The pinned one of a kind of which every plan has exactly one, or else the shortest."""
    pinned = [q for q in kind if q in pins]
    if len(pinned) > 1:
        raise PlanDoesNotFit(
            f"A plan has one {name}, and {len(pinned)} are pinned.",
            f"Drop {_listed(pinned[1:])}.",
        )
    if not kind:
        raise PlanDoesNotFit(
            f"No {name} is left for this person.", "Take one of them off the banned list."
        )
    return pinned[0] if pinned else min(kind, key=lambda q: units(q.minutes))


def _check_count(others: Sequence[Question], room: int) -> None:
    if len(others) > room:
        raise PlanDoesNotFit(
            f"An executive is asked {EXECUTIVE_LIMIT} questions at most, the opening and"
            f" “who else” among them; {len(others)} more are pinned.",
            f"Drop {_listed(others[room:])}.",
        )


def _check_time(others: Sequence[Question], frame: Sequence[Question], minutes: int) -> None:
    room = budget(minutes) - sum(units(q.minutes) for q in frame)
    taken = sum(units(q.minutes) for q in others)
    if taken <= room:
        return
    dropped = []
    for question in sorted(others, key=lambda q: -units(q.minutes)):
        if taken <= room:
            break
        dropped.append(question)
        taken -= units(question.minutes)
    raise PlanDoesNotFit(
        f"With an opening and “who else”, your pins need more than {budget(minutes) / 2:g}"
        f" of {minutes} minutes.",
        f"Drop {_listed(dropped)}." if dropped else "Plan for more minutes.",
    )


def _listed(questions: Iterable[Question]) -> str:
    return " and ".join(f"{q.id} ({_minutes(q.minutes)})" for q in questions)


def _minutes(minutes: float) -> str:
    return "1 minute" if minutes == 1 else f"{minutes:g} minutes"


def _quoted(ids: Iterable[str]) -> str:
    return " and ".join(f"“{one[:_LONGEST_ID]}”" for one in ids)
