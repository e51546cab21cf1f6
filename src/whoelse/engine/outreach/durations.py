"""Lengths of time named in a sentence, and whether they are asked of the reader.

"A quarter of an hour", "15-20 min", "an hour and a half" are lengths; "at an hour that suits you",
"an hour away", "ten hours a week", "your 40-minute talk" ask for nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.text import Sentence, word_set

_UNITS = {
    **dict.fromkeys(("minute", "minutes", "min", "mins", "minuets", "minuts", "minits"), 1),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), 60),
}
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
]
_NUMBERS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_ONES)},
    "1⁄4": 0.25,
    "1⁄2": 0.5,
    "3⁄4": 0.75,
    "a": 1,
    "an": 1,
    "couple": 2,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}
_BETWEEN = word_set(
    "short quick or so odd brief good full whole more of your solid entire spare precious ( ) ish "
    "extra additional minimum uninterrupted little free"
)
_PAST = word_set(
    "arrived came left spent took lasted gave talked watched listened heard read enjoyed drove "
    "waited worked attended ran met spoke practiced practised flew walked studied lasts takes runs "
    "works listening watching reading work commute drive travel sleep sat stayed taught "
    "turned became ended began went"
)
_WISHED = word_set(
    "wanted hoped needed wondered interested planned agreed pleased delighted honored honoured "
    "thrilled obliged excited privileged overjoyed indebted humbled"
)  # no past, though "-ed"
_NOT_ASKED_AFTER = word_set(
    "away ago north south east west ahead behind early earlier late later from drive "
    "commute flight notice talk talks lecture lectures lab labs class classes seminar video "
    "podcast exam presentation presentations shift shifts episode course documentary bus car walk "
    "ride train trip difference apart per each every a weekly daily week day session's experiment "
    "film webinar recording exposure exposures observation runs journey test segment colloquium "
    "left old"
)
_NOT_ASKED_BEFORE = word_set("within every after before past last until")
_NOT_A_VERB_AFTER = word_set("be the your this his her their own")  # "be delighted", "the work"
_OWN = ("i", "have")  # "I have an hour between classes" asks for nothing
_TIME_OF_DAY = word_set("at in which what whatever any")
_CHOSEN = word_set("name pick choose suggest propose set fix")  # "name an hour that suits you"
_CHOICE = word_set("that when which of convenient between")
_TALKS = word_set("call chat meeting conversation interview zoom video")


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, in minutes, and the words that name it."""

    longest: float
    first: int
    last: int


_ASKS = Pattern(
    r" (?:\?|could|would|can|may|might|shall|should|love|hope|hoping|need|needs|propose|suggest|"
    r"plan|spare|free|block|please|ideally|maybe|perhaps|asking|ask|request|thinking|thought|want|"
    r"wish|let us|take|takes|grab|give me|great|fine|ok|okay|enough|suffice|perfect|wonderful|"
    r"plenty|ideal|expect|my questions) "
)


def requested_durations(sentence: Sentence) -> Iterator[Duration]:
    """Lengths that the sentence asks for in so many words.

    Where a short one stands beside a long one, the long one is only compared with it.
    """
    found = list(asked_durations(sentence))
    if found and _ASKS.search(sentence.plain):
        shortest = min(duration.longest for duration in found)
        yield from (d for d in found if d.longest == shortest or "or" in sentence.vocabulary)


def asked_durations(sentence: Sentence) -> Iterator[Duration]:
    """Lengths that the sentence may be asking for; facts and times of day are left out."""
    if sentence.vocabulary.isdisjoint(_UNITS):
        return
    for duration in durations(sentence):
        if not _is_fact(sentence.words, duration):
            yield duration


def durations(sentence: Sentence) -> Iterator[Duration]:
    """Every length of time named, in order."""
    words = sentence.words
    for at, word in enumerate(words):
        unit = _UNITS.get(word)
        if unit is None:
            continue
        amount, first = _amount_before(words, at)
        if amount is None:
            continue
        last = at
        if unit == 60 and words[at + 1 : at + 4] == ("and", "a", "half"):
            amount, last = amount + 0.5, at + 3
        yield Duration(amount * unit, first, last)


def _amount_before(words: tuple[str, ...], unit_at: int) -> tuple[float | None, int]:
    """The number in front of a unit (the larger one of "15 or 20") and where it begins."""
    at = unit_at - 1
    fraction = 1.0
    while at >= 0 and words[at] in _BETWEEN and unit_at - at <= 4:
        at -= 1
    if at < 0:
        return None, unit_at
    if words[at] in ("a", "an") and at >= 1:
        fraction, at = _fraction(words, at)
    elif words[at] in ("half", "quarter"):
        return _fraction_alone(words, at)
    if fraction != 1.0:
        return fraction, at
    value = _number(words[at])
    if value is None:
        return None, unit_at
    if words[at] in _ONES[:10] and at >= 1 and (_number(words[at - 1]) or 0) >= 20:
        return (_number(words[at - 1]) or 0) + value, at - 1
    return value, at


def _fraction(words: tuple[str, ...], at: int) -> tuple[float, int]:
    """ "Half an hour", "three quarters of an hour", with `at` on the article."""
    back = at - 1 if words[at - 1] != "of" else at - 2
    if back < 0:
        return 1.0, at
    if words[back] == "half":
        return 0.5, back
    if words[back] == "quarter":
        return 0.25, back
    if words[back] == "quarters":
        return 0.75, back
    return 1.0, at


def _fraction_alone(words: tuple[str, ...], at: int) -> tuple[float | None, int]:
    """ "A half hour", "one and a half hours"."""
    share = 0.5 if words[at] == "half" else 0.25
    if words[max(0, at - 2) : at] == ("and", "a") and at >= 3:
        whole = _number(words[at - 3])
        return (None, at) if whole is None else (whole + share, at - 3)
    return share, at


def _number(word: str) -> float | None:
    if word in _NUMBERS:
        return _NUMBERS[word]
    if word[0].isdigit() and word.isascii():
        try:
            return min(float(word.replace(":", ".")), 10_000.0)
        except ValueError:
            return None
    return None


def _is_fact(words: tuple[str, ...], duration: Duration) -> bool:
    first, last = duration.first, duration.last
    before = words[first - 1] if first else ""
    if before in _NOT_ASKED_BEFORE or _belongs_to_a_thing(words, last, before):
        return True
    if _is_told(words[max(0, first - 7) : first]):
        return True
    return _is_time_of_day(words, duration, before)


def _belongs_to_a_thing(words: tuple[str, ...], last: int, before: str) -> bool:
    """ "An hour's drive", "your two-hour tutorial", "forty minutes long"."""
    after, beyond = (*words[last + 1 : last + 3], "", "")[:2]
    if before == "your":
        return True
    return (after in _NOT_ASKED_AFTER or after in ("'s", "long")) and beyond not in _TALKS


def _is_time_of_day(words: tuple[str, ...], duration: Duration, before: str) -> bool:
    """ "At an hour that suits you", "I can do an hour like 8:30"; or the writer's own hours."""
    first, after = duration.first, words[duration.last + 1 : duration.last + 2]
    if duration.longest > 30 and (before == "in" or words[max(0, first - 2) : first] == _OWN):
        return True
    is_hour = duration.longest == 60 and words[first] in ("a", "an")
    is_chosen = before in _CHOSEN and bool(_CHOICE.intersection(after))
    return is_hour and (before in _TIME_OF_DAY or after == ("like",) or is_chosen)


def _is_told(before: tuple[str, ...]) -> bool:
    """Whether a verb of the past stands before a length; "if I came by for" asks all the same."""
    if "if" in before:
        return False
    behind = {after for word, after in pairwise(before) if word in _NOT_A_VERB_AFTER}
    return any(_is_past(word) for word in before if word not in behind)


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _WISHED)
