"""Text that nobody would write, and that somebody will send: no crash, and places that exist."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoelse.engine.outreach import Draft, lint
from whoelse.engine.words import MessageKind, Permission

PIECES = st.sampled_from(
    [
        *"aIuw1 \n\t.,:;!?…'’\"“”«»„-–—_<>[]{}()$%@#*~|/\\",
        *"\u00ad\u200b\ufeff\u202e\u0301ßéﷺ\U0001f600",
        "Dear ",
        "P.S. ",
        "> ",
        "On Tuesday, Karen wrote:",
        "{{name}}",
        "[Name]",
        "______",
        "<COMPANY>",
        "an hour and a half",
        "20 minutes",
        "2.5 hours",
        "http://a.example/cv",
        "students'",
        "won't",
        "join your lab",
        "my CV",
        "are you hiring",
        "not ",
        "Best,\nMaya",
        "Sir/Madam",
        "--\n",
        "Dr. ",
        "as you asked ",
    ]
)
TEXT = st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))
DRAFTS = st.builds(
    Draft,
    TEXT,
    subject=TEXT,
    kind=st.sampled_from(MessageKind),
    to=TEXT,
    sender=TEXT,
    attachments=st.lists(TEXT, max_size=3).map(tuple),
    referrer=TEXT,
    permission=st.sampled_from([None, *Permission]),
    resume_requested=st.booleans(),
    said_no=st.booleans(),
    messages_since_reply=st.integers(0, 3),
    business_days_since_last=st.one_of(st.none(), st.integers(0, 20)),
)


@settings(max_examples=400, deadline=None)
@given(DRAFTS)
def test_every_draft_is_read_and_every_remark_has_a_place(draft):
    report = lint(draft)

    sizes = {
        "body": len(draft.body),
        "subject": len(draft.subject),
        "attachments": len(draft.attachments),
    }
    for finding in report.findings:
        assert 0 <= finding.span.start <= finding.span.end <= sizes[finding.span.field]
        assert finding.message
        assert finding.advice
    assert report.words >= 0
    assert lint(draft) == report


LONG = 20_000
REPEATED = [
    "a",
    " ",
    "\n",
    "\n\n",
    ".",
    "'",
    '"',
    "“",
    "a'",
    "a.",
    "a-",
    "_",
    "[",
    "{{",
    "<a ",
    "> \n",
    "1:",
    "p.s. ",
    "dear ",
    "dear sir or ",
    "a.a/",
    "http://",
    "an hour and a half ",
    "could you ",
    "i would love to ",
    "how how ",
    "not ",
    "hire me ",
    "best,\n",
    "\u0301",
    "\U0001f600",
    "\u202e",
]


@pytest.mark.parametrize("piece", REPEATED, ids=repr)
@pytest.mark.parametrize("kind", [MessageKind.REQUEST, MessageKind.QUESTION])
def test_one_thing_over_and_over_is_read_to_the_end(piece, kind):
    text = piece * (LONG // len(piece))

    report = lint(Draft(text, subject=text[:2_000], kind=kind, to=text[:2_000], sender=text[:500]))

    assert report.rules_run > 0
