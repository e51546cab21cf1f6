"""`whoelse busy`: its JSON is a contract, and titles are nowhere in it."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from tests.engine.calendars.files import calendar, event
from whoelse.cli.main import whoelse

WEEK = ("--from", "2026-12-01", "--to", "2026-12-08", "--zone", "America/New_York")
FILE = calendar(
    event("DTSTART;TZID=America/New_York:20261201T090000", "DURATION:PT90M"),
    event("DTSTART;VALUE=DATE:20261203", uid="day"),
    event("DTSTART;TZID=Nowhere:20261204T090000", uid="lost"),
)


def run(*args, given=FILE):
    return CliRunner().invoke(whoelse, ["busy", *args], input=given, prog_name="whoelse")


def test_json_is_the_contract():
    result = run("-", *WEEK, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {
        "busy": [
            {
                "start": "2026-12-01T09:00:00-05:00",
                "end": "2026-12-01T10:30:00-05:00",
                "summary_hidden": True,
            },
            {
                "start": "2026-12-03T00:00:00-05:00",
                "end": "2026-12-04T00:00:00-05:00",
                "summary_hidden": True,
            },
        ],
        "skipped": [{"uid": "lost", "why": "its time zone “Nowhere” is not known"}],
        "events": 3,
    }
    assert "Secret" not in result.stdout


def test_text_for_people():
    result = run("-", *WEEK)
    assert result.stdout.splitlines() == [
        "Tue 1 Dec, 09:00 to 10:30",
        "Thu 3 Dec, 00:00 to Fri 4 Dec, 00:00",
    ]
    assert result.stderr == "Left out: lost: its time zone “Nowhere” is not known.\n"


def test_times_of_a_day_and_another_zone():
    result = run("-", "--from", "2026-12-01T15:00", "--to", "2026-12-02", "--zone", "Europe/Berlin")
    assert result.stdout == "Tue 1 Dec, 15:00 to 16:30\n"


def test_a_free_week():
    assert run("-", *WEEK, given=calendar()).stdout == "Nothing is busy then.\n"


def test_a_file_that_is_longer_than_is_read():
    result = run("-", *WEEK, given=FILE + b"\nX:" + b"x" * 10_000_000)
    assert result.stderr.splitlines()[0] == "Left out: only the first 10 MB were read."


def test_a_file_that_is_no_calendar():
    result = run("-", *WEEK, given=b"<html>")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "This is no calendar file.",
        "A calendar file begins with BEGIN:VCALENDAR.",
    ]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--from", "2026-12-01", "--to", "2026-12-01", "--zone", "UTC"), "Ask about up to 800"),
        (("--from", "soon", "--to", "2026-12-01", "--zone", "UTC"), "soon"),
        (("--from", "2026-12-01", "--to", "2026-12-02", "--zone", "Mars"), "is no time zone"),
        (("--from", "2026-12-01", "--to", "2026-12-02", "--zone", "../x"), "is no time zone"),
        (("--from", "2026-12-01", "--to", "2026-12-02"), "--zone"),
    ],
)
def test_wrong_use(args, words):
    result = run("-", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


def test_neither_django_nor_the_calendar_library_is_loaded(tmp_path):
    file = tmp_path / "calendar.ics"
    file.write_bytes(FILE)
    code = (
        "import sys; from whoelse.cli.main import whoelse\n"
        f"whoelse(['busy', {str(file)!r}, *{WEEK!r}], standalone_mode=False)\n"
        "assert 'django' not in sys.modules and 'recurring_ical_events' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("to")) == (0, 2), done.stderr
