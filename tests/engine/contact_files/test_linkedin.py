"""LinkedIn's export in its generations and languages."""

import pytest

from tests.engine.contact_files.files import LINKEDIN_HEADER, linkedin, names, read
from whoelse.engine.contact_files import Person, Skipped


def test_a_row_becomes_a_person():
    row = (
        "Ada,Lovelace,https://www.linkedin.com/in/ada-l,ADA@Engines.example,"
        '"Analytical Engines, Inc.",Engineer,08 Feb 2026'
    )
    assert read(linkedin(row)).people == (
        Person(
            name="Ada Lovelace",
            given="Ada",
            family="Lovelace",
            emails=("ada@engines.example",),
            employer="Analytical Engines, Inc.",
            job_title="Engineer",
            profile_url="https://www.linkedin.com/in/ada-l",
            connected_on="2026-02-08",
            source="linkedin",
            row=1,
        ),
    )


@pytest.mark.parametrize(
    "preamble",
    [
        "",
        "\r\n\r\n",
        "Notes:\r\nno quotation marks, but commas, in here\r\n\r\n",
        'Hinweise:\r\n"Zwei\r\nZeilen"\r\n\r\n',
        'Notes :\r\n"never closed\r\n\r\n',
        "sep=,\r\n",
        "\r\n".join(f"remark {number}" for number in range(40)) + "\r\n",
    ],
)
def test_the_header_is_found_after_any_preamble(preamble):
    batch = read(f"{preamble}{LINKEDIN_HEADER}\r\nAda,Lovelace,,,Engines,Engineer,08 Feb 2026\r\n")
    assert (batch.format, names(batch), batch.skipped) == ("linkedin", ["Ada Lovelace"], ())


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "First Name,Last Name,URL,Email Address,Current Company,Current Position,Connected On",
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion",
        "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el",
        "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em",
        "Nome,Cognome,URL,Indirizzo e-mail,Azienda,Posizione,Data di collegamento",
        "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op",
        "Fornavn,Efternavn,URL,E-mailadresse,Virksomhed,Stilling,Forbundet den",
    ],
)
def test_headers_of_many_languages_mean_the_same(header):
    link = "https://www.linkedin.com/in/ada"
    batch = read(
        linkedin(f"Ada,Lovelace,{link},ada@e.example,Engines,Engineer,2026-02-08", header=header)
    )
    assert batch.format == "linkedin"
    ada = batch.people[0]
    assert (ada.given, ada.family, ada.emails, ada.employer) == (
        "Ada",
        "Lovelace",
        ("ada@e.example",),
        "Engines",
    )
    assert (ada.job_title, ada.profile_url, ada.connected_on) == ("Engineer", link, "2026-02-08")


def test_older_header_without_a_link_is_linkedin_by_its_date():
    header = "First Name,Last Name,Email Address,Company,Position,Connected On"
    batch = read(linkedin("Ada,Lovelace,,Engines,Engineer,1/12/10, 9:14 AM", header=header))
    assert (batch.format, batch.people[0].connected_on) == ("linkedin", "2010-01-12")


def test_header_without_a_date_is_linkedin_by_link_and_post():
    header = "First Name,Last Name,URL,Email Address,Company,Position"
    assert read(linkedin("Ada,Lovelace,,,Engines,", header=header)).format == "linkedin"


def test_before_2017_the_file_looked_like_outlook():
    header = (
        "Title,First Name,Middle Name,Last Name,Suffix,E-mail Address,E-mail 2 Address,"
        "Business Street,Business Street 3,Home Street,Company,Department,Job Title,"
        "TTY/TDD Phone,Birthday,Spouse,Web Page,Personal Web Page"
    )
    row = "Dr.,Ada,B.,Lovelace,,ada@e.example,,1 Main,,2 Elm,Engines,,Engineer,,,,,"
    batch = read(f"{header}\r\n{row}\r\n")
    ada = batch.people[0]
    assert (batch.format, ada.name, ada.job_title) == ("linkedin", "Ada B. Lovelace", "Engineer")
    assert batch.refused_columns == ("Home Street",)


def test_hidden_accounts_and_empty_rows_are_reported():
    batch = read(
        linkedin(
            ",,https://www.linkedin.com/in/x,,,,01 Jan 2024",
            ",,,,,,",
            "Ada,Lovelace,,,,,",
            ",,,someone@e.example,,,",
        )
    )
    hidden = "There is no name; the account is hidden or closed."
    assert (batch.rows, names(batch)) == (4, ["Ada Lovelace"])
    assert batch.skipped == (
        Skipped(1, hidden),
        Skipped(2, "The row is empty."),
        Skipped(4, hidden),
    )


def test_slashed_dates_follow_the_language_and_say_so():
    english = read(linkedin("Ada,Lovelace,,,,,3/4/2024"))
    german_header = "Vorname,Nachname,URL,E-Mail-Adresse,Firma,Position,Verbunden am"
    german = read(linkedin("Ada,Lovelace,,,,,3/4/2024", header=german_header))
    assert english.people[0].connected_on == "2024-03-04"
    assert english.warnings == ("Dates such as 3/4/2024 were read with the month before day.",)
    assert german.people[0].connected_on == "2024-04-03"
    assert german.warnings == ("Dates such as 3/4/2024 were read with the day before month.",)
