"""Asks the engine about people and files: clean text, what a title says, who they are to us."""

import re

from whoelse.engine.contact_files.characters import clean
from whoelse.web.careers import bridge as careers
from whoelse.web.contacts.models import Audience, Circle
from whoelse.web.contacts.names import folded

# Words of a relation or a title that tell who somebody is; own wording, first match counts.
_FAMILY_WORDS = """
aunt uncle mother father mom dad parent sister brother cousin grandmother grandfather
family friend neighbor neighbour godmother godfather
"""
_FAMILY = frozenset(_FAMILY_WORDS.split())
_RECRUITERS = frozenset({"recruiter", "recruiting", "recruitment"})
_EXECUTIVES = frozenset({"chief", "ceo", "cto", "cfo", "coo", "president", "founder", "vp"})


def one_line(text: str, longest: int = 0) -> str:
    """Text on one line without hidden characters, cut at `longest` characters."""
    line = clean(text)
    return line[:longest].rstrip() if longest else line


def paragraphs(text: str, longest: int) -> str:
    """The same for text of several lines."""
    return "\n".join(map(clean, text.splitlines())).strip()[:longest]


def audience_of(*, circle: str, relation: str, job_title: str, honorific: str) -> str:
    """Who they are, as far as questions care, when the student did not say."""
    occupation = careers.classify(job_title).occupation if job_title else ""
    title, tie = _words(job_title), _words(relation)
    if honorific.startswith("Prof.") or occupation.endswith("professor"):
        return Audience.PROFESSOR
    if circle == Circle.KNOWN and tie & _FAMILY:
        return Audience.FAMILY
    if title & _RECRUITERS:
        return Audience.RECRUITER
    if title & _EXECUTIVES:
        return Audience.EXECUTIVE
    return Audience.ALUM


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", folded(text)))
