"""`whoelse plan`: its JSON is a contract, its mistakes are told in a sentence with a hint."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from whoelse.cli.main import whoelse
from whoelse.cli.plan import AUDIENCES, CIRCLES
from whoelse.engine.words import Audience, Circle


def run(*args: str, given: str | None = None) -> Result:
    return CliRunner().invoke(whoelse, ["plan", *args], input=given, prog_name="whoelse")


def planned(*args: str, given: str | None = None) -> dict:
    result = run(*args, "--format", "json", given=given)
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


def told(result: Result) -> tuple[int, list[str]]:
    assert result.stdout == ""
    return result.exit_code, result.stderr.splitlines()


def test_json_has_the_keys_of_the_contract():
    made = planned("--minutes", "20")

    assert list(made) == ["minutes", "filled_minutes", "value", "core", "questions", "near_misses"]
    assert list(made["questions"][0]) == ["id", "text", "topic", "phase", "minutes", "why"]
    assert list(made["near_misses"][0]) == ["id", "text", "why_not"]
    assert made["minutes"] == 20
    assert made["filled_minutes"] == sum(q["minutes"] for q in made["questions"]) <= 17
    assert set(made["core"]) <= {q["id"] for q in made["questions"]}


def test_choices_are_the_words_of_the_engine():
    assert tuple(Audience) == AUDIENCES
    assert tuple(Circle) == CIRCLES


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_audience_begins_and_ends_as_it_should(audience: str):
    questions = planned("--audience", audience)["questions"]

    assert [q["phase"] for q in questions][:: len(questions) - 1] == ["opening", "closing"]
    assert [q["topic"] for q in questions][:: len(questions) - 1] == ["T02", "T20"]


def test_pins_bans_area_circle_and_first():
    made = planned(
        "--minutes=30", "--pin=t15-book", "--ban=t03-last-tuesday", "--area=nuclear",
        "--circle=alumni", "--first=skills", "--degree=Physics",
    )  # fmt: skip

    whys = {q["id"]: q["why"] for q in made["questions"]}
    assert whys["t15-book"] == "You pinned it."
    assert "t03-last-tuesday" not in whys
    assert "Made for this field of work." in whys.values()
    assert "You put skills first this term." in whys.values()


def test_a_second_person_of_the_same_work_is_asked_other_questions():
    first = [q["id"] for q in planned()["questions"]]
    second = planned(*(f"--asked={identity}" for identity in first))

    assert second["core"] == planned()["core"]
    assert {q["id"] for q in second["questions"]} & set(first) < set(first)
    assert told(run("--asked=t99-none")) == (
        2,
        ["There is no question “t99-none”.", "A plan as JSON shows the ids of its own."],
    )


def test_heard_findings_lower_a_need(tmp_path: Path):
    file = tmp_path / "heard.json"
    file.write_text(json.dumps({"day_to_day": 12, "environment": 1}))

    from_file = planned("--heard", str(file))
    from_input = planned("--heard", "-", given=file.read_text())
    assert from_file == from_input
    assert "T03" in {q["topic"] for q in planned()["questions"]}
    assert "T03" not in {q["topic"] for q in from_file["questions"]}


def test_text_names_the_minutes_the_phases_and_the_reasons():
    result = run("--minutes", "20")

    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert lines[0] == "17 of 20 minutes are planned, 85 %. 3 stay free for what nobody planned."
    assert [line for line in lines if line in ("Opening", "Core", "Late", "Closing")] == [
        "Opening",
        "Core",
        "Late",
        "Closing",
    ]
    assert "     Asked of everyone, so that you can compare the answers." in lines
    assert "Nearly in" in lines
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("args", "answer"),
    [
        (
            ("--pin", "t03-lst-tuesday"),
            ["There is no question “t03-lst-tuesday”.", "Did you mean t03-last-tuesday?"],
        ),
        (
            ("--ban", "x"),
            [
                "There is no question “x”.",
                "Ids look like t03-last-tuesday; a plan as JSON shows those of its questions.",
            ],
        ),
    ],
)
def test_wrong_ids_are_wrong_use(args: tuple[str, ...], answer: list[str]):
    assert told(run(*args)) == (2, answer)


def test_wrong_area_facet_and_minutes_are_wrong_use():
    code, lines = told(run("--area", "alchemy"))
    assert (code, lines[0]) == (2, "There is no area “alchemy”.")
    assert lines[1].startswith("Areas are medical-physics, optics-photonics, ")
    code, lines = told(run("--first", "glory"))
    assert (code, lines[0]) == (2, "There is no facet “glory”.")
    assert run("--minutes", "45").exit_code == 2
    assert run("--heard", "no-such-file.json").exit_code == 2


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("", "The file of findings is no JSON."),
        ("[" * 50_000, "The file of findings is no JSON."),
        ("\x00\ud800".encode("utf-16-le", "surrogatepass"), "The file of findings is no JSON."),
        ("[1]", "The file of findings holds no JSON object."),
        ('{"skills": true}', "The findings on “skills” are no count."),
        ('{"skills": -1}', "The findings on “skills” are no count."),
        ('{"skills": 1e3}', "The findings on “skills” are no count."),
        ('{"glory": 1}', "There is no facet “glory”."),
        (" " * 100_001, "The file of findings is larger than 100 kB."),
    ],
    ids=["empty", "deep", "bytes", "list", "bool", "negative", "float", "facet", "large"],
)
def test_a_bad_file_of_findings_is_wrong_use(given: str | bytes, sentence: str):
    result = run("--heard", "-", given=given)

    code, lines = told(result)
    assert (code, lines[0]) == (2, sentence)
    assert len(lines) == 2


def test_pins_that_do_not_fit_are_refused_with_what_to_drop():
    pins = ["--pin", "t03-last-tuesday", "--pin", "t03-one-project"]

    assert told(run("--minutes", "10", *pins)) == (
        1,
        [
            "With an opening and “who else”, your pins need more than 8.5 of 10 minutes.",
            "Drop t03-last-tuesday (3.5 minutes).",
        ],
    )


def test_plan_does_not_import_django():
    code = (
        "import sys; from whoelse.cli.main import whoelse;"
        "whoelse(['plan', '--area', 'nuclear'], standalone_mode=False);"
        "sys.exit('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
