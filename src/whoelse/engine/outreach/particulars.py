"""What a message says that could only be said to this one person.

Particulars are things they did ("you moved from ..."), things of theirs with a name ("your paper on
..."), and moments shared ("we met at ..."). "Your experience" and "your career" are nobody's.
"""

from whoelse.engine.outreach.lexicon import COMMON
from whoelse.engine.outreach.names import parse_name
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.tables import read_table
from whoelse.engine.text import Sentence, fold, word_set

_SHARED = read_table("no_reason_for_you.txt")
_ANYBODYS = word_set(
    "time experience experiences career careers work job field fields advice insight insights "
    "profile profiles background path paths journey story industry industries company role roles "
    "position expertise perspective perspectives knowledge help success successes accomplishments "
    "achievements schedule convenience consideration team response reply life opinion opinions "
    "contact name email e mail message mind brain day days week weeks calendar area areas "
    "profession website webpage page linkedin guidance support feedback wisdom thoughts questions "
    "availability generosity kindness office earliest organization organisation firm line answer "
    "answers patience understanding own situation trajectory professional valuable precious busy "
    "great impressive amazing inspiring esteemed kind reputed very current attention information "
    "details view views input sector world interest interests education degree history skills "
    "choice choices vision passion dedication number phone address inbox side end part favor "
    "favour permission people colleagues network business group lab laboratory laboratories "
    "department institution university school alma college workplace employer honest general "
    "inspirational successful interesting incredible wonderful unique personal long"
)
_SCHEDULING = word_set(
    "time side end convenience availability earliest calendar schedule reply response answer inbox "
    "consideration attention permission help"
)
_LINKS = word_set("on from at with about to into in as behind between of inside near during after")
_EMPTY = word_set(
    "this the that your these a an my our and or this it what which such any industry field past "
    "future general life work world career company organization area sector years how in order"
    "experienced professional professionals expert experts leader person people someone"
)
_OFFERED = word_set(
    "could would can will may might do did does if thank thanks with to for of from at about "
    "whether whenever hope appreciate let time like as than please should wish asking ask "
    "bother see contact meet contacting call hear believe think know sure imagine are were have "
    "had on by send sending tell give showing telling unless until or either hoping"
)
_ANYBODY_DOES = COMMON | word_set(
    "do have can could would might may will be like think know want need get find had did see feel "
    "spend say recommend suggest enjoy love share help give take tell choose chose accomplished "
    "achieved succeeded are were must should shall also really all guys so and to in for about at "
    "with on as is am please very much again too a the decide decided wish prefer consider agree "
    "reply respond answer allow permit provide spare accept feel happen ever got became started "
    "ended were faced worked"
)
_NO_THINGS = COMMON | word_set(
    "inspires inspired interests sounds looks seems stood stands made makes caught fascinates "
    "impressed impresses means really looked sounded seemed appealed appeals showed shows gives "
    "gave matches matched via through once when while since because if whenever soon please thanks"
)
_CONTENT = Pattern(r"[^\W\d_]{3,}|\d")


def has_particulars(reading: Reading) -> bool:
    """Whether something in the message fits this addressee and hardly anybody else."""
    return any(_is_particular(sentence, reading) for sentence in reading.prose)


def _is_particular(sentence: Sentence, reading: Reading) -> bool:
    if any(True for _ in _SHARED.find(sentence)):
        return True
    words = sentence.words
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
    head = next((k for k, word in enumerate(following) if word in _ANYBODYS), None)
    if following[0] in _SCHEDULING:
        return False
    if head is None:
        return len(following[0]) > 2 and following[0] not in _EMPTY
    last = at + 1 + head
    while last + 1 < len(words) and words[last + 1] in _ANYBODYS:
        last += 1
    following_word = words[last + 1] if last + 1 < len(words) else ""
    if following_word.isalpha() and following_word not in _LINKS | _NO_THINGS:
        return True
    if last + 2 >= len(words) or following_word not in _LINKS:
        return False
    beyond = [w for w in words[last + 2 : last + 6] if w not in _EMPTY and _CONTENT.match(w)]
    return bool(beyond) and beyond[0] not in _ANYBODYS and words[last + 2] != "how"


def _is_deed(words: tuple[str, ...], at: int) -> bool:
    """ "You moved from ...", "you were a nurse"; not "could you tell" or "what you do"."""
    if at > 0 and words[at - 1] in _OFFERED:
        return False
    after = at + 1
    while after < len(words) and words[after] in _ADVERBS:
        after += 1
    if after + 1 >= len(words):
        return False
    verb, behind = words[after], words[after + 1]
    if verb in ("were", "are", "became"):
        return behind in ("a", "an", "the", "in", "one", "at", "my", "our") and words[
            after + 2 : after + 3
        ] != ("successful",)
    if verb in ("have", "had"):
        return (
            behind not in _ANYBODY_DOES and behind not in _EMPTY and behind.endswith(("ed", "en"))
        )
    if verb in ("work", "worked", "started", "got"):
        return behind in ("at", "on", "with", "for", "as", "under", "out", "your", "into")
    return verb.isalpha() and verb not in _ANYBODY_DOES


_ADVERBS = word_set(
    ", too also once now recently just first then later both still already even never"
)


def _names_addressee(sentence: Sentence, reading: Reading) -> bool:
    names = {fold(w) for w in parse_name(reading.draft.to).words if len(w) > 2}
    return bool(names & sentence.vocabulary)
