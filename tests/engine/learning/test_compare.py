"""Same statements of different people, with evidence and dissent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.learning.labelled import dissent, precision_and_recall
from tests.golden.statements.labels import HALVES, labelled, score
from whoelse.engine.learning import Group, Statement, compare
from whoelse.engine.words import Facet, Side


def said(identity: str, text: str, **kw) -> Statement:
    usual = {"occupation": "optical-engineer", "facet": Facet.ENVIRONMENT}
    usual |= {"speaker": f"p{identity}", "speaker_name": f"Speaker {identity}"}
    return Statement(id=identity, text=text, **usual | kw)


LITTLE = said("1", "Little travel.")
HARDLY = said("2", "Hardly any trips.")
OFTEN = said("3", "Travels to customers one week in four.")
WINDOWS = said("4", "The lab has no windows.")


def groups(statements, **overrides) -> list[list[str]]:
    return [
        [s.id for s in (*group.said, *group.otherwise)]
        for cell in compare(statements, **overrides)
        for group in cell.groups
    ]


def test_what_several_people_said_is_told_once_with_who_says_otherwise():
    (cell,) = compare([WINDOWS, OFTEN, LITTLE, HARDLY])

    assert (cell.occupation, cell.facet) == ("optical-engineer", Facet.ENVIRONMENT)
    assert cell.groups == (
        Group(
            said=(LITTLE, HARDLY),
            otherwise=(OFTEN,),
            because=("travel",),
            sentence="2 people: Speaker 1, Speaker 2. 1 person says otherwise: Speaker 3.",
        ),
        Group((WINDOWS,), (), ("lab", "window"), "1 person: Speaker 4."),
    )
    assert cell.groups[0].text == "Little travel."


def test_cells_come_in_the_order_of_the_facets():
    told = [
        said("1", "Pay is good", facet=Facet.PAY),
        said("2", "Checks", facet=Facet.DAY_TO_DAY),
        said("3", "Checks", occupation="dosimetrist", facet=Facet.PAY),
    ]

    assert [(cell.occupation, cell.facet) for cell in compare(told)] == [
        ("dosimetrist", Facet.PAY),
        ("optical-engineer", Facet.DAY_TO_DAY),
        ("optical-engineer", Facet.PAY),
    ]


def test_the_student_puts_together_and_splits():
    told = [LITTLE, HARDLY, OFTEN, WINDOWS]

    assert groups(told) == [["1", "2", "3"], ["4"]]
    assert groups(told, together=[("1", "4")]) == [["1", "2", "4", "3"]]
    assert groups(told, apart=[("1", "2")]) == [["1", "3"], ["2"], ["4"]]
    assert groups(told, apart=[("1", "2"), ("1", "3")]) == [["2", "3"], ["1"], ["4"]]
    assert groups(told, together=[("1", "2")], apart=[("2", "1")]) == [["1", "3"], ["2"], ["4"]]


def test_what_is_kept_apart_does_not_meet_through_a_third():
    told = [said("1", "Pay is low"), said("2", "Many trips"), said("3", "Quiet office")]

    found = groups(told, together=[("1", "2"), ("2", "3"), ("3", "3")], apart=[("1", "3")])

    assert found == [["1", "2"], ["3"]]


def test_pairs_of_unknown_or_distant_statements_do_nothing():
    elsewhere = said("9", "Little travel.", occupation="dosimetrist")
    overrides = {"together": [("1", "9"), ("1", "gone")], "apart": [("2", "gone")]}

    assert groups([LITTLE, HARDLY, elsewhere], **overrides) == [["9"], ["1", "2"]]


def test_sides_contradict_each_other_whatever_the_words():
    liked = said("1", "Travels every month.", side=Side.FOR)
    disliked = said("2", "Travels every month.", side=Side.AGAINST)

    ((group,),) = [cell.groups for cell in compare([liked, disliked])]

    assert (group.said, group.otherwise) == ((liked,), (disliked,))


def test_one_person_who_says_it_twice_counts_once():
    again = said("2", "Hardly any trips.", speaker="p1", speaker_name="Speaker 1")

    ((group,),) = [cell.groups for cell in compare([LITTLE, again])]

    assert group.sentence == "1 person: Speaker 1."


def test_several_people_say_otherwise():
    others = [said(n, "Travels to customers one week in four.") for n in "56"]
    told = [LITTLE, HARDLY, said("7", "Little travel."), *others]

    ((group,),) = [cell.groups for cell in compare(told)]

    assert group.sentence.endswith("2 people say otherwise: Speaker 5, Speaker 6.")


@pytest.mark.parametrize(
    ("half", "precision", "recall"), [("tune", 0.95, 0.95), ("measure", 0.97, 0.8)]
)
def test_grouping_of_labelled_statements(half, precision, recall):
    """188 own statements; the second part was written after the rules and never tuned on."""
    found = precision_and_recall(half)

    assert found[0] >= precision
    assert found[1] >= recall


@pytest.mark.parametrize(
    ("half", "precision", "recall", "v"),
    [("tune", 0.89, 0.66, 0.87), ("held_out", 0.74, 0.45, 0.81)],
)
def test_grouping_of_findings_as_students_note_them(half, precision, recall, v):
    """219 notes on ten kinds of work; vocabulary and threshold saw the first half alone."""
    found = score(half)

    assert found.precision >= precision
    assert found.recall >= recall
    assert found.v >= v


def test_there_are_enough_findings_of_enough_occupations():
    told = [statement for half in HALVES for statement, _ in labelled(half)]

    assert len(told) >= 200
    assert len({statement.occupation for statement in told}) >= 10
    assert len({statement.facet for statement in told}) == len(Facet)
    assert len({statement.text for statement in told}) == len(told)


@pytest.mark.parametrize(("half", "least", "wrong"), [("tune", 10, 3), ("measure", 6, 1)])
def test_dissent_among_labelled_statements(half, least, wrong):
    right, wrongly, _ = dissent(half)

    assert right >= least
    assert wrongly <= wrong


texts = st.lists(st.sampled_from(
    ["Little travel.", "Travel", "lots of trips", "", "!!", "Pay is low", "The pay is good"]
), max_size=12)  # fmt: skip
overrides = st.lists(
    st.tuples(st.integers(0, 11).map(str), st.integers(0, 11).map(str)), max_size=4
)


@settings(deadline=None)
@given(texts, overrides, overrides)
def test_every_statement_is_in_one_group_and_split_ones_never_share_it(told, together, apart):
    statements = [said(str(n), text) for n, text in enumerate(told)]

    found = groups(statements, apart=apart)

    assert sorted(i for ids in found for i in ids) == sorted(s.id for s in statements)
    both = groups(statements, together=together, apart=apart)
    for a, b in apart:
        assert a == b or not any(a in ids and b in ids for ids in found + both)
    merged = groups(statements, together=together)
    for a, b in together:
        if max(int(a), int(b)) < len(told):
            assert any(a in ids and b in ids for ids in merged)


def test_a_cell_of_many_statements_is_compared():
    told = [said(str(n), f"Travel number {n}") for n in range(400)]

    assert len(groups(told)) > 1
