"""Tables of other origin: understood by their columns, or with a mapping, or with a question."""

import pytest

from tests.engine.contact_files.files import names, read
from whoelse.engine.contact_files import UnknownColumns, UnreadableFile


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter(delimiter):
    text = "Full Name,Employer,Role\nAda Lovelace,Engines,Engineer\n".replace(",", delimiter)
    (ada,) = read(text).people
    assert (ada.given, ada.family, ada.employer, ada.job_title) == (
        "Ada",
        "Lovelace",
        "Engines",
        "Engineer",
    )


def test_title_alone_is_a_post_unless_it_is_a_form_of_address():
    batch = read("Name,Title\nAda Lovelace,Engineer\nKaren Liu,Dr.\nTom Berg,Professor\n")
    assert [person.job_title for person in batch.people] == ["Engineer", "", "Professor"]


def test_a_column_of_names_is_enough():
    assert names(read("Name\nAda Lovelace\nKaren Liu\n")) == ["Ada Lovelace", "Karen Liu"]


def test_ten_thousand_coffees_marks_its_columns():
    header = "first_name (required),last_name (required),email (required),job_title"
    (ada,) = read(f"{header}\nAda,Lovelace,a@e.example,Engineer\n").people
    assert (ada.name, ada.emails, ada.job_title) == ("Ada Lovelace", ("a@e.example",), "Engineer")


def test_handshake_is_student_data_and_mostly_refused():
    header = (
        "email_address,username,auth_identifier,first_name,last_name,preferred_name,"
        "primary_education:cumulative_gpa,ethnicity,gender,disabled,mobile_number,veteran,"
        "hometown_location_attributes:name,opt_cpt_eligible,work_study_eligible"
    )
    row = "a@e.example,ada,1,Ada,Lovelace,,3.9,x,f,no,+1 555 0100,no,London,yes,no"
    batch = read(f"{header}\n{row}\n")
    assert (batch.format, names(batch)) == ("handshake", ["Ada Lovelace"])
    assert batch.refused_columns == (
        "primary_education:cumulative_gpa",
        "ethnicity",
        "gender",
        "disabled",
        "veteran",
        "hometown_location_attributes:name",
        "opt_cpt_eligible",
        "work_study_eligible",
    )


UNKNOWN = "Alum,Where,Does,Work mail,Birthday\nAda Lovelace,Engines,Engineer,a@e.example,1815\n"


def test_unknown_columns_come_back_with_rows_and_a_guess():
    with pytest.raises(UnknownColumns) as caught:
        read(UNKNOWN)
    assert caught.value.header == ("Alum", "Where", "Does", "Work mail", "Birthday")
    assert caught.value.rows == (("Ada Lovelace", "Engines", "Engineer", "a@e.example", "1815"),)
    assert caught.value.guess == {"Alum": "name", "Work mail": "email"}
    assert caught.value.hint


def test_at_most_three_rows_are_shown():
    with pytest.raises(UnknownColumns) as caught:
        read("one,two\n" + "1,2\n" * 9)
    assert caught.value.rows == (("1", "2"),) * 3


def test_a_mapping_reads_them():
    mapping = {"Alum": "name", "Where": "employer", "Does": "job_title", "Work mail": "emails"}
    batch = read(UNKNOWN, mapping=mapping)
    (ada,) = batch.people
    assert (ada.name, ada.employer, ada.job_title, ada.emails) == (
        "Ada Lovelace",
        "Engines",
        "Engineer",
        ("a@e.example",),
    )
    assert batch.refused_columns == ("Birthday",)


def test_a_mapping_cannot_keep_what_is_never_kept():
    batch = read(UNKNOWN, mapping={"Alum": "name", "Birthday": "job_title"})
    assert batch.people[0].job_title == ""
    assert batch.refused_columns == ("Birthday",)


def test_a_mapping_finds_its_header_after_a_preamble():
    batch = read("Our alumni\n\nAlum;Where\nAda Lovelace;Engines\n", mapping={"Alum": "name"})
    assert names(batch) == ["Ada Lovelace"]


def test_a_mapping_to_columns_that_are_not_there_is_told():
    with pytest.raises(UnreadableFile, match="No row of this file has the columns Graduate"):
        read(UNKNOWN, mapping={"Graduate": "name"})


def test_a_mapping_to_an_unknown_field_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="There is no field 'salary'"):
        read(UNKNOWN, mapping={"Alum": "salary"})


def test_text_that_is_no_table_is_told():
    with pytest.raises(UnreadableFile, match="neither a table nor a list of cards"):
        read("Dear diary\ntoday nothing happened\n")


@pytest.mark.parametrize(
    ("header", "given", "family"),
    [
        ("Vorname,Name,Firma", "Ada", "Lovelace"),
        ("Prénom,Nom,Société", "Ada", "Lovelace"),
        ("Nome,Cognome,Azienda", "Ada", "Lovelace"),
        ("Nombre,Apellidos,Empresa", "Ada", "Lovelace"),
        ("Voornaam,Naam,Bedrijf", "Ada", "Lovelace"),
    ],
)
def test_half_names_are_told_from_whole_ones(header, given, family):
    (ada,) = read(f"{header}\nAda,Lovelace,Engines\n").people
    assert (ada.given, ada.family, ada.name) == (given, family, "Ada Lovelace")


@pytest.mark.parametrize("header", ["Nom,Société", "Nome,Azienda", "Nombre,Empresa", "Name,Firma"])
def test_a_lone_name_is_a_whole_one(header):
    (ada,) = read(f"{header}\nAda Lovelace,Engines\n").people
    assert (ada.name, ada.given, ada.employer) == ("Ada Lovelace", "Ada", "Engines")
