"""Does a greeting fit a person? Titles, nicknames, hyphens, order and accents of names."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.text import fold, word_set

DOCTORS = frozenset({"dr", "doctor", "prof", "professor"})
PLAIN_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "mister", "madam", "sir", "ma'am"})
_TITLES = (
    DOCTORS
    | PLAIN_TITLES
    | word_set("rev reverend hon capt captain col lt maj gen sgt dean assoc asst associate")
    | word_set("colonel captain sergeant lieutenant commander admiral chief engr sensei hocam shri")
    | word_set("smt dott signor signora monsieur madame mme mlle pan pani dra profa engineer")
    | word_set("assistant emeritus emerita herr frau dipl ing don dona sra sr senor senora")
    | word_set("gentle kind hanim bey san sama hocam ji nim efendi honorable honourable estimado")
    | word_set("estimada prezado prezada ing lic bhai dada didi sahib saab garu major corporal")
    | word_set("kia ora namaste namaskar shalom salaam bonjour ciao aloha guten tag buongiorno")
)
_SUFFIXES = word_set("jr sr ii iii iv phd md mba pe msc bsc ma ms bs dphil esq cfa jd mph edd")
_BEHIND = word_set("da")  # "Nikhil da", an elder brother; in the middle it is part of a name
_RELATIVES = word_set(
    "aunt auntie uncle mom mum mama dad papa grandma grandpa cousin sister brother coach"
)
_WORD = Pattern(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_LONGEST = 300  # characters; no name is longer
_SPELLINGS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss", "œ": "oe"}
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: titles and the words of the name itself, folded."""

    titles: frozenset[str]
    words: tuple[str, ...]
    is_relative: bool  # "Aunt Karin"


def parse_name(text: str) -> Name:
    """Take a name as people write it apart; an address in angle brackets is left out."""
    return _parsed(unicodedata.normalize("NFC", text.partition("<")[0][:_LONGEST]))


@lru_cache(maxsize=256)
def _parsed(text: str) -> Name:
    titles: set[str] = set()
    words: list[str] = []
    is_relative = False
    for match in _WORD.finditer(text):
        word = fold(match.group()).replace(".", "").replace("’", "'")
        if word in _RELATIVES:
            is_relative = True
        elif word in _TITLES and not (word in _SUFFIXES and words):
            titles.add(word)
        elif word not in _SUFFIXES or not words:
            parts = match.group().lower().rstrip(".").split("-")
            titles |= _TITLES.intersection(parts[1:])
            words += [part for part in parts if part and part not in _TITLES]
    if words[1:] and words[-1] in _BEHIND:
        words.pop()
    return Name(frozenset(titles), tuple(words), is_relative)


def fits(greeted: Name, addressee: Name) -> bool:
    """Whether every word of the greeted name can be a word of the addressee's."""
    joined = {fold("".join(addressee.words[k : k + 2])) for k in range(len(addressee.words))}
    whole = fold("".join(greeted.words))
    if whole in joined or whole == fold("".join(addressee.words)):
        return True
    return all(any(_same(word, own) for own in addressee.words) for word in greeted.words)


def _same(one: str, other: str) -> bool:
    first, second = spellings(one), spellings(other)
    if first & second:
        return True
    if min(len(one), len(other)) == 1:
        return fold(one)[:1] == fold(other)[:1]
    return any(second & nicknames(name) for name in first)


def spellings(word: str) -> frozenset[str]:
    """The ways in which a name is written without accents: "müller" is muller and mueller."""
    bare = re.sub(r"['’.]", "", word.lower())
    return frozenset({fold(bare), fold(bare.translate(_SPELLINGS))})


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    text = files(__package__).joinpath("nicknames.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        family = frozenset(line.partition("#")[0].split())
        for name in family:
            table[name] = table.get(name, frozenset()) | family
    return table


def nicknames(word: str) -> frozenset[str]:
    """What a person with this name may be called; the name itself included."""
    return _families().get(word, frozenset({word}))
