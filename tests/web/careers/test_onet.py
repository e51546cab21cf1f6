"""Loading O*NET: whole or not at all, bounded, by those who may; used as soon as it is there."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from filelock import FileLock

from tests.engine.careers.onet_tables_of_ours import TABLES, as_zip
from whoelse.web.careers import bridge, loaded, uploads

ONET, REMOVE = reverse("careers:onet"), reverse("careers:onet-remove")


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    return settings.DATA_DIR


@pytest.fixture
def own_machine(settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost"]


@pytest.fixture
def at_home(as_ana, own_machine):
    as_ana.defaults["SERVER_NAME"] = "localhost"
    return as_ana


@pytest.fixture
def database(tmp_path):
    return as_zip(tmp_path / "db.zip").read_bytes()


def send(client, content, name="db_0_1_text.zip"):
    return client.post(ONET, {"file": SimpleUploadedFile(name, content)}, follow=True)


def test_a_database_is_loaded_and_used_at_once(at_home, database):
    assert bridge.classify("Espresso Brewer") == bridge.NOTHING

    text = send(at_home, database).content.decode()

    assert "O*NET 0.1 Database is loaded." in text
    assert "<strong>O*NET 0.1 Database</strong>: 8 occupations, 20 titles." in text
    work = bridge.classify("Espresso Brewer")
    assert (work.occupation, work.area) == ("soc-35-3023-01", "")
    assert bridge.occupation_name("soc-35-3023-01") == "Baristas"
    assert bridge.work_of("soc-35-3023-01").sector == "private-non-stem"


def test_an_occupation_outside_the_atlas_has_a_page(at_home, database):
    send(at_home, database)

    text = at_home.get(reverse("desk:careers-occupation", args=["soc-35-3023-01"])).content.decode()

    assert "Make coffee." in text
    assert "CC BY 4.0" in text


def test_removing_it_leaves_the_atlas(at_home, database, folder):
    send(at_home, database)

    text = at_home.post(REMOVE, follow=True).content.decode()

    assert "Only the atlas." in text
    assert bridge.occupation("soc-35-3023-01") is None
    assert bridge.classify("Optical Engineer").occupation == "optical-engineer"
    assert at_home.post(REMOVE).status_code == 302  # again


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"words", "is damaged or no ZIP"),
        (b"PK\x03\x04 but not really", "is damaged or no ZIP"),
    ],
)
def test_other_files_are_refused_and_change_nothing(at_home, database, folder, content, said):
    send(at_home, database)
    before = loaded.path().read_bytes()

    answer = send(at_home, content, "holiday <b>photos.zip")

    text = answer.content.decode()
    assert answer.status_code == 422
    assert said in text
    assert "holiday &lt;b&gt;photos.zip" in text
    assert loaded.path().read_bytes() == before
    assert sorted(each.name for each in folder.iterdir()) == ["onet.lock", "onet.sqlite3"]


def test_a_zip_of_something_else_is_refused(at_home):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("letter.txt", "Dear all")

    answer = send(at_home, packed.getvalue())

    assert answer.status_code == 422
    assert "There is no table “Occupation Data”." in answer.content.decode()


def test_no_file_and_an_empty_one_are_refused(at_home):
    assert "Choose the ZIP first." in at_home.post(ONET).content.decode()
    assert "The file is empty." in send(at_home, b"").content.decode()


def test_too_large_a_file_is_thrown_away_while_it_comes(at_home, database, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 100)

    answer = send(at_home, database)

    assert answer.status_code == 422
    assert "larger than 60 MB" in answer.content.decode()
    assert loaded.onet() is None


def test_a_hopeless_length_is_not_even_read(at_home, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", -100_000)

    assert "larger than 60 MB" in send(at_home, b"x").content.decode()


def test_two_at_once_are_one_too_many(at_home, database, folder):
    with FileLock(folder / "onet.lock"):
        answer = send(at_home, database)

    assert answer.status_code == 422
    assert "It is being loaded already." in answer.content.decode()


def test_where_others_share_it_only_staff_may_load_and_remove(ana, as_ana, database):
    page = as_ana.get(ONET).content.decode()
    refused = [send(as_ana, database).status_code, as_ana.post(REMOVE).status_code]
    ana.user.is_staff = True
    ana.user.save()

    assert "Only the people who run this installation" in page
    assert refused == [403, 403]
    assert send(as_ana, database).status_code == 200
    assert loaded.onet().release == "O*NET 0.1 Database"


def test_the_form_needs_its_token(ana, own_machine, database):
    strict = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    strict.force_login(ana.user)

    assert send(strict, database).status_code == 403


def test_a_damaged_file_counts_as_none(folder):
    loaded.path().write_bytes(b"words")

    assert loaded.onet() is None
    assert bridge.classify("Optical Engineer").occupation == "optical-engineer"


def test_the_atlas_answers_where_onet_is_not_sure(at_home, database):
    send(at_home, database)

    assert bridge.classify("Telescope Night Operator").occupation == "telescope-operator"


def test_a_newer_release_takes_the_place_of_the_older(at_home, database, tmp_path):
    send(at_home, database)
    newer = as_zip(tmp_path / "new.zip", TABLES | {"Read Me": "O*NET 0.2 Database\n"})

    send(at_home, newer.read_bytes())

    assert loaded.onet().release == "O*NET 0.2 Database"
