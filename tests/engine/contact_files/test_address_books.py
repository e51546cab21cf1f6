"""Google, Outlook and Yahoo as CSV."""

import pytest

from tests.engine.contact_files.files import names, read
from whoelse.engine.contact_files import Skipped

GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Name Suffix,Nickname,File As,Organization Name,"
    "Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,"
    "Address 1 - Formatted,Website 1 - Label,Website 1 - Value,Website 2 - Value"
)


def google_row(**cells):
    return ",".join(f'"{cells.get(name, "")}"' for name in GOOGLE_NEW.split(","))


def test_google_joins_several_values_in_one_cell():
    row = google_row(
        **{
            "First Name": "Ada",
            "Middle Name": "B.",
            "Last Name": "Lovelace",
            "Organization Name": "Engines ::: Mills",
            "E-mail 1 - Value": "ada@e.example ::: Ada@Home.example",
            "E-mail 2 - Value": "ada@e.example",
            "Phone 1 - Value": "+1 555 0100 ::: +1 555 0101",
            "Website 1 - Value": "https://engines.example",
            "Website 2 - Value": "linkedin.com/in/ada",
        }
    )
    (ada,) = read(f"{GOOGLE_NEW}\n{row}\n").people
    assert (ada.name, ada.employer) == ("Ada B. Lovelace", "Engines")
    assert ada.emails == ("ada@e.example", "ada@home.example")
    assert ada.phones == ("+1 555 0100", "+1 555 0101")
    assert ada.profile_url == "https://linkedin.com/in/ada"


def test_google_refuses_what_is_private_only_where_it_holds_data():
    filled = google_row(
        **{"First Name": "Ada", "Birthday": "1815-12-10", "Address 1 - Formatted": "1 Main St"}
    )
    assert read(f"{GOOGLE_NEW}\n{filled}\n").refused_columns == (
        "Birthday",
        "Address 1 - Formatted",
    )
    assert read(f"{GOOGLE_NEW}\n{google_row(**{'First Name': 'Ada'})}\n").refused_columns == ()


def test_google_without_a_name_falls_back_to_file_as_then_to_the_address():
    rows = [
        google_row(**{"File As": "Lovelace, Ada", "E-mail 1 - Value": "a@e.example"}),
        google_row(**{"E-mail 1 - Value": "team@e.example"}),
        google_row(**{"Organization Name": "Engines"}),
    ]
    batch = read("\n".join([GOOGLE_NEW, *rows]))
    assert names(batch) == ["Ada Lovelace", "team@e.example"]
    assert batch.skipped == (Skipped(3, "There is neither a name nor an e-mail address."),)


OUTLOOK_CLASSIC = (
    '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title",'
    '"Home Street","Business Phone","Mobile Phone","Birthday","Categories","E-mail Address",'
    '"E-mail Type","E-mail Display Name","Gender","Sensitivity","Spouse","Web Page"'
)
OUTLOOK_COM = (
    "First Name,Middle Name,Last Name,Title,Suffix,Given Yomi,Surname Yomi,E-mail Address,"
    "Business Phone,Mobile Phone,Job Title,Company,Home Street,Personal Web Page,Spouse,Birthday"
)
OUTLOOK_BY_GOOGLE = (
    "First Name,Middle Name,Last Name,Title,Suffix,Initials,Web Page,Gender,Birthday,"
    "E-mail Address,Primary Phone,Mobile Phone,Company,Job Title,Categories"
)
OUTLOOK_GERMAN = (
    "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,"
    "Straße privat,E-Mail-Adresse,Mobiltelefon,Geburtstag"
)


@pytest.mark.parametrize("header", [OUTLOOK_CLASSIC, OUTLOOK_COM, OUTLOOK_BY_GOOGLE])
def test_outlook_title_is_no_post(header):
    cells = {
        "Title": "Dr.",
        "First Name": "Ada",
        "Last Name": "Lovelace",
        "Company": "Engines",
        "Job Title": "Engineer",
        "E-mail Address": "ada@e.example",
        "Mobile Phone": "+1 555 0100",
        "Birthday": "0/0/00",
        "Gender": "Unspecified",
    }
    row = ",".join(cells.get(name.strip('"'), "") for name in header.split(","))
    batch = read(f"{header}\r\n{row}\r\n", "cp1252")
    (ada,) = batch.people
    assert (batch.format, ada.name, ada.employer, ada.job_title) == (
        "outlook",
        "Ada Lovelace",
        "Engines",
        "Engineer",
    )
    assert (ada.emails, ada.phones) == (("ada@e.example",), ("+1 555 0100",))
    assert batch.refused_columns == ()


def test_outlook_with_every_column_is_not_taken_for_linkedin():
    header = f"{OUTLOOK_COM},Business Street 3,TTY/TDD Phone,Categories"
    assert read(f"{header}\nAda,,Lovelace\n").format == "outlook"


def test_german_outlook_is_read_with_accents():
    row = "Frau,Jörg,,Müller,,Größe GmbH,,Physiker,Weg 1,j@e.example,+49 170 1234567,10.12.1975"
    batch = read(f"{OUTLOOK_GERMAN}\r\n{row}\r\n", "cp1252")
    (person,) = batch.people
    assert (batch.format, person.name, person.employer, person.job_title) == (
        "outlook",
        "Jörg Müller",
        "Größe GmbH",
        "Physiker",
    )
    assert batch.refused_columns == ("Straße privat", "Geburtstag")
    assert len(batch.warnings) == 1


def test_outlook_shows_a_display_name_only_when_it_is_a_name():
    header = "First Name,Last Name,E-mail Address,E-mail Display Name,Business Phone"
    rows = [
        ",,a@e.example,Ada Lovelace (a@e.example),",
        ",,b@e.example,b@e.example,",
    ]
    assert names(read("\n".join([header, *rows]))) == ["Ada Lovelace", "b@e.example"]


def test_yahoo_has_one_word_for_each_column():
    header = (
        "First,Middle,Last,Nickname,Email,Home,Work,Mobile,Yahoo! Phone,Alternate Email 1,Title,"
        "Company,Home Address,Birthday"
    )
    row = "Ada,,Lovelace,,a@e.example,,555-010-0100,,,b@e.example,Engineer,Engines,1 Main St,"
    batch = read(f"{header}\n{row}\n")
    (ada,) = batch.people
    assert (batch.format, ada.name, ada.job_title) == ("yahoo", "Ada Lovelace", "Engineer")
    assert (ada.emails, ada.phones) == (("a@e.example", "b@e.example"), ("555-010-0100",))
    assert batch.refused_columns == ("Home Address",)
