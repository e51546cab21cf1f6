"""Who is twice in a file, and who only seems to be."""

import pytest

from tests.engine.contact_files.files import card, linkedin, names, read
from whoelse.engine.contact_files import Person
from whoelse.engine.contact_files.duplicates import Duplicates

PROFILE = "https://www.linkedin.com/in/ada"


def merged(*people):
    duplicates = Duplicates()
    for person in people:
        duplicates.add(person)
    return duplicates


def is_merged(one, other):
    return len(merged(one, other).people()) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Lovelace", "Ada Lovelace"),
        ("Ada Lovelace", "ADA LOVELACE"),
        ("Ada B. Lovelace", "Ada Lovelace"),
        ("A. Lovelace", "Ada Lovelace"),
        ("Ada", "Ada Lovelace"),
        ("Zoé Müller", "Zoe Muller"),
        ("Christopher Berg", "Chris Berg"),
        ("a@e.example", "Ada Lovelace"),
    ],
)
def test_one_address_and_names_that_fit_are_one_person(one, other):
    first = Person(name=one, emails=("a@e.example",))
    second = Person(name=other, emails=("b@e.example", "a@e.example"))
    assert is_merged(first, second)
    assert is_merged(second, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karen Liu", "Tom Berg"),
        ("Karen Liu", "Wei Liu"),
        ("Karen Liu", "Karl Liu"),
        ("林", "王"),
    ],
)
def test_couples_and_offices_share_an_address_and_stay_two(one, other):
    duplicates = merged(
        Person(name=one, emails=("home@e.example",)), Person(name=other, emails=("home@e.example",))
    )
    assert [person.name for person in duplicates.people()] == [one, other]
    assert duplicates.remarks() == [
        "People who share home@e.example have different names and were kept apart."
    ]


@pytest.mark.parametrize(
    "link",
    [
        "http://linkedin.com/in/ada",
        "https://www.linkedin.com/in/ADA/",
        "https://de.linkedin.com/in/ada?trk=x",
        "https://www.linkedin.com/in/%61da#top",
    ],
)
def test_one_profile_is_one_person_however_it_is_written(link):
    assert is_merged(
        Person(name="Ada Lovelace", profile_url=PROFILE), Person(name="Ada King", profile_url=link)
    )


def test_the_site_of_a_firm_makes_nobody_one():
    site = "https://engines.example"
    assert not is_merged(
        Person(name="Ada Lovelace", profile_url=site), Person(name="Karen Liu", profile_url=site)
    )
    assert is_merged(
        Person(name="Ada Lovelace", profile_url=site), Person(name="A. Lovelace", profile_url=site)
    )


def test_name_and_employer_make_one_unless_profiles_differ():
    one = Person(name="Ada Lovelace", employer="Engines")
    assert is_merged(one, Person(name="Ada  Lovelace".replace("  ", " "), employer="ENGINES"))
    assert not is_merged(one, Person(name="Ada Lovelace", employer="Mills"))
    other = "https://www.linkedin.com/in/ada-2"
    assert not is_merged(
        Person(name="Ada Lovelace", employer="Engines", profile_url=PROFILE),
        Person(name="Ada Lovelace", employer="Engines", profile_url=other),
    )


def test_name_and_phone_make_one():
    one = Person(name="Ada Lovelace", phones=("+1 555 0100",))
    assert is_merged(one, Person(name="Ada Lovelace", phones=("+1-555-0100",)))
    assert not is_merged(one, Person(name="Ada Lovelace", phones=("+1 555 0101",)))


def test_a_name_alone_is_one_only_with_a_name_alone():
    assert is_merged(Person(name="Ada"), Person(name="Ada"))
    assert not is_merged(Person(name="Ada"), Person(name="Ada", employer="Engines"))


def test_later_copies_fill_in_what_is_missing():
    duplicates = merged(
        Person(name="a@e.example", emails=("a@e.example",), row=1),
        Person(
            name="Ada Lovelace",
            given="Ada",
            family="Lovelace",
            emails=("a@e.example", "ada@e.example"),
            phones=("1",),
            employer="Engines",
            job_title="Engineer",
            profile_url=PROFILE,
            connected_on="2026-02-08",
            row=2,
        ),
        Person(name="A. Lovelace", given="A.", emails=("ada@e.example",), employer="Mills", row=3),
    )
    assert duplicates.merged == 2
    assert duplicates.people() == (
        Person(
            name="Ada Lovelace",
            given="Ada",
            family="Lovelace",
            emails=("a@e.example", "ada@e.example"),
            phones=("1",),
            employer="Engines",
            job_title="Engineer",
            profile_url=PROFILE,
            connected_on="2026-02-08",
            row=1,
        ),
    )


def test_a_row_that_joins_two_people_makes_them_one():
    by_address = Person(name="Ada Lovelace", emails=("a@e.example",))
    by_link = Person(name="Ada Lovelace", profile_url=PROFILE)
    both = Person(name="Ada Lovelace", emails=("a@e.example",), profile_url=PROFILE)
    duplicates = merged(by_address, by_link, both, by_link)
    assert (len(duplicates.people()), duplicates.merged) == (1, 3)


def test_one_address_on_thousands_of_names_stays_fast():
    people = [Person(name=f"P{number} Q{number}", emails=("x@e.example",)) for number in range(300)]
    assert len(merged(*people).people()) == 300


def test_the_addresses_of_one_person_are_bounded_however_many_copies_there_are():
    copies = [Person(name="Ada", emails=("a@e.example", f"{n}@e.example")) for n in range(300)]
    (ada,) = merged(*copies).people()
    assert len(ada.emails) == 40


def test_files_report_what_was_merged():
    row = f"Ada,Lovelace,{PROFILE},,Engines,,08 Feb 2026"
    batch = read(linkedin(row, row, "Karen,Liu,,,,,"))
    assert (batch.rows, batch.kept, batch.merged) == (3, 2, 1)
    assert [person.row for person in batch.people] == [1, 3]
    cards = read(card("FN:Ada Lovelace", "TEL:+1 555 0100") * 3)
    assert (names(cards), cards.merged) == (["Ada Lovelace"], 2)
