"""Every contact file that others made reads, and gives the people that its makers expect."""

import json
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest
import vobject

from tests.conftest import SHARED_DATA as DATA
from whoelse.engine.contact_files import read_contacts

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the folder ../shared/data with others' files is missing"
)
FILES = sorted(
    path
    for folder in ("linkedin", "contacts_csv", "vcard")
    for path in (DATA / folder).rglob("*")
    if path.suffix in (".csv", ".vcf")
)


def read(path):
    with path.open("rb") as file:
        return read_contacts(file)


def expected(folder, name):
    return json.loads((DATA / folder / "expected" / f"{name}.json").read_text(encoding="utf-8"))


def zipped(folder):
    """The folder as the archive that Google Takeout delivers."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, str(path.relative_to(folder)))
    return file


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_every_file_reads_and_every_row_is_accounted_for(path):
    batch = read(path)
    assert batch.rows == batch.kept + batch.merged + len(batch.skipped)
    assert all(person.name and person.source == batch.format for person in batch.people)


def test_linkedin_gives_the_expected_people():
    wanted = expected("linkedin/prm", "connections")
    batch = read(DATA / "linkedin/prm/sources/Connections.csv")
    people = batch.people
    assert sorted(person.name for person in people) == wanted["fns"]
    assert (batch.format, batch.rows, batch.kept) == ("linkedin", 21, wanted["with_name"])
    assert sum(bool(person.emails) for person in people) == wanted["with_email"]
    # Three rows without a name are left out; two of them have a link, two a company, none a post
    # but the last, which has no link.
    assert [skipped.row for skipped in batch.skipped] == [15, 19, 21]
    assert sum(bool(person.profile_url) for person in people) == wanted["with_url"] - 2
    assert sum(bool(person.employer) for person in people) == wanted["with_company"] - 2
    assert sum(bool(person.job_title) for person in people) == wanted["with_position"] - 1
    ada = people[0]
    assert (ada.given, ada.family, ada.employer) == ("Ada", "Lovelace", "Analytical Engines")
    assert (ada.job_title, ada.connected_on) == ("Mathematician", "2019-12-10")


@pytest.mark.parametrize(
    ("name", "rows", "last", "connected_on"),
    [
        ("bdrolet_people_extra_column_dups", 7, "Nobody Nourl", "2023-07-08"),
        ("careermanager_other_notes_no_url", 3, "Ghost", "2018-01-01"),
        ("labeldekho_url_last_unquoted_notes_sanitised", 10, "Jack Anderson", "2024-03-25"),
        ("lexnetwork_full_notes", 4, "Kenji Watanabe", "2020-09-09"),
        ("socialgraph_locale_fr_unverified", 1, "Pierre Martin", "2023-03-12"),
    ],
)
def test_linkedin_variants_keep_every_row(name, rows, last, connected_on):
    batch = read(DATA / "linkedin/variants" / f"{name}.csv")
    assert (batch.format, batch.rows, batch.kept, batch.skipped) == ("linkedin", rows, rows, ())
    assert (batch.people[-1].name, batch.people[-1].connected_on) == (last, connected_on)


def test_namesakes_with_two_profiles_stay_two():
    batch = read(DATA / "linkedin/variants/bdrolet_people_extra_column_dups.csv")
    danas = [person for person in batch.people if person.name == "Dana Dup"]
    assert [dana.employer for dana in danas] == ["Dup Inc", "Other Inc"]


def test_older_google_table_gives_the_expected_people():
    wanted = expected("contacts_csv/prm_google", "contacts")
    batch = read(DATA / "contacts_csv/prm_google/sources/contacts.csv")
    people = batch.people
    assert sorted(person.name for person in people) == wanted["fns"]
    assert (batch.format, batch.rows) == ("google", wanted["data_rows"])
    assert sum(bool(person.emails) for person in people) == wanted["with_email"]
    assert sum(len(person.emails) > 1 for person in people) == wanted["with_multi_email"]
    assert sum(bool(person.phones) for person in people) == wanted["with_phone"]
    assert sum(bool(person.employer) for person in people) == wanted["with_org"]
    assert sum(bool(person.profile_url) for person in people) == wanted["with_website"]
    assert batch.refused_columns == ("Birthday",)


def test_newer_google_table_reads_notes_over_lines_and_generations():
    jane, bob, chloe = read(DATA / "contacts_csv/google_new/lexnetwork_google_contacts.csv").people
    assert jane.emails == ("jane.doe@acme.example", "jane@personal.example")
    assert jane.profile_url == "https://www.linkedin.com/in/jane-doe-example"
    assert (bob.employer, bob.job_title) == ("Globex", "Designer")
    assert (chloe.name, chloe.family) == ("Chloé Van Damme Jr.", "Van Damme")
    assert chloe.job_title == 'Head of "Special" Projects'


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("outlook_classic_full_header", "outlook"),
        ("yahoo_full_header", "yahoo"),
        ("yahoo_uk_header", "yahoo"),
    ],
)
def test_a_header_alone_is_a_file_without_people(name, known_as):
    batch = read(DATA / "contacts_csv/headers" / f"{name}.csv")
    assert (batch.format, batch.rows, batch.people) == (known_as, 0, ())


def test_alumni_table_is_understood_without_a_mapping():
    batch = read(DATA / "contacts_csv/alumni_synthetic/alumni_sanitised.csv")
    assert (batch.format, batch.rows, batch.kept) == ("table", 500, 500)
    first = batch.people[0]
    assert (first.name, first.employer, first.job_title, first.emails) == (
        "Priya Ramesh",
        "Google",
        "Senior SDE",
        ("priya.ramesh@google.example",),
    )


def test_icloud_cards_give_the_expected_people():
    wanted = expected("vcard/prm_icloud", "icloud-export")
    batch = read(DATA / "vcard/prm_icloud/sources/icloud-export.vcf")
    assert sorted(person.name for person in batch.people) == wanted["fns"]
    assert batch.rows == wanted["contact_count"]
    assert batch.people[1].emails == ("grace.hopper@example.org", "ghopper@example.com")
    assert batch.people[2].phones == ("+1-555-0120", "+1-555-0121")


@pytest.mark.parametrize(
    "name",
    [
        "takeout-basic",
        "takeout-duplicates",
        "takeout-google-quirks",
        "takeout-legacy-flat",
        "takeout-photos",
        "takeout-photos-external",
    ],
)
def test_takeout_archives_give_the_expected_people_once(name):
    wanted = expected("vcard/prm_takeout", name)
    batch = read_contacts(zipped(DATA / "vcard/prm_takeout/sources" / name))
    named = [person for person in batch.people if person.name not in person.emails]
    assert batch.rows == wanted["contact_count"]
    assert len(batch.people) - len(named) == wanted["without_name"]
    assert {person.name for person in named} <= set(wanted["fns"])
    assert ("Photo" in batch.refused_columns) == bool(wanted["with_embedded_photo"])
    # Every copy of a person is merged; the makers list each copy.
    spare = Counter(wanted["fns"]) - Counter(person.name for person in named)
    assert batch.merged == spare.total()


def test_bulk_cards_give_the_expected_counts():
    wanted = expected("vcard/prm_takeout_bulk", "bulk")
    path = "vcard/prm_takeout_bulk/sources/Takeout/Contacts/All Contacts/All Contacts.vcf"
    batch = read(DATA / path)
    named = sum(person.name not in person.emails for person in batch.people)
    assert batch.rows == wanted["total_cards"]
    assert batch.kept + batch.merged + len(batch.skipped) == wanted["total_cards"]
    assert wanted["named_cards"] - batch.merged <= named <= wanted["named_cards"]
    assert batch.refused_columns == ("Photo", "Birthday")


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix == ".vcf"], ids=lambda path: path.stem
)
def test_cards_say_what_vobject_reads_in_them(path):
    batch = read(path)
    by_row = {person.row: person for person in batch.people}
    text = path.read_text(encoding="utf-8")
    for row, card in enumerate(vobject.readComponents(text), start=1):
        names = [line.value for line in card.contents.get("fn", ())]
        if row not in by_row or not names:
            continue  # left out, nameless, or merged into another
        person = by_row[row]
        emails = {line.value.lower() for line in card.contents.get("email", ())}
        phones = {line.value for line in card.contents.get("tel", ())}
        assert person.name == names[0]
        assert set(person.emails) >= emails  # more where a copy was merged
        assert set(person.phones) >= phones
        assert [person.job_title] == [line.value for line in card.contents.get("title", ())] or (
            "title" not in card.contents
        )


def test_a_card_of_a_photo_alone_is_reported():
    batch = read(DATA / "vcard/sabre-vobject/issue64.vcf")
    assert (batch.kept, [skipped.row for skipped in batch.skipped]) == (0, [1])
