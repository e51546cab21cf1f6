"""Putting a backup back: whatever is wrong with the file, nothing changes."""

import sqlite3
import threading
from contextlib import closing

import pytest

from tests.factories import NOW
from whoelse.local import backups
from whoelse.local.backups import CannotRestore, copy_into, forget_old, new_backup, put_back
from whoelse.local.place import Place

KNOWN = {("accounts", "0001_initial")}


def make_database(path, *, people=200, journal="WAL", migrations=KNOWN):
    """The few tables by which a database of WhoElse is known, and people that fill pages."""
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA journal_mode = {journal}")
        database.execute("CREATE TABLE accounts_student (id INTEGER PRIMARY KEY)")
        database.execute("CREATE TABLE contacts_contact (full_name TEXT)")
        database.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
        database.executemany("INSERT INTO django_migrations VALUES (?, ?)", migrations)
        names = [(f"Person {number}" * 20,) for number in range(people)]
        database.executemany("INSERT INTO contacts_contact VALUES (?)", names)
        database.commit()


def people_in(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT count(*) FROM contacts_contact").fetchone()[0]


@pytest.fixture
def place(tmp_path):
    place = Place(str(tmp_path / "data"))
    make_database(place.database, people=3)
    return place


@pytest.fixture
def backup(tmp_path):
    make_database(tmp_path / "source.sqlite3")
    copy_into(tmp_path / "backup.sqlite3", tmp_path / "source.sqlite3")
    return tmp_path / "backup.sqlite3"


def everything(place):
    return {p.name: p.read_bytes() for p in place.folder.rglob("*") if p.is_file()}


def refused(place, file):
    """The words, after a look whether anything changed."""
    before = everything(place)
    with pytest.raises(CannotRestore) as caught:
        put_back(place, file, KNOWN, at=NOW)
    assert everything(place) == before
    assert caught.value.hint
    return str(caught.value)


def test_a_backup_takes_the_place(place, backup):
    aside = put_back(place, backup, KNOWN, at=NOW)

    assert (people_in(place.database), people_in(aside), people_in(backup)) == (200, 3, 200)
    assert sorted(p.name for p in place.folder.iterdir()) == ["backups", "whoelse.sqlite3"]


def test_into_an_empty_folder(tmp_path, backup):
    empty = Place(str(tmp_path / "empty"))
    assert put_back(empty, backup, KNOWN, at=NOW) is None
    assert people_in(empty.database) == 200


def test_cut_off_anywhere(place, backup, tmp_path):
    whole = backup.read_bytes()
    cut = tmp_path / "cut.sqlite3"
    lengths = {*range(0, len(whole), len(whole) // 40), 99, 100, 4096, len(whole) - 1}
    for length in sorted(lengths):
        cut.write_bytes(whole[:length])
        words = refused(place, cut)
        assert words in (
            "cut.sqlite3 is cut off or damaged.",
            "cut.sqlite3 is no backup of WhoElse.",
        )


def test_longer_than_it_says_and_damaged_inside(place, backup):
    whole = backup.read_bytes()
    backup.write_bytes(whole + bytes(4096))
    assert "cut off or damaged" in refused(place, backup)
    for page in range(1, len(whole) // 4096, 7):
        changed = bytearray(whole)
        changed[page * 4096 : page * 4096 + 64] = b"\xff" * 64
        backup.write_bytes(changed)
        assert "cut off or damaged" in refused(place, backup)


def test_other_files(place, tmp_path):
    file = tmp_path / "file"
    for content, words in [
        (b"", "no backup"),
        (b"hello" * 100, "no backup"),
        (b"PK\x03\x04", "an archive, not a backup"),
        (b"SQLite format 3\0" + bytes(84), "cut off or damaged"),
    ]:
        file.write_bytes(content)
        assert words in refused(place, file)


def test_a_database_of_another_program(place, tmp_path):
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE places (name TEXT)")
    assert "not one of WhoElse" in refused(place, other)


def test_a_backup_of_a_newer_version(place, tmp_path):
    newer = tmp_path / "newer.sqlite3"
    make_database(newer, migrations=KNOWN | {("accounts", "0099_later")}, journal="DELETE")
    assert refused(place, newer) == "A newer WhoElse made newer.sqlite3."


def test_a_raw_copy_with_what_was_written_last_beside_it(place, tmp_path):
    """Somebody copied the folder while it was in use: the newest rows are in the file beside."""
    raw = tmp_path / "raw.sqlite3"
    make_database(tmp_path / "live.sqlite3", people=1)
    with closing(sqlite3.connect(tmp_path / "live.sqlite3")) as live:
        live.execute("INSERT INTO contacts_contact VALUES ('the newest')")
        live.commit()
        raw.write_bytes((tmp_path / "live.sqlite3").read_bytes())
        (tmp_path / "raw.sqlite3-wal").write_bytes((tmp_path / "live.sqlite3-wal").read_bytes())

    put_back(place, raw, KNOWN, at=NOW)

    assert people_in(place.database) == 2


def test_a_damaged_database_can_be_replaced_and_is_kept(place, backup):
    place.database.write_bytes(b"not a database at all")
    place.database.with_name("whoelse.sqlite3-wal").write_bytes(b"rest")

    aside = put_back(place, backup, KNOWN, at=NOW)

    assert people_in(place.database) == 200
    assert aside.read_bytes() == b"not a database at all"
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"rest"


def test_a_copy_is_whole_while_somebody_writes(place, tmp_path):
    """The writer adds two rows at a time; no copy ever holds an odd number of them."""
    stop = threading.Event()

    def write():
        with closing(sqlite3.connect(place.database, timeout=30)) as database:
            while not stop.is_set():
                database.execute("INSERT INTO contacts_contact VALUES ('one')")
                database.execute("INSERT INTO contacts_contact VALUES ('two')")
                database.commit()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(10):
            copy = tmp_path / f"{number}.sqlite3"
            copy_into(copy, place.database)
            assert people_in(copy) % 2 == 1  # three at the beginning
    finally:
        stop.set()
        writer.join()


def test_nothing_is_left_of_a_copy_that_fails(place, tmp_path):
    place.database.write_bytes(b"not a database at all")
    with pytest.raises(sqlite3.DatabaseError):
        copy_into(tmp_path / "copy.sqlite3", place.database)
    assert not list(tmp_path.glob("copy*"))


def test_old_copies_go_but_those_made_by_hand_stay(place):
    by_hand = new_backup(place, "by-hand", at=NOW)
    made = [new_backup(place, f"before-{number:02}", at=NOW) for number in range(12)]

    forget_old(place)

    kept = sorted(place.backups.glob("*.sqlite3"))
    assert kept == sorted([by_hand, *made[12 - backups.KEPT_BACKUPS :]])
