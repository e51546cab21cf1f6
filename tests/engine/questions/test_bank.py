"""The bank: enough of everything, each question fit to be asked, every condition known."""

import re
from collections import Counter

import pytest

from tests.engine.questions.makers import make_opening, make_question, make_who_else
from whoelse.engine.careers import atlas
from whoelse.engine.questions import (
    BrokenBank,
    Question,
    check_bank,
    load_bank,
    topic_names,
)
from whoelse.engine.questions.bank import questions_of
from whoelse.engine.words import Audience, Facet, Phase

# Floor per topic: the taxonomy behind the bank, 200 in all.
FLOOR = {
    "T01": 6,
    "T02": 18,
    "T03": 16,
    "T04": 14,
    "T05": 10,
    "T06": 9,
    "T07": 12,
    "T08": 16,
    "T09": 12,
    "T10": 9,
    "T11": 8,
    "T12": 8,
    "T13": 10,
    "T14": 10,
    "T15": 6,
    "T16": 12,
    "T17": 6,
    "T18": 4,
    "T19": 6,
    "T20": 8,
}
BEGINNINGS = re.compile(
    r"(?:(?:Looking back|Where you work|Whatever else changes|In my place|With [^,]+|If [^,]+"
    r"|When [^,]+|For this field and region), )?"
    r"(?:(?:At|Under|For|In) )?(?:how|what|which|where|when|who|whose|whom|tell me|should)\b",
    re.IGNORECASE,
)
PRIVATE = re.compile(
    r"\b(?:you earn|your salary|your pay|how old|married|children|religio\w*|church|vote"
    r"|politic\w*|visa|illness|diagnos\w*|pregnan\w*)\b",
    re.IGNORECASE,
)
BANK = load_bank()


def ids(*, where: object) -> list[str]:
    return [q.id for q in BANK if where(q)]


def test_bank_has_the_floor_of_every_topic_and_240_in_all():
    counts = Counter(q.topic for q in BANK)

    assert {topic: counts[topic] >= floor for topic, floor in FLOOR.items()} == dict.fromkeys(
        FLOOR, True
    )
    assert set(counts) == set(FLOOR) == set(topic_names())
    assert len(BANK) >= 240


def test_texts_and_ids_are_unique():
    simple = Counter(re.sub(r"\W+", " ", q.text.lower()) for q in BANK)
    assert [text for text, count in simple.items() if count > 1] == []
    assert len({q.id for q in BANK}) == len(BANK)
    assert len({q.follow_up for q in BANK}) > 0.9 * len(BANK)


def test_ids_are_slugs_that_begin_with_the_topic():
    odd = ids(where=lambda q: not re.fullmatch(rf"{q.topic.lower()}-[a-z0-9]+(-[a-z0-9]+)*", q.id))
    assert odd == []


def test_texts_are_open_short_and_one_question():
    assert ids(where=lambda q: not BEGINNINGS.match(q.text)) == []
    assert ids(where=lambda q: len(q.text.split()) > 25) == []
    assert ids(where=lambda q: len(q.follow_up.split()) > 12 or not q.follow_up) == []
    assert ids(where=lambda q: q.follow_up.count("?") != 1) == []
    marks = {q.id: q.text.count("?") for q in BANK}
    asked = {q.id: int(not q.text.startswith("Tell me")) for q in BANK}
    assert marks == asked


def test_no_question_is_about_what_is_private():
    assert ids(where=lambda q: PRIVATE.search(q.text + " " + q.follow_up)) == []


def test_core_set_is_three_questions_for_everyone():
    core = [q for q in BANK if q.core]

    assert len(core) == 3
    assert [q.audiences for q in core] == [frozenset(Audience)] * 3
    assert [(q.areas, q.circles, q.opt_in) for q in core] == [(frozenset(), frozenset(), False)] * 3
    assert len({q.facets[0] for q in core}) == 3


def test_every_audience_has_a_who_else():
    for audience in Audience:
        assert any(q.asks_name and audience in q.audiences for q in BANK)
    assert {q.topic for q in BANK if q.asks_name} == {"T20"}


def test_identity_questions_are_opt_in():
    assert {q.topic for q in BANK if q.opt_in} == {"T19"}
    assert ids(where=lambda q: q.topic == "T19" and not q.opt_in) == []


def test_executives_get_no_day_to_day_and_family_only_easy_topics():
    executive = {q.topic for q in BANK if Audience.EXECUTIVE in q.audiences}
    family = {q.topic for q in BANK if Audience.FAMILY in q.audiences}

    assert "T03" not in executive
    assert executive == {"T01", "T02", "T06", "T07", "T08", "T09", "T13", "T15", "T20"}
    assert family == {"T01", "T02", "T03", "T06", "T08", "T13", "T15", "T20"}


def test_areas_are_those_of_the_atlas():
    known = {area.code for area in atlas().areas}
    assert {area for q in BANK for area in q.areas} - known == set()


def test_every_facet_is_asked_about():
    assert {q.facets[0] for q in BANK if q.facets} == set(Facet)


def test_bank_is_read_once():
    assert load_bank() is load_bank()


@pytest.mark.parametrize(
    ("question", "flaw"),
    [
        (make_question("a", minutes=1.7), "minutes are not in half minutes, or too many"),
        (make_question("a", minutes=0.0), "minutes are not in half minutes, or too many"),
        (make_question("a", minutes=9.0), "minutes are not in half minutes, or too many"),
        (make_question("a", audiences=frozenset()), "no audience"),
        (make_question("a", phase=Phase.OPENING), "a topic that belongs to another phase"),
        (make_opening("a", phase=Phase.CORE), "a topic that belongs to another phase"),
        (make_who_else("a", facets=(Facet.PATH,)), "a closing with a facet"),
        (make_question("a", weight=0.0), "a weight that is not above 0"),
    ],
)
def test_check_bank_says_what_is_wrong(question: Question, flaw: str):
    with pytest.raises(BrokenBank, match=f"^a: {flaw}$"):
        check_bank([question])


@pytest.mark.parametrize(
    ("entry", "flaw"),
    [
        ({"id": "a"}, "a: 'facets'"),
        ({"id": "a", "facets": ["glory"]}, "a: 'glory' is not a valid Facet"),
        ({"id": "a", "facets": [], "lenght": 2}, "a: .*unexpected keyword argument 'lenght'"),
    ],
)
def test_a_question_that_is_not_understood_is_named(entry: dict, flaw: str):
    usual = {"phase": "core", "minutes": 2.0, "audiences": ["alum"]}

    with pytest.raises(BrokenBank, match=f"^{flaw}"):
        list(questions_of({"topic": "T03", "usual": usual, "question": [entry]}))


def test_check_bank_refuses_an_id_twice_and_a_group_over_two_facets():
    with pytest.raises(BrokenBank, match=r"^a: the id is used twice$"):
        check_bank([make_question("a"), make_question("a")])
    near = [
        make_question("a", group="g"),
        make_question("b", group="g", facets=(Facet.PATH,)),
    ]
    with pytest.raises(BrokenBank, match=r"^b: a group over two main facets$"):
        check_bank(near)
