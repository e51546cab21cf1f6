"""Settings, Your data: the download, the way in, and what may go wrong on it."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import make_contact, make_interview, make_student
from tests.web.archive.worlds import packed
from whoelse.web.contacts.queries import contacts_of

PAGE = "/data/"


def chosen(content, name="whoelse.zip"):
    return {"file": SimpleUploadedFile(name, content, content_type="application/zip")}


def text_of(response):
    return response.content.decode()


def test_the_download_is_the_archive(as_ana, ana):
    make_interview(make_contact(ana, "Karen Liu"))

    response = as_ana.get(reverse("archive:file"))

    content = b"".join(response.streaming_content)
    assert content == packed(ana)
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="whoelse.zip"'
    assert "no-store" in response["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None


def test_a_stranger_gets_only_what_is_theirs(as_dora, ana, dora):
    make_contact(ana, "Karen Liu")
    content = b"".join(as_dora.get(reverse("archive:file")).streaming_content)
    assert content == packed(dora)


def test_it_needs_a_login(client, db):
    for path in (PAGE, "/data/whoelse.zip"):
        assert client.get(path).status_code == 302
        assert client.post(path).status_code in (302, 405)


def test_into_an_empty_account(as_dora, dora):
    cleo = make_student("cleo", full_name="Cleo Marsh")
    make_contact(cleo, "Karen Liu")
    content = packed(cleo)
    cleo.user.delete()
    assert 'type="file"' in text_of(as_dora.get(PAGE))

    response = as_dora.post(PAGE, chosen(content), follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert "Everything is here: 1 person, 0 interviews." in text_of(response)
    assert [contact.full_name for contact in contacts_of(dora)] == ["Karen Liu"]
    dora.refresh_from_db()
    assert dora.full_name == "Cleo Marsh"


def test_not_into_an_account_with_data(as_ana, ana):
    make_contact(ana, "Karen Liu")
    page = text_of(as_ana.get(PAGE))
    assert 'type="file"' not in page
    assert "whoelse --data-dir FOLDER" in page

    response = as_ana.post(PAGE, chosen(packed(ana)))

    assert response.status_code == 422
    assert "into an empty account only" in text_of(response)


def test_what_is_no_archive_says_so_on_the_page(as_dora, dora):
    for files, words in [
        ({}, "Choose the archive first."),
        (chosen(b""), "The file is empty."),
        (chosen(b"hello"), "no archive of WhoElse"),
    ]:
        response = as_dora.post(PAGE, files)
        assert (response.status_code, words in text_of(response)) == (422, True)


def test_a_file_that_is_too_large_is_thrown_away_while_it_arrives(as_dora, monkeypatch):
    monkeypatch.setattr("whoelse.web.contacts.uploads.bridge.most_bytes", lambda _: 1_000)
    response = as_dora.post(PAGE, chosen(b"PK" + bytes(200_000)))
    assert (response.status_code, "far more" in text_of(response)) == (422, True)


def test_welcome_and_settings_show_the_way(client, db):
    student = make_student("new", welcomed_at=None)
    client.force_login(student.user)

    assert f'href="{PAGE}"' in text_of(client.get(reverse("desk:welcome")))
    assert f'href="{PAGE}"' in text_of(client.get(reverse("desk:settings")))


def test_the_page_asks_as_often_for_many_rows_as_for_one(
    as_ana, ana, django_assert_max_num_queries
):
    make_contact(ana, "Karen Liu")
    with django_assert_max_num_queries(60) as one:
        as_ana.get(PAGE)
    for number in range(5):
        make_interview(make_contact(ana, f"Person {number}"))
    with django_assert_max_num_queries(len(one)):
        as_ana.get(PAGE)
