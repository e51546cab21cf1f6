"""The local O*NET file: made whole or not at all, refused when it is another, asked for titles."""

import sqlite3

import pytest

from tests.engine.careers.onet_tables_of_ours import TABLES, as_folder, as_zip
from whoelse.engine.careers import Loaded, NotOnet, Onet, atlas, classify, load_onet, onet_file


@pytest.fixture(scope="module")
def onet(tmp_path_factory):
    folder = tmp_path_factory.mktemp("onet")
    path = folder / "onet.sqlite3"
    load_onet(as_zip(folder / "db.zip"), path)
    return Onet(path)


def names(matches):
    return [match.occupation.name for match in matches]


def test_load_says_what_it_read(tmp_path):
    into = tmp_path / "onet.sqlite3"

    assert load_onet(as_folder(tmp_path / "db"), into) == Loaded("O*NET 0.1 Database", 8, 14, into)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["db", "onet.sqlite3"]


def test_loading_again_replaces_the_file(tmp_path):
    into = tmp_path / "onet.sqlite3"
    load_onet(as_folder(tmp_path / "old"), into)
    newer = TABLES | {"Read Me": "O*NET 0.2 Database\n"}

    load_onet(as_folder(tmp_path / "new", newer), into)

    assert Onet(into).release == "O*NET 0.2 Database"


def test_a_refused_source_leaves_the_older_file(tmp_path):
    into = tmp_path / "onet.sqlite3"
    load_onet(as_folder(tmp_path / "db"), into)
    before = into.read_bytes()

    empty = {"Occupation Data": "O*NET-SOC Code\tTitle\tDescription\n"}
    with pytest.raises(NotOnet, match="no occupation or no title"):
        load_onet(as_folder(tmp_path / "empty", TABLES | empty), into)

    assert into.read_bytes() == before


def test_the_same_code_twice_is_refused_and_leaves_nothing(tmp_path):
    twice = TABLES | {"Occupation Data": TABLES["Occupation Data"] + "19-2012.00\tAgain\tAgain.\n"}

    with pytest.raises(NotOnet, match="cannot be written"):
        load_onet(as_folder(tmp_path / "db", twice), tmp_path / "onet.sqlite3")

    assert [each.name for each in tmp_path.iterdir()] == ["db"]


def test_no_folder_to_write_to(tmp_path):
    with pytest.raises(NotOnet, match="cannot be written"):
        load_onet(as_folder(tmp_path / "db"), tmp_path / "none" / "onet.sqlite3")


def test_too_many_occupations_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(onet_file, "MOST_OCCUPATIONS", 7)

    with pytest.raises(NotOnet, match="more than 7 occupations"):
        load_onet(as_folder(tmp_path / "db"), tmp_path / "onet.sqlite3")


def test_too_many_titles_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(onet_file, "MOST_TITLES", 3)

    with pytest.raises(NotOnet, match="more than 3 titles"):
        load_onet(as_folder(tmp_path / "db"), tmp_path / "onet.sqlite3")


def test_it_says_what_it_holds(onet):
    assert (onet.release, len(onet.occupations), onet.titles) == ("O*NET 0.1 Database", 8, 20)


def test_no_file_to_open(tmp_path):
    with pytest.raises(NotOnet, match="There is no file onet"):
        Onet(tmp_path / "onet.sqlite3")


def test_other_files_are_refused(tmp_path):
    other = tmp_path / "other.sqlite3"
    other.write_text("words")

    with pytest.raises(NotOnet, match="is no O"):
        Onet(other)


def test_a_file_of_another_version_is_refused(tmp_path):
    path = tmp_path / "onet.sqlite3"
    load_onet(as_folder(tmp_path / "db"), path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE about SET value = 'older' WHERE name = 'format'")
    connection.commit()
    connection.close()

    with pytest.raises(NotOnet, match="another version"):
        Onet(path)


def test_occupations_are_named_by_the_atlas_where_the_code_is_theirs(onet):
    found = {each.soc: each.code for each in onet.occupations}

    assert found == {
        "15-1252": "software-developer",
        "17-2071": "electrical-engineer",
        "19-2012": "physicist",
        "23-1011": "soc-23-1011",  # patent attorneys borrow the code, lawyers own it
        "29-1141": "soc-29-1141",
        "29-1141.03": "soc-29-1141-03",
        "35-3023.01": "soc-35-3023-01",
        "55-1015": "soc-55-1015",
    }


def test_look_up_by_code(onet):
    barista = onet.occupation("35-3023.01")

    assert (barista.name, barista.what, barista.area) == ("Baristas", "Make coffee.", "")
    assert onet.occupation("35-3023") is None


def test_sectors_of_occupations_outside_the_atlas(onet):
    found = {each.soc: each.sector for each in onet.occupations if each.code.startswith("soc-")}

    assert found == {
        "23-1011": "private-non-stem",
        "29-1141": "nonprofit",
        "29-1141.03": "nonprofit",
        "35-3023.01": "private-non-stem",
        "55-1015": "military",
    }


def test_same_title_in_onet(onet):
    best = classify("Sr. Espresso Brewer", onet=onet)[0]

    assert (best.occupation.name, best.confidence) == ("Baristas", 0.95)
    assert best.why == "The title is “Espresso Brewer”."


def test_abbreviation_in_brackets_is_a_title_too(onet):
    assert names(classify("NWN", onet=onet))[0] == "Registered Nurses"


def test_a_title_of_two_occupations_names_both(onet):
    found = classify("Ward Nurse", onet=onet)

    assert sorted(names(found[:2])) == ["Critical Care Nurses", "Registered Nurses"]
    assert [match.why for match in found[:2]] == ["The title is “Ward Nurse”."] * 2
    assert sum(match.confidence for match in found[:2]) <= 1.0


def test_words_that_point_to_an_occupation_are_named(onet):
    best = classify("Espresso Wizard", onet=onet)[0]

    assert best.occupation.name == "Baristas"
    assert best.why == "The title has words of this occupation’s titles: “espresso”."


def test_unknown_words_take_away_confidence(onet):
    sure, unsure = (
        classify(title, onet=onet)[0].confidence
        for title in ("Espresso Wizard", "Espresso 1111 2222 3333 4444")
    )

    assert 0 < unsure < sure <= 0.95


def test_beginnings_of_words_alone_also_point(onet):
    best = classify("Espressolog", onet=onet)[0]

    assert best.occupation.name == "Baristas"
    assert best.why == "The title resembles titles of this occupation."


def test_atlas_goes_first_where_it_knows_the_title(onet):
    best = classify("Medical Physicist", onet=onet)[0]

    assert best.occupation == atlas().occupation("medical-physicist")


def test_onet_beats_shared_words_with_the_atlas(onet):
    alone = classify("Harbour Laser Engineer")
    beside = classify("Harbour Laser Engineer", onet=onet)

    assert names(alone) == ["Optical and photonics engineer"]
    assert names(beside)[0] == "Lawyers"


def test_a_family_that_borrows_a_code_names_the_occupation_with_it(onet):
    found = classify("Medical Physicist", onet=onet)

    assert found[0].occupation == atlas().occupation("medical-physicist")
    assert found[0].why == "The title is “medical physicist”."
    assert "Physicist" not in names(found)


def test_a_family_without_a_code_goes_before_what_onet_says(onet):
    first, *others = classify("PhD Student", onet=onet)

    assert (first.occupation.code, first.confidence) == ("graduate-student", 0.96)
    assert all(match.confidence <= 0.04 for match in others)


def test_atlas_and_onet_that_agree_are_one_match(onet):
    found = classify("Electrical Engineer", onet=onet)

    assert [m.occupation.code for m in found].count("electrical-engineer") == 1


def test_unknown_words_stay_unknown(onet):
    assert classify("Zzyzx", onet=onet) == ()
    assert classify("", onet=onet) == ()


def test_a_damaged_file_is_refused(tmp_path):
    path = tmp_path / "onet.sqlite3"
    load_onet(as_folder(tmp_path / "db"), path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE evidence SET content = substr(content, 2) WHERE name = 'by_group'")
    connection.commit()
    connection.close()

    with pytest.raises(NotOnet, match="is no O"):
        Onet(path)


def test_the_atlas_names_what_onet_lists_too(tmp_path):
    listed = TABLES | {
        "Alternate Titles": TABLES["Alternate Titles"] + "19-2012.00\tDiagnostic Physicist\n"
    }
    load_onet(as_folder(tmp_path / "db", listed), tmp_path / "onet.sqlite3")

    (best,) = classify("Diagnostic Physicist", onet=Onet(tmp_path / "onet.sqlite3"))

    assert (best.occupation.code, best.confidence) == ("medical-physicist", 0.95)


def test_what_the_atlas_says_counts_beside_what_onet_lists(tmp_path):
    rows = TABLES["Alternate Titles"] + "23-1011.00\tTherapy Physicist\n"
    load_onet(
        as_folder(tmp_path / "db", TABLES | {"Alternate Titles": rows}), tmp_path / "onet.sqlite3"
    )

    found = classify("Therapy Physicist", onet=Onet(tmp_path / "onet.sqlite3"))

    assert {"Medical physicist", "Lawyers"} <= set(names(found))


def test_the_family_that_lists_a_title_is_the_last_where_onet_gives_it_to_three_others(tmp_path):
    others = ("23-1011.00", "29-1141.00", "35-3023.01")
    rows = "".join(f"{code}\tTherapy Physicist\t\n" for code in others)
    listed = TABLES | {"Alternate Titles": TABLES["Alternate Titles"] + rows}
    load_onet(as_folder(tmp_path / "db", listed), tmp_path / "onet.sqlite3")

    found = classify("Therapy Physicist", onet=Onet(tmp_path / "onet.sqlite3"))

    assert names(found) == ["Lawyers", "Registered Nurses", "Medical physicist"]
