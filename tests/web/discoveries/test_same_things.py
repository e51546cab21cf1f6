"""What several people said alike stands once, with all of them; the student has the last word."""

import pytest
from django.urls import reverse

from tests.web.discoveries.makers import make_finding, talk
from whoelse.web.discoveries import bridge, queries
from whoelse.web.discoveries.models import Pairing

PATH = reverse("discoveries:discoveries")


@pytest.fixture
def told(ana):
    """Three people on one facet: two say the same in other words, the third something else."""
    return [
        make_finding(
            talk(ana, "Lucia Ferrante", day=0), "Cleaning messy data takes most of the week."
        ),
        make_finding(talk(ana, "Ben Haraldsen", day=1), "Most of the week is cleaning messy data."),
        make_finding(talk(ana, "Ida Demir", day=2), "Nobody reads the reports."),
    ]


def groups(student):
    """The sentences by group, as the page shows them."""
    things = bridge.same_things(list(queries.findings(student)), queries.pairings_of(student))
    return [[finding.sentence for finding in thing.findings] for thing in things]


def path_of(finding):
    return reverse("discoveries:finding", args=[finding.public_id])


def test_the_same_thing_is_said_once_with_everybody_behind_it(as_ana, told):
    page = as_ana.get(PATH).content.decode()

    assert "2 people: " in page
    assert page.count("compare__said") == 2


def test_whoever_says_otherwise_stands_below(as_ana, ana):
    make_finding(talk(ana, "Lucia Ferrante"), "You travel every week.", side="against")
    make_finding(talk(ana, "Ben Haraldsen"), "You never travel.", side="for")

    page = as_ana.get(PATH).content.decode()

    assert "1 person says otherwise" in page


def test_new_things_are_counted_by_conversation_in_their_order(ana, told):
    things = bridge.same_things(told, [])

    assert bridge.saturation_of(things).new == (1, 0, 1)


def test_a_finding_can_stand_on_its_own(as_ana, ana, told):
    assert as_ana.post(path_of(told[1]), {"group": ""}).status_code == 302

    assert groups(ana) == [[finding.sentence] for finding in told]


def test_a_finding_can_join_another_and_leaves_its_mates(as_ana, ana, told):
    response = as_ana.post(path_of(told[1]), {"group": str(told[2].public_id)})

    assert response.status_code == 302
    assert sorted(map(sorted, groups(ana))) == sorted(
        [[told[0].sentence], sorted([told[1].sentence, told[2].sentence])]
    )


def test_there_and_back_again_leaves_one_row_a_pair(as_ana, ana, told):
    for _ in range(2):
        as_ana.post(path_of(told[1]), {"group": str(told[2].public_id)})
        as_ana.post(path_of(told[1]), {"group": str(told[0].public_id)})

    assert sorted(map(len, groups(ana))) == [1, 2]
    assert Pairing.objects.count() == 2


@pytest.mark.parametrize("group", ["nonsense", "a\0b", "00000000-0000-0000-0000-000000000000"])
def test_a_group_that_is_not_there_changes_nothing(as_ana, told, group):
    assert as_ana.post(path_of(told[1]), {"group": group}).status_code == 422
    assert not Pairing.objects.exists()


def test_looking_changes_nothing(as_ana, told):
    assert as_ana.get(path_of(told[0])).status_code == 200
    assert not Pairing.objects.exists()


def test_a_lonely_finding_has_nothing_to_be_grouped_with(as_ana, ana):
    lonely = make_finding(talk(ana, "Lucia Ferrante"), "Alone.")

    assert "nothing to group it with" in as_ana.get(path_of(lonely)).content.decode()


def test_dora_groups_nothing_of_anas(as_dora, told):
    assert as_dora.get(path_of(told[0])).status_code == 404
    assert as_dora.post(path_of(told[1]), {"group": ""}).status_code == 404
    assert not Pairing.objects.exists()
