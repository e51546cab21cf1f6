"""A template field that was left open says that anybody could have got this message.

It is the one mistake that cannot be explained away, and it is easy to miss when reading one's
own text for the fifth time.
"""

import re
from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.patterns import Pattern
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.words import MessageKind

_FIELD_WORD = (
    r"(?:your|their|his|her|the|my|insert|first|last|full|recipient|contact|company|employer|"
    r"organi[sz]ation|name|names|position|title|role|topic|field|major|school|university|college|"
    r"date|day|time|year|city|mutual|reason|specific|number|phone|e-?mail|professor|referrer|"
    r"project|industry|job|something|connection|link|add|fill|mention|tbd|todo|xx+|here|subject|"
    r"team|department|event|person|adviser|advisor|class|course|hobby|paper|article)"
)
_BRACKETED = Pattern(
    rf"\[[ \t]*{_FIELD_WORD}\b[^\[\]\n]{{0,60}}\]"
    r"|(?-i:\[[A-Z][A-Z _/'-]{2,40}\])|\[[XYZ]\]"
    r"|\[[ \t]*(?:how|why|what|when|where|which|who|mr|mrs|ms|dr|prof|one or two|1-2|2-3)\b"
    r"[^\[\]\n]{0,60}\]"
    r"|\[[ \t_.…?-]{0,20}\]"
    rf"|<[ \t]*{_FIELD_WORD}(?:[ _/-][\w /'-]{{0,50}})?>"
    r"|(?-i:<[A-Z][A-Z _/'-]{2,40}>)"
    r"|\([ \t]*(?:insert|fill in|add|your name|company name|name here|first name|last name|date "
    r"here|topic here|tbd|todo)\b[^()\n]{0,60}\)"
    r"|\((?:topic|name|company|date|time|place|(?:company|first|last|their|his|her|"
    r"university|school|college|event|course) name|specific [a-z]{3,12}(?: here)?|"
    r"(?:name|title|topic|date) of [a-z ]{3,30}|field|job title|school|major|"
    r"your (?:name|school|major|company|title|field|topic|university|college|e-?mail|number|phone|"
    r"job|position|role|city|year))\)"
    r"|\{\{[^{}\n]{0,60}\}\}|(?<![\\\w^_])\{[a-z][a-z_ .]{2,40}\}"
    r"|\{%[^%\n]{0,60}%\}"
    r"|%[A-Z][A-Z_]{1,30}%|%\(?[a-z_]{3,30}\)s"
    rf"|\$\{{?{_FIELD_WORD}[\w.]{{0,30}}\}}?"
    rf"|«[ \t]*{_FIELD_WORD}(?:[ _/-][\w /'-]{{0,30}})?»"
    r"|\*\|[\w:]{1,40}\|\*|@@\w{1,40}@@|##\w{1,40}##|~~\w{1,40}~~",
    re.IGNORECASE,
)
_OPENINGS = frozenset("[<({%$«*@#~")


def _each(firsts: str, rest: str) -> str:
    """One alternative for each first word."""
    return "|".join(first + rest for first in firsts.split())


def _behind(before: str, words: str, rest: str = "") -> str:
    """One alternative for each word that stands behind something."""
    return "|".join(f"{w[0]}(?<={before}{w[0]}){w[1:]}{rest}" for w in words.split())


_BARE = Pattern(  # each alternative begins with a plain letter, so that the search skips fast
    r"___+|\.\.\.\.\.\.+|XXX+|XX[- ](?:year|minutes?|hours?)|xxxx+|x(?<=of x)x+|TBD|TODO|TKTK|TK TK"
    r"|\?\?\?+|Lorem ipsum|lorem ipsum|LOREM IPSUM|Lastname|Firstname|XYZ|FIXME"
    r"|ABC (?:University|College|Company|Corp|Inc|School|Institute|Lab)|at company name"
    r"|#[A-Z]{3,20}#|--[a-z]{3,15}--|\*\*[A-Z]{3,20}\*\*|INSERT [A-Z]|FILL IN|ADD [A-Z]{3}"
    r"|FIRST ?NAME|LAST ?NAME|FULL NAME|COMPANY|YOUR (?:NAME|MAJOR|SCHOOL|UNIVERSITY)|NAME HERE"
    r"|RECIPIENT NAME|UNIVERSITY NAME|JOB TITLE HERE|SCHOOL NAME|FirstName|LastName|FullName"
    r"|CompanyName|YourName|firstName|lastName|FNAME|LNAME|"
    + _each(
        "Company company Professor professor University university College college Institute "
        "institute",
        r" [XYZ](?!\.)",
    )
    + "|"
    + _each("first last company full your recipient", "_name")
    + "|"
    + _behind("[a-z] ", "NAME FIELD TOPIC DATE REASON UNIVERSITY SCHOOL MAJOR PROJECT")
    + "|"
    + _behind('[a-z] ["“]', "NAME TITLE TOPIC PAPER", '(?=["”])')
)
_GREETED = Pattern(
    r"\A\s*(?:dear|hi|hello|hey)\s+(?:mr\.?\s*/\s*m(?:r?s)\.?|m[rs]\.?/|(?:first |last |full "
    r")?name\b|so ?and ?so\b|x\b|xyz\b|___|(?:mr/mrs/dr |dr\.? |prof\.? |professor |mr\.? |ms\.? "
    r")?(?:\?{2,}(?!\w)|(?:…|\.\.\.|,)(?=\s)|(?:lastname|firstname|surname|last name|first name|"
    r"blank|xx+|xyz)\b))",
    re.IGNORECASE,
)


def check(reading: Reading) -> Iterator[Hit]:
    for field, text in (("subject", reading.draft.subject), ("body", reading.body)):
        for start, end in _places(text):
            if field == "subject" or not _is_elsewhere(reading, start):
                yield Hit(Span(start, end, field))


def _places(text: str) -> Iterator[tuple[int, int]]:
    characters = set(text)
    if not _OPENINGS.isdisjoint(characters):
        for match in _BRACKETED.finditer(text):
            if not any(map(str.isdigit, match.group())):
                yield match.span()
    for match in _BARE.finditer(text):
        if _stands_alone(text, *match.span()):
            yield match.span()
    if greeted := _GREETED.match(text):
        yield greeted.span()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not part of a word, and not a line of strokes or dots, which only divides."""
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if (before[-1:].isalnum() or after[:1].isalnum()) and text[start] not in ".IFA":
        return False
    if text[start] not in "_.":
        return not before[-1:].isalnum()
    line = before.rpartition("\n")[2] + after.partition("\n")[0]
    return bool(line.strip(" _.\r")) and not (text[start] == "." and before[-1:].isalnum())


def _is_elsewhere(reading: Reading, start: int) -> bool:
    return any(span.start <= start < span.end for span in reading.letter.quoted)


RULE = Rule(
    name="placeholder-left",
    severity=Severity.ERROR,
    kinds=frozenset(MessageKind),
    message="A field of a template was left open here.",
    advice="Fill it in, or take the sentence out.",
    source="own estimate: the one mistake that shows a mass mail at once",
    reason=__doc__,
    check=check,
    flags=(
        Draft("Dear [Name], I read about your work."),
        Draft("Dear {{ first_name }}, I read about your work."),
        Draft("I am a physics major at ________ and read about <COMPANY>."),
        Draft("I admire what you do at XXX.", subject="Question for %NAME%"),
        Draft("I found you through (insert connection here)."),
    ),
    accepts=(
        Draft("Dear Karen, I read your paper [2] on lensing (arXiv, 2024)."),
        Draft("I use $x_1$ and {0, 1} in my thesis... and like it."),
        Draft("My address is <maya@norhaven.example>."),
    ),
)
