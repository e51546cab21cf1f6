"""What a message says that could only be said to this one person.

Particulars are things they did ("you moved from ..."), things of theirs with a name ("your paper on
..."), and moments shared ("we met at ..."). "Your experience" and "your career" are nobody's.
"""

from collections.abc import Iterable

from whoelse.engine.outreach.commonplaces import (
    ANYBODY_DOES,
    ANYBODY_DOES_SOMEHOW,
    ANYBODYS,
    EMPTY,
    LINKS,
    NO_THINGS,
    NOTHING,
    OFFERED,
    PASSED,
    SCHEDULING,
)
from whoelse.engine.outreach.interrogation import WH
from whoelse.engine.outreach.names import parse_name
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.outreach.weighing import weigh
from whoelse.engine.text import Sentence, fold, word_set

_SHARED = read_table("no_reason_for_you.txt")
_CONTENT = Pattern(r"[^\W\d_]{3,}|\d")
_NEAR, _NEAR_WH = 12, 4  # words
# Logarithms of odds; own estimates, found on the half of the golden corpus that is for tuning.
_LIKELY, _UNLIKELY = 0.3, -2.6


def has_particulars(prose: Iterable[Sentence], reading: Reading) -> bool:
    """Whether something in these sentences fits the addressee and hardly anybody else."""
    for sentence in prose:
        odds = weigh(sentence).reason
        if odds > _LIKELY or (odds > _UNLIKELY and is_particular(sentence, reading)):
            return True
    return False


def is_particular(sentence: Sentence, reading: Reading) -> bool:
    """Whether this sentence names a deed, a thing or a moment of the addressee's."""
    words = sentence.words
    for found in _SHARED.find(sentence):
        if found.label == "shared" or _has_content(words, found.last):
            return True
    for at, word in enumerate(words):
        if word == "your" and _is_named_thing(words, at):
            return True
        if word == "you" and _is_deed(words, at):
            return True
    return _names_addressee(sentence, reading)


def _is_named_thing(words: tuple[str, ...], at: int) -> bool:
    """ "Your buoys", "your path from weather to the grid"; not "your career in the industry"."""
    following = words[at + 1 : at + 4]
    if not following or not following[0].isalnum():
        return False
    head = next((k for k, word in enumerate(following) if word in ANYBODYS), None)
    if following[0] in SCHEDULING:
        return False
    if head is None:
        return len(following[0]) > 2 and following[0] not in EMPTY
    last = at + 1 + head
    while last + 1 < len(words) and words[last + 1] in ANYBODYS:
        last += 1
    following_word = words[last + 1] if last + 1 < len(words) else ""
    if following_word.isalpha() and following_word not in LINKS | NO_THINGS:
        return True
    if last + 2 >= len(words) or following_word not in LINKS:
        return False
    return words[last + 2] != "how" and _has_content(words[: last + 6], last + 2)


def _is_deed(words: tuple[str, ...], at: int) -> bool:
    """ "You moved from ...", "you were a nurse"; not "could you tell" or "what you do"."""
    if at > 0 and words[at - 1] in OFFERED:
        return False
    after = at + 1
    while after < len(words) and words[after] in _ADVERBS:
        after += 1
    if after + 1 >= len(words):
        return False
    if not WH.isdisjoint(words[max(0, at - _NEAR_WH) : at]):  # "how you found the way to glaciers"
        is_told = words[after] in PASSED or words[after] not in ANYBODY_DOES_SOMEHOW | ANYBODY_DOES
        return is_told and _has_content(words, after + 1)
    return _names_deed(words, after)


def _names_deed(words: tuple[str, ...], at: int) -> bool:
    """Whether the verb at `at` with what follows tells something of "you"."""
    verb, behind = words[at], words[at + 1]
    if verb in ("were", "are", "became"):
        is_told = behind in ("a", "an", "the", "in", "one", "at", "my", "our")
        return is_told and _has_content(words, at + 2)
    if verb in ("have", "had"):
        is_told = behind.endswith(("ed", "en")) and behind not in EMPTY
        return is_told and behind not in ANYBODY_DOES and _has_content(words, at + 1)
    if verb in ("work", "worked", "started", "got"):
        is_told = behind in ("at", "on", "with", "for", "as", "under", "out", "your", "into")
        return is_told and _has_content(words, at + 1)
    return verb.isalpha() and verb not in ANYBODY_DOES and _has_content(words, at)


def _has_content(words: tuple[str, ...], start: int) -> bool:
    """Whether something is named here that is not said of everybody."""
    for word in words[start : start + _NEAR]:
        if word in WH:
            return False
        if word not in NOTHING and _CONTENT.match(word):
            return True
    return False


_ADVERBS = word_set(
    ", too also once now recently just first then later both still already even never"
)


def _names_addressee(sentence: Sentence, reading: Reading) -> bool:
    names = {fold(w) for w in parse_name(reading.draft.to).words if len(w) > 2}
    return bool(names & sentence.vocabulary)
