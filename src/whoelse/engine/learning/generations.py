"""Who led to whom: generations, and how many new contacts an interview brings.

Above one new contact per interview the network sustains itself, as a chain reaction does. On a
handful of interviews the number is uncertain, so it comes with its exact Poisson interval.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

from whoelse.engine.wording import number

_TAIL = 0.025  # each side of a 95 % interval
_STEPS = 60  # of bisection, which takes it to a float's precision
_ROOM = 20.0  # above twice the count no such mean is ever found


@dataclass(frozen=True, slots=True)
class Introduction:
    """One person named another; both by the caller's own ids."""

    referrer: str
    contact: str


@dataclass(frozen=True, slots=True)
class Growth:
    """How the network grew. `per_interview` and its 95 % interval are None before the first."""

    generations: Mapping[str, int]  # 0: nobody led there; 1: named by somebody of 0; ...
    sizes: tuple[int, ...]  # people in each generation
    interviews: int
    named: int  # distinct people whom an interviewee named
    per_interview: float | None
    low: float | None
    high: float | None
    sentence: str  # what the number means
    summary: str  # "Ten interviews have brought fourteen new people, in three generations."


def growth(referrals: Sequence[Introduction], interviews: Sequence[str]) -> Growth:
    """Return generations and new contacts per interview.

    `interviews` holds the contact of each interview held. Somebody named twice is one new
    contact, and whoever was interviewed before being named counts all the same.
    """
    generations = _generations(referrals, interviews)
    sizes = _sizes(generations.values())
    interviewees = frozenset(interviews)
    named = len({r.contact for r in referrals if r.referrer in interviewees} - {""})
    held = len(interviews)
    low, high = poisson_interval(named)
    return Growth(
        generations=generations,
        sizes=sizes,
        interviews=held,
        named=named,
        per_interview=named / held if held else None,
        low=low / held if held else None,
        high=high / held if held else None,
        sentence=_sentence(held, low, high),
        summary=_summary(named, held, len(sizes) - 1),
    )


def _generations(
    referrals: Sequence[Introduction], interviews: Collection[str]
) -> Mapping[str, int]:
    """Return the shortest chain of names to everybody; circles of names end nowhere."""
    named_by: dict[str, list[str]] = {}
    for referral in referrals:
        named_by.setdefault(referral.referrer, []).append(referral.contact)
    named = {r.contact for r in referrals if r.contact != r.referrer}
    everybody = dict.fromkeys((*interviews, *named_by, *(r.contact for r in referrals)))
    found = {person: 0 for person in everybody if person not in named}
    rest = iter(everybody)
    layer = list(found)
    while len(found) < len(everybody):
        if not layer:  # people who named each other in a circle: the first one begins it
            layer = [next(person for person in rest if person not in found)]
            found[layer[0]] = 0
        following = []
        for person in layer:
            for contact in named_by.get(person, ()):
                if contact not in found:
                    found[contact] = found[person] + 1
                    following.append(contact)
        layer = following
    return found


def _sizes(generations: Iterable[int]) -> tuple[int, ...]:
    counts: list[int] = []
    for generation in generations:
        counts += [0] * (generation + 1 - len(counts))
        counts[generation] += 1
    return tuple(counts)


def poisson_interval(count: int) -> tuple[float, float]:
    """Return the exact 95 % interval of a Poisson mean after `count` events (Garwood 1936)."""
    low = _mean_where(count - 1, 1 - _TAIL) if count else 0.0
    return low, _mean_where(count, _TAIL)


def _mean_where(count: int, share: float) -> float:
    """Return the mean at which at most `count` events have the probability `share`."""
    low, high = 0.0, 2.0 * count + _ROOM
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _at_most(count, middle) > share:
            low = middle
        else:
            high = middle
    return high


def _at_most(count: int, mean: float) -> float:
    """Return the probability of at most `count` events; terms in logarithms never overflow."""
    return sum(exp(n * log(mean) - mean - lgamma(n + 1)) for n in range(count + 1))


def _sentence(held: int, low: float, high: float) -> str:
    if not held:
        return "No interview yet. Each one ends with: who else should I talk to?"
    people = f"{number(held)} interview{'' if held == 1 else 's'}"
    interval = f"anywhere from {low / held:.1f} to {high / held:.1f}"
    if high < held:
        return f"Below one, the network runs dry: with {people} the true value may lie {interval}."
    if low > held:
        return f"Above one, it sustains itself: with {people} the true value may lie {interval}."
    return (
        f"Above one, the network sustains itself. With {people} the true value may lie {interval}."
    )


def _summary(named: int, held: int, generations: int) -> str:
    if not held:
        return "Nobody was interviewed yet."
    interviews = f"{number(held).capitalize()} interview{' has' if held == 1 else 's have'}"
    if not named:
        return f"{interviews} brought no new people yet."
    people = "one new person" if named == 1 else f"{number(named)} new people"
    chain = f", in {number(generations)} generations" if generations > 1 else ""
    return f"{interviews} brought {people}{chain}."
