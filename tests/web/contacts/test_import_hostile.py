"""Files that are too large, broken, or made to harm: a clear error, and nothing half stored."""

import pytest

from tests.web.contacts.files import linkedin, upload, zipped
from tests.web.contacts.page import Page
from whoelse.web.contacts import queries
from whoelse.web.contacts.models import Contact, StagedImport

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)
CUT_CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Elif Ay"


def refused(response):
    """The error on the page, after nothing was stored."""
    assert response.status_code == 422
    assert (StagedImport.objects.count(), Contact.objects.count()) == (0, 0)
    (error,) = Page(response).errors
    return error


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (PNG, "contacts.csv", "This is a picture, not a list of contacts."),
        (b"", "contacts.csv", "The file is empty."),
        (b"\x01\x02,\x03\n" * 100, "contacts.csv", "This is no text"),
        (CUT_CARD, "contacts.vcf", "There is nobody in this file."),
        (b"just one line of words", "contacts.csv", "This is neither a table"),
        (zipped(a__txt=b"x"), "export.zip", "The archive holds no contacts."),
        (zipped(Connections__csv=bytes(60_000_000)), "bomb.zip", "The archive unpacks to far more"),
        (b"PK\x03\x04" + b"rubbish" * 50, "export.zip", "The archive is damaged."),
    ],
)
def test_what_cannot_be_read_is_told(as_ana, content, name, says):
    error = refused(as_ana.post("/people/import/", upload(content, name)))

    assert error.startswith(says)
    assert len(error) > len(says) + 10  # what to do comes after it


def test_a_file_that_is_too_large_is_thrown_away_while_it_arrives(as_ana, tmp_path, settings):
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    large = b"Name,Email\n" + b"Elif Aydin,elif@harrowbay.example\n" * 1_600_000

    error = refused(as_ana.post("/people/import/", upload(large)))

    assert error.startswith("The file is larger than 50 MB")
    assert list(tmp_path.iterdir()) == []


def test_a_hopeless_length_is_refused_before_anything_is_read(as_ana):
    response = as_ana.generic(
        "POST",
        "/people/import/",
        b"",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH="2000000000",
    )

    assert refused(response).startswith("The file is larger than 50 MB")


def test_hostile_cells_are_text_everywhere(as_ana, ana):
    table = linkedin(
        ("<script>alert(1)</script>", "Evil", "", "=cmd|' /C calc'!A0", "@SUM(1+1)"),
        ("Ada", "\u202eecalevoL", "", "X", "Baker"),
    )

    response = as_ana.post("/people/import/", upload(table, "\u202egnp.csv"), follow=True)
    page = Page(response)
    staged = StagedImport.objects.get()
    assert [row[1] for row in page.body_rows] == [
        "Keep <script>alert(1)</script> Evil @SUM(1+1), =cmd|' /C calc'!A0",
        "Keep Ada ecalevoL Baker, X",
    ]
    assert "\u202e" not in response.content.decode()
    assert staged.file_name == "gnp.csv"

    as_ana.post(f"/people/import/{staged.public_id}/", {"shown": "0,1", "row": ["0", "1"]})
    script, ada = queries.contacts_of(ana).order_by("full_name")
    assert (script.full_name, ada.full_name) == ("<script>alert(1)</script> Evil", "Ada ecalevoL")
    assert "<script>alert" not in as_ana.get(f"/people/{script.public_id}/").content.decode()


@pytest.mark.parametrize("name", ["../../etc/passwd", "a" * 250 + ".csv", "\u202egnp.csv", " .csv"])
def test_the_name_of_a_file_is_only_shown(as_ana, name):
    table = linkedin(("Elif", "Aydin", "", "Harrow Bay", "Dosimetrist"))

    as_ana.post("/people/import/", upload(table, name))

    file_name = StagedImport.objects.get().file_name
    assert "/" not in file_name
    assert 0 < len(file_name) <= 200


def test_thirty_thousand_rows(as_ana, ana, django_assert_max_num_queries):
    people = [(f"Given{n}", f"Family{n}", "", f"Firm {n}", "Baker") for n in range(30_000)]
    with django_assert_max_num_queries(16):
        response = as_ana.post("/people/import/", upload(linkedin(*people)))
    path = response.headers["Location"]
    assert Contact.objects.count() == 0

    with django_assert_max_num_queries(6):
        page = Page(as_ana.get(path, {"page": 600}))
    assert (len(page.body_rows), page.body_rows[-1][1]) == (
        50,
        "Keep Given29999 Family29999 Baker, Firm 29999",
    )
    with django_assert_max_num_queries(9):
        as_ana.post(f"{path}ticks/", {"shown": page.values["shown"], "row": ["29999"]})
    with django_assert_max_num_queries(22):
        as_ana.post(path, {"shown": "0,1", "row": ["1"]})

    names = queries.contacts_of(ana).values_list("full_name", flat=True)
    assert list(names) == ["Given1 Family1", "Given29999 Family29999"]
