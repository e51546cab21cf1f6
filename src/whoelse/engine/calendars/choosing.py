"""A few good times out of many, spread over days and times of day, each with its reasons.

The set is judged, not each time alone: five mornings in a row are one offer, not five. All weights
are own estimates; what they weigh is said in words with every choice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from whoelse.engine.calendars.slots import Slot

FEWEST, MOST = 3, 5
# Of a pair: how much wider the choice is.
_OTHER_DAY, _OTHER_WEEKDAY, _OTHER_PART, _OTHER_WEEK = 1.0, 0.3, 0.6, 0.2
_HOUR, _HALF = 0.3, 0.2  # easier to remember than a quarter
_LUNCH, _EDGE, _MONDAY, _FRIDAY = 0.5, 0.2, 0.15, 0.15
_FAR = 0.02  # a day: what is further away is forgotten, and plans change
PARTS = ("morning", "midday", "afternoon")


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen time and why it is among the few, as phrases."""

    slot: Slot
    reasons: tuple[str, ...]


def choose_times(slots: Sequence[Slot], k: int = 4) -> tuple[Choice, ...]:
    """Up to `k` (3 to 5) of the slots, in order. The same slots give the same choice.

    Greedy, then exchanged one by one while that widens the choice; ties go to the earlier time.
    """
    k = min(max(k, FEWEST), MOST)
    first = min((slot.student_time.date() for slot in slots), default=date.min)
    candidates = sorted({slot.starts_at: slot for slot in slots}.values())
    worth = {slot: _worth(slot, first) for slot in candidates}
    chosen: list[Slot] = []
    while candidates and len(chosen) < k:
        best = max(candidates, key=lambda slot: (_gain(slot, chosen, worth), -_order(slot)))
        if any(_overlap(best, other) for other in chosen):
            break
        chosen.append(best)
        candidates.remove(best)
    chosen = _exchanged(chosen, candidates, worth)
    return tuple(Choice(slot, _reasons(slot, chosen)) for slot in sorted(chosen))


def part_of_day(slot: Slot) -> str:
    """Morning, midday or afternoon, by the clock of whom is asked."""
    hour = slot.contact_time.hour
    return PARTS[0] if hour < 11 else PARTS[1] if hour < 14 else PARTS[2]


def _order(slot: Slot) -> float:
    return slot.starts_at.timestamp()


def _gain(slot: Slot, chosen: Sequence[Slot], worth: dict[Slot, float]) -> float:
    """What a time adds to the others: its own worth, and how far it is from each of them."""
    if any(_overlap(slot, other) for other in chosen):
        return float("-inf")
    return round(worth[slot] + sum(_apart(slot, other) for other in chosen), 6)


def _apart(a: Slot, b: Slot) -> float:
    day_a, day_b = a.contact_time.date(), b.contact_time.date()
    is_other_week = day_a.isocalendar()[:2] != day_b.isocalendar()[:2]
    return (
        _OTHER_DAY * (day_a != day_b)
        + _OTHER_WEEKDAY * (day_a.weekday() != day_b.weekday())
        + _OTHER_PART * (part_of_day(a) != part_of_day(b))
        + _OTHER_WEEK * is_other_week
    )


def _overlap(a: Slot, b: Slot) -> bool:
    return abs(a.starts_at - b.starts_at) < timedelta(minutes=a.minutes)


def _worth(slot: Slot, first: date) -> float:
    """How good a time is by itself: easy to say, not at lunch, not at the edge of the week."""
    theirs, mine = slot.contact_time, slot.student_time
    worth = _HOUR * (theirs.minute == 0) + _HALF * (theirs.minute == 30)
    worth -= _LUNCH * (theirs.hour == 12) + _LUNCH / 2 * (mine.hour == 12)
    worth -= _EDGE * (
        theirs.hour < 9 or theirs.hour >= 17 or (theirs.hour, theirs.minute) < (9, 30)
    )
    worth -= _MONDAY * (theirs.weekday() == 0 and theirs.hour < 12)
    worth -= _FRIDAY * (theirs.weekday() == 4 and theirs.hour >= 14)
    return worth - _FAR * (mine.date() - first).days


def _exchanged(chosen: list[Slot], others: Sequence[Slot], worth: dict[Slot, float]) -> list[Slot]:
    """Exchange one for another while that is better: each time the whole is, so it ends."""
    while exchange := _best_exchange(chosen, others, worth):
        old, new = exchange
        chosen = [new if slot is old else slot for slot in chosen]
        others = [old if slot is new else slot for slot in others]
    return chosen


def _best_exchange(
    chosen: Sequence[Slot], others: Sequence[Slot], worth: dict[Slot, float]
) -> tuple[Slot, Slot] | None:
    best_gain, exchange = 0.0, None
    for old in chosen:
        rest = [slot for slot in chosen if slot is not old]
        now = _gain(old, rest, worth)
        for new in others:
            gain = round(_gain(new, rest, worth) - now, 6)
            if gain > best_gain:
                best_gain, exchange = gain, (old, new)
    return exchange


def _reasons(slot: Slot, chosen: Sequence[Slot]) -> tuple[str, ...]:
    others = [other for other in chosen if other is not slot]
    day, part = slot.contact_time, part_of_day(slot)
    reasons = ["inside both working days"]
    if all(other.contact_time.date() != day.date() for other in others):
        reasons.append("a day of its own")
    if all(part_of_day(other) != part for other in others):
        reasons.append(
            f"the only one in the {part}" if part != "midday" else "the only one at midday"
        )
    if day.minute == 0:
        reasons.append("on the hour")
    if day.hour == 12:
        reasons.append("at lunch time, because little else is free")
    return tuple(reasons)
