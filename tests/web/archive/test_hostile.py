"""What may be wrong with a file, and that nothing of it stays when it is."""

import io
import json
import struct
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import NOW, make_contact, make_interview, make_message, make_student
from tests.web.archive.worlds import packed
from whoelse.web.accounts.models import User
from whoelse.web.archive import opening
from whoelse.web.archive.actions import NotEmpty, bring_in
from whoelse.web.archive.gathering import data_of
from whoelse.web.archive.opening import CannotBeBroughtIn
from whoelse.web.archive.queries import what_is_there
from whoelse.web.contacts.queries import contacts_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(ana):
    """What an archive of a small account says; the account itself is gone."""
    karen = make_contact(ana, "Karen Liu", email="karen@x.example")
    make_message(karen)
    interview = make_interview(karen, banned=["b1"])
    interview.notes.create(text="Lasers", saved_at=NOW)
    said = data_of(ana)
    ana.user.delete()
    return said


def zipped(data, name="whoelse.json", **kind):
    file = io.BytesIO()
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    with zipfile.ZipFile(file, "w", **kind) as archive:
        archive.writestr(name, text)
    return file.getvalue()


def refused(student, content):
    """The words of the refusal, after a look whether something stayed."""
    before = data_of(student)
    with pytest.raises(CannotBeBroughtIn) as caught:
        bring_in(student, io.BytesIO(content), at=NOW)
    student.refresh_from_db()
    assert what_is_there(student) == []
    assert data_of(student) == before
    assert caught.value.hint
    return caught.value.message


def test_the_small_account_is_fine_as_it_is(data, dora):
    told = bring_in(dora, io.BytesIO(zipped(data)), at=NOW)
    assert (told.people, told.interviews) == (1, 1)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"hello", b"PK\x03\x04" + bytes(200), b"Name,E-mail\nKaren,k@x.example\n"],
)
def test_what_is_no_archive(dora, content):
    assert "no archive of WhoElse" in refused(dora, content)


def test_cut_off_anywhere(ana, dora):
    make_contact(ana)
    whole = packed(ana)
    for length in range(0, len(whole) - 1, max(1, len(whole) // 25)):
        assert "cut off" in refused(dora, whole[:length])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(where=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255))
def test_any_changed_byte_is_refused_or_does_no_harm(where, value, db):
    User.objects.all().delete()
    ana, dora = make_student("ana"), make_student("dora")
    make_contact(ana)
    content = bytearray(packed(ana))
    ana.user.delete()
    content[int(where * len(content))] = value
    try:
        bring_in(dora, io.BytesIO(bytes(content)), at=NOW)
    except CannotBeBroughtIn:
        assert what_is_there(dora) == []


def test_without_the_data_and_with_two_of_them(dora, data):
    assert "no whoelse.json" in refused(dora, zipped(data, name="contacts.csv"))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("whoelse.json", "{}")
        archive.writestr("whoelse.jsom", "{}")
    twice = file.getvalue().replace(b"whoelse.jsom", b"whoelse.json")
    assert "two whoelse.json" in refused(dora, twice)


def test_a_bomb_is_not_unpacked(dora, monkeypatch):
    monkeypatch.setattr(opening, "MOST_BYTES", 1_000_000)
    bomb = zipped(b" " * 5_000_000, compression=zipfile.ZIP_DEFLATED)
    assert len(bomb) < 10_000
    assert "far more" in refused(dora, bomb)


def test_a_liar_about_sizes(dora):
    content = bytearray(zipped(b"{}" + b" " * 100))
    where = content.rindex(b"PK\x01\x02") + 24
    content[where : where + 4] = struct.pack("<L", 2**32 - 2)
    assert refused(dora, bytes(content))


def test_many_small_things_are_too_many(dora):
    assert "far more" in refused(dora, zipped(b"[" + b"[]," * 400_001 + b"[]]"))
    assert "far more" in refused(dora, zipped(b"[" + b'"",' * 5_000_001 + b'""]'))


def test_far_too_many_members(dora, monkeypatch):
    monkeypatch.setattr(opening, "MOST_DIRECTORY", 10_000)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(300):
            archive.writestr(f"{number}.txt", b"")
    assert "more files" in refused(dora, file.getvalue())


def test_packed_in_an_unusual_way(dora):
    assert "unusual" in refused(dora, zipped({}, compression=zipfile.ZIP_LZMA))
    content = bytearray(zipped({}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1  # says that it is locked
    assert "locked" in refused(dora, bytes(content))


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[" * 5000, b"\xff\xfe", b"NaN", b'{"a":' + b"9" * 5000 + b"}"]
)
def test_text_that_is_no_json(dora, text):
    assert "damaged" in refused(dora, zipped(text))


@pytest.mark.parametrize("said", [[], None, 1, {}, {"format": "other", "schema": 1}])
def test_not_ours(dora, said):
    assert "not made by WhoElse" in refused(dora, zipped(said))


@pytest.mark.parametrize("schema", [None, "1", 0, True, 1.0, [], -3])
def test_a_schema_that_is_none(dora, data, schema):
    assert "schema" in refused(dora, zipped(data | {"schema": schema}))


def test_a_newer_schema_is_told_kindly(dora, data):
    with pytest.raises(CannotBeBroughtIn) as caught:
        bring_in(dora, io.BytesIO(zipped(data | {"schema": 2})), at=NOW)
    assert (caught.value.message, caught.value.hint) == (
        "A newer WhoElse made the archive: schema 2, and this one reads 1.",
        "Bring WhoElse up to date, then try again.",
    )


def changed(data, table, field, value):
    data["rows"][table][0][field] = value
    return zipped(data)


CHANGES = [
    ("contacts.contact", "full_name", 7, "is not text"),
    ("contacts.contact", "full_name", None, "is missing"),
    ("contacts.contact", "full_name", "x" * 161, "is longer than 160 characters"),
    ("contacts.contact", "full_name", "a\0b", "holds a NUL character"),
    ("contacts.contact", "notes", "\ud800", "holds half a character"),
    ("contacts.contact", "full_name", "", "cannot be stored"),
    ("contacts.contact", "stage", "gone", "is a word that is not known there"),
    ("contacts.contact", "profile_url", "javascript:alert(1)", "is not a link"),
    ("contacts.contact", "occupation", "a/../b", "is not a code"),
    ("contacts.contact", "created_at", "yesterday", "is not a moment"),
    ("contacts.contact", "created_at", "2026-11-05T15:00:00", "with its offset"),
    ("contacts.contact", "created_at", "0001-01-01T00:00:00+14:00", "is not a moment"),
    ("contacts.contact", "public_id", "karen", "is not an id"),
    ("contacts.contact", "public_id", None, "is missing"),
    ("contacts.contact", "password", "x", "which this WhoElse does not know"),
    ("contacts.contact", "id", 1, "which this WhoElse does not know"),
    ("contacts.contact", "student", 1, "which this WhoElse does not know"),
    ("scheduling.appointment", "minutes", True, "is not a whole number"),
    ("scheduling.appointment", "minutes", 2**40, "is not between 0 and 32767"),
    ("scheduling.appointment", "minutes", 31, "cannot be stored"),
    ("scheduling.appointment", "answer", "declined", "cannot be stored"),
    ("outreach.message", "facts", [], "is not an object"),
    ("outreach.message", "facts", {"a": "\0"}, "holds a NUL character"),
    ("outreach.message", "confirmed", {}, "is not a list"),
    ("outreach.message", "interview", "5c1d8a53-4a55-4c36-b92c-9a36ef9a2b49", "not in the archive"),
    ("interviews.interview", "banned", [["b1"]], "holds something other than texts"),
    ("interviews.interview", "contact", None, "is not the id of a row"),
    ("interviews.interview", "contact", 5, "is not the id of a row"),
    ("interviews.note", "turn", "3", "is not a whole number"),
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change[1]}: {change[3]}")
def test_a_value_that_cannot_stand(dora, data, change):
    table, field, value, words = change
    told = refused(dora, changed(data, table, field, value))

    assert words in told
    assert table in told


def test_a_number_that_is_none_in_data(dora, data):
    text = json.dumps(data).replace('"facts": {}', '"facts": {"a": 1e999}')
    assert "holds a number that is none" in refused(dora, zipped(text.encode()))


def test_a_list_that_is_none_and_a_table_that_nobody_knows(dora, data):
    rows = data["rows"]
    assert "is no list" in refused(dora, zipped(data | {"rows": rows | {"mail.incoming": {}}}))
    assert "cannot be read" in refused(dora, zipped(data | {"rows": rows | {"mail.incoming": [3]}}))
    assert "accounts.user" in refused(dora, zipped(data | {"rows": rows | {"accounts.user": []}}))
    assert "cannot be read" in refused(dora, zipped(data | {"rows": []}))
    assert "cannot be read" in refused(dora, zipped(data | {"student": None}))


def test_the_same_row_twice(dora, data):
    data["rows"]["contacts.contact"] *= 2
    assert "contacts.contact" in refused(dora, zipped(data))


def test_nothing_leads_to_somebody_elses_rows(dora, data):
    theirs = make_contact(make_student("cleo"), "Otto Fremd")
    data["rows"]["interviews.interview"][0]["contact"] = str(theirs.public_id)

    assert "is not in the archive" in refused(dora, zipped(data))
    assert not theirs.interviews.exists()


def test_an_archive_of_somebody_who_is_still_here(ana, dora):
    make_contact(ana)
    assert "in an account here already" in refused(dora, packed(ana))


def test_only_into_an_empty_account(data, dora):
    make_contact(dora, "Otto Weiss")

    with pytest.raises(NotEmpty) as caught:
        bring_in(dora, io.BytesIO(zipped(data)), at=NOW)

    assert "holds data already (contacts.contact)" in caught.value.message
    assert "--data-dir" in caught.value.hint
    assert [contact.full_name for contact in contacts_of(dora)] == ["Otto Weiss"]


def test_what_an_older_archive_does_not_say_is_as_in_a_new_row(data, dora):
    del data["rows"]["roadmap.title"], data["rows"]["contacts.contact"][0]["notes"]
    del data["rows"]["interviews.interview"][0]["extra_minutes"]

    told = bring_in(dora, io.BytesIO(zipped(data)), at=NOW)

    assert told.people == 1
