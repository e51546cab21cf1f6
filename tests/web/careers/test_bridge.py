"""The atlas for the pages: names, choices, and a title as codes."""

from whoelse.web.careers import bridge


def test_classify_gives_the_codes_of_a_title():
    work = bridge.classify("Medical Dosimetrist", "Harrow Bay Regional Hospital")

    assert (work.occupation, work.area) == ("medical-dosimetrist", "medical-physics")
    assert work.why == "The title is “medical dosimetrist”."


def test_the_employer_tells_the_sector():
    sectors = [
        bridge.classify("Physicist", employer).sector
        for employer in ("Harrow Bay University", "US Department of Energy", "Lumenfold Optics")
    ]

    assert sectors == ["college-university", "government", "private-stem"]


def test_classify_says_nothing_about_what_it_does_not_know():
    assert [bridge.classify(title) for title in ("", "Chief Happiness Alchemist", "🙂")] == [
        bridge.NOTHING
    ] * 3


def test_names_follow_codes_and_unknown_codes_have_none():
    assert bridge.area_name("medical-physics") == "Medical physics"
    assert bridge.occupation_name("medical-dosimetrist") == "Medical dosimetrist"
    assert bridge.sector_name("government") != ""
    assert [bridge.area_name("x"), bridge.occupation_name("x"), bridge.sector_name("x")] == [""] * 3


def test_a_chosen_occupation_brings_its_area():
    assert bridge.work_of("medical-dosimetrist").area == "medical-physics"
    assert bridge.work_of("alchemist") == bridge.NOTHING


def test_every_occupation_stands_in_an_area_and_a_sector_of_the_atlas():
    assert {each.area for each in bridge.occupations()} <= {each.code for each in bridge.areas()}
    assert {each.sector for each in bridge.occupations()} <= {
        each.code for each in bridge.sectors()
    }
