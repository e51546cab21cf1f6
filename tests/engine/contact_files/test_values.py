"""Names, dates, addresses, links and columns, one by one."""

import pytest

from tests.engine.contact_files.files import linkedin, read
from whoelse.engine.contact_files.columns import is_sensitive
from whoelse.engine.contact_files.dates import is_ambiguous, iso_date
from whoelse.engine.contact_files.links import addresses, best_link, link_key, phones, web_link
from whoelse.engine.contact_files.names import is_honorific, split


@pytest.mark.parametrize(
    ("given", "family", "name"),
    [
        ("Grace", "Hopper, PhD", "Grace Hopper"),
        ("Grace", "Hopper, Ph.D., PE", "Grace Hopper"),
        ("Grace", "Hopper PhD", "Grace Hopper"),
        ("Grace", "Hopper MBA PMP", "Grace Hopper"),
        ("Grace", "Hopper, MSCE", "Grace Hopper"),
        ("Grace", "Hopper, (M.Sc.)", "Grace Hopper"),
        ("Grace", "Hopper (She/Her)", "Grace Hopper"),
        ("Dr. Grace", "Hopper", "Grace Hopper"),
        ("Prof. Dr. Grace", "Hopper", "Grace Hopper"),
        ("🚀 Grace ✨", "Hopper 🇺🇸", "Grace Hopper"),
        ("Grace", "Ma", "Grace Ma"),
        ("Grace", "Van Damme, Jr.", "Grace Van Damme Jr."),
        ("Grace", "Hopper Sr.", "Grace Hopper Sr."),
        ("Grace", "Hopper III, MD", "Grace Hopper III"),
        ("Grace", "Hopper, Murray", "Grace Hopper, Murray"),
        ("Grace", ".", "Grace"),
        ("MBA", "PhD", "MBA PhD"),
        ("太郎", "田中", "田中 太郎"),
        ("Robert (Bob)", "Smith", "Robert (Bob) Smith"),
    ],
)
def test_names_lose_credentials_titles_and_pictures_but_no_names(given, family, name):
    (person,) = read(linkedin(f'"{given}","{family}",,,,,08 Feb 2026')).people
    assert person.name == name


def test_a_name_of_marks_is_none():
    batch = read(linkedin('"-",".",,,,,08 Feb 2026', f'{"x" * 201},"y",,,,,'))
    assert (batch.kept, [skipped.why for skipped in batch.skipped]) == (
        0,
        ["There is no name; the account is hidden or closed.", "The name is longer than any name."],
    )


def test_a_whole_name_of_marks_gives_way_to_its_halves():
    (person,) = read("Name,First Name,Last Name\n-,Ada,Lovelace\n").people
    assert person.name == "Ada Lovelace"


def test_a_whole_name_that_is_an_address_gives_way_too():
    (person,) = read("Name,First Name,Last Name\na@e.example,Ada,Lovelace\n").people
    assert person.name == "Ada Lovelace"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ada Lovelace", ("Ada", "Lovelace")),
        ("Vincent van Gogh", ("Vincent", "van Gogh")),
        ("Lovelace, Ada", ("Ada", "Lovelace")),
        ("田中 太郎", ("太郎", "田中")),
        ("田中太郎", ("", "")),
        ("Ada", ("", "")),
        ("x " * 101, ("", "")),
    ],
)
def test_full_names_are_split(name, parts):
    assert split(name) == parts


def test_full_names_in_a_table():
    people = read('Name,Company\n"Hopper, Grace",Navy\n"Dr. Grace Hopper, PhD",Fleet\n').people
    assert [(p.name, p.given, p.family) for p in people] == [
        ("Grace Hopper", "Grace", "Hopper")
    ] * 2


@pytest.mark.parametrize(
    ("text", "answer"), [("Dr.", True), ("Herr Dr.", True), ("Chair", False), ("", False)]
)
def test_forms_of_address(text, answer):
    assert is_honorific(text) is answer


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("08 Feb 2026", "2026-02-08"),
        ("8 February 2026", "2026-02-08"),
        ("01-Jan-2024", "2024-01-01"),
        ("2024-01-31", "2024-01-31"),
        ("2024/1/31T10:00", "2024-01-31"),
        ("1/12/10, 9:14 AM", "2010-01-12"),
        ("13/2/2024", "2024-02-13"),
        ("31.12.2023", "2023-12-31"),
        ("Feb 8, 2026", "2026-02-08"),
        ("February 8th, 2026", "2026-02-08"),
        ("12 mars 2023", "2023-03-12"),
        ("1er", ""),
        ("5. März 2021", "2021-03-05"),
        ("5 de mayo de 2021", "2021-05-05"),
        ("5 de out. de 2021", "2021-10-05"),
        ("5 gen 2021", "2021-01-05"),
        ("5 mrt. 2021", "2021-03-05"),
        ("2023年3月12日", "2023-03-12"),
        ("31 Feb 2024", ""),
        ("08 Xyz 2026", ""),
        ("99/99/2024", ""),
        ("0/0/00", ""),
        ("yesterday", ""),
        ("", ""),
        ("9" * 1000, ""),
    ],
)
def test_dates(text, iso):
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("3/4/2024", True),
        ("4/4/2024", False),
        ("13/4/2024", False),
        ("3.4.2024", False),
        ("x", False),
    ],
)
def test_ambiguous_dates(text, answer):
    assert is_ambiguous(text) is answer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada <ADA@E.example>", ["ada@e.example"]),
        (
            "mailto:a@e.example; b@e.example, c@e.example",
            ["a@e.example", "b@e.example", "c@e.example"],
        ),
        ("a+b.c@sub.e.example.", ["a+b.c@sub.e.example"]),
        ("zoé@exämple.example", ["zoé@exämple.example"]),
        ("a@b", []),
        ("@", []),
        ("none", []),
        ("a@" * 5000, []),
    ],
)
def test_addresses(text, found):
    assert addresses(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tel:+1-555-0100", ["+1-555-0100"]),
        ("(555) 010-0100 x12", ["(555) 010-0100 x12"]),
        ("+41 79 123 45 67\n+1 555 0100", ["+41 79 123 45 67", "+1 555 0100"]),
        ("call me", []),
        ("12", []),
    ],
)
def test_phones(text, found):
    assert phones(text) == found


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://www.linkedin.com/in/ada", "https://www.linkedin.com/in/ada"),
        ("linkedin.com/in/ada", "https://linkedin.com/in/ada"),
        ("HTTP://E.example", "HTTP://E.example"),
        ("javascript:alert(1)", ""),
        ("https://user@evil.example", ""),
        ("data:text/html,x", ""),
        ("https://", ""),
        ("not a link", ""),
        ("https://e.example/" + "x" * 500, ""),
    ],
)
def test_links(text, link):
    assert web_link(text) == link


def test_the_best_link_is_a_profile():
    site, code, profile = (
        "https://e.example",
        "https://github.com/ada",
        "https://linkedin.com/in/ada",
    )
    assert best_link([site, code, profile]) == profile
    assert best_link([site, code]) == code
    assert best_link([site, "https://f.example"]) == site
    assert best_link(["no link"]) == ""


def test_link_keys():
    assert link_key("https://www.LinkedIn.com/in/Zo%C3%A9/?x=1") == "linkedin.com/in/zoé"
    assert link_key("http://e.example") == "e.example"
    assert link_key("https://notlinkedin.com/in/ada") == "notlinkedin.com/in/ada"


@pytest.mark.parametrize(
    "name",
    [
        "Birthday",
        "birth_date",
        "Date of Birth",
        "Home Street",
        "Home Address PO Box",
        "Address 1 - Formatted",
        "Gender",
        "Ethnicity",
        "primary_education:cumulative_gpa",
        "GPA",
        "Photo",
        "Religion",
        "Spouse",
        "Children",
        "Disability",
        "Veteran status",
        "Government ID Number",
        "Citizenship",
        "Geburtstag",
        "Privatadresse",
        "Geschlecht",
        "Date de naissance",
        "Fecha de nacimiento",
        "Data de nascimento",
        "Data di nascita",
        "Geboortedatum",
        "Event 1 - Value",
    ],
)
def test_columns_that_are_never_kept(name):
    assert is_sensitive(name)


@pytest.mark.parametrize(
    "name",
    [
        "First Name",
        "E-mail Address",
        "Email Address",
        "Home Phone",
        "Home",
        "Company",
        "Job Title",
        "Metropolitan area",
        "International office",
        "Language",
        "Manager's Name",
        "Address 1 - Type",
        "Location",
    ],
)
def test_columns_that_may_be_kept(name):
    assert not is_sensitive(name)
