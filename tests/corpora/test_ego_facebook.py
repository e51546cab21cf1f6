"""SNAP's ego-Facebook (Leskovec, McAuley 2012): read whole, and played on."""

from pathlib import Path
from statistics import fmean

import pytest

from whoelse.cli.graph_folder import read_folder
from whoelse.engine.choosing import Policy, simulate

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "graph" / "ego_facebook"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"{FOLDER} is not there")


@pytest.fixture(scope="module")
def network():
    return read_folder(FOLDER)


def test_everybody_and_every_tie_is_read(network):
    """The counts are those that SNAP publishes for the whole graph."""
    assert (len(network.people), sum(map(len, network.ties)) // 2) == (4039, 88_234)


def test_ours_understands_a_quarter_more_areas_than_nearest_first(network):
    def understood(policy):
        return fmean(simulate(network, policy, s, requests=30).understood[-1] for s in range(30))

    assert understood(Policy.OURS) >= 1.25 * understood(Policy.NEAREST)
