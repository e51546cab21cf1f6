"""First drafts: made of facts alone, silent under the linter whatever is known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoelse.engine.outreach import Draft, Facts, lint, scaffold
from whoelse.engine.words import MessageKind, Permission

KINDS = [kind for kind in MessageKind if kind is not MessageKind.QUESTION]
FULL = {
    "to": "Dr. Samuel Okafor",
    "sender": "Maya Lindqvist",
    "about_me": "a third-year physics major at Norhaven College",
    "connection": "we met at the physics colloquium in October",
    "why_you": "you went from a physics degree to forecasting demand for the grid",
    "topic": "how that step went and what an ordinary week holds",
    "referrer": "Karin Lindqvist",
    "when": "Friday, 6 November, 4:00 pm Eastern",
    "where": "by phone; I will call you on 555 0100",
    "asked_on": "27 October",
    "said": "that half of your day is explaining physics to frightened people",
    "consequence": "I will take the medical physics elective",
    "news": "I joined the optics group this fall",
}
VALUES = {
    "to": ["Dr. Samuel Okafor", "Karen Liu", "Ms. Dana Whitlock", "Ana García-López", "Li", ""],
    "sender": ["Maya Lindqvist", "Li Wei", ""],
    "about_me": [
        "a third-year physics major at Norhaven College",
        "An astronomy student, class of 2027, at Norhaven",
        "a veteran who studies physics and mathematics at Norhaven College",
        "",
    ],
    "connection": [
        "we met at the physics colloquium in October",
        "I found you in the alumni directory of Norhaven College.",
        "",
    ],
    "why_you": [
        "you went from a physics degree to forecasting demand for the grid",
        "because you wrote about noise in qubits",
        "Your paper on lensing was the first that I read to the end",
        "",
    ],
    "topic": [
        "how that step went",
        "what an ordinary week holds",
        "medical physics in clinics",
        "",
    ],
    "referrer": ["Karin Lindqvist", "Prof. Cleo Adeyemi", ""],
    "when": ["Friday, 6 November, 4:00 pm Eastern", ""],
    "where": ["by phone; I will call you on 555 0100", "at the Rowan café", ""],
    "asked_on": ["27 October", ""],
    "said": [
        "that half of your day is explaining physics",
        "the residency and its two years",
        "Nobody told me how much writing there is.",
        "",
    ],
    "consequence": ["take the medical physics elective", "I signed up for electronics.", ""],
    "news": ["I joined the optics group this fall", ""],
    "minutes": [15, 20, 30],
    "channel": ["by phone or video", "in person", ""],
    "window": ["in the next three weeks", "before the end of term", ""],
    "permission": [None, *Permission],
}
ANY_FACTS = st.fixed_dictionaries({name: st.sampled_from(v) for name, v in VALUES.items()})


def draft_of(facts):
    made = scaffold(facts)
    return Draft(
        made.body,
        made.subject,
        facts.kind,
        to=facts.to,
        sender=facts.sender,
        referrer=facts.referrer,
        permission=facts.permission,
    )


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=150, deadline=None)
@given(known=ANY_FACTS)
def test_a_draft_of_any_facts_is_silent_under_the_linter(kind, known):
    facts = Facts(kind, **known)

    assert lint(draft_of(facts)).findings == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_of_all_facts_wants_nothing_and_has_60_to_120_words(kind):
    facts = Facts(kind, permission=Permission.MAY_USE_NAME, **FULL)

    assert scaffold(facts).missing == ()
    assert 60 <= lint(draft_of(facts)).words <= 120


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_fact_is_asked_for_and_not_left_open_in_the_text(kind):
    made = scaffold(Facts(kind, to="Karen Liu", sender="Maya Lindqvist"))

    assert made.missing
    assert not set("[]{}<>_") & set(made.subject + made.body)


def test_a_request_says_who_how_why_what_and_how_long():
    made = scaffold(Facts(MessageKind.REQUEST, **FULL))

    assert made.parts == {
        "about_me": "I am a third-year physics major at Norhaven College, and I am finding out "
        "what kinds of work there are by asking those who do it.",
        "connection": "We met at the physics colloquium in October.",
        "why_you": "I am writing to you because you went from a physics degree to forecasting "
        "demand for the grid.",
        "topic": "I would most like to hear how that step went and what an ordinary week holds.",
    }
    assert made.subject == "Third-year physics major with questions about your work"
    assert "20 minutes by phone or video in the next three weeks" in made.body


@pytest.mark.parametrize(
    ("permission", "opening"),
    [
        (Permission.MAY_USE_NAME, "Karin Lindqvist suggested that I write to you"),
        (Permission.WILL_INTRODUCE, "Karin Lindqvist has offered to introduce us"),
        (Permission.ASK_FIRST, "Your name was given to me"),
        (None, "Your name was given to me"),
    ],
)
def test_a_referral_intro_names_the_referrer_first_and_only_as_permitted(permission, opening):
    made = scaffold(Facts(MessageKind.REFERRAL_INTRO, permission=permission, **FULL))

    assert made.body.split("\n\n")[1].startswith(opening)
    is_named = permission in (Permission.MAY_USE_NAME, Permission.WILL_INTRODUCE)
    assert ("Karin" in made.subject + made.body) is is_named


@pytest.mark.parametrize(
    ("to", "greeting"),
    [
        ("Dr. Karen Liu", "Dear Dr. Liu,"),
        ("Karen Liu", "Dear Karen Liu,"),
        ("Prof. Ludwig van Aalst", "Dear Prof. van Aalst,"),
        ("Mr. Sam Reed Jr.", "Dear Mr. Reed,"),
        ("Liu", "Dear Liu,"),
        ("", "Hello,"),
    ],
)
def test_the_greeting_uses_the_title_if_there_is_one(to, greeting):
    assert scaffold(Facts(MessageKind.REQUEST, to=to, sender="Maya")).body.startswith(greeting)


def test_a_question_has_no_draft():
    with pytest.raises(ValueError, match="no draft of kind question"):
        scaffold(Facts(MessageKind.QUESTION, to="Karen Liu", sender="Maya"))


@pytest.mark.parametrize("kind", KINDS)
def test_subjects_have_three_to_nine_words_and_no_opportunity(kind):
    for known in ({}, FULL):
        subject = scaffold(Facts(kind, **{"to": "Karen Liu", "sender": "Maya", **known})).subject

        assert 3 <= len(subject.split()) <= 9
        assert "opportunit" not in subject.lower()


def test_a_reason_that_begins_with_because_says_it_once():
    facts = FULL | {"why_you": "because You wrote about noise in qubits"}

    assert scaffold(Facts(MessageKind.REQUEST, **facts)).parts["why_you"] == (
        "I am writing to you because you wrote about noise in qubits."
    )


@pytest.mark.parametrize(
    ("kind", "consequence", "sentence"),
    [
        (MessageKind.THANKS, "take the elective", "Because of it, I will take the elective."),
        (MessageKind.THANKS, "I took the elective", "I took the elective."),
        (MessageKind.REPORT_BACK, "took the elective", "I took the elective."),
        (MessageKind.REPORT_BACK, "The elective is booked.", "The elective is booked."),
    ],
)
def test_what_came_of_it_becomes_a_sentence(kind, consequence, sentence):
    facts = Facts(kind, **FULL | {"consequence": consequence})

    assert scaffold(facts).parts["consequence"] == sentence
