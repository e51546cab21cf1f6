"""Classifying: the same title first, then shared words, and "unknown" where nothing fits."""

import pytest

from whoelse.engine.careers import Match, atlas, classify


def codes(title, employer=""):
    return [match.occupation.code for match in classify(title, employer)]


def test_every_title_of_the_atlas_is_found():
    lost = [
        (each.code, title)
        for each in atlas().occupations
        for title in (*each.titles, each.name)
        if codes(title)[:1] != [each.code]
    ]

    assert lost == []


def test_same_title_says_so():
    assert classify("Actuary") == (
        Match(atlas().occupation("actuary"), 0.96, "The title is “actuary”.", "private-non-stem"),
    )


def test_rank_is_left_out():
    assert classify("Senior Actuary II") == (
        Match(atlas().occupation("actuary"), 0.92, "The title is “actuary”.", "private-non-stem"),
    )


def test_shared_words_say_so():
    best = classify("Submarine Laser Engineer")[0]

    assert best.occupation.code == "optical-engineer"
    assert best.why == "The title shares its telling words with “laser engineer”."
    assert 0.5 <= best.confidence < 0.92


def test_a_lone_vague_word_is_little_evidence():
    assert [(m.occupation.code, m.confidence) for m in classify("Engineer")] == [
        ("product-development-engineer", 0.55)
    ]


def test_a_former_title_counts_less_and_says_so():
    best = classify("Ex-Astronomer")[0]

    assert (best.occupation.code, best.confidence) == ("astronomer", 0.58)
    assert best.why == "A former title is “astronomer”."


def test_present_title_beats_the_former_one():
    assert codes("ex-Astronomer | Data Scientist") == ["data-scientist", "astronomer"]


@pytest.mark.parametrize(
    "title",
    [
        *("", " ", "@", "at Foo", "|", "🚀", "12345", "seeking new opportunities"),
        *("Barista", "Registered Nurse", "Bus driver", "Dental Hygienist", "Pastry Chef"),
        "Laser Hair Removal Technician",
    ],
)
def test_unknown_is_an_answer(title):
    assert classify(title) == ()


def test_at_most_three_best_first():
    found = classify("Optical Process Test Engineer / Physics Teacher / Actuary / Tutor")

    assert len(found) == 3
    assert [m.confidence for m in found] == sorted((m.confidence for m in found), reverse=True)


@pytest.mark.parametrize(
    ("employer", "sector"),
    [
        ("", "government"),
        ("Halden Photonics", "private-stem"),
        ("St. Bride Hospital", "nonprofit"),
        ("University of Somewhere", "college-university"),
        ("Tern Ridge High School", "high-school"),
        ("Tern Ridge National Laboratory", "government"),
        ("Nobody Can Tell", "government"),
    ],
)
def test_employer_tells_the_sector(employer, sector):
    assert [match.sector for match in classify("Physicist", employer)] == [sector]


def test_employer_in_the_title_tells_the_sector():
    assert classify("Physicist @ Halden Photonics")[0].sector == "private-stem"


def test_employer_given_beats_the_one_in_the_title():
    assert classify("Physicist @ Halden Photonics", "Ost College")[0].sector == "college-university"


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "engineer " * 100_000, "(" * 100_000, "@|" * 9_999]
)
def test_long_garbage_is_cut(text):
    assert len(classify(text, text)) <= 3
