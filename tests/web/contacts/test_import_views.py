"""Import over HTTP: choose a file, name columns, tick across pages, keep, cancel, undo."""

import pytest
from django.test import Client

from tests.factories import NOW, make_contact
from tests.web.contacts.files import FEW, linkedin, upload, zipped
from tests.web.contacts.page import Page
from whoelse.web.contacts import actions, queries
from whoelse.web.contacts.models import ImportBatch, StagedImport

OLD_GOOGLE = (
    b"Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,"
    b"Organization 1 - Name,Organization 1 - Title\n"
    b"Elif Aydin,Elif,Aydin,* Work,elif@harrowbay.example,Harrow Bay,Dosimetrist\n"
)
NEW_GOOGLE = (
    b"First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,"
    b"E-mail 1 - Label,E-mail 1 - Value\n"
    b"Elif,,Aydin,Harrow Bay,Dosimetrist,* myContacts,* Work,elif@harrowbay.example\n"
)
CARD = b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Elif Aydin\r\nEMAIL:e@harrowbay.example\r\nEND:VCARD\r\n"
PEOPLE = [(f"Given{n}", f"Family{n:04}", "", f"Firm {n}", "Baker") for n in range(120)]


@pytest.fixture
def staged(as_ana, ana):
    """Ana's file of 120 people, waiting for her choice."""
    as_ana.post("/people/import/", upload(linkedin(*PEOPLE)))
    return StagedImport.objects.get(student=ana)


def url(staged, page=""):
    return f"/people/import/{staged.public_id}/{page}"


def rows_of(response):
    return [row[1] for row in Page(response).body_rows]


def test_a_file_leads_to_the_choice(as_ana, ana):
    response = as_ana.post("/people/import/", upload(FEW), follow=True)

    page = Page(response)
    assert page.h1 == "Choose whom to keep"
    assert [row[1] for row in page.body_rows] == [
        "Keep Elif Aydin Medical dosimetrist, Harrow Bay",
        "Keep Sam Ode Software engineer, Quillhaven Maps",
        "Keep Ida Berg Baker, Berg Bakery",
        "Keep Ulf Strand",
    ]
    assert queries.contacts_of(ana).count() == 0


@pytest.mark.parametrize(
    ("content", "name", "source"),
    [
        (FEW, "photo.png", "LinkedIn"),
        (zipped(Connections__csv=FEW, messages__csv=b"x"), "export.zip", "LinkedIn"),
        (
            OLD_GOOGLE,
            "contacts.csv",
            "Google Contacts",
        ),
        (NEW_GOOGLE, "contacts.csv", "Google Contacts"),
        (
            CARD,
            "contacts.txt",
            "an address book (vCard)",
        ),
    ],
)
def test_what_a_file_is_its_content_tells(as_ana, content, name, source):
    response = as_ana.post("/people/import/", upload(content, name), follow=True)

    assert f"</bdi>, from {source}." in response.content.decode()
    assert any("Elif Aydin" in row for row in rows_of(response))


def test_broken_letters_are_told_of_and_repaired_on_request(as_ana):
    broken = linkedin(("Jörg", "Müller", "j@lumen.example", "Lumen", "Physicist"))
    broken = broken.decode("cp1252").encode()

    told = as_ana.post("/people/import/", upload(broken), follow=True)
    repaired = as_ana.post("/people/import/", upload(broken) | {"repairs": "on"}, follow=True)

    assert rows_of(told) == ["Keep JÃ¶rg MÃ¼ller Physicist, Lumen"]
    assert "Read the file again and have them repaired." in told.content.decode()
    assert rows_of(repaired) == ["Keep Jörg Müller Physicist, Lumen"]
    assert "Broken letters were repaired" in repaired.content.decode()


def test_no_file_is_an_error_at_the_field(as_ana):
    response = as_ana.post("/people/import/", {})

    assert response.status_code == 422
    assert Page(response).errors == ["Choose a file first."]


def test_the_token_of_the_form_is_wanted(ana):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(ana.user)

    assert strict.post("/people/import/", upload(FEW)).status_code == 403
    assert StagedImport.objects.count() == 0


def test_ticks_survive_pages_and_searches_without_scripts(as_ana, ana, staged):
    first = Page(as_ana.get(url(staged)))
    assert (len(first.body_rows), first.buttons["Next"]["value"]) == (50, "2")

    to_second = as_ana.post(
        url(staged, "ticks/"),
        {"shown": first.values["shown"], "row": ["3", "7", "77"], "page": "2", "circle": "alumni"},
    )
    assert to_second.headers["Location"] == f"{url(staged)}?page=2&circle=alumni#rows"
    second = Page(as_ana.get(url(staged), {"page": 2, "circle": "alumni"}))
    search = as_ana.post(
        url(staged, "ticks/"),
        {"shown": second.values["shown"], "row": ["55"], "q": "family0110"},
        follow=True,
    )
    found = Page(search)
    assert [row[1] for row in found.body_rows] == ["Keep Given110 Family0110 Baker, Firm 110"]
    assert Page(as_ana.get(url(staged))).ticked == ["3", "7"]

    as_ana.post(url(staged), {"shown": found.values["shown"], "row": ["110"], "circle": "alumni"})

    assert list(queries.contacts_of(ana).values_list("full_name", "circle")) == [
        ("Given110 Family0110", "alumni"),
        ("Given3 Family0003", "alumni"),
        ("Given55 Family0055", "alumni"),
        ("Given7 Family0007", "alumni"),
    ]


def test_tick_this_page_and_untick_everybody(as_ana, staged):
    shown = Page(as_ana.get(url(staged), {"page": 3})).values["shown"]
    as_ana.post(url(staged, "ticks/"), {"shown": shown, "all": "page"})
    staged.refresh_from_db()
    assert staged.chosen == list(range(100, 120))

    as_ana.post(url(staged, "ticks/"), {"shown": "0,1", "all": "none"})
    staged.refresh_from_db()
    assert staged.chosen == []


def test_nobody_ticked_is_said_on_the_page(as_ana, staged):
    response = as_ana.post(url(staged), {"shown": "0,1"})

    assert response.status_code == 422
    assert Page(response).errors == [
        "Nobody is ticked. Tick at least one person, or cancel the import."
    ]
    assert StagedImport.objects.count() == 1


@pytest.mark.parametrize(
    "forged",
    [
        {"shown": "0,x,-1,²," + "9" * 300, "row": ["0", "-1", "x", "9" * 300]},
        {"shown": "0\x00", "row": ["0"]},
        {"shown": "0," * 5_000, "row": ["0"]},
        {"page": "x", "q": "\x00", "circle": "owner"},
    ],
)
def test_forged_ticks_break_nothing(as_ana, ana, staged, forged):
    assert as_ana.post(url(staged, "ticks/"), forged).status_code == 302
    assert as_ana.post(url(staged), forged).status_code in (302, 422)
    assert queries.contacts_of(ana).count() <= 1


def test_cancel_forgets_the_file(as_ana, ana, staged):
    response = as_ana.post(url(staged, "cancel/"))

    assert response.headers["Location"] == "/people/import/"
    assert (StagedImport.objects.count(), queries.contacts_of(ana).count()) == (0, 0)


@pytest.mark.parametrize("page", ["", "ticks/", "cancel/", "columns/"])
def test_dora_finds_no_file_of_anas(as_dora, staged, page):
    assert as_dora.post(url(staged, page), {"shown": "0", "row": "0"}).status_code == 404
    if page in ("", "columns/"):
        assert as_dora.get(url(staged, page)).status_code == 404
    staged.refresh_from_db()
    assert staged.chosen == []


@pytest.mark.parametrize("page", ["ticks/", "cancel/"])
def test_ticks_and_cancel_are_no_links(as_ana, staged, page):
    assert as_ana.get(url(staged, page)).status_code == 405


def test_looking_at_the_choice_changes_nothing(as_ana, ana, staged):
    StagedImport.objects.update(staged_at=NOW.replace(year=2020))

    assert as_ana.get(url(staged)).status_code == 200
    assert as_ana.get("/people/import/").status_code == 200

    assert StagedImport.objects.count() == 1


def test_columns_are_asked_for_and_their_answers_checked(as_ana, ana):
    table = b"Alumna;Wirkt als;Wo\nElla Reyes;Optical engineer;Lumenfold\n"
    staged = as_ana.post("/people/import/", upload(table, "odd.csv")).headers["Location"]
    assert staged.endswith("/columns/")
    assert "Ella Reyes" in as_ana.get(staged).content.decode()

    nameless = as_ana.post(staged, {"column_0": "", "column_1": "job_title"})
    doubled = as_ana.post(
        staged, {"column_0": "name", "column_1": "employer", "column_2": "employer"}
    )
    assert (nameless.status_code, Page(nameless).errors) == (
        422,
        ["Say which column holds the names."],
    )
    assert Page(doubled).errors == ["Two columns hold “Employer”. Choose one of them."]

    response = as_ana.post(
        staged, {"column_0": "name", "column_1": "job_title", "column_2": "employer"}, follow=True
    )
    assert rows_of(response) == ["Keep Ella Reyes Optical engineer, Lumenfold"]


def test_a_choice_before_the_columns_leads_to_the_columns(as_ana, ana):
    table = b"Alumna;Wirkt als;Wo\nElla Reyes;Optical engineer;Lumenfold\n"
    columns = as_ana.post("/people/import/", upload(table)).headers["Location"]

    choice = columns.removesuffix("columns/")
    assert as_ana.get(choice).headers["Location"] == columns
    assert as_ana.post(choice, {"row": "0", "shown": "0"}).headers["Location"] == columns


def test_undo_tells_who_stays_and_why(as_ana, ana, staged):
    as_ana.post(url(staged), {"shown": "0,1,2", "row": ["0", "1", "2"]})
    batch = ImportBatch.objects.get()
    contact = queries.contacts_of(ana).first()
    actions.move_stage(contact, stage="asked", at=NOW)
    path = f"/people/import/{batch.public_id}/undo/"

    page = Page(as_ana.get(path))
    assert contact.name in page.links
    assert "Remove 2 people" in page.buttons

    as_ana.post(path)
    assert list(queries.contacts_of(ana)) == [contact]
    assert as_ana.post(path).headers["Location"] == "/people/import/"


def test_dora_undoes_nothing_of_anas(as_dora, as_ana, ana, staged):
    as_ana.post(url(staged), {"shown": "0", "row": ["0"]})
    path = f"/people/import/{ImportBatch.objects.get().public_id}/undo/"

    assert (as_dora.get(path).status_code, as_dora.post(path).status_code) == (404, 404)
    assert queries.contacts_of(ana).count() == 1


def test_who_is_here_is_linked(as_ana, ana):
    here = make_contact(ana, "E. Aydin", email="elif@harrowbay.example")

    page = Page(as_ana.post("/people/import/", upload(FEW), follow=True))

    assert page.links["Elif Aydin"] == f"/people/{here.public_id}/"
