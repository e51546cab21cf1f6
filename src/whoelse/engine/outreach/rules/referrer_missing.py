"""The name of who sent you opens the door, if it may be used.

A referral without the name is a stranger's mail. A name used without permission costs the one who
gave it, and closes two doors.
"""

from collections.abc import Iterator

from whoelse.engine.findings import Severity, Span
from whoelse.engine.outreach.draft import Draft
from whoelse.engine.outreach.reading import Reading
from whoelse.engine.outreach.referral import (
    names_some_referrer,
    place_of_name,
    says_name_is_not_to_be_used,
    says_why_unnamed,
)
from whoelse.engine.outreach.rule import Hit, Rule
from whoelse.engine.words import MessageKind, Permission

_ASK = "Ask first, or leave the name out."
_ADMITTED = "This names somebody who would rather not be named."
_UNPERMITTED = "This names {name}, who wanted to be asked first."


def check(reading: Reading) -> Iterator[Hit]:
    draft = reading.draft
    place = place_of_name(reading, draft.referrer) if draft.referrer else None
    if draft.permission is Permission.ASK_FIRST:
        if place:
            yield Hit(
                place,
                message=_UNPERMITTED.format(name=draft.referrer[:80]),
                advice=_ASK,
            )
    elif place or _names_another(reading):
        if admitted := says_name_is_not_to_be_used(reading):
            yield Hit(admitted, message=_ADMITTED, advice=_ASK)
    elif not says_why_unnamed(reading):
        end = reading.prose[0].end if reading.prose else 0
        instead = f"{draft.referrer} suggested that I write to you." if draft.referrer else ""
        yield Hit(Span(reading.whole.start, end), instead=instead)


def _names_another(reading: Reading) -> bool:
    """Another name is none, once it is known who it was."""
    return not reading.draft.referrer and names_some_referrer(reading)


def _intro(body: str, referrer: str = "", permission: Permission | None = None) -> Draft:
    kind = MessageKind.REFERRAL_INTRO
    return Draft(body, kind=kind, to="Karen Liu", referrer=referrer, permission=permission)


RULE = Rule(
    name="referrer-missing",
    severity=Severity.ERROR,
    kinds=frozenset({MessageKind.REFERRAL_INTRO}),
    message="This does not say who named this person to you.",
    advice="Begin with the name of who sent you, if it may be used.",
    source="Simon Fraser University, requesting an informational interview: the connection first",
    reason=__doc__,
    check=check,
    flags=(
        _intro("A friend told me to write to you."),
        _intro("I am a physics major. Could we talk?"),
        _intro("Tom Alvarez gave me your name.", "Tom Alvarez", Permission.ASK_FIRST),
        _intro("Tom Alvarez gave me your name but asked me not to mention it."),
        _intro("A former student told me about you at Norhaven College.", "Tom Alvarez"),
    ),
    accepts=(
        _intro("Tom Alvarez suggested that I write to you."),
        _intro("My aunt, Karin Lindqvist, told me about you."),
        _intro("I write to you at the suggestion of Dr. Okafor."),
        _intro("Your name came up in another talk.", permission=Permission.ASK_FIRST),
    ),
)
