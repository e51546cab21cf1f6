"""Who named the addressee, as far as a message says it."""

import re

from whoelse.engine.findings import Span
from whoelse.engine.outreach.names import parse_name, spellings
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.text import word_set

_NAME = r"(?:[^\W\d_a-z][^\W\d_]*[’'-]?)+[^\W\d_.]*\.?"
_NAMES = Pattern(rf"(?<![\w’']){_NAME}(?: {_NAME}){{0,3}}")
_DEED = Pattern(
    r"[^.!?\n]{0,110}?\b(?:suggest|told|tell|said|says|recommend|mention|gave|refer|introduc|"
    r"thought|encourag|advis|sent|point|named|wrote|connect|spoke|speaks|knows|pass|shared|urged|"
    r"insist|offer|hint|thinks|directed|sends|greet|allow|agreed|permi|ask|spoken|mentioned|"
    r"promised|assured|happy for me|is the reason|is why)"
)
_BY = Pattern(
    r"(?:\bby|\bfrom|\bthrough|\bvia|\bof|\bwith|\bthanks to|\bto|\bas|\binterviewed|\bmet|,|\band|"
    r"\bprofessor|\bprof\.|\bdr\.|\bmy \w+)\s*$",
    re.IGNORECASE,
)
_REFERRAL = Pattern(
    r"\b(?:suggest|recommend|refer|introduc|your name|advice of|request of|talk(?:ed)? (?:to|with)|"
    r"spoke|interviewed|told|met|contact|behest|named you|pointed)",
    re.IGNORECASE,
)
_UNNAMED = Pattern(
    r"\b(?:whether i may say|may say by whom|not to (?:be named|use)|rather not be named|asked me "
    r"not|prefers? (?:not|to stay)|without (?:the|a) name|keep (?:the|their) name)",
    re.IGNORECASE,
)
_UNPERMITTED = Pattern(
    r"\b(?:leave|keep|left|kept) (?:her|him|them)(?: name)? out of|(?:told|asked) me not to (?:say|"
    r"use|mention|name|tell)|(?:do not|don['’]t) (?:tell|mention it to) (?:her|him|them) (?:that )?"
    r"i |(?:have not|haven['’]t|did not|didn['’]t) ask(?:ed)? (?:her|him|them) (?:if|whether|about "
    r"using|for permission)|(?:does not|doesn['’]t) know (?:that )?i(?:['’]m| am)? (?:writ|us|"
    r"contact|mail)|without (?:asking|telling) (?:her|him|them)|(?:rather not be|(?:does|did) not "
    r"want to be|(?:doesn|didn)['’]t want to be) (?:named|mentioned)",
    re.IGNORECASE,
)
_SOMEBODY = Pattern(  # what somebody without a name did says nothing of the names behind it
    r"\b(?:someone|somebody|a (?:friend|colleague|mutual|former|contact|person|student|neighbou?r)"
    r"|one of your|an? (?:old |ex-)?(?:acquaintance|alum|coworker))\b[^.!?\n]{0,200}",
    re.IGNORECASE,
)
_PLACED = Pattern(
    r"\b(?:in|at|near|over|since|before|after|around|outside)(?: the)?\s*$", re.IGNORECASE
)
_NO_NAMES = word_set(
    "i i'm i've i'd i'll it's that's we've my the we our you your he she it this that they in on "
    "at as if when after last two a an and would could can may might do thank thanks dear hi hello "
    "january february march april june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday christmas easter thanksgiving someone "
    "somebody one people there what how who why where is are english american"
)
_PLACES = word_set("college university institute school department program lab academy")
_NEAR = 30  # characters from the first word of a sentence to what a referrer does
_LONGEST = 3_000  # characters; the referrer is named at the beginning


def place_of_name(reading: Reading, name: str) -> Span | None:
    """Where the referrer's name stands in subject or prose, whole or in part."""
    known = _known(reading)
    wanted = {s for word in parse_name(name).words if len(word) > 1 for s in spellings(word)}
    for match in _NAMES.finditer(reading.draft.subject[:_LONGEST]):
        if _words_of(match) & (wanted - known):
            return Span(match.start(), match.end(), "subject")
    for part in reading.letter.prose:
        for match in _NAMES.finditer(reading.body, part.start, min(part.end, _LONGEST)):
            if _words_of(match) & (wanted - known):
                return Span(match.start(), match.end())
    return None


def names_some_referrer(reading: Reading) -> bool:
    """Whether somebody else's name stands beside what a referrer does."""
    known = _known(reading)
    texts = [reading.draft.subject[:_LONGEST]]
    texts += [reading.body[p.start : min(p.end, p.start + _LONGEST)] for p in reading.letter.prose]
    texts = [_SOMEBODY.without_first(text) for text in texts]
    return any(
        _is_referrer(text, match, known) for text in texts for match in _NAMES.finditer(text)
    )


def _known(reading: Reading) -> set[str]:
    """Names of the two who write to each other; a referrer may be family and share one."""
    strangers = (reading.draft.to, reading.draft.sender)
    return {s for name in strangers for word in parse_name(name).words for s in spellings(word)}


def _words_of(match: re.Match[str]) -> set[str]:
    return {s for word in parse_name(match.group()).words for s in spellings(word)}


def _is_referrer(text: str, match: re.Match[str], known: set[str]) -> bool:
    words = [w for w in parse_name(match.group()).words if w not in _NO_NAMES]
    if not words or words[-1] in _PLACES or all(spellings(word) & known for word in words):
        return False
    before = text[max(0, match.start() - 80) : match.start()]
    deed = _DEED.match(text, match.end())
    if deed and not _PLACED.search(before):
        is_loose = deed.end() - deed.start() > _NEAR or match.group().endswith(("ing", "ly"))
        if not (is_loose and " " not in match.group() and _begins(before)):
            return True
    return bool(_BY.search(before) and _REFERRAL.search(before))


def _begins(before: str) -> bool:
    """Whether a sentence begins here, so that a capital says nothing."""
    return before.rstrip()[-1:] in ("", ".", "!", "?", ":") or before.endswith("\n")


def says_why_unnamed(reading: Reading) -> bool:
    """Whether the message says that the referrer wants no name in it."""
    return bool(_UNNAMED.search(reading.body[:_LONGEST]))


def says_name_is_not_to_be_used(reading: Reading) -> Span | None:
    """Where the writer admits that whoever is named would rather not be."""
    found = _UNPERMITTED.search(reading.body, 0, _LONGEST)
    return Span(*found.span()) if found else None
