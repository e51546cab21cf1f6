"""The O*NET database: the atlas's codes are in it, it loads, and reported titles are recognised."""

import gzip
import zipfile
from itertools import pairwise

import pytest
from bench import careers

from whoelse.engine.careers import Onet, atlas, classify, load_onet

pytestmark = pytest.mark.skipif(
    not careers.DATA.is_dir(), reason="O*NET is not there: ../shared/data/careers/onet_29_3_gz"
)


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    """Accuracy on reported titles, none of which the loaded O*NET knows."""
    folder = tmp_path_factory.mktemp("onet")
    careers.without_reported_titles(folder / "source")
    load_onet(folder / "source", folder / "onet.sqlite3")
    reported = careers.rows("Sample of Reported Titles")
    return careers.accuracy(Onet(folder / "onet.sqlite3"), reported)


@pytest.fixture(scope="module")
def onet(tmp_path_factory):
    """The whole database, as the ZIP that its makers offer."""
    folder = tmp_path_factory.mktemp("onet")
    path = folder / "db_29_3_text.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("Occupation Data", "Alternate Titles", "Sample of Reported Titles"):
            table = gzip.decompress((careers.DATA / f"{name}.tsv.gz").read_bytes())
            archive.writestr(f"db_29_3_text/{name}.txt", table)
        archive.writestr("db_29_3_text/Read Me.txt", (careers.DATA / "Read Me.txt").read_bytes())
    loaded = load_onet(path, folder / "onet.sqlite3")
    assert (loaded.release, loaded.occupations) == ("O*NET 29.3 Database", 1016)
    return Onet(loaded.path)


def test_every_code_of_the_atlas_is_an_occupation_of_onet():
    known = {row[careers.CODE] for row in careers.rows("Occupation Data")}

    lost = {
        each.code: each.soc
        for each in atlas().occupations
        if each.soc and careers.full(each.soc) not in known
    }

    assert lost == {}


def test_only_graduate_students_have_no_code():
    assert [each.code for each in atlas().occupations if not each.soc] == ["graduate-student"]


def test_families_that_own_a_code_are_the_only_ones_to():
    owned = [each.soc for each in atlas().occupations if each.soc and not each.borrows_soc]

    assert len(owned) == len(set(owned))


def test_three_in_five_reported_titles_find_their_occupation_in_three(figures):
    assert figures["reported titles"] == 7796
    assert figures["occupation in 3"] >= 0.60


def test_four_in_five_reported_titles_find_their_major_group(figures):
    assert figures["group in 3"] >= 0.80
    assert figures["group"] >= 0.77


def test_confidence_on_reported_titles_is_about_how_often_it_is_right(figures):
    told = {name: value for name, value in figures.items() if name.startswith("right where")}
    middle = [value for name, value in told.items() if 0.2 <= float(name.split()[4]) < 0.8]

    assert middle[0] < 0.5 < middle[-1]
    assert all(later > earlier - 0.02 for earlier, later in pairwise(middle))


def test_all_occupations_are_named_once_loaded(onet):
    found = {
        title: classify(title, onet=onet)[0].occupation.soc
        for title in ("Barista", "Registered Nurse", "Attorney", "Sales Manager", "Bus Driver")
    }

    assert found == {
        "Barista": "35-3023.01",
        "Registered Nurse": "29-1141",
        "Attorney": "23-1011",
        "Sales Manager": "11-2022",
        "Bus Driver": "53-3052",
    }


def test_titles_of_the_atlas_stay_with_the_atlas(onet):
    lost = [
        title
        for each in atlas().occupations
        for title in each.titles
        if each.code not in {match.occupation.code for match in classify(title, onet=onet)}
    ]

    assert lost == []
