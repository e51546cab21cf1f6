"""`whoelse lint`: its answers, its exit codes, and that it stays light."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from whoelse.cli.lint import lint

GOOD = """Dear Dr. Liu,

I am a third-year physics major at Norhaven College. Your step from optics to patent law made me
curious: how did it come about? Could we talk for 20 minutes by phone, whenever it suits you?

Kind regards,
Maya Lindqvist
"""
BAD = "Are there any openings in your group?"


def run(*arguments, text=""):
    return CliRunner().invoke(lint, arguments, input=text)


def test_a_good_message_ends_with_0():
    result = run("--to", "Dr. Karen Liu", "--subject", "Your step from optics to law", text=GOOD)

    assert result.exit_code == 0
    assert result.stdout.startswith("✔ Nothing to remark.")


def test_a_job_ask_ends_with_1_and_says_where_why_and_what_instead():
    result = run("--kind", "question", "-", text=BAD)

    assert result.exit_code == 1
    assert "asks for a job" in result.stdout
    assert "“Are there any openings" in result.stdout
    assert "→ What do the people" in result.stdout
    assert "cannot be sent" in result.stdout


def test_json_has_the_keys_of_the_contract():
    result = run("--kind", "question", "--format", "json", text=BAD)

    answer = json.loads(result.stdout)
    assert set(answer) == {"rules_run", "words", "findings"}
    assert answer["words"] == 7
    finding = answer["findings"][0]
    assert set(finding) == {
        "rule",
        "severity",
        "field",
        "start",
        "end",
        "message",
        "advice",
        "instead",
    }
    assert finding["rule"] == "asks-for-a-job"
    assert finding["severity"] == "error"
    assert BAD[finding["start"] : finding["end"]].startswith("Are there any openings")


def test_a_file_is_read_and_attachments_are_seen(tmp_path):
    message = tmp_path / "draft.txt"
    message.write_text(GOOD, encoding="utf-8-sig")

    result = run(
        "--format", "json", "--subject", "Your step to law", "--attachment", "CV.pdf", str(message)
    )

    assert [(f["rule"], f["field"]) for f in json.loads(result.stdout)["findings"]] == [
        ("attaches-resume", "attachments")
    ]


def test_jsonl_answers_line_by_line():
    lines = [
        {"id": "a", "kind": "question", "text": BAD},
        {"id": 2, "text": GOOD, "to": "Karen Liu", "from": "Maya", "subject": "Your step to law"},
        {"kind": None, "text": GOOD, "subject": "Your step to law", "attachments": None},
    ]
    result = run("--jsonl", text="\n".join(json.dumps(line) for line in lines))

    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert [answer["id"] for answer in answers] == ["a", 2, None]
    assert [[f["rule"] for f in answer["findings"]] for answer in answers] == [
        ["asks-for-a-job", "closed-question"],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nonsense", "Line 1: this is no JSON."),
        ("[1]", 'Line 1: there must be an object with a "text".'),
        ('{"text": 5}', 'Line 1: there must be an object with a "text".'),
        ('{"text": "a", "kind": "poem"}', 'Line 1: there is no kind "poem".'),
        ('{"text": "a", "to": 5}', 'Line 1: "to" must be a string.'),
        ('{"text": "a", "attachments": "x"}', 'Line 1: "attachments" must be a list of names.'),
        ("[" * 100_000, "Line 1: this is no JSON."),
        ('{"text": "' + "a" * 2_000_001, "Line 1: the line is longer than 2 MB."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_stepped_over(line, told):
    good = json.dumps({"id": 1, "kind": "question", "text": "What is a week like?"})
    result = run("--jsonl", text=f"{line}\n{good}\n")

    assert result.exit_code == 2
    assert result.stderr.strip() == told
    assert json.loads(result.stdout) == {"id": 1, "findings": []}


def test_thousands_of_lines_are_answered_in_their_order(tmp_path):
    file = tmp_path / "many.jsonl"
    texts = [BAD if number % 3 == 0 else "What is a week like?" for number in range(1_200)]
    lines = [
        json.dumps({"id": number, "kind": "question", "text": text})
        for number, text in enumerate(texts)
    ]
    file.write_text("\n".join([*lines[:700], "nonsense", *lines[700:]]), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "whoelse", "lint", "--jsonl", str(file)],
        capture_output=True,
        text=True,
        check=False,
    )

    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert done.stderr.strip() == "Line 701: this is no JSON."
    assert [answer["id"] for answer in answers] == list(range(1_200))
    assert [bool(answer["findings"]) for answer in answers] == [text == BAD for text in texts]


def test_nothing_to_check_is_refused():
    result = run(text="  \n")

    assert result.exit_code == 1
    assert result.stderr.startswith("There is no text to check.")


def test_more_than_1_mb_is_refused():
    result = run(text="a" * 1_000_001)

    assert result.exit_code == 1
    assert result.stderr.startswith("This is larger than 1 MB")


def test_a_wrong_option_is_wrong_use():
    assert run("--kind", "poem", text=GOOD).exit_code == 2
    assert run("missing-file.txt").exit_code == 2


def test_bytes_that_are_no_text_do_no_harm():
    result = CliRunner().invoke(lint, ["--format", "json"], input=b"\xff\xfe\x00 hello \x00")

    assert result.exit_code == 1
    assert json.loads(result.stdout)["words"] == 1


def test_neither_django_nor_rich_is_loaded_for_json():
    script = (
        "import sys; from whoelse.cli.lint import lint;"
        "lint.main(['--format', 'json', '--kind', 'question'], standalone_mode=False);"
        "sys.exit(bool({'django', 'rich', 'whoelse.web'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input="What is a week like?", text=True, check=False
    )

    assert done.returncode == 0


def test_the_help_needs_no_engine():
    script = (
        "import sys; from whoelse.cli.lint import lint;"
        "lint.main(['--help'], standalone_mode=False);"
        "sys.exit('whoelse.engine' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0
    assert "Check a message or a question" in done.stdout
