"""What a report says as a whole, and places where two rules or two readings meet."""

import pytest

from whoelse.engine.findings import Severity
from whoelse.engine.outreach import RULES, Draft, lint
from whoelse.engine.words import MessageKind

QUESTION = MessageKind.QUESTION


def said(draft):
    return {finding.rule for finding in lint(draft).findings}


def named(rule):
    return next(one for one in RULES if one.name == rule)


def test_a_report_knows_whether_it_is_about_a_job():
    asking = lint(Draft("Do you have an internship for me?", kind=QUESTION))

    assert asking.asks_for_a_job
    assert [finding.rule for finding in asking.errors] == ["asks-for-a-job"]
    assert not lint(Draft("What is a week like?", kind=QUESTION)).asks_for_a_job


def test_a_hint_at_a_job_is_a_warning_and_stops_nothing():
    report = lint(
        Draft("I have no plans between June and September, just saying."), [named("asks-for-a-job")]
    )

    assert [finding.severity for finding in report.findings] == [Severity.WARNING]
    assert "may be read as a hint" in report.findings[0].message
    assert not report.asks_for_a_job


@pytest.mark.parametrize(
    "text",
    [
        "I saw a poster that said “we need one more pair of hands in our lab this summer”.",
        "“I would love to join your lab this summer, paid or not.” That is what he wrote.",
    ],
)
def test_what_somebody_else_is_quoted_with_is_not_asked(text):
    assert lint(Draft(text), [named("asks-for-a-job")]).findings == ()


def test_two_sentences_may_ask_together():
    text = (
        "Somebody leaves your team in May. The students there are of use to you. "
        "I could be ready from June."
    )

    assert "asks-for-a-job" in said(Draft(text))


@pytest.mark.parametrize(
    ("text", "is_closed"),
    [
        ("Would you recommend your field?", True),
        ("Do you have anything to add?", False),
        ("Could you give me a job?", False),
        ("Do you know how a laser works?", False),
        ("May I use your name?", False),
    ],
)
def test_closed_questions(text, is_closed):
    assert ("closed-question" in said(Draft(text, kind=QUESTION))) is is_closed


@pytest.mark.parametrize(
    ("text", "is_double"),
    [
        ("You work at night, which is hard. What helps?", False),
        ("How many people work here, and in which year was it founded?", True),
        ("How many people work here, and how many leave?", False),
    ],
)
def test_double_questions(text, is_double):
    assert ("double-question" in said(Draft(text, kind=QUESTION))) is is_double


@pytest.mark.parametrize(
    ("greeting", "to", "fits"),
    [
        ("Dear J. Liu,", "Jing Liu", True),
        ("Dear K. Liu,", "Jing Liu", False),
        ("Dear Mr. Liu,", "Mrs. Jing Liu", False),
        ("Dear Tanabe-sensei,", "Prof. Haruki Tanabe", True),
        ("Colonel Banks,", "Col. Theodore Banks", True),
        ("Dear Jose\u0301,", "José Ramos", True),
        ("Hi {{first_name}},", "José Ramos", True),
    ],
)
def test_names_fit_or_do_not(greeting, to, fits):
    findings = lint(Draft(f"{greeting}\n\nI read it.", to=to), [named("wrong-name")]).findings

    assert (findings == ()) is fits


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("Meet me at ______ then.", True),
        ("one\n_______________\ntwo", False),
        ("see [2] and [Name]", True),
        ("a_____b", False),
        ("well......", False),
        ("I am free (your evening).", False),
        ("> Dear [Name],\n\nThanks.", False),
        ("AXXX then", False),
        ("the 5XXX thing", False),
    ],
)
def test_fields_that_were_left_open(text, is_left):
    assert bool(lint(Draft(text), [named("placeholder-left")]).findings) is is_left


@pytest.mark.parametrize(
    ("text", "kind", "is_handed_over"),
    [
        ("You asked me for my CV, so it is attached.", MessageKind.CONFIRMATION, False),
        ("I could send my CV if you want to see it.", MessageKind.REQUEST, False),
        ("My record is at maya.example/resume.", MessageKind.REQUEST, True),
        ("See https://maya.example/talk for the film.", MessageKind.REQUEST, False),
        ("The board says “my CV is attached”.", MessageKind.REQUEST, False),
        ("My CV is not attached.", MessageKind.REQUEST, False),
        (
            "You will find my grades and my record underneath this letter.",
            MessageKind.REQUEST,
            True,
        ),
    ],
)
def test_resumes_that_nobody_asked_for(text, kind, is_handed_over):
    assert ("attaches-resume" in said(Draft(text, kind=kind))) is is_handed_over


def test_a_resume_that_was_asked_for_may_be_discussed():
    text = "Could you look over my CV before we talk?"

    assert "asks-for-a-favour" in said(Draft(text))
    assert "asks-for-a-favour" not in said(Draft(text, resume_requested=True))


def test_after_the_talk_introductions_are_welcome():
    text = "Could you introduce me to them?"

    assert "asks-for-a-favour" in said(Draft(text))


def test_a_name_of_one_letter_is_no_reason():
    assert "no-reason-for-you" in said(Draft("I study physics. Thank you for your - time."))


def test_an_unpunctuated_greeting_ends_where_the_names_end():
    body = "Hi Karen Liu I read about the bridge that sings in the wind and wondered why it does"

    assert lint(Draft(body, to="Karen Liu"), [named("wrong-name")]).findings == ()
    assert lint(Draft("Hi Karen" + " Liu" * 20, to="Karen Liu")).words == 22
