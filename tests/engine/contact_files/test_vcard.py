"""Cards of all versions and of phones that bend the rules."""

import pytest

from tests.engine.contact_files.files import card, file_of, names, read
from whoelse.engine.contact_files import Person, Skipped, read_contacts


def only(text, encoding="utf-8"):
    batch = read(text, encoding)
    assert batch.skipped == ()
    (person,) = batch.people
    return person


def test_a_card_becomes_a_person():
    text = card(
        "N:Lovelace;Ada;King;Countess;",
        "FN:Ada Lovelace",
        "ORG:Analytical Engines\\, Inc.;Research",
        "TITLE:Engineer",
        "EMAIL;TYPE=INTERNET:Ada@Home.example",
        "EMAIL;TYPE=INTERNET,WORK,pref:ada@work.example",
        "TEL;TYPE=CELL:+1 555 0100",
        "URL:https://engines.example",
    )
    assert only(text) == Person(
        name="Ada Lovelace",
        given="Ada",
        family="Lovelace",
        emails=("ada@work.example", "ada@home.example"),
        phones=("+1 555 0100",),
        employer="Analytical Engines, Inc.",
        job_title="Engineer",
        profile_url="https://engines.example",
        source="vcard",
        row=1,
    )


def test_version_4_prefers_by_number_and_writes_phones_as_links():
    text = card(
        "FN:Ada Lovelace",
        "EMAIL;PREF=2:second@e.example",
        "EMAIL;PREF=1:first@e.example",
        'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555-0100;ext=102',
        version="4.0",
    )
    ada = only(text)
    assert ada.emails == ("first@e.example", "second@e.example")
    assert ada.phones == ("+1-555-0100;ext=102",)


def test_version_2_1_decodes_quoted_printable_over_lines():
    text = card(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg =",
        "M=C3=BCller",
        "ORG;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gr=F6=DFe;Forschung",
        "TITLE;QUOTED-PRINTABLE:Physiker=2C Leiter",
        "EMAIL;INTERNET;PREF:j@e.example",
        "TEL;CELL:0170 1234567",
        version="2.1",
    )
    person = only(text)
    assert (person.name, person.given, person.family) == ("Jörg Müller", "Jörg", "Müller")
    assert (person.employer, person.job_title) == ("Größe", "Physiker, Leiter")


@pytest.mark.parametrize("charset", ["ROT13", "IDNA", "UNICODE_ESCAPE", "NO-SUCH", "UTF-8", ""])
def test_strange_charsets_fall_back(charset):
    text = card(f"FN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:Zo=E9 Liu", version="2.1")
    assert only(text).name == "Zoé Liu"


def test_apple_groups_and_social_profiles():
    text = card(
        "FN:Ada Lovelace",
        "item1.EMAIL;type=INTERNET;type=pref:ada@e.example",
        "item1.X-ABLabel:_$!<Work>!$_",
        "item2.URL;type=pref:https\\://engines.example",
        "X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/ada",
        "X-SOCIALPROFILE;type=other;x-user=ada:x-apple:ada",
    )
    ada = only(text)
    assert (ada.emails, ada.profile_url) == (
        ("ada@e.example",),
        "http://www.linkedin.com/in/ada",
    )


def test_folded_lines_and_cut_words():
    text = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Lo\n velace\nORG:Engi\n\tnes\nEND:VCARD\n"
    ada = only(text)
    assert (ada.name, ada.employer) == ("Ada Lovelace", "Engines")


def test_photos_are_refused_however_they_are_folded():
    text = card(
        "FN:Ada Lovelace",
        "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ",
        "SkZJRgABAQ==",
        "",
        "BDAY:1815-12-10",
        "ADR;TYPE=HOME:;;1 Main St;London;;;UK",
        "GENDER:F",
        "ANNIVERSARY:",
    )
    batch = read(text)
    assert names(batch) == ["Ada Lovelace"]
    assert batch.refused_columns == ("Photo", "Birthday", "Address", "Gender")


def test_escapes_are_undone_and_others_left():
    ada = only(card("FN:Ada\\, Lovelace\\; PhD", "ORG:C:\\Temp\\;x", "TITLE:a\\nb\\\\c\\"))
    assert (ada.employer, ada.job_title) == ("C:\\Temp;x", "a b\\c\\")


def test_a_colon_in_a_quoted_parameter_does_not_end_it():
    text = card('EMAIL;X-LABEL="a:b":ada@e.example', 'FN;X="unclosed:Ada Lovelace')
    assert only(text).name == "Ada Lovelace"


def test_nameless_cards_are_known_by_their_address_and_others_reported():
    batch = read(card("EMAIL:a@e.example") + card("TEL:+1 555 0100") + card("N:;;;;", "FN: "))
    nameless = "There is neither a name nor an e-mail address."
    assert names(batch) == ["a@e.example"]
    assert batch.skipped == (Skipped(2, nameless), Skipped(3, nameless))


def test_a_card_that_breaks_off_is_reported_and_the_others_kept():
    text = card("FN:Ada Lovelace") + "BEGIN:VCARD\nFN:Cut Off\n" + card("FN:Karen Liu")
    batch = read(text + "BEGIN:VCARD\nVERSION:3.0\nFN:Tom Be")
    cut = "The card breaks off before its end."
    assert names(batch) == ["Ada Lovelace", "Karen Liu"]
    assert (batch.rows, batch.skipped) == (4, (Skipped(2, cut), Skipped(4, cut)))


def test_quoted_printable_that_breaks_off_does_not_eat_the_end():
    text = "BEGIN:VCARD\nVERSION:2.1\nFN:Ada L\nNOTE;QUOTED-PRINTABLE:x=\nEND:VCARD\n"
    assert only(text).name == "Ada L"


def test_a_card_inside_a_card_is_not_a_second_person():
    agent = ("AGENT:", "BEGIN:VCARD", "FN:Secretary", "END:VCARD")
    assert names(read(card(*agent, "FN:Ada Lovelace", version="2.1"))) == ["Ada Lovelace"]


def test_lists_of_people_are_no_people():
    kinds = ("KIND:group", "X-ADDRESSBOOKSERVER-KIND:group", "KIND:individual")
    batch = read("".join(card(kind, "FN:Friends", version="4.0") for kind in kinds))
    reason = "This is a list of people, not a person."
    assert (batch.kept, batch.skipped) == (1, (Skipped(1, reason), Skipped(2, reason)))


def test_text_before_and_between_cards_is_passed_over():
    text = (
        "exported today\n\n" + card("FN:Ada Lovelace", "no colon here", "4+2:odd") + "END:VCARD\n"
    )
    assert only(text).name == "Ada Lovelace"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "utf-32"])
def test_encodings_with_and_without_marks(encoding):
    assert only(card("FN:Zoé 林"), encoding).name == "Zoé 林"


def test_spaces_and_lower_case_in_the_boundaries():
    assert only("begin: vcard\nfn: Ada Lovelace\nend: vcard\n").name == "Ada Lovelace"


def test_the_fields_of_a_card_are_counted_up_to_a_bound():
    text = card("FN:Ada Lovelace", *(f"EMAIL:a{number}@e.example" for number in range(99)))
    assert len(only(text).emails) == 20


def test_reading_begins_at_the_start_of_the_file():
    file = file_of(card("FN:Ada Lovelace"))
    file.read(30)
    assert names(read_contacts(file)) == ["Ada Lovelace"]
    assert not file.closed
