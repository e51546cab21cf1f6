"""`whoelse suggest`: its JSON is a contract, its mistakes are told in a sentence with a hint."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from tests.engine.contact_files.files import card, linkedin
from whoelse.cli.main import whoelse
from whoelse.cli.suggest import CIRCLES
from whoelse.engine.words import Circle

LINK = "https://www.linkedin.com/in/"
CONNECTIONS = linkedin(
    f"Ada,Okafor,{LINK}a,,Harrow Bay Hospital,Medical Physicist,08 Feb 2026",
    f"Ben,Ferrante,{LINK}b,,Ledger Bank,Data Scientist,08 Feb 2026",
    f"Cleo,Amari,{LINK}c,,Harrow Bay Hospital,Medical Physicist,08 Feb 2026",
    f"Dora,Silva,{LINK}d,,Corner Shop,Florist,08 Feb 2026",
)
CARDS = card("FN:Karen Liu", "TITLE:Optical Engineer", "ORG:Orrin Instruments")


@pytest.fixture
def files(tmp_path):
    (tmp_path / "connections.csv").write_text(CONNECTIONS)
    (tmp_path / "cards.vcf").write_text(CARDS)
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    return tmp_path


def run(files, *args: str, contacts=("connections.csv",), given: str | None = None) -> Result:
    named = [part for name in contacts for part in ("--contacts", _path(files, name))]
    return CliRunner().invoke(whoelse, ["suggest", *named, *args], input=given, prog_name="whoelse")


def _path(files, name: str) -> str:
    return name if name == "-" else str(files / name)


def suggested(files, *args: str, **kw) -> list[dict]:
    result = run(files, "--format", "json", "--today", "2026-11-05", *args, **kw)
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def test_json_has_the_keys_of_the_contract(files):
    first, *_ = suggested(files, "--curious", "medical-physics")

    assert list(first)[:4] == ["name", "score", "reasons", "parts"]
    assert list(first["parts"])[:4] == ["yes", "gain", "referrals", "practice"]
    assert first["name"] == "Ada Okafor"
    assert first["reasons"] == [
        "You have talked with no one in medical physics, and you are curious about it.",
        "You have met Ada Okafor, who knows people whom you do not.",
    ]


def test_choices_are_the_words_of_the_engine():
    assert tuple(Circle) == CIRCLES


def test_curiosity_and_one_person_per_employer(files):
    found = suggested(files, "--curious", "medical-physics,data-science", "-k", "5")

    assert [each["name"] for each in found[:1]] == ["Ada Okafor"]
    assert {each["name"] for each in found} == {"Ada Okafor", "Ben Ferrante", "Dora Silva"}


def test_cards_are_of_people_one_knows(files):
    found = suggested(files, contacts=("connections.csv", "cards.vcf"))

    assert found[0]["name"] == "Karen Liu"
    assert found[0]["parts"]["practice"] > 0


def test_another_circle(files):
    (only,) = suggested(files, "--circle", "cold", contacts=("cards.vcf",))

    assert only["parts"]["practice"] == 0.0


def test_standard_input(files):
    (only,) = suggested(files, contacts=("-",), given=CARDS)

    assert only["name"] == "Karen Liu"


def test_who_was_talked_with_is_not_asked_again(files):
    held = files / "held.jsonl"
    held.write_text('{"name": "ada okafor"}\n\n{"name": "Somebody", "area": "finance"}\n')

    found = suggested(files, "--curious", "medical-physics", "--held", str(held), "-k", "5")

    assert "Ada Okafor" not in [each["name"] for each in found]
    assert found[0]["name"] == "Cleo Amari"
    assert found[0]["reasons"][0].startswith("You have talked with only one person in")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "Line 1 of the interviews is no JSON."),
        ("[" * 100_000, "Line 1 of the interviews is no JSON."),
        ("[]", "Line 1 of the interviews names nobody."),
        ("{}", "Line 1 of the interviews names nobody."),
        ('{"name": 5}', "Line 1 of the interviews names nobody."),
        ('{"name": "A", "area": []}', "Line 1 of the interviews names nobody."),
        (" " * 1_000_001, "The file of interviews is larger than 1 MB."),
    ],
)
def test_a_file_of_interviews_that_means_nothing(files, line, message):
    (files / "held.jsonl").write_text(line)

    result = run(files, "--held", str(files / "held.jsonl"))

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[0] == message


def test_an_area_that_is_none(files):
    result = run(files, "--curious", "medical-physics,magic")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("There is no area “magic”.\nAreas are ")


def test_a_file_that_cannot_be_read(files):
    result = run(files, contacts=("picture.csv",))

    assert (result.exit_code, result.stdout) == (1, "")
    assert "picture.csv: " in result.stderr


def test_people_read_names_posts_and_reasons(files):
    result = run(files, "--curious", "medical-physics", "-k", "1")

    assert [line.rstrip() for line in result.stdout.splitlines()[:2]] == [
        "Ada Okafor",
        "  Medical Physicist, Harrow Bay Hospital",
    ]
    assert "0." not in result.stdout


def test_two_people_are_told_apart_by_an_empty_line(files):
    assert run(files, "-k", "2").stdout.count("\n\n") == 1


def test_nobody_is_left(files):
    (files / "held.jsonl").write_text('{"name": "Karen Liu"}')

    result = run(files, "--held", str(files / "held.jsonl"), contacts=("cards.vcf",))

    assert (result.exit_code, result.stdout) == (0, "There is nobody to ask in these files.\n")


def test_an_input_without_end_is_refused():
    command = [sys.executable, "-m", "whoelse", "suggest", "--contacts", "-"]

    done = subprocess.run(
        command, input=bytes(50_000_001), capture_output=True, timeout=60, check=False
    )

    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().splitlines()[0] == "The input is larger than 50 MB."


def test_django_is_not_imported(files):
    code = (
        "import sys; from click.testing import CliRunner; from whoelse.cli.main import whoelse;"
        f"CliRunner().invoke(whoelse, ['suggest', '--contacts', {str(files / 'cards.vcf')!r}]);"
        "assert 'django' not in sys.modules"
    )

    subprocess.run([sys.executable, "-c", code], timeout=60, check=True)
