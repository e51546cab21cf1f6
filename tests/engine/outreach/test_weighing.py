"""Weighing finds the clues that are written down, and no others."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoelse.engine.outreach import weighing
from whoelse.engine.outreach.clues import clues
from whoelse.engine.outreach.weighing import Scales, Weights, weigh
from whoelse.engine.text import sentences

LINES = [
    "#known i to for join tell",
    "#base -100 -200 -300 -400 0 0 0 0 0 50",
    "^i 10 0 0 0 0 0 0 0 0 0",
    "join 20 0 0 0 0 0 0 0 0 0",
    "ORG 0 40 0 0 0 0 0 0 0 0",
    "to_join 80 0 0 0 0 0 0 0 0 0",
    "YOU_ORG 0 0 160 0 0 0 0 0 0 0",
    "BELONG__ORG 320 0 0 0 0 0 0 0 0 0",
    "JOIN__ORG 640 0 0 0 0 0 0 0 0 0",
    "?_? 0 0 0 1280 0 0 0 0 0 0",
]


def only(text):
    return next(sentences(text))


def test_each_kind_of_clue_weighs_by_the_root_of_their_number():
    found = Scales(LINES).weigh(only("I to join your team."))

    root = (1 + 8) ** 0.5  # "?_?" stands there twice
    assert list(found) == pytest.approx(
        [-1 + 4.3 / root, -2 + 0.4 / root, -3 + 1.6 / root, -4 + 25.6 / root, 0, 0, 0, 0, 0, 0.5]
    )


def test_a_sentence_without_clues_weighs_the_base():
    assert Scales(LINES[:2]).weigh(only("Zebras.")) == Weights(-1, -2, -3, -4, 0, 0, 0, 0, 0, 0.5)


KNOWN = ["i", "would", "love", "to", "join", "your", "lab", "hire", "me"]
WORDS = st.sampled_from(
    [*KNOWN, ".", ",", ";", "summer", "zebra", "internship", "you", "tell", "?"]
)


@given(st.lists(WORDS, min_size=1, max_size=80).map(" ".join))
def test_the_scales_find_the_clues_of_the_definition(text):
    known = frozenset(KNOWN)
    for sentence in sentences(text):
        all_clues = list(clues(sentence, known))
        lines = [" ".join(["#known", *known]), "#base" + " 0" * 10]
        lines += [f"{clue} 100" + " 0" * 9 for clue in sorted(set(all_clues))]
        assert Scales(lines).weigh(sentence).job == pytest.approx(
            len(all_clues) / (1 + len(all_clues)) ** 0.5
        )


def test_asking_outweighs_telling():
    asking = weigh(only("I would love to join your team as an intern this summer."))
    telling = weigh(only("I joined your webinar last week and wondered how a laser works."))

    assert asking.job > 0 > telling.job
    assert max(asking.favour, asking.pressure, asking.resume) < 0


def test_a_sentence_is_weighed_once():
    sentence = only("Could you review my essay?")

    assert weigh(sentence) is weigh(sentence)


def test_what_is_kept_of_pairs_is_bounded(monkeypatch):
    monkeypatch.setattr(weighing, "_FULL", 2)
    text = only("I would love to join your lab, if you ever need a student.")

    bounded, free = Scales(LINES), Scales(LINES)
    assert bounded.weigh(text) == free.weigh(text) == bounded.weigh(text)


def test_no_weight_is_larger_than_its_place():
    table = files("whoelse.engine.outreach").joinpath("clue_weights.txt").read_text("utf-8")
    figures = [int(n) for line in table.splitlines()[1:] for n in line.split(" ")[1:]]

    assert max(map(abs, figures)) < 1 << 13
