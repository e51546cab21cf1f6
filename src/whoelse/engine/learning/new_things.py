"""Whether one more interview would still tell new things.

The method of Guest, Namey and Chen, "A simple method to assess and report thematic saturation in
qualitative research", PLoS ONE 15(5): e0232076 (2020): what the first four interviews told is the
base; what each further run of two tells that was not told before is divided by the base.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from whoelse.engine.wording import number

BASE_SIZE = 4  # interviews; the smallest base that the authors recommend
RUN_LENGTH = 2  # interviews in a row; their shorter one
NEW_AT_MOST = 0.05  # their threshold of little new information


@dataclass(frozen=True, slots=True)
class Run:
    """Interviews `first` to `last`, counted from 1, and the new things that they told."""

    first: int
    last: int
    new: int
    share: float  # of the base


@dataclass(frozen=True, slots=True)
class Saturation:
    """How much was new in each interview, and whether the last run told little new."""

    new: tuple[int, ...]  # new things by interview, in their order
    base: int  # distinct things told in the first four
    runs: tuple[Run, ...]
    reached_after: int | None  # interviews after which a run first told little new
    is_saturated: bool  # the latest run tells little new
    short: str  # "3 people, still hearing new things"
    sentence: str


def saturation(interviews: Sequence[Collection[str]]) -> Saturation:
    """Return how saturated an occupation is from the things told in each interview, in order.

    A thing is whatever the caller can tell apart, such as a group of same statements. Something
    new in a later run takes the verdict back, although it was reached before.
    """
    new = _new_things(interviews)
    base = sum(new[:BASE_SIZE])
    runs = tuple(_runs(new, base)) if base else ()
    calm = [run for run in runs if run.share <= NEW_AT_MOST]
    is_saturated = bool(runs) and runs[-1].share <= NEW_AT_MOST
    verdict = _verdict(new, is_saturated=is_saturated)
    people = "1 person" if len(new) == 1 else f"{len(new)} people"
    return Saturation(
        new=new,
        base=base,
        runs=runs,
        reached_after=calm[0].last if calm else None,
        is_saturated=is_saturated,
        short=f"{people}, {verdict}" if new else "nobody asked yet",
        sentence=_sentence(new, base, runs, verdict),
    )


def _new_things(interviews: Sequence[Collection[str]]) -> tuple[int, ...]:
    told: set[str] = set()
    new = []
    for things in interviews:
        new.append(len(set(things) - told))
        told.update(things)
    return tuple(new)


def _runs(new: Sequence[int], base: int) -> list[Run]:
    ends = range(BASE_SIZE + RUN_LENGTH, len(new) + 1)
    found = [(end - RUN_LENGTH + 1, end, sum(new[end - RUN_LENGTH : end])) for end in ends]
    return [Run(first, last, count, count / base) for first, last, count in found]


def _verdict(new: Sequence[int], *, is_saturated: bool) -> str:
    if is_saturated:
        return "you have heard the main things"
    is_quiet = len(new) > 1 and new[-1] == 0
    return "nothing new in the last" if is_quiet else "still hearing new things"


def _sentence(new: Sequence[int], base: int, runs: Sequence[Run], verdict: str) -> str:
    if not new:
        return "Nobody was asked yet."
    people = "One person" if len(new) == 1 else f"{number(len(new)).capitalize()} people"
    if len(new) >= BASE_SIZE and not base:
        return f"{people}, and nothing was written down from the first four."
    if not runs:
        last = f"the last told {number(new[-1])} new thing{'' if new[-1] == 1 else 's'}"
        enough = BASE_SIZE + RUN_LENGTH
        return f"{people}, {verdict}: {last}. From {number(enough)} people on it can be judged."
    run = runs[-1]
    return (
        f"{people}, {verdict}: the last two told {number(run.new)} new"
        f" against {base} from the first four ({run.share:.0%})."
    )
