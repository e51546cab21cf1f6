"""`whoelse export`, `import`, `backup`, `restore` as a person meets them, on real folders."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.local.process import WAIT, started


def whoelse(*arguments, **settings):
    """The real command; returns code, what it printed, and what it said."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("WHOELSE_")} | settings
    done = subprocess.run(
        [sys.executable, "-m", "whoelse", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=WAIT,
        env=environment,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def people_in(folder):
    with closing(sqlite3.connect(folder / "whoelse.sqlite3")) as database:
        rows = database.execute("SELECT full_name FROM contacts_contact ORDER BY full_name")
        return [name for (name,) in rows]


def write_down(folder, name):
    """A person, as the pages would write: into the database of the folder."""
    code = (
        "import django; django.setup()\n"
        "from django.utils import timezone\n"
        "from whoelse.web.accounts.actions import ensure_local_student\n"
        "from whoelse.web.contacts.actions import add_contact\n"
        "student = ensure_local_student(time_zone='UTC')\n"
        f"add_contact(student, full_name={name!r}, circle='known', at=timezone.now())\n"
    )
    environment = os.environ | {
        "WHOELSE_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "whoelse.web.settings",
    }
    environment.pop("WHOELSE_SECRET_KEY", None)
    environment.pop("WHOELSE_DATABASE_URL", None)
    subprocess.run([sys.executable, "-c", code], check=True, timeout=WAIT, env=environment)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A data folder with one person, made once."""
    folder = tmp_path_factory.mktemp("written") / "data"
    with started(folder, "--port", "0"):
        pass
    write_down(folder, "Karen Liu")
    return folder


@pytest.fixture
def folder(written, tmp_path):
    """A data folder of its own with one person."""
    return Path(shutil.copytree(written, tmp_path / "data"))


def test_out_and_into_a_new_folder_and_out_again(folder, tmp_path):
    first, again = tmp_path / "first.zip", tmp_path / "again.zip"
    other = tmp_path / "other"

    assert whoelse("export", first, "--data-dir", folder) == (0, f"{first}\n", "")
    code, said, loss = whoelse("import", first, "--data-dir", other)
    assert (code, loss) == (0, "")
    assert said.startswith("Everything is here: 1 person, 0 interviews.")
    assert whoelse("--data-dir", other, "export", again)[0] == 0

    assert people_in(other) == ["Karen Liu"]
    assert again.read_bytes() == first.read_bytes()
    assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_an_archive_does_not_go_into_data_or_over_a_file(folder, tmp_path):
    archive = tmp_path / "a.zip"
    whoelse("export", archive, "--data-dir", folder)

    code, said, why = whoelse("import", archive, "--data-dir", folder)
    assert (code, said) == (1, "")
    assert "holds data already (activity.entry, contacts.contact)." in why
    assert "Start with a new folder, “whoelse --data-dir FOLDER”" in why
    assert whoelse("export", archive, "--data-dir", folder)[::2] == (
        1,
        f"{archive} is there already.\nChoose another name, or say --replace.\n",
    )
    assert whoelse("export", archive, "--data-dir", folder, "--replace")[0] == 0


def test_while_it_is_running(folder, tmp_path):
    archive, copy = tmp_path / "a.zip", tmp_path / "copy.sqlite3"
    with started(folder, "--port", "0"):
        write_down(folder, "Otto Weiss")
        assert whoelse("export", archive, "--data-dir", folder)[0] == 0
        assert whoelse("backup", copy, "--data-dir", folder)[0] == 0

        code, _, why = whoelse("restore", copy, "--data-dir", folder)

    assert (code, why) == (
        1,
        f"WhoElse is running in {folder}.\nStop it with Ctrl-C, then try again.\n",
    )
    with zipfile.ZipFile(archive) as opened:
        assert "Otto Weiss" in opened.read("contacts.csv").decode()
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_backup_comes_back_and_what_was_there_is_kept(folder, tmp_path):
    copy = tmp_path / "copy.sqlite3"
    code, said, hint = whoelse("backup", copy, "--data-dir", folder)
    assert (code, said) == (0, f"{copy}\n")
    assert "secret-key" in hint
    write_down(folder, "Otto Weiss")

    code, said, kept = whoelse("restore", copy, "--data-dir", folder)

    assert (code, said) == (0, "copy.sqlite3 is in its place.\n")
    assert people_in(folder) == ["Karen Liu"]
    (aside,) = (folder / "backups").glob("*-before-restore.sqlite3")
    assert str(aside) in kept
    with closing(sqlite3.connect(aside)) as database:
        assert database.execute("SELECT count(*) FROM contacts_contact").fetchone() == (2,)
    with started(folder, "--port", "0"):
        pass


def test_without_a_name_the_backup_lies_beside_the_data(folder):
    code, said, _ = whoelse("backup", "--data-dir", folder)
    (backup,) = (folder / "backups").glob("*-by-hand.sqlite3")
    assert (code, said) == (0, f"{backup}\n")


@pytest.mark.parametrize("command", [("export", "x"), ("backup", "x"), ("backup",)])
def test_where_there_is_no_data(tmp_path, command):
    empty = tmp_path / "empty"
    code, _, why = whoelse(*command, "--data-dir", empty)
    assert (code, why) == (
        1,
        f"There is no data in {empty}.\nSay with --data-dir where it is.\n",
    )


@pytest.mark.parametrize("command", [("export", "x.zip"), ("backup",)])
def test_postgresql_goes_another_way(command, tmp_path):
    address = "postgres://a:b@db.example/whoelse"
    code, _, why = whoelse(*command, WHOELSE_DATABASE_URL=address, WHOELSE_DATA_DIR=str(tmp_path))
    assert code == 1
    assert "pg_dump" in why


def test_a_file_that_is_not_there_is_wrong_use(tmp_path):
    for command in ("import", "restore"):
        assert whoelse(command, tmp_path / "none", "--data-dir", tmp_path)[0] == 2


def test_what_is_no_archive_is_refused_in_words(tmp_path):
    table = tmp_path / "people.csv"
    table.write_text("Name\nKaren\n")
    code, _, why = whoelse("import", table, "--data-dir", tmp_path / "new")
    assert (code, why.splitlines()[0]) == (
        1,
        "The file is no archive of WhoElse, or it is damaged or cut off.",
    )
    assert not (tmp_path / "new" / "whoelse.sqlite3").exists()
