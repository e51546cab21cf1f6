"""How far "not" reaches, and what denies nothing."""

import pytest

from whoelse.engine.outreach.scope import has_past_marker, is_negated
from whoelse.engine.text import sentences


def negated(text, word="job"):
    (sentence,) = sentences(text)
    return is_negated(sentence, sentence.words.index(word))


@pytest.mark.parametrize(
    "text",
    [
        "I am not looking for a job",
        "I ask for a talk rather than for a job",
        "I never wanted a job",
        "without any thought of a job",
        "Although I am young, I do not want a job",
        "there is no , really no job",
    ],
)
def test_a_negation_governs_what_follows(text):
    assert negated(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want a job",
        "I do not know if you have a job",
        "please do not hesitate to offer a job",
        "I am not rich; I want a job",
        "I am not rich and I want a job",
        "I am not rich, could you give me a job",
        "I am not rich, and you offer a job",
        "I will not be home when you have a job",
        "Why don't you offer a job",
        "Don't you have a job",
        "Although I expect nothing, a job would be fine",
        "dear friend , not now , although that , a job",
        "I would rather have a job",
        "I would not say no to a job",
        "not one two three four five six seven eight nine ten eleven twelve thirteen fourteen job",
    ],
)
def test_some_negations_do_not_reach_so_far_or_deny_nothing(text):
    assert not negated(text)


def test_a_negation_in_a_main_clause_reaches_over_a_comma():
    assert negated("not now, later, a job")
    assert negated("he said: not now, later, a job")
    assert negated("not , a job")


def test_the_past_has_its_words():
    (then,) = sentences("I applied last year")
    (now,) = sentences("I apply now")

    assert has_past_marker(then)
    assert not has_past_marker(now)
