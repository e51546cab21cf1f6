"""When a sentence asks for a job: by one phrase, or by pieces of evidence that add up.

Phrases and pieces stand in `rules/asks_for_a_job.txt`; a label there says what must hold around a
phrase, and here is what the labels mean. `=join 1` is a piece of evidence that weighs 1.
"""

from collections.abc import Callable
from functools import lru_cache

from whoelse.engine.outreach.circumstances import Circumstances, circumstances
from whoelse.engine.outreach.clues import classes
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.text import Sentence, word_set
from whoelse.engine.words import MessageKind

_MOOD = "=mood 1"
_NOT, _NEAR = word_set("not no never without"), 9  # words
_TURNS = word_set("but though although unless yet still however if only except wherever when")
_PLACE = frozenset({"POST", "SPOT"})  # classes of clues
ENOUGH = 3  # own estimate, found on the half of the golden corpus that is for tuning


def asking_phrases(found: list[Found], kind: MessageKind) -> list[Found]:
    """Phrases that ask for a job by themselves."""
    labelled = (one for one in found if one.label != "subject" and one.label[0] != "=")
    return [one for one in labelled if _holds(one, kind)]


def subject_phrases(found: list[Found], kind: MessageKind) -> list[Found]:
    """Phrases that ask for a job if they stand in the subject line."""
    return [one for one in found if one.label == "subject" and _holds(one, kind)]


def evidence(found: list[Found], kind: MessageKind) -> list[Found]:
    """Pieces that ask for a job together; nothing if their weights do not add up to enough."""
    if _weight({one.label for one in found if one.label[0] == "="}) < ENOUGH:
        return []
    pieces: dict[str, Found] = {}
    for one in found:
        if one.label[0] == "=" and one.label not in pieces and _counts(one, kind):
            pieces[one.label] = one
    is_grave = any(label[-1] == "2" for label in pieces)
    is_in_the_mood = _MOOD in pieces or (is_grave and found[0].sentence.is_question)
    if not is_in_the_mood or _weight(set(pieces)) < ENOUGH:
        return []
    return [one for label, one in pieces.items() if label != _MOOD]


def says_not_to_ask(sentence: Sentence) -> bool:
    """ "I do not seek any position", "no vacancy is sought"; not "I have no job, but ..."."""
    if sentence.is_question or not _TURNS.isdisjoint(sentence.vocabulary):
        return False
    words = sentence.words
    denials = [at for at, word in enumerate(words) if word in _NOT]
    return any(not _places().isdisjoint(words[at : at + _NEAR]) for at in denials)


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Words for what the writer might be after."""
    return frozenset(word for word, own in classes().items() if not _PLACE.isdisjoint(own))


def _weight(labels: set[str]) -> int:
    """What pieces weigh together; being in the mood of asking weighs 1 in any case."""
    hidden = "=there 1" if "=at 1" in labels else "=inside 1"
    return sum(int(label[-1]) for label in labels - {hidden, _MOOD}) + 1


def _holds(found: Found, kind: MessageKind) -> bool:
    around = circumstances(found, kind)
    is_denied = _DENIALS.get(found.label, _is_denied)
    demand = _DEMANDS.get(found.label)
    return not is_denied(around) and (demand is None or demand(around))


def _counts(found: Found, kind: MessageKind) -> bool:
    """Whether a piece of evidence is about a place that the writer might get."""
    if found.label == _MOOD:
        return True
    around = circumstances(found, kind)
    if around.is_denied or not _is_asked_for(around):
        return False
    demand = _DEMANDS.get(found.label)
    return demand is None or demand(around)


def _is_denied(around: Circumstances) -> bool:
    return around.is_denied


def _is_asked_for(around: Circumstances) -> bool:
    """Not a wish to hear how others do it, not past, not in a calendar, not about the field."""
    if around.is_past or around.is_others or around.is_about_how:
        return False
    return not (around.is_about_the_field or around.is_somebody_elses_deed)


_DENIALS: dict[str, Callable[[Circumstances], bool]] = {
    "still": lambda _: False,  # "you may not have ..., but": asked all the same
    "for_free": lambda around: around.is_denied_before,  # "without pay" denies nothing
}
_DEMANDS: dict[str, Callable[[Circumstances], bool]] = {
    "exists": lambda a: a.is_their_place and not (a.is_others or a.is_about_the_field),
    "comes_free": lambda a: not a.is_appointment,
    "wish": lambda a: not (a.is_past or a.is_about_how or a.is_about_the_field),
    "ask": lambda a: not (a.is_others or a.is_past or a.is_somebody_elses_deed),
    "you_do": lambda a: not a.is_the_writers_deed,
    "consider": lambda a: not (a.is_past or a.is_thanked_for or a.is_public),
    "still": lambda a: " but " in a.behind,
    "place": lambda a: _is_asked_for(a) and not a.is_appointment,
    "joins": _is_asked_for,
    "takes": _is_asked_for,
    "forwards": lambda a: not (a.is_past or a.is_the_writers_deed or a.is_about_how or a.is_public),
    "=inside 1": lambda a: not a.is_heard_of,
    "=at 1": lambda a: not a.is_heard_of,
    "=there 1": lambda a: not a.is_heard_of,
    "=join 1": lambda a: a.is_to_be_done,
    "=person 2": lambda a: not (a.is_about_own_things or a.is_the_writers_deed),
    "=paper 2": lambda a: not a.is_to_be_read,
    "=opening 2": lambda a: not (a.is_owned or a.is_appointment),
}
