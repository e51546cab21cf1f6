"""The names of people: credentials and pronouns off, full names into given and family.

nameparser splits the difficult ones; plain ones, nearly all, are split here, a hundred times
faster.
"""

import re
from functools import lru_cache

_CREDENTIAL_WORDS = """
phd mphil dphil edd md jd mba emba msc bsc meng beng mse bse mpa mph mpp llm llb psyd pharmd dds
dvm dsc scd pe peng ceng pmp cpa cfa csm cissp frs frsc fieee finstp minstp cphys aia rn np pa ms
ma ba bs sb sm bba bcom mcom mfa med frm cssbb shrm sphr phr csp cism itil
"""
_CREDENTIALS = frozenset(_CREDENTIAL_WORDS.split())
# Without a comma in front only what is no surname, written as a credential is written.
_PLAIN_CREDENTIAL_WORDS = """
PhD PHD Ph.D. Ph.D MBA EMBA MSc M.Sc. M.Sc BSc B.Sc. MPhil DPhil PMP CFA CPA JD M.D. MD EdD Ed.D.
CISSP CEng CPhys FInstP MInstP P.E. MPH PharmD LLM
"""
_PLAIN_CREDENTIALS = frozenset(_PLAIN_CREDENTIAL_WORDS.split())
_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "2nd", "3rd"})
_HONORIFIC_WORDS = """
dr mr mrs ms miss mx sir dame herr frau fr m mme mlle sr sra srta sig dott
"""
_HONORIFICS = frozenset(_HONORIFIC_WORDS.split())
_TITLES_BEFORE = re.compile(r"^(?:(?:dr|prof|professor|mr|mrs|ms|mx)\.?\s+)+(?=\S)", re.IGNORECASE)
_PRONOUNS = re.compile(
    r"\s*[(\[](?:she|he|they|her|him|them|ze|xe|elle|il|iel|ella|er|sie)(?:\s*[/,]\s*\w{1,8}){0,3}\s*[)\]]",
    re.IGNORECASE,
)
# Arrows, dingbats, emoji and the selectors that go with them: decoration, not a name.
_PICTURES = re.compile("[\u2190-\u2bff\u3030\ufe0e\ufe0f\U0001f000-\U0001faff]+")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\s]+")


def joined(given: str, middle: str, family: str) -> str:
    """Return the full name as it is read; in East Asian scripts the family name stands first."""
    if given and family and _EAST_ASIAN.fullmatch(given + family):
        given, family = family, given
    return " ".join(part for part in (given, middle, family) if part)


def without_titles(name: str) -> str:
    """Take “Dr.” off the front, and pronouns in brackets and pictures out of a name."""
    if not name or name.isalpha():
        return name
    if not name.isascii():
        name = " ".join(_PICTURES.sub(" ", name).split())
    if "(" in name or "[" in name:
        name = _PRONOUNS.sub("", name).strip()
    name = _TITLES_BEFORE.sub("", name)
    return name if any(map(str.isalnum, name)) else ""


def without_credentials(name: str) -> tuple[str, str]:
    """Return a family or full name, and the generation (“Jr.”) that belongs to it.

    “Hopper, PhD, PE” and “Hopper PhD” are Hopper; what is no credential stays.
    """
    if not name or name.isalpha():
        return name, ""
    first, *others = (part.strip() for part in name.split(","))
    generations = [part for part in others if part.lower() in _GENERATIONS]
    stays = [part for part in others if part and not _is_suffix(part)]
    words = first.split()
    while len(words) > 1 and words[-1] in _PLAIN_CREDENTIALS:
        words.pop()
    if len(words) > 1 and words[-1].lower().rstrip(".") in ("jr", "sr"):
        generations.insert(0, words.pop())
    return ", ".join([" ".join(words), *stays]), " ".join(generations)


def is_honorific(text: str) -> bool:
    """Say whether a cell called “title” holds a form of address and not a post."""
    words = text.lower().replace(".", " ").split()
    return bool(words) and all(word in _HONORIFICS for word in words)


@lru_cache(maxsize=1024)
def split(name: str) -> tuple[str, str]:
    """Split a full name into given and family name; what cannot be split gives nothing."""
    words = name.split()
    if _EAST_ASIAN.fullmatch(name):
        return (words[1], words[0]) if len(words) == 2 else ("", "")
    if len(words) == 2 and "," not in name:
        return words[0], words[1]
    if len(words) < 2 or len(name) > 200:
        return "", ""
    from nameparser import HumanName  # noqa: PLC0415 - slow import

    parsed = HumanName(name)
    return str(parsed.first), str(parsed.last)


def _is_suffix(part: str) -> bool:
    words = part.lower().replace(".", "").replace("(", "").replace(")", "").split()
    if not words or part.lower() in _GENERATIONS:
        return True
    return all(word in _CREDENTIALS for word in words) or (
        part.isupper() and len(part) <= 6 and len(words) == 1 and part.isascii()
    )
