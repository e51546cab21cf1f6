"""Letters: encodings, broken letters, invisible ones, and cells that look like formulas."""

import pytest

from tests.engine.contact_files.files import file_of, linkedin, names, read
from whoelse.engine.contact_files import harmless_cell, read_contacts
from whoelse.engine.contact_files.characters import clean, has_hidden, repaired

ZOE = linkedin("Zoé,Müller,,,Größe & Söhne,Ingénieur,08 Feb 2026")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_needs_no_warning(encoding):
    batch = read(ZOE, encoding)
    assert (names(batch), batch.warnings) == (["Zoé Müller"], ())


def test_windows_1252_is_read_and_mentioned():
    batch = read(ZOE, "cp1252")
    assert names(batch) == ["Zoé Müller"]
    assert batch.warnings == (
        "The file was read as Windows-1252; look whether letters with accents are right.",
    )


def test_one_broken_place_does_not_change_the_encoding():
    text = linkedin(*(f"Zoé,Müller{number},,,,,08 Feb 2026" for number in range(40)))
    data = file_of(text).getvalue().replace(b"M\xc3\xbcller0", b"M\xffller0")
    file = file_of("")
    file.write(data)
    batch = read_contacts(file)
    assert names(batch)[:2] == ["Zoé M\ufffdller0", "Zoé Müller1"]
    assert batch.warnings == (
        "1 broken characters were replaced by “\ufffd”; look at the names once.",
    )


BROKEN = linkedin("ZoÃ©,MÃ¼ller,,,GrÃ¶ÃŸe,IngÃ©nieur,08 Feb 2026")


def test_broken_letters_are_reported_and_left():
    batch = read(BROKEN)
    assert names(batch) == ["ZoÃ© MÃ¼ller"]
    (warning,) = batch.warnings
    assert warning == (
        "Some letters look broken: “ZoÃ©” may mean “Zoé”. "
        "Read the file again and have them repaired."
    )


def test_broken_letters_are_repaired_when_asked():
    batch = read(BROKEN, repairs=True)
    (zoe,) = batch.people
    assert (zoe.name, zoe.employer, zoe.job_title) == ("Zoé Müller", "Größe", "Ingénieur")
    assert batch.warnings == ("Broken letters were repaired, for example “ZoÃ©” to “Zoé”.",)


@pytest.mark.parametrize("text", ["Zoé", "SÃO PAULO", "Ångström", "Ã la carte", "Ã©中", "plain"])
def test_what_only_looks_broken_is_left(text):
    assert repaired(text) == text


@pytest.mark.parametrize("text", ["Zoé", "Größe", "Łukasz", "Àngel", "林", "“quoted” – dash"])
def test_repair_undoes_a_wrong_decoding(text):
    wrong = "".join(
        bytes([byte]).decode("cp1252") if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte)
        for byte in text.encode()
    )
    assert repaired(wrong) == text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Ada \u202eecalevoL\u202c", "Ada ecalevoL"),
        ("A\u200bda\ufeff", "Ada"),
        ("Ad\x00a\x1b[31m", "Ada[31m"),
        ("  Ada\u00a0\t\n Lovelace ", "Ada Lovelace"),
        ("Zoe\u0301", "Zoé"),
        ("Ada\ud800", "Ada"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
    ],
)
def test_clean_takes_out_what_nobody_sees(text, result):
    assert clean(text) == result
    assert not has_hidden(clean(text))


def test_invisible_characters_are_reported_by_row():
    rows = [f"Ada{number},Love\u202elace,,,,," for number in range(1, 8)]
    batch = read(linkedin("Karen,Liu,,,,,", *rows))
    assert names(batch)[:2] == ["Karen Liu", "Ada1 Lovelace"]
    assert batch.warnings == (
        "Invisible characters were taken out in rows 2, 3, 4, 5, 6 and 2 more.",
    )


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "+1 555 0100", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"]
)
def test_formulas_are_read_as_text_and_written_harmlessly(cell):
    assert harmless_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Ada", "a=b", "Smith-Jones", "'=1", "<script>"])
def test_other_cells_are_written_as_they_are(cell):
    assert harmless_cell(cell) == cell


def test_a_formula_in_a_name_stays_text():
    batch = read(linkedin("=cmd|' /C calc'!A0,Lovelace,,,<script>,@SUM(1),08 Feb 2026"))
    (person,) = batch.people
    assert (person.given, person.employer, person.job_title) == (
        "=cmd|' /C calc'!A0",
        "<script>",
        "@SUM(1)",
    )
