"""How a question is built: its parts, their first words, what it starts with.

A question may have a lead-in ("I read that ...; how did that come about?"). What counts is the
clause that asks, and whether a second one asks something else.
"""

from dataclasses import dataclass
from itertools import pairwise

from whoelse.engine.text import Sentence, word_set

WH = word_set("what how why which who whom whose where when")
AUXILIARIES = word_set(
    "is are was were am do does did has have had can could will would should may might must shall"
)
_SEPARATORS = word_set(", ; : — – - . … ) and or but so ! (")
_ANAPHORA = word_set("it that this they them he she one there not those these which its")
_NO_ANAPHOR_BEFORE = {  # "when did you learn that you ...", "how do you take it when ..."
    "that": word_set("i you we they people the your there he she"),
    "it": word_set("when if that to"),
}
_FRONT_WORDS = 4  # an anaphor so near the front means that a second clause stays on the subject
_MEASURED = word_set("big many old long large far")
_SHORT_WORDS = 3  # "and what helps?"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that asks: its words `first` to `last` of the sentence, `last` included."""

    sentence: Sentence
    first: int
    last: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the clause, marks included."""
        return self.sentence.words[self.first : self.last + 1]

    @property
    def start(self) -> int:
        """Where it begins, in characters of the text."""
        return self.sentence.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends, in characters of the text."""
        return self.sentence.ends[self.last]


def asking_clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a question that begin with a question word or an inverted verb, in order."""
    words = sentence.words
    starts = [at for at in range(len(words)) if _asks_at(words, at)]
    if not starts:
        return ()
    ends = [start - 1 for start in starts[1:]] + [_last_word(words)]
    return tuple(
        Clause(sentence, start, _without_tail(words, start, end))
        for start, end in zip(starts, ends, strict=True)
    )


def is_second_subject(first: Clause, second: Clause) -> bool:
    """Whether a second clause asks something else, and not more of the same."""
    words = second.words
    if words[0] == "may":
        return False
    if len(words) <= _SHORT_WORDS or (words[:2] == first.words[:2] and words[0] == "how"):
        return False
    if first.words[0] == "how" and first.words[1:2] and first.words[1] in _MEASURED:
        return words[0] != "how"
    if words[0] == "how" and words[1] in _MEASURED and first.words[0] != "how":
        return True
    return not any(
        word in _ANAPHORA and after not in _NO_ANAPHOR_BEFORE.get(word, ())
        for word, after in pairwise(words[1 : _FRONT_WORDS + 2])
    )


def _asks_at(words: tuple[str, ...], at: int) -> bool:
    if at > 0 and words[at - 1] not in _SEPARATORS:
        return False
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in ("where", "when") and following not in AUXILIARIES:
        return False
    if word in WH or (word in ("in", "at", "on", "to", "from", "with", "for") and following in WH):
        return at == 0 or not _is_relative(words, at)
    if word not in AUXILIARIES or not following or following in _SEPARATORS:
        return False
    return at == 0 or following in _SUBJECTS


_SUBJECTS = word_set(
    "i you we they he she it there this that these those your the a an people my one someone not "
    "anyone somebody physicists students their our his her"
)


def _is_relative(words: tuple[str, ...], at: int) -> bool:
    """ "..., who decides" after a noun in a statement; "and how" after "and" always asks."""
    if words[at - 1] in ("and", "or", "but", "so"):
        return False
    if words[at] in ("which", "who", "whose", "when", "where") and words[at - 1] == ",":
        return not any(word in WH for word in words[:at]) and words[at] not in ("when", "where")
    return False


def _last_word(words: tuple[str, ...]) -> int:
    at = len(words) - 1
    while at > 0 and not words[at][0].isalnum():
        at -= 1
    return at


def _without_tail(words: tuple[str, ...], start: int, end: int) -> int:
    while end > start and words[end] in _SEPARATORS:
        end -= 1
    return end
