"""Job titles as people write them, taken apart into phrases of plain words.

Knows separators, employers behind an "@", former jobs, short forms and ranks; what the words
mean for an occupation is left to the matcher.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from whoelse.engine.careers.words import title_words

LONGEST_TITLE = 300  # characters; what stands behind them is not read
MOST_SEGMENTS = 6
MOST_WORDS = 12  # of one phrase

_SEPARATOR = re.compile(
    r"[|;•·‖➤►▪◦→–—\n\t]|(?<=\s)-+(?=\s)|--+|//+"
    r"|[\U0001f000-\U0001faff\u2600-\u27bf\u26a1]+"  # pictures stand between things, too
)
_PART = re.compile(r"(?<=\w\w)\s*[/&+]\s*(?=\w\w)")
_EMPLOYER = re.compile(r"@|\bat\s|(?<=assistant) to\b|(?<=secretary) to\b", re.IGNORECASE)
_PAST = re.compile(r"(?:ex|former|formerly|previous|previously|past|prev|retired)\b[\s:,.-]*", re.I)
_BETWEEN = ",&/+"
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]{0,120})[)\]}]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?(?:\+\+|#)?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to read a title: as told, without grades ("II"), and without ranks ("staff")."""

    words: tuple[str, ...]
    ungraded: tuple[str, ...]
    core: tuple[str, ...]

    def variants(self) -> tuple[tuple[str, ...], ...]:
        """The different ones of the three, fullest first."""
        return tuple(dict.fromkeys((self.words, self.ungraded, self.core)))


@dataclass(frozen=True, slots=True)
class Reading:
    """The present job's phrases, most telling first, former jobs, the employer told in it."""

    present: tuple[Phrase, ...]
    past: tuple[Phrase, ...] = ()
    employer: str = ""


def read_title(text: str) -> Reading:
    """Take a title apart; an empty reading when it holds no word."""
    present: list[str] = []
    past: list[str] = []
    employer = ""
    shortened = unicodedata.normalize("NFKC", text[:LONGEST_TITLE])[:LONGEST_TITLE]
    for segment in _SEPARATOR.split(shortened)[:MOST_SEGMENTS]:
        stripped = segment.strip(" ,.!:*\"'“”-")
        job, _, place = _cut(stripped)
        job = _work_in(job)
        if not job:
            continue
        if found := _PAST.match(job):
            past.append(job[found.end() :])
            continue
        employer = employer or place
        present.extend(_ways_to_read(job))
    return Reading(_phrases(present), _phrases(past), employer)


def key_of(words: tuple[str, ...]) -> str:
    """The words in an order that does not matter, for exact look-ups."""
    return " ".join(sorted(set(words)))


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a phrase: spelled out, singular, without articles and prepositions."""
    known = title_words()
    lowered = known.phrase_pattern.sub(lambda found: known.short_phrases[found[0]], text.lower())
    return tuple(part for word in _WORD.findall(lowered) for part in _spelled_out(word))[
        :MOST_WORDS
    ]


def _work_in(job: str) -> str:
    """What names work: "Director of Engineering" of "Director of Engineering & Dad"."""
    while job and _names_no_work(job):
        job = job[: max(0, *map(job.rfind, _BETWEEN))]
    return job


def _names_no_work(job: str) -> bool:
    """Wishes, roles in the family, tastes; a student, unless one who works as such."""
    words, known = _WORD.findall(job.lower()), title_words()
    if not words or words[0] in known.no_work_first or words[-1] in known.no_work_last:
        return True
    return words[-1] in known.students and known.working_students.isdisjoint(plain_words(job))


def _cut(segment: str) -> tuple[str, str, str]:
    """What stands before an "@" or "at", that word, and the employer behind it."""
    found = _EMPLOYER.search(segment)
    if found is None or found.start() == 0:
        return segment, "", ""
    return segment[: found.start()], found.group(), segment[found.end() :].strip()


def _ways_to_read(job: str) -> list[str]:
    """Without brackets, between commas, inside the brackets, and the parts of "this/that"."""
    inside = _BRACKETS.findall(job)
    outside = _BRACKETS.sub(" ", job) if inside else job
    pieces = outside.split(",")[:3] if "," in outside else []
    joined = [" ".join(pieces[:2])] if len(pieces) > 2 else []
    parts = _PART.split(outside)[:3] if _PART.search(outside) else []
    return [outside, *joined, *pieces, *inside[:2], *parts]


def _phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    found: dict[tuple[str, ...], Phrase] = {}
    for text in texts:
        words = plain_words(text)
        if words and words not in found:
            ungraded = tuple([word for word in words if not _is_grade(word)]) or words
            core = tuple([word for word in ungraded if not _is_rank(word)]) or ungraded
            found[words] = Phrase(words, ungraded, core)
    return tuple(found.values())


@lru_cache(maxsize=16384)
def _is_grade(word: str) -> bool:
    """Words such as "senior" and levels such as "3" or "l5"."""
    is_level = word.isdigit() or (word[0] in "lp" and word[1:].isdigit())
    return is_level or word in title_words().grades


def _is_rank(word: str) -> bool:
    return word in title_words().ranks


@lru_cache(maxsize=16384)
def _spelled_out(word: str) -> tuple[str, ...]:
    known = title_words()
    if word in known.empty:
        return ()
    return tuple(_singular(part) for part in known.short_words.get(word, (word,)))


def _singular(word: str) -> str:
    word = word.replace("’", "'").removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ics")):
        return word[:-1]
    return word
