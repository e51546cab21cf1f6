"""`whoelse mail sort`: the contract's keys, text for people, and that it starts without Django."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from whoelse.cli.main import whoelse

REPLY = (
    "From: Karen Liu <karen@orbital.example>\nSubject: Re: A question\n"
    "Message-ID: <r1@orbital.example>\nIn-Reply-To: <q1@whoelse.example>\n"
    "Date: Mon, 2 Nov 2026 10:00:00 -0500\nContent-Type: text/plain; charset=utf-8\n\n"
    "Zoë and I say [bold]yes.\n\n> May I ask?\n"
)
BOUNCE = (
    "From: MAILER-DAEMON@isp.example\nSubject: failure notice\n\n"
    "Hi. This is the qmail-send program at isp.example.\n"
    "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
    "<tomas@lumen.example>:\n550 5.1.1 no such user\n"
)


def run(*arguments, given=None):
    return CliRunner().invoke(whoelse, ["mail", "sort", *map(str, arguments)], input=given)


def test_a_reply_is_one_json_object_with_the_keys_of_the_contract():
    result = run("-", given=REPLY)
    assert json.loads(result.stdout) == {
        "file": "-",
        "is": "reply",
        "permanent": None,
        "recipients": [],
        "reply_text": "Zoë and I say [bold]yes.",
        "status": "",
        "original_ids": [],
        "message_id": "r1@orbital.example",
        "in_reply_to": ["q1@whoelse.example"],
        "references": [],
        "from_address": "karen@orbital.example",
        "from_name": "Karen Liu",
        "subject": "Re: A question",
        "sent_at": "2026-11-02T10:00:00-05:00",
        "calendars": 0,
        "truncated": False,
    }
    assert (result.exit_code, result.stderr) == (0, "")


def test_several_files_are_one_line_each(tmp_path):
    paths = [tmp_path / "a.eml", tmp_path / "b.eml"]
    for path, text in zip(paths, (BOUNCE, REPLY), strict=True):
        path.write_text(text, encoding="utf-8")
    lines = [json.loads(line) for line in run(*paths).stdout.splitlines()]
    assert [(line["file"], line["is"]) for line in lines] == [
        (str(paths[0]), "bounce"),
        (str(paths[1]), "reply"),
    ]
    assert (lines[0]["permanent"], lines[0]["recipients"]) == (True, ["tomas@lumen.example"])


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (REPLY, "-: a reply from Karen Liu.\n  Zoë and I say [bold]yes."),
        (BOUNCE, "-: a bounce for good from MAILER-DAEMON@isp.example.\n  About tomas@lumen.ex"),
        ("x: y\n" * 3, "-: no answer to anything.\n  x: y"),
        ("Subject: " + "x" * 50_000, "-: no answer to anything.\n  It is so large that a part"),
    ],
)
def test_text_for_people(given, shown):
    result = run("--format", "text", "-", given=given)
    text = "\n".join(line.rstrip() for line in result.stdout.splitlines())
    assert text.startswith(shown)


@pytest.mark.parametrize("arguments", [(), ("no-such-file.eml",), ("--format", "xml", "-")])
def test_wrong_use_is_exit_2(arguments):
    assert run(*arguments).exit_code == 2


def test_it_loads_no_django():
    code = (
        "import sys; from click.testing import CliRunner; from whoelse.cli.main import whoelse; "
        "CliRunner().invoke(whoelse, ['mail', 'sort', '-'], input='From: a@b.example\\n\\nx'); "
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_help_loads_neither_the_engine_nor_rich():
    code = (
        "import sys; from click.testing import CliRunner; from whoelse.cli.main import whoelse; "
        "result = CliRunner().invoke(whoelse, ['mail', 'sort', '--help']); "
        "assert result.exit_code == 0; "
        "sys.exit(any(n == 'rich' or n.startswith('whoelse.engine') for n in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
