"""Local mode as a person meets it: the real command, on a real port, with a fresh folder."""

import http.client
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from tests.local.process import WAIT, started


def ask(link, path=None, *, method="GET", headers=None):
    """One request; returns status, headers and body."""
    parts = urlsplit(link)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=WAIT)
    with closing(connection):
        connection.request(method, path or parts.path, headers=headers or {})
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode()


def enter(link):
    """Use the link and return the session cookie."""
    status, headers, _ = ask(link)
    assert (status, headers["Location"]) == (302, "/")
    return headers["Set-Cookie"].split(";")[0]


def test_the_link_opens_once_and_only_its_holder_gets_in(tmp_path):
    with started(tmp_path / "data", "--port", "0") as (_, link):
        assert ask(link, "/")[0] == 302  # a stranger is sent to the door
        assert ask(link, "/door/")[0] == 401
        assert ask(link, method="HEAD")[0] == 401  # a scanner does not use the key up

        cookie = enter(link)

        assert ask(link, "/", headers={"Cookie": cookie})[0] in (200, 302)
        assert ask(link)[0] == 401  # the same link again


def test_a_foreign_host_name_or_origin_is_refused(tmp_path):
    with started(tmp_path / "data", "--port", "0") as (_, link):
        cookie = enter(link)
        mine = {"Cookie": cookie}

        assert ask(link, "/", headers=mine | {"Host": "evil.example"})[0] == 400
        foreign = mine | {"Origin": "http://evil.example"}
        assert ask(link, "/settings/", method="POST", headers=foreign)[0] == 403
        other_port = mine | {"Origin": "http://127.0.0.1:1"}
        assert ask(link, "/settings/", method="POST", headers=other_port)[0] == 403


def test_data_folder_and_key_are_the_owners_alone(tmp_path):
    with started(tmp_path / "data", "--port", "0"):
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "data").iterdir()
        }
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700
    assert modes["secret-key"] == 0o600
    assert {mode & 0o077 for mode in modes.values()} == {0}


def test_only_loopback_is_bound(tmp_path):
    with started(tmp_path / "data", "--port", "0") as (_, link):
        port = urlsplit(link).port
        with socket.socket() as everywhere:
            # Any other address of the port is still free, so the server holds loopback alone.
            everywhere.bind(("127.0.0.2", port))


def test_a_second_start_opens_the_running_one(tmp_path):
    with started(tmp_path / "data", "--port", "0") as (_, link):
        command = [sys.executable, "-m", "whoelse", "--no-browser", "--data-dir", tmp_path / "data"]
        second = subprocess.run(command, capture_output=True, text=True, timeout=WAIT, check=False)

        assert second.returncode == 0
        new_link = re.search(r"http://\S+", second.stdout).group()
        assert urlsplit(new_link).port == urlsplit(link).port
        assert ask(new_link)[0] == 302


def test_a_taken_port_picks_another(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with started(tmp_path / "data", "--port", str(port)) as (_, link):
            assert urlsplit(link).port != port


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_cleanly(tmp_path, how):
    with started(tmp_path / "data", "--port", "0") as (process, _):
        process.send_signal(how)
        _, errors = process.communicate(timeout=WAIT)

    assert process.returncode == 0
    assert errors.splitlines()[-1] == "WhoElse has stopped. Everything is saved."
    assert not (tmp_path / "data" / "running.json").exists()


def test_a_killed_process_leaves_nothing_in_the_way(tmp_path):
    with started(tmp_path / "data", "--port", "0") as (process, _):
        process.kill()
        process.wait(timeout=WAIT)
    with started(tmp_path / "data", "--port", "0") as (_, link):
        assert ask(link)[0] == 302


def test_an_old_database_is_backed_up_before_it_is_migrated(tmp_path):
    with started(tmp_path / "data", "--port", "0"):
        pass
    database = tmp_path / "data" / "whoelse.sqlite3"
    with closing(sqlite3.connect(database)) as old:
        old.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        old.execute("DROP TABLE django_session")
        old.commit()

    with started(tmp_path / "data", "--port", "0") as (_, link):
        assert ask(link)[0] == 302

    (backup,) = (tmp_path / "data" / "backups").glob("*.sqlite3")
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT username FROM accounts_user").fetchall() == [("student",)]
