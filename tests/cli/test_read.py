"""`whoelse read`: JSON Lines are a contract, whoever is left out is accounted for."""

import json
import os
import pty
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.engine.contact_files.files import card, linkedin
from whoelse.cli import progress
from whoelse.cli.main import whoelse
from whoelse.cli.read import FIELDS
from whoelse.cli.read_text import MOST_SHOWN
from whoelse.engine import contact_files

ADA = "Ada,Lovelace,https://www.linkedin.com/in/ada,ada@e.example,Engines,Engineer,08 Feb 2026"
CONNECTIONS = linkedin(ADA, ",,https://www.linkedin.com/in/x,,,,01 Jan 2024", ADA)
CARDS = card("FN:Karen Liu", "ORG:Fields", "BDAY:1990-01-01")
UNKNOWN = "Alum,Where\nAda Lovelace,Engines\n"
ADA_AS_JSON = {
    "name": "Ada Lovelace",
    "given": "Ada",
    "family": "Lovelace",
    "emails": ["ada@e.example"],
    "phones": [],
    "employer": "Engines",
    "job_title": "Engineer",
    "profile_url": "https://www.linkedin.com/in/ada",
    "connected_on": "2026-02-08",
    "source": "linkedin",
    "row": 1,
}
HIDDEN = "There is no name; the account is hidden or closed."
REPORT = {
    "format": "linkedin",
    "rows": 3,
    "kept": 1,
    "merged": 1,
    "skipped": [{"row": 2, "why": HIDDEN}],
    "refused_columns": [],
    "warnings": [],
}


@pytest.fixture
def files(tmp_path):
    """Two good files, one unknown table and a picture."""
    (tmp_path / "c.csv").write_bytes(CONNECTIONS.encode())
    (tmp_path / "k.txt").write_bytes(CARDS.encode())
    (tmp_path / "u.csv").write_bytes(UNKNOWN.encode())
    (tmp_path / "p.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path


def run(*args, given=None):
    arguments = ["read", *map(str, args)]
    return CliRunner().invoke(whoelse, arguments, input=given, prog_name="whoelse")


def test_json_lines_have_the_keys_of_the_contract(files):
    result = run(files / "c.csv", "--format", "json")
    (line,) = result.stdout.splitlines()
    assert list(json.loads(line).items()) == list(ADA_AS_JSON.items())
    assert json.loads(result.stderr) == REPORT
    assert result.exit_code == 0


def test_the_report_goes_to_a_file_too(files):
    result = run(files / "c.csv", "--report", files / "report.json")
    assert json.loads((files / "report.json").read_text(encoding="utf-8")) == REPORT
    assert result.exit_code == 0


def test_a_report_that_cannot_be_written_is_told(files):
    result = run(files / "c.csv", "--report", files / "nowhere" / "report.json")
    assert result.exit_code == 1
    assert "The report cannot be written" in result.stderr


def test_several_files_are_summed_and_named(files):
    result = run(files / "c.csv", files / "k.txt", "--format", "json")
    people = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(person["name"], person["file"]) for person in people] == [
        ("Ada Lovelace", str(files / "c.csv")),
        ("Karen Liu", str(files / "k.txt")),
    ]
    report = json.loads(result.stderr)
    each = report.pop("files")
    assert report == {
        "format": "several",
        "rows": 4,
        "kept": 2,
        "merged": 1,
        "skipped": [{"file": str(files / "c.csv"), "row": 2, "why": HIDDEN}],
        "refused_columns": ["Birthday"],
        "warnings": [],
    }
    assert each[0] == {"file": str(files / "c.csv"), **REPORT}


def test_one_bad_file_does_not_stop_the_others(files):
    result = run(files / "p.csv", files / "c.csv", files / "c.csv", "--format", "json")
    told, hint, report = result.stderr.splitlines()
    assert told == f"{files / 'p.csv'}: This is a picture, not a list of contacts."
    assert hint == "Choose a CSV or vCard file, or LinkedIn's export as it came."
    assert json.loads(report)["format"] == "linkedin"
    assert json.loads(report)["files"][0] == {
        "file": str(files / "p.csv"),
        "error": "This is a picture, not a list of contacts.",
        "hint": hint,
    }
    assert len(result.stdout.splitlines()) == 2
    assert result.exit_code == 1


def test_a_bad_file_alone_prints_no_people_and_no_report(files):
    result = run(files / "p.csv", "--format", "json", "--report", files / "report.json")
    assert (result.stdout, len(result.stderr.splitlines()), result.exit_code) == ("", 2, 1)
    written = json.loads((files / "report.json").read_text(encoding="utf-8"))
    assert list(written) == ["file", "error", "hint"]


def test_unknown_columns_are_asked_for_by_the_option_that_answers(files):
    result = run(files / "u.csv")
    assert result.exit_code == 1
    assert 'Its columns are Alum, Where. Say what they hold, such as --map "Alum=name"' in (
        result.stderr
    )
    mapped = run(files / "u.csv", "--map", "Alum=name", "--map", "Where=employer", "--format=json")
    assert json.loads(mapped.stdout)["employer"] == "Engines"


def test_unknown_columns_without_a_guess_name_the_first():
    result = run("-", given="one,two\n1,2\n")
    assert '--map "one=name"' in result.stderr


@pytest.mark.parametrize("pair", ["Alum", "Alum=salary", "=", "Alum="])
def test_a_wrong_mapping_is_wrong_use(files, pair):
    result = run(files / "u.csv", "--map", pair)
    assert result.exit_code == 2
    assert "is not COLUMN=FIELD" in result.stderr


def test_fields_are_those_of_the_engine():
    assert FIELDS == contact_files.FIELDS


@pytest.mark.parametrize("arguments", [(), ("no-such-file.csv",), ("--format", "xml", "-")])
def test_wrong_use_is_exit_2(arguments):
    assert run(*arguments).exit_code == 2


def test_standard_input_is_read():
    result = run("-", "--format", "json", given=CARDS)
    assert json.loads(result.stdout)["name"] == "Karen Liu"


def test_repair_is_done_only_when_asked():
    broken = linkedin("ZoÃ©,Liu,,,,,08 Feb 2026")
    assert json.loads(run("-", "--format=json", given=broken).stdout)["given"] == "ZoÃ©"
    assert json.loads(run("-", "--format=json", "--repair", given=broken).stdout)["given"] == "Zoé"


def test_text_for_people_shows_who_and_what_was_left_out(files):
    result = run(files / "c.csv", files / "k.txt")
    assert "Ada Lovelace  Engineer, Engines  ada@e.example" in result.stdout
    account = " ".join(result.stderr.split())
    assert "c.csv: LinkedIn's connections, 1 person in 3 rows." in account
    assert "Merged: 1 that were in the file twice." in account
    assert f"Left out: row 2. {HIDDEN}" in account
    assert "k.txt: vCards, 1 person in 1 row." in account
    assert "Never kept: Birthday." in account


def test_text_shows_a_long_list_in_part():
    people = [f"Ada,L{number},,,,,08 Feb 2026" for number in range(MOST_SHOWN + 5)]
    result = run("-", given=linkedin(*people, *[",,,,,,"] * 10))
    assert "and 5 more; --format json writes them all." in result.stdout
    assert "Left out: row 106, 107, 108, 109, 110, 111, 112, 113 and 2 more." in (
        " ".join(result.stderr.split())
    )


def test_text_of_a_file_without_people_has_no_table():
    result = run("-", given=linkedin())
    assert (result.stdout, result.exit_code) == ("", 0)


def test_markup_and_formulas_in_names_are_shown_as_text():
    result = run("-", given=linkedin("[bold]Ada,=1+1,,,,,08 Feb 2026"))
    assert "[bold]Ada =1+1" in result.stdout


def test_a_pipe_that_cannot_seek_is_read_whole_and_bounded():
    command = [sys.executable, "-m", "whoelse", "read", "-", "--format", "json"]
    good = subprocess.run(command, input=CARDS.encode(), capture_output=True, check=True)
    assert json.loads(good.stdout)["name"] == "Karen Liu"
    large = subprocess.run(command, input=b"x" * 50_000_001, capture_output=True, check=False)
    assert (large.returncode, large.stderr.decode().splitlines()) == (
        1,
        ["The input is larger than 50 MB.", "Name the file instead."],
    )


def test_it_loads_no_django():
    code = (
        "import sys; from click.testing import CliRunner; from whoelse.cli.main import whoelse; "
        "CliRunner().invoke(whoelse, ['read', '-'], input='Name\\nAda Lovelace\\n'); "
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_help_loads_neither_the_readers_nor_rich():
    code = (
        "import sys; from click.testing import CliRunner; from whoelse.cli.main import whoelse; "
        "result = CliRunner().invoke(whoelse, ['read', '--help']); assert result.exit_code == 0; "
        "sys.exit(any(n == 'rich' or n.startswith('whoelse.engine') for n in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_large_file_shows_a_bar_on_a_terminal_only(tmp_path, monkeypatch):
    monkeypatch.setattr(progress, "SMALL", 10)
    path = tmp_path / "c.csv"
    path.write_bytes(CONNECTIONS.encode())
    parent, child = pty.openpty()
    with os.fdopen(child, "w", encoding="utf-8") as terminal, path.open("rb") as file:
        monkeypatch.setattr(sys, "stderr", terminal)
        with progress.watched(file, "c.csv") as source:
            assert contact_files.read_contacts(source).kept == 1
    assert b"Reading c.csv" in os.read(parent, 1000)
    os.close(parent)
