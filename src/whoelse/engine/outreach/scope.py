"""What governs a phrase: negation, the past, somebody else as the subject.

All questions are about the words before a phrase in its own sentence. A negation governs up to
the next break; some negations deny nothing ("I don't know if you have ...", "don't hesitate").
"""

from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.text import Sentence, word_set

_NEGATIONS = word_set("not no never without nor neither none nothing hardly rather instead isnt")
_BREAKS = word_set("but however though although yet ; : — – - ( ) . unless because so while")
_ASKING = word_set(
    "ask asking asks asked wonder wondering inquire inquiring enquire enquiring see seeing check "
    "checking writing say saying find finding"
)
_DENIES_NOTHING = Pattern(
    r" (?:not (?:only|just|merely|simply|sure|certain|know|aware|hesitate|forget|mind|wait|help|"
    r"hurt|afraid|shy|picky|fussy|suppose|happen|matter|to mention|least|least because|too|be "
    r"surprised|pass|turn|say|miss|a day|regret|that i|stop|imagine anything|want to miss|yet sure|"
    r"entirely sure|quite sure|really know|really sure|have to be)|no (?:doubt|matter|harm|idea|"
    r"better|greater|problem|wonder|secret|place i)|nothing (?:more|better|would|i would)|hardly "
    r"wait|never hurts?|rather (?:than wait|like|love|hopeful)|would rather|instead of (?:waiting|"
    r"just))\b"
)
_INVERTED = Pattern(
    r"(?:^|[,;:] |(?:^| )(?:and|so|why) )(?:do|does|did|is|are|was|were|would|could|can|will|"
    r"might|may|should|have|has) not (?:you|there|your|it|they|the)\b"
)
_REACH = 14  # words over which a negation is taken to reach


def is_negated(sentence: Sentence, first: int) -> bool:
    """Whether a negation governs the phrase that begins at word `first`."""
    words = sentence.words
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = words[at]
        if word in _BREAKS or _is_new_clause(words, at):
            return False
        if word == "than" and "rather" in words[max(0, at - _REACH) : at]:
            return True
        if word in _NEGATIONS and words[at - 1 : at + 1] not in _NO_NEGATIONS:
            is_aside = _is_in_side_clause(words, at, first)
            return not is_aside and not _denies_nothing(sentence, at, first)
    return False


def _is_new_clause(words: tuple[str, ...], at: int) -> bool:
    """A comma before a new subject or condition, or an "if" that asks nothing."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if words[at] == ",":
        skip = at + 2 if following in ("and", "or") and at + 2 < len(words) else at + 1
        return skip < len(words) and words[skip] in _SUBJECTS
    if words[at] in ("if", "whether", "when", "why"):
        return at == 0 or words[at - 1] not in _ASKING
    return words[at] == "and" and following in ("i", "we", "if", "would", "could", "please")


def _is_in_side_clause(words: tuple[str, ...], at: int, first: int) -> bool:
    """ "Although I expect nothing, an ...": the comma ends what the side clause says."""
    if "," not in words[at:first]:
        return False
    for back in range(at - 1, -1, -1):
        if words[back] in (",", ";", ":", "."):
            return False
        if words[back] in _SUBORDINATORS:
            return True
    return False


_NO_NEGATIONS = (("say", "no"), ("would", "rather"), ("much", "rather"))
_SUBORDINATORS = word_set("although though while whilst if since because as when even unless")
_SUBJECTS = word_set(
    "i we you it this that there if could would can do does is are may please perhaps maybe "
    "just let"
)


def _denies_nothing(sentence: Sentence, at: int, first: int) -> bool:
    place = sentence.offsets[at]
    if _DENIES_NOTHING.match(sentence.plain, place - 1):
        return True
    before = sentence.plain[max(0, place - 14) : place + 40]
    return sentence.words[at] == "not" and first > at and bool(_inverted_at(before))


def _inverted_at(before: str) -> bool:
    return bool(_INVERTED.search(before.strip()))


_PAST_MARKERS = Pattern(
    r" (?:last (?:year|summer|fall|autumn|winter|spring|semester|month|week|time|term|january|"
    r"february|march|april|may|june|july|august|september|october|november|december)|ago|back "
    r"then|in (?:19|20)\d\d|used to|when i was|as a (?:freshman|sophomore|child|kid|teenager)|at "
    r"the time|in high school|previously|years ago|before college)\b"
)


def has_past_marker(sentence: Sentence) -> bool:
    """Whether the sentence says when, and that was in the past."""
    return bool(_PAST_MARKERS.search(sentence.plain))
