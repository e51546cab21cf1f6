"""Who named the addressee: found in any part of a letter, or said why not named."""

import pytest

from whoelse.engine.findings import Span
from whoelse.engine.outreach import Draft, lint
from whoelse.engine.outreach.reading import read
from whoelse.engine.outreach.referral import place_of_name
from whoelse.engine.words import MessageKind

INTRO = MessageKind.REFERRAL_INTRO


def place(body, subject=""):
    draft = Draft(body, subject, INTRO, to="Karen Liu", sender="Maya Lindqvist")
    return place_of_name(read(draft), "Tom Alvarez")


@pytest.mark.parametrize(
    ("body", "subject", "expected"),
    [
        ("Tom Alvarez gave me your name.", "", Span(0, 11)),
        ("I study physics.\n\nYour name comes from Prof. Alvarez, who met you.", "", Span(39, 52)),
        ("Could we talk?", "Tom Alvarez sends me", Span(0, 11, "subject")),
        ("Tom told me about you.", "Notes on Norhaven", Span(0, 3)),
        ("Ben Okoro gave me your name.\n\nHe knows you from Norhaven.", "", None),
        ("", "", None),
    ],
)
def test_place_of_name(body, subject, expected):
    assert place(body, subject) == expected


@pytest.mark.parametrize(
    ("body", "is_missed"),
    [
        ("Somebody who works with you told me to write to you.", True),
        ("Passing by your stand, I was told to write to you.", True),
        ("I heard of you in Boston, where they told me to write.", True),
        ("Denise told me to write to you.", False),
        ("Somebody who works with you, and would rather not be named, told me to write.", False),
        ("A friend at your firm asked me not to say who it was, and to write to you.", False),
    ],
)
def test_a_referrer_who_wants_no_name_is_not_missed(body, is_missed):
    draft = Draft(f"Dear Dr. Liu,\n\n{body}", kind=INTRO, to="Karen Liu", sender="Maya")

    rules = [finding.rule for finding in lint(draft).findings]

    assert ("referrer-missing" in rules) is is_missed
