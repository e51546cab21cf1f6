"""The atlas is whole: codes point at each other, every text is there, figures have sources."""

import re
from collections import Counter

from whoelse.engine.careers import OWN_ESTIMATE, Area, Sector, atlas


def test_atlas_has_the_eight_sectors_of_the_surveys():
    assert [each.code for each in atlas().sectors] == [
        "private-stem",
        "private-non-stem",
        "college-university",
        "high-school",
        "government",
        "military",
        "nonprofit",
        "self-employed",
    ]


def test_atlas_has_enough_of_everything():
    known = atlas()

    assert 16 <= len(known.areas) <= 22
    assert len(known.occupations) >= 60
    assert all(len(known.in_area(area.code)) >= 3 for area in known.areas)


def test_codes_are_unique_and_readable():
    known = atlas()

    for group in (known.sectors, known.areas, known.occupations):
        codes = [each.code for each in group]
        assert [code for code, count in Counter(codes).items() if count > 1] == []
        assert [code for code in codes if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code)] == []


def test_every_occupation_points_at_an_area_and_a_sector():
    known = atlas()

    lost = [
        each.code
        for each in known.occupations
        if known.area(each.area) is None or known.sector(each.sector) is None
    ]

    assert lost == []


def test_every_soc_code_has_the_official_form():
    assert [
        each.code
        for each in atlas().occupations
        if not re.fullmatch(r"(\d\d-\d{4}(\.\d\d)?)?", each.soc)
    ] == []


def test_every_what_is_one_sentence():
    known = atlas()

    texts = [each.what for each in (*known.areas, *known.occupations)]

    assert [text for text in texts if not re.fullmatch(r"[A-Z].{20,140}\.", text)] == []


def test_no_title_belongs_to_two_families():
    titles = Counter(title.lower() for each in atlas().occupations for title in each.titles)

    assert [title for title, count in titles.items() if count > 1] == []


def test_every_family_has_at_least_two_titles():
    assert [each.code for each in atlas().occupations if len(each.titles) < 2] == []


def test_look_ups_find_by_code_and_kind():
    known = atlas()

    assert known.sector("military") == Sector("military", "Military")
    assert known.area("acoustics") == Area(
        "acoustics",
        "Acoustics",
        "Sound and vibration in rooms, machines, instruments, ears and oceans.",
    )
    assert known.occupation("actuary").soc == "15-2011"


def test_look_ups_of_unknown_codes_are_none():
    known = atlas()

    assert known.sector("acoustics") is None
    assert known.area("actuary") is None
    assert known.occupation("military") is None


def test_with_soc_puts_the_family_first_to_which_the_code_belongs():
    assert atlas().with_soc("19-2012")[0].code == "physicist"
    assert atlas().with_soc("99-9999") == ()


def test_atlas_is_read_once():
    assert atlas() is atlas()


def test_every_figure_has_a_source_a_year_and_an_order():
    assert [
        each
        for each in atlas().figures
        if not each.source or not re.search(r"\d{4}", each.classes) or each.low > each.high
    ] == []


def test_figures_name_known_sectors():
    known = atlas()

    assert [f for f in known.figures if f.sector and known.sector(f.sector) is None] == []


def test_planning_ranges_are_marked_as_own_estimates():
    planning = [each for each in atlas().figures if each.what == "planning range"]

    assert {(each.is_estimate, each.source) for each in planning} == {(True, OWN_ESTIMATE)}
    assert len(planning) == 6


def test_published_figures_are_no_estimates():
    latest = [
        (each.what, each.low, each.source, each.is_estimate)
        for each in atlas().figures
        if each.kind == "employed-in" and each.classes == "2019-20"
    ]

    source = "The Physics Teacher 61(1):92, 2023 (AIP survey)"
    assert latest == [
        ("private", 59, source, False),
        ("private-non-stem", 22, source, False),
    ]
