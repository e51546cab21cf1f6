"""Which rules remark on a text, and which leave it alone: the corners of the rules."""

import pytest

from whoelse.engine.findings import Severity
from whoelse.engine.outreach import Draft, lint
from whoelse.engine.outreach.circumstances import circumstances
from whoelse.engine.outreach.draft import JOB_ASK
from whoelse.engine.outreach.particulars import has_particulars
from whoelse.engine.outreach.phrases import Found
from whoelse.engine.outreach.reading import read
from whoelse.engine.outreach.rules import asks_for_a_job
from whoelse.engine.outreach.wording import quoted_or_about
from whoelse.engine.text import sentences
from whoelse.engine.words import MessageKind


def says(rule, body, **known):
    return any(finding.rule == rule for finding in lint(Draft(body, **known)).findings)


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("closed-question", "Would it be possible that you take me along one day?"),
        ("closed-question", "Would you recommend a doctorate?"),
        ("look-it-up-question", "What was the turnover of your company last year?"),
        ("leading-question", "Why do physicists always make everything more complicated?"),
        ("private-question", "Do you still have debts from your studies?"),
        ("double-question", "Who decides about the budget, and how many people travel each year?"),
    ],
)
def test_a_question_is_remarked_on(rule, question):
    assert says(rule, question, kind=MessageKind.QUESTION)


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("pressure", "Twenty minutes would cost you nothing, and I count on you."),
        ("pressure", "I have sat every evening at the computer to see whether you answered."),
        ("asks-for-a-favour", "Two hours would be good, so that you can show me the vault."),
        ("asks-for-a-job", "I would happily work in your lab for free."),
        ("asks-for-a-job", "I could be useful to your team and I would love to join it."),
        ("vague-ask", "I do not have a particular topic at this time."),
        ("asks-for-a-job", "I could help in your lab without any pay."),
        ("placeholder-left", "Dear so and so,\n\nI read your paper [1] on foam."),
        ("vague-ask", "I would like to talk about your career."),
        ("no-self-introduction", "Hi Karen\n\nCould we talk for 20 minutes?"),
        ("too-long", f"Dear Dr. Karen Liu,\n\n{'word ' * 148}end."),
    ],
)
def test_a_message_is_remarked_on(rule, body):
    assert says(rule, body)


@pytest.mark.parametrize(
    ("rule", "body", "known"),
    [
        ("wrong-name", "Dear Aunt Karin,\n\nThank you.", {"to": "Karen Liu"}),
        ("wrong-name", "Kia ora Rob,\n\nThank you.", {"to": "Robert Ngata"}),
        ("wrong-name", "Sergeant Major Pike,\n\nThank you.", {"to": "Sgt. Maj. Harold Pike"}),
        ("wrong-name", "Dear Nikhil da,\n\nThank you.", {"to": "Nikhil Bhatta"}),
        ("wrong-name", "Dear Tanaka-sensei,\n\nThank you.", {"to": "Prof. Haruki Tanaka"}),
        ("wrong-name", "Dear Karen Liu PhD,\n\nThank you.", {"to": "Karen Liu"}),
        ("wrong-name", "Hola Ximena,\n\nThank you.", {"to": "Ximena Arrieta"}),
        ("wrong-name", "Dr. Liu, thank you for the talk.", {"to": "Dr. Karen Liu"}),
        ("pressure", "The sign said “answer me by Friday or leave at once”.", {}),
        ("asks-for-a-job", "Is there an opening in your calendar on Friday?", {}),
        ("asks-for-a-favour", "Feel free to look at my draft.", {"resume_requested": True}),
        ("asks-for-a-favour", "Could you look over my CV?", {"resume_requested": True}),
        ("asks-for-a-favour", "I would not ask you to write me a letter of reference.", {}),
        (
            "asks-for-a-favour",
            "Could you introduce me to Dr. Sommer?",
            {"kind": MessageKind.THANKS},
        ),
        ("asks-for-a-job", "I would love to hear how working in your lab began for you.", {}),
        ("placeholder-left", "The ACCOMPANYING text is on the third page.", {}),
        ("placeholder-left", "The variable is called <topic 3> in your code.", {}),
    ],
)
def test_a_message_is_left_alone(rule, body, known):
    assert not says(rule, body, **known)


@pytest.mark.parametrize(
    ("text", "is_particular"),
    [
        ("I have heard many good things about you.", False),
        ("I heard your talk about foam.", True),
        ("Your path from physics to industry is what I look for.", False),
        ("Your path from glaciers to insurance is what I look for.", True),
        ("I have a question about your career.", False),
        ("I have a question about your", False),
        ("Your", False),
        ("Your group moved to a barge.", True),
        ("It should be you.", False),
        ("You studied what I study.", False),
        ("Tell me something about you", False),
        ("I would like to hear how you make it work.", False),
        ("I would like to hear how you went from welding to whales.", True),
        ("You are an alumna of my school.", False),
        ("You once were a nurse in the Alps.", True),
        ("You have achieved what many of us dream of.", False),
        ("You have launched two thousand balloons.", True),
        ("You work in the field that I like.", False),
        ("You work on glaciers.", True),
        ("You know what I like.", False),
        ("You restore telescopes.", True),
        ("Thank you, Dr. Liu, for reading this.", True),
    ],
)
def test_what_could_be_said_to_anybody_is_no_particular(text, is_particular):
    reading = read(Draft(text, to="Dr. Karen Liu"))

    assert has_particulars(reading.prose, reading) == is_particular


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("that foam remembers", "What you said, that foam remembers,"),
        ("about foam", "What you said about foam"),
        ("“foam remembers”", "What you said, “foam remembers”,"),
        ("Foam remembers every bubble", "What you said, “Foam remembers every bubble,”"),
        ("foam", "What you said about foam"),
    ],
)
def test_what_was_said_becomes_the_subject_of_a_sentence(said, words):
    assert quoted_or_about(said) == words


@pytest.mark.parametrize(
    ("text", "is_to_be_done"),
    [("I dream of working there", True), ("She is working there", False), ("to work", True)],
)
def test_what_is_to_be_done_is_told_from_what_is_done(text, is_to_be_done):
    (sentence,) = sentences(text)
    at = next(k for k, word in enumerate(sentence.words) if word.startswith("work"))
    found = Found("", sentence, at, at)

    assert circumstances(found, MessageKind.REQUEST).is_to_be_done == is_to_be_done


@pytest.mark.parametrize(
    "body",
    [
        "Last year you might have read my CV.",
        "I loved how you could give me a tour.",
    ],
)
def test_a_favour_that_was_done_is_not_asked_for(body):
    assert not says("asks-for-a-favour", body)


def test_a_clause_of_time_asks_nothing():
    question = "What did you keep, when everybody else threw things away?"

    assert not says("double-question", question, kind=MessageKind.QUESTION)


def test_an_opening_that_somebody_found_is_none_that_is_free():
    sentence = next(sentences("The ad for your opening was long."))
    at = sentence.words.index("opening")

    around = circumstances(Found("", sentence, at, at), MessageKind.REQUEST)

    assert around.is_owned


def test_a_resume_that_was_asked_for_may_be_looked_at():
    draft = Draft("Could you read my CV before we talk?", resume_requested=True)

    assert "asks-for-a-favour" not in {finding.rule for finding in lint(draft).findings}
    assert says("asks-for-a-favour", draft.body)


def test_what_may_be_read_as_a_wish_is_a_hint(monkeypatch):
    monkeypatch.setattr(asks_for_a_job, "_POSSIBLE", -1.2)
    draft = Draft("I want to know if I would like being in a lab.")

    (finding,) = (f for f in lint(draft).findings if f.rule == JOB_ASK)

    assert finding.severity is Severity.HINT
