"""ZIP archives: what is opened in them, and what is refused."""

import io
import struct
from zipfile import ZIP_BZIP2, ZIP_STORED

import pytest

from tests.engine.contact_files.files import archive, card, linkedin, names
from whoelse.engine.contact_files import Limits, UnreadableFile, read_contacts

ADA = linkedin("Ada,Lovelace,,,,,08 Feb 2026")
KAREN = linkedin("Karen,Liu,,,,,08 Feb 2026")


def refusal(file, **options):
    with pytest.raises(UnreadableFile) as caught:
        read_contacts(file, **options)
    assert caught.value.hint
    return caught.value.message


def broken_member(members, name):
    """An archive in which the content of `name` cannot be read."""
    data = archive(members, ZIP_STORED).getvalue()
    content = members[name].encode()
    assert data.count(content) == 1
    return io.BytesIO(data.replace(content, b"?" * len(content)))


def test_of_linkedins_export_only_the_connections_are_opened():
    members = {
        "messages.csv": "From,To,Content",
        "Profile.csv": "Birth Date",
        "Connections.csv": ADA,
    }
    file = broken_member(members, "messages.csv")
    batch = read_contacts(file)
    assert (batch.format, names(batch)) == ("linkedin", ["Ada Lovelace"])
    assert refusal(broken_member(members, "Connections.csv")) == "The archive is damaged."


def test_connections_in_a_folder_and_beside_a_copy():
    members = {"Export/Connections (1).csv": KAREN, "Export/Connections.csv": ADA, "Export/": ""}
    assert names(read_contacts(archive(members))) == ["Ada Lovelace"]


def test_remains_of_a_mac_are_no_contacts():
    members = {"__MACOSX/Connections.csv": KAREN, "Connections.csv": ADA}
    assert names(read_contacts(archive(members))) == ["Ada Lovelace"]


def test_takeout_is_read_over_all_its_groups():
    members = {
        "Takeout/archive_browser.html": "<html>",
        "Takeout/Contacts/Work/Work.vcf": card("FN:Karen Liu", "EMAIL:k@e.example"),
        "Takeout/Contacts/All Contacts/All Contacts.vcf": card(
            "FN:Ada Lovelace", "EMAIL:a@e.example"
        )
        + card("FN:Karen Liu", "EMAIL:k@e.example"),
    }
    batch = read_contacts(archive(members))
    assert (names(batch), batch.rows, batch.merged) == (["Ada Lovelace", "Karen Liu"], 3, 1)


def test_a_remark_about_several_members_is_made_once():
    members = {f"{name}.vcf": card(f"FN:{name}é").encode("cp1252") for name in ("Ada", "Karen")}
    batch = read_contacts(archive(members))
    assert sorted(names(batch)) == ["Adaé", "Karené"]
    assert len(batch.warnings) == 1


def test_takeout_as_tables():
    table = "Name,E-mail 1 - Value\nAda Lovelace,a@e.example\n"
    members = {
        "Takeout/Contacts/All Contacts/All Contacts.csv": table,
        "Takeout/Contacts/All Contacts/Ada.jpg": "x",
    }
    assert names(read_contacts(archive(members))) == ["Ada Lovelace"]


def test_a_single_table_may_be_packed():
    assert names(read_contacts(archive({"mine.csv": ADA}))) == ["Ada Lovelace"]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"messages.csv": "a,b\n1,2\n"}, "The archive holds no contacts."),
        ({"Profile.csv": "a", "Skills.csv": "b"}, "The archive holds no contacts."),
        ({}, "The archive holds no contacts."),
        (
            {"[Content_Types].xml": "", "xl/workbook.xml": ""},
            "This is a spreadsheet or a document.",
        ),
        ({"inner.zip": "PK"}, "There is an archive inside the archive."),
        ({"Connections.csv": "PK\x03\x04"}, "There is an archive inside the archive."),
        ({"Connections.csv": "%PDF-1.7"}, "This is a PDF, not a list of contacts."),
        ({"Connections.csv": ""}, "The file is empty."),
    ],
)
def test_archives_without_contacts_say_so(members, message):
    assert refusal(archive(members)) == message


def test_a_bomb_is_stopped_by_what_it_unpacks_to():
    file = archive({"Connections.csv": ADA + "\r\n" * 3_000_000})
    assert refusal(file) == "The archive unpacks to far more than a list of contacts."


def test_many_members_are_one_bomb_together():
    members = {f"{number}.vcf": card("FN:A", "NOTE:" + "x" * 9_000) for number in range(50)}
    message = refusal(archive(members), limits=Limits(max_bytes=10_000))
    assert message == "The archive unpacks to far more than a list of contacts."


def test_members_beyond_the_limit_stay_closed():
    members = {"a.vcf": card("FN:Ada Lovelace", "NOTE:longer"), "b.vcf": card("FN:Karen Liu")}
    batch = read_contacts(archive(members), limits=Limits(max_archive_members=1))
    assert names(batch) == ["Ada Lovelace"]


def test_unusual_packing_and_passwords_are_told():
    assert refusal(archive({"Connections.csv": ADA}, ZIP_BZIP2)) == (
        "The archive is packed in an unusual way."
    )
    locked = bytearray(archive({"Connections.csv": ADA}).getvalue())
    locked[locked.rfind(b"PK\x01\x02") + 8] |= 1
    assert refusal(io.BytesIO(bytes(locked))) == "The archive is locked with a password."


@pytest.mark.parametrize("kept", [4, 30, 0.5, 0.9])
def test_a_cut_archive_is_damaged(kept):
    data = archive({"Connections.csv": ADA}).getvalue()
    length = kept if kept > 1 else int(len(data) * kept)
    assert refusal(io.BytesIO(data[:length])) == "The archive is damaged."


def test_a_huge_table_of_contents_is_not_read():
    members = {f"file-{number}.txt": "" for number in range(40)}
    message = refusal(archive(members), limits=Limits(max_archive_directory=1_000))
    assert message == "The archive holds far more files than an export of contacts."


def with_zip64_end(data, claimed, offset=None):
    """The archive with an additional end record that claims another size for its directory."""
    end = data.rfind(b"PK\x05\x06")
    record = b"PK\x06\x06" + struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, 1, 1, claimed, 0)
    locator = b"PK\x06\x07" + struct.pack("<LQL", 0, end if offset is None else offset, 1)
    return io.BytesIO(data[:end] + record + locator + data[end:])


@pytest.mark.parametrize(
    ("offset", "message"),
    [
        (None, "The archive holds far more files than an export of contacts."),
        (0, "The archive is damaged."),
        (1 << 60, "The archive is damaged."),
    ],
)
def test_a_second_end_record_cannot_hide_the_size(offset, message):
    data = archive({"Connections.csv": ADA}).getvalue()
    assert refusal(with_zip64_end(data, 1 << 40, offset)) == message


def test_a_member_that_lies_about_its_size_is_bounded():
    data = bytearray(archive({"Connections.csv": ADA + "\r\n" * 2_000_000}).getvalue())
    central = data.rfind(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<L", 100)
    assert refusal(io.BytesIO(bytes(data))) in (
        "The archive unpacks to far more than a list of contacts.",
        "The archive is damaged.",
    )
