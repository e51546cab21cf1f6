"""Reading O*NET's tables: every form that a release comes in, and a sentence for all else."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.careers.onet_tables_of_ours import TABLES, as_folder, as_zip
from whoelse.engine.careers import NotOnet, onet_tables
from whoelse.engine.careers.onet_tables import read_tables


def refusal(source):
    with pytest.raises(NotOnet) as refused:
        read_tables(source)
    return str(refused.value)


def test_folder_zip_and_packed_tables_say_the_same(tmp_path):
    folder = read_tables(as_folder(tmp_path / "plain"))

    assert folder.release == "O*NET 0.1 Database"
    assert folder.occupations[:1] == (("15-1252.00", "Software Developers", "Write programs."),)
    assert len(folder.titles) == 14
    assert folder.titles[-1] == ("35-3023.01", "Latte Artist")
    assert read_tables(as_zip(tmp_path / "db.zip")) == folder
    assert read_tables(as_zip(tmp_path / "flat.zip", inside="")) == folder
    for ending in (".tsv", ".txt.gz", ".tsv.gz"):
        assert read_tables(as_folder(tmp_path / ending[1:], ending=ending)) == folder


def test_reported_titles_and_read_me_may_be_missing(tmp_path):
    few = {name: TABLES[name] for name in ("Occupation Data", "Alternate Titles")}

    tables = read_tables(as_folder(tmp_path / "few", few))

    assert (tables.release, len(tables.titles)) == ("O*NET", 12)


def test_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    marked = TABLES | {"Occupation Data": "\ufeff" + TABLES["Occupation Data"]}

    assert len(read_tables(as_folder(tmp_path / "marked", marked)).occupations) == 8


def test_missing_table_is_named(tmp_path):
    assert refusal(tmp_path) == (
        "There is no table “Occupation Data”. Give the folder or ZIP of the text database."
    )


def test_missing_column_is_named(tmp_path):
    other = TABLES | {"Alternate Titles": "Code\tAlternate Title\n"}

    assert refusal(as_folder(tmp_path / "other", other)) == (
        "“Alternate Titles.txt” has no column “O*NET-SOC Code”."
    )


def test_no_such_file(tmp_path):
    assert refusal(tmp_path / "none.zip") == "none.zip cannot be read: No such file or directory."


def test_other_files_are_no_zip(tmp_path):
    picture = tmp_path / "picture.zip"
    picture.write_bytes(b"\x89PNG\r\n")

    assert refusal(picture) == "picture.zip is damaged or no ZIP: File is not a zip file."


def test_damaged_zip(tmp_path):
    path = as_zip(tmp_path / "db.zip")
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(30)
    path.write_bytes(content)

    assert refusal(path).startswith("db.zip is damaged or no ZIP: ")


def test_cut_gzip(tmp_path):
    folder = as_folder(tmp_path / "cut", ending=".tsv.gz")
    table = folder / "Alternate Titles.tsv.gz"
    table.write_bytes(table.read_bytes()[:-20])

    assert refusal(folder).startswith("cut is damaged or no ZIP: ")


def test_no_gzip(tmp_path):
    folder = as_folder(tmp_path / "wrong", ending=".tsv.gz")
    (folder / "Alternate Titles.tsv.gz").write_text("words")

    assert refusal(folder) == "wrong cannot be read: Not a gzipped file (b'wo')."


def test_other_encoding(tmp_path):
    folder = as_folder(tmp_path / "latin")
    (folder / "Alternate Titles.txt").write_bytes("O*NET-SOC Code\té".encode("latin-1"))

    assert refusal(folder) == "“Alternate Titles.txt” is no UTF-8 text."


@pytest.mark.parametrize("packed", [False, True])
def test_bombs_are_refused(tmp_path, monkeypatch, packed):
    monkeypatch.setattr(onet_tables, "LARGEST_TABLE", 1024 * 1024)
    folder = as_folder(tmp_path / "bomb")
    bomb = bytes(2 * 1024 * 1024)
    (folder / "Alternate Titles.txt").unlink()
    name = "Alternate Titles.txt.gz" if packed else "Alternate Titles.txt"
    (folder / name).write_bytes(gzip.compress(bomb) if packed else bomb)

    assert refusal(folder) == f"“{name}” is larger than 1 MB."


def test_zip_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(onet_tables, "LARGEST_TABLE", 1024 * 1024)
    bomb = TABLES | {"Occupation Data": "x" * (2 * 1024 * 1024)}

    assert refusal(as_zip(tmp_path / "bomb.zip", bomb)) == (
        "“Occupation Data.txt” is larger than 1 MB."
    )


def test_too_many_rows_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(onet_tables, "MOST_ROWS", 5)

    assert refusal(as_folder(tmp_path / "long")) == "“Occupation Data.txt” has more than 5 rows."


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(onet_tables, "MOST_FILES", 3)

    assert refusal(as_folder(tmp_path / "many")) == "many holds more than 3 files."
    assert refusal(as_zip(tmp_path / "many.zip")) == "many.zip holds more than 3 files."


def test_locked_zip_is_refused(tmp_path):
    path = as_zip(tmp_path / "locked.zip")
    content = path.read_bytes()
    locked = content.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    path.write_bytes(
        locked.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    )

    assert "is damaged or no ZIP" in refusal(path)


@given(st.binary(max_size=400), st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(tmp_path_factory, occupations, alternates):
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "Occupation Data.txt").write_bytes(
        b"O*NET-SOC Code\tTitle\tDescription\n" + occupations
    )
    (folder / "Alternate Titles.txt").write_bytes(b"O*NET-SOC Code\tAlternate Title\n" + alternates)

    try:
        rows = read_tables(folder).occupations
    except NotOnet:
        rows = ()

    assert all(len(row) == 3 for row in rows)
