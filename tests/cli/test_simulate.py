"""`whoelse simulate`: its JSON is a contract, a folder that is no graph is refused."""

import json
import os

import pytest
from click.testing import CliRunner, Result

from whoelse.cli.main import whoelse
from whoelse.cli.simulate import POLICIES
from whoelse.engine.choosing import Policy

SMALL = ("--people", "300", "--seeds", "2", "--requests", "5")


def run(*args: str) -> Result:
    return CliRunner().invoke(whoelse, ["simulate", *args], prog_name="whoelse")


@pytest.fixture
def ego(tmp_path):
    """One ego who knows twenty people of two areas, who all know each other."""
    people = range(1, 21)
    names = "0 education;concentration;id;anonymized feature 1\n"
    names += "1 education;concentration;id;anonymized feature 2\n"
    files = {
        "0.edges": "".join(f"{a} {b}\n" for a in people for b in people if a < b),
        "0.feat": "".join(f"{n} {n % 2} {(n + 1) % 2}\n" for n in people),
        "0.egofeat": "0 0\n",
        "0.featnames": names,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_json_has_the_keys_of_the_contract():
    result = run(*SMALL, "--policy", "nearest", "--policy", "nearest", "--format", "json")

    assert (result.exit_code, result.stderr) == (0, "")
    found = json.loads(result.stdout)
    assert list(found) == ["people", "ties", "seeds", "requests", "policies"]
    assert (found["people"], found["seeds"], found["requests"]) == (300, 2, 5)
    (only,) = found["policies"]
    assert list(only) == [
        "policy", "understood", "understood_any", "interviews", "contacts_made", "requests_sent",
    ]  # fmt: skip
    assert only["policy"] == "nearest"
    assert only["requests_sent"] == {"mean": 5, "low": 5.0, "high": 5.0}


def test_choices_are_the_policies_of_the_engine():
    assert tuple(Policy) == POLICIES


def test_people_read_a_line_for_each_policy():
    result = run(*SMALL)

    assert result.stdout.startswith("2 students, 5 requests each, in a network of 300 people")
    rows = result.stdout.splitlines()[-5:]
    names = ["WhoElse", "best connected first", "interests first", "nearest first", "random"]
    assert sorted(row.split("  ")[0] for row in rows) == names


def test_a_folder_of_ego_networks(ego):
    result = run("--graph", str(ego), "--seeds", "2", "--requests", "3", "--format", "json")

    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert (found["people"], found["ties"]) == (21, 210)
    assert [each["policy"] for each in found["policies"]] == list(POLICIES)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("0.edges", "1\n", "is no ego network"),
        ("0.feat", "x 1 0\n", "is no ego network"),
        ("0.featnames", "0\n", "is no ego network"),
        ("0.feat", None, "lacks 0.feat"),
        ("0.edges", None, "holds no ego network"),
    ],
)
def test_a_folder_that_is_no_graph(ego, name, text, message):
    (ego / name).unlink() if text is None else (ego / name).write_text(text)

    result = run("--graph", str(ego))

    assert (result.exit_code, result.stdout) == (1, "")
    assert message in result.stderr


def test_a_folder_that_is_too_large(ego):
    os.truncate(ego / "0.feat", 50_000_001)

    result = run("--graph", str(ego))

    assert (result.exit_code, result.stdout) == (1, "")
    assert "larger than 50 MB" in result.stderr


def test_a_network_in_which_nobody_can_play(ego):
    (ego / "0.featnames").write_text("0 birthday;x 1\n1 birthday;x 2\n")

    result = run("--graph", str(ego))

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "Nobody can play: this network has no area of eight people or nobody with eight ties.",
        "Take a larger network.",
    ]
