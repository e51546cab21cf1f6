"""Who may be asked what, and whether pins and bans leave a plan at all; if not, what to drop."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from whoelse.engine.questions.question import Need, Question
from whoelse.engine.questions.refusals import PlanDoesNotFit, UnknownQuestion
from whoelse.engine.questions.worth import budget, most_questions, units
from whoelse.engine.wording import number
from whoelse.engine.words import Audience, Phase

_SHORTEST, _LONGEST = 5, 60  # minutes of a talk; thirty is the most that is ever asked for
_LONGEST_ID = 100  # characters compared with ids of the bank
_SOMEBODY = {
    Audience.FAMILY: "your family",
    Audience.PROFESSOR: "a professor",
    Audience.ALUM: "an alum",
    Audience.RECRUITER: "a recruiter",
    Audience.EXECUTIVE: "an executive",
    Audience.RECENT_GRADUATE: "a recent graduate",
}


def candidates_of(need: Need, everything: Iterable[Question]) -> tuple[Question, ...]:
    """The questions that may be asked of this person.

    Raises `UnknownQuestion` for ids of none, `PlanDoesNotFit` for one that is pinned and banned.
    """
    questions = tuple(everything)
    known = {q.id for q in questions}
    if unknown := [one for one in (*need.pinned, *sorted(need.banned)) if one not in known]:
        raise UnknownQuestion(f"There is no question {_quoted(unknown)}.", _meant(unknown, known))
    if both := [one for one in need.pinned if one in need.banned]:
        raise PlanDoesNotFit(
            f"{_quoted(both)} is pinned and banned at once.", "Take it off one of the two lists."
        )
    return tuple(q for q in questions if may_be_asked(q, need))


def _meant(unknown: Iterable[str], known: Iterable[str]) -> str:
    names = sorted(known)
    meant = [name for one in unknown for name in get_close_matches(one[:_LONGEST_ID], names, n=1)]
    if meant:
        return f"Did you mean {' and '.join(meant)}?"
    return "Ids look like t03-last-tuesday; a plan as JSON shows those of its questions."


def may_be_asked(question: Question, need: Need) -> bool:
    """Whether this person may be asked; a pin outweighs everything but a ban."""
    return not hindrance(question, need)


def hindrance(question: Question, need: Need) -> str:
    """Why this person is not asked that, in a sentence; empty if nothing stands against it."""
    if question.id in need.pinned and question.id not in need.banned:
        return ""
    return next(_hindrances(question, need), "")


def _hindrances(question: Question, need: Need) -> Iterator[str]:
    if question.id in need.banned:
        yield "You took it out."
    if question.opt_in:
        yield "It touches on the personal; it comes in only when you put it in."
    if need.audience not in question.audiences:
        others = [_SOMEBODY[audience] for audience in Audience if audience in question.audiences]
        yield f"Not for {_SOMEBODY[need.audience]}; ask {either(others)}."
    if question.areas and need.area not in question.areas:
        yield "Made for another field of work."
    if question.circles and need.circle not in question.circles:
        yield "It speaks of another way in which you met."
    if question.degrees and need.degree and need.degree not in question.degrees:
        yield f"Made for somebody who studied {either(sorted(question.degrees))}."


def either(words: Sequence[str]) -> str:
    """Return "a, b or c"."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


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
    _check_count(others, limit_of(minutes, need))
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


def _check_count(others: Sequence[Question], most: int) -> None:
    """Pins beside the opening and "who else" are too many only for an executive."""
    if len(others) > most - 2:
        raise PlanDoesNotFit(
            f"In these minutes an executive is asked {number(most)} questions at most, the opening"
            f" and “who else” among them; {number(len(others))} more are pinned.",
            f"Drop {_listed(others[most - 2 :])}.",
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
