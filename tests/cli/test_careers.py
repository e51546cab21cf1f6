"""`whoelse careers`: its JSON is a contract, its mistakes are told in a sentence with a hint."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.engine.careers.onet_tables_of_ours import as_zip
from whoelse.cli.careers import THANKS
from whoelse.cli.main import whoelse
from whoelse.engine.careers import atlas


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(folder: Path):
    def runs(*args: str, given: str | None = None) -> Result:
        words = ["--data-dir", str(folder), "careers", *args]
        return CliRunner().invoke(whoelse, words, input=given, prog_name="whoelse")

    return runs


@pytest.fixture
def loaded(run, tmp_path: Path) -> Path:
    source = as_zip(tmp_path / "db.zip")
    assert run("load", str(source)).exit_code == 0
    return source


def told(result: Result) -> tuple[int, list[str]]:
    assert result.stdout == ""
    return result.exit_code, result.stderr.splitlines()


def test_classify_answers_in_the_contract(run):
    result = run("classify", "Sr. Actuary @ Foo", "--employer", "Vale College", "--format", "json")

    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {
        "title": "Sr. Actuary @ Foo",
        "matches": [
            {
                "code": "15-2011",
                "nearest_code": False,
                "occupation": "Actuary",
                "family": "actuary",
                "area": "finance-actuarial",
                "sector": "college-university",
                "confidence": 0.92,
                "why": "The title is “actuary”.",
            }
        ],
    }


def test_classify_tells_people_the_same(run):
    result = run("classify", "Medical Physicist")

    assert result.exit_code == 0
    assert " ".join(result.stdout.split()) == (
        "96% Medical physicist 19-2012, the nearest code "
        "Medical physics; Nonprofits, hospitals and museums. The title is “medical physicist”."
    )


def test_unknown_is_an_answer(run):
    result = run("classify", "Barista")

    assert (result.exit_code, result.stdout) == (0, "No occupation is known for “Barista”.\n")


def test_no_title_is_wrong_use(run):
    assert told(run("classify")) == (
        2,
        ["There is no title.", 'Try: whoelse careers classify "Optical Engineer"'],
    )


def test_jsonl_answers_line_by_line_and_steps_over_what_it_cannot_read(run):
    lines = [
        '{"id": 7, "title": "Actuary", "employer": null}',
        "",
        "words",
        '["title"]',
        '{"title": "Actuary", "employer": 3}',
        json.dumps({"title": "x" * 100_000}),
        '{"title": "Barista"}',
    ]

    result = run("classify", "--jsonl", given="\n".join(lines))

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 2
    assert [(each.get("id"), each["title"], len(each["matches"])) for each in answers] == [
        (7, "Actuary", 1),
        (None, "Barista", 0),
    ]
    assert result.stderr.splitlines() == [
        "Line 3: this is no JSON.",
        'Line 4: there must be an object with a "title".',
        'Line 5: "employer" must be a string.',
        "Line 6: the line is longer than 100 kB.",
    ]


def test_jsonl_reads_a_file(run, tmp_path: Path):
    file = tmp_path / "titles.jsonl"
    file.write_text('{"title": "Actuary"}\n')

    result = run("classify", "--jsonl", str(file))

    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)


def test_jsonl_without_its_file(run):
    assert told(run("classify", "--jsonl", "none.jsonl")) == (
        2,
        ["none.jsonl cannot be read: No such file or directory."],
    )


def test_load_says_what_it_read_and_from_whom(run, folder: Path, tmp_path: Path):
    result = run("load", str(as_zip(tmp_path / "db.zip")))

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "O*NET 0.1 Database: 8 occupations, 14 titles.",
        f"They are in {folder / 'onet.sqlite3'}.",
        THANKS,
    ]


def test_load_answers_in_json(run, tmp_path: Path):
    into = tmp_path / "own.sqlite3"

    result = run("load", str(as_zip(tmp_path / "db.zip")), "--into", str(into), "--format", "json")

    assert json.loads(result.stdout) == {
        "release": "O*NET 0.1 Database",
        "occupations": 8,
        "titles": 14,
        "file": str(into),
    }


def test_load_refuses_in_a_sentence(run, folder: Path, tmp_path: Path):
    picture = tmp_path / "picture.zip"
    picture.write_bytes(b"\x89PNG")

    code, lines = told(run("load", str(picture)))

    assert (code, lines) == (
        1,
        [
            "picture.zip is damaged or no ZIP: File is not a zip file.",
            "onetcenter.org offers it as “Text” under Database.",
        ],
    )
    assert list(folder.iterdir()) == []


def test_what_was_loaded_is_asked_from_then_on(run, loaded: Path):
    found = json.loads(run("classify", "Barista", "--format", "json").stdout)["matches"]
    without = run("classify", "Barista", "--atlas-only", "--format", "json").stdout

    assert [(each["code"], each["family"], each["area"]) for each in found[:1]] == [
        ("35-3023.01", "soc-35-3023-01", "")
    ]
    assert json.loads(without)["matches"] == []


def test_data_folder_of_the_environment_counts(folder: Path, loaded: Path, monkeypatch):
    monkeypatch.setenv("WHOELSE_DATA_DIR", str(folder))

    result = CliRunner().invoke(whoelse, ["careers", "classify", "Barista"])

    assert "Baristas" in result.stdout


def test_a_file_that_is_not_ours_is_refused(run, tmp_path: Path):
    other = tmp_path / "other.sqlite3"
    other.write_text("words")

    assert told(run("classify", "Barista", "--onet", str(other))) == (
        1,
        [
            "other.sqlite3 is no O*NET file of ours. Load O*NET again.",
            "`whoelse careers load` makes it.",
        ],
    )


def test_show_gives_the_whole_atlas(run):
    found = json.loads(run("show", "--format", "json").stdout)

    assert [each["code"] for each in found["sectors"]] == [s.code for s in atlas().sectors]
    assert [each["area"] for each in found["areas"]] == [a.code for a in atlas().areas]
    assert sum(len(each["families"]) for each in found["areas"]) == len(atlas().occupations)


def test_show_gives_one_entry(run):
    family = json.loads(run("show", "tutor", "--format", "json").stdout)

    assert family == {
        "families": [
            {
                "family": "tutor",
                "code": "25-3041",
                "name": "Tutor",
                "nearest_code": False,
                "area": "teaching",
                "sector": "self-employed",
                "what": "Explains one problem to one person until the problem is theirs.",
                "titles": [
                    "tutor",
                    "physics tutor",
                    "math tutor",
                    "science tutor",
                    "academic tutor",
                ],
            }
        ]
    }


def test_show_finds_families_by_their_code_the_owner_first(run):
    found = json.loads(run("show", "19-2012.00", "--format", "json").stdout)["families"]

    assert found[0]["family"] == "physicist"
    assert {each["code"] for each in found} == {"19-2012"}


def test_show_marks_estimates(run):
    figures = json.loads(run("show", "military", "--format", "json").stdout)["figures"]

    assert [(each["what"], each["is_estimate"]) for each in figures] == [
        ("military", False),
        ("military", False),
        ("middle half", False),
        ("planning range", True),
    ]


def test_show_finds_all_occupations_once_loaded(run, loaded: Path):
    assert run("show", "35-3023.01").stdout.splitlines()[:2] == [
        "Baristas  35-3023.01",
        "Make coffee.",
    ]
    assert run("show", "35-3023").exit_code == 2


@pytest.mark.parametrize("code", ["", "acoustics", "military", "nonprofit", "graduate-student"])
def test_show_has_words_for_people(run, code: str):
    result = run("show", *([code] if code else []))

    assert (result.exit_code, result.stderr) == (0, "")
    assert len(result.stdout.split()) > 5


def test_show_does_not_know_every_code(run):
    assert told(run("show", "nothing")) == (
        2,
        [
            "There is nothing with the code “nothing”.",
            "`whoelse careers show` lists all areas and families.",
        ],
    )


def test_neither_django_nor_rich_is_loaded_for_json():
    program = (
        "import sys; from whoelse.cli.main import whoelse\n"
        "whoelse(['careers', 'classify', 'Actuary', '--format', 'json'], standalone_mode=False)\n"
        "sys.exit(bool({'django', 'rich', 'whoelse.web'} & set(sys.modules)))"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
