"""Titles are taken apart: present and past jobs, employers, short forms, ranks; garbage is cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whoelse.engine.careers.title import LONGEST_TITLE, Phrase, Reading, plain_words, read_title


def firsts(title):
    return [" ".join(phrase.words) for phrase in read_title(title).present]


def test_title_employer_and_former_job_are_told_apart():
    assert read_title("Sr. SWE II @ Foo | ex-Bar") == Reading(
        present=(
            Phrase(
                ("senior", "software", "engineer", "ii"),
                ("software", "engineer"),
                ("software", "engineer"),
            ),
        ),
        past=(Phrase(("bar",), ("bar",), ("bar",)),),
        employer="Foo",
    )


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("Data Scientist – Growth", ["data scientist", "growth"]),
        ("CEO (Chief Executive Officer)", ["chief executive officer"]),
        ("Engineer, Optics", ["engineer optics", "engineer", "optics"]),
        (
            "Teacher, Physics, Ost",
            ["teacher physics ost", "teacher physics", "teacher", "physics", "ost"],
        ),
        ("Teacher/Coach", ["teacher coach", "teacher", "coach"]),
        ("R&D Eng.", ["research development engineer"]),
        ("R & D Engineers", ["research development engineer"]),
        ("Master's student", ["master student"]),
        ("Director of Studies", ["director study"]),
        ("C++ developer", ["c++ developer"]),
        ("Ｏｐｔｉｃａｌ Engineer", ["optical engineer"]),
        ("physicist", ["physicist"]),
        ("the of", []),
        ("", []),
    ],
)
def test_phrases_of_a_title(title, phrases):
    assert firsts(title) == phrases


@pytest.mark.parametrize(
    ("title", "employer"),
    [
        ("Physicist @ Foo", "Foo"),
        ("Physicist@Foo", "Foo"),
        ("Physicist at Foo Labs", "Foo Labs"),
        ("Physicist At Foo | Speaker at Bar", "Foo"),
        ("Physicist", ""),
        ("at Foo", ""),
        ("Attorney", ""),
    ],
)
def test_employer_behind_the_title(title, employer):
    assert read_title(title).employer == employer


@pytest.mark.parametrize(
    "title",
    [
        *("aspiring physicist", "Seeking a physicist role", "We're hiring physicists"),
        *("Proud dad", "Coffee lover", "Dreamer", "Physics student"),
    ],
)
def test_wishes_tastes_and_students_are_no_jobs(title):
    assert read_title(title) == Reading(())


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("Director of Engineering & Dad", ["director engineering"]),
        ("Actuarial Analyst, ASA candidate", ["actuarial analyst"]),
        ("Plasma physicist 🔥 fusion nerd", ["plasma physicist"]),
        ("Executive Assistant to the CEO", ["executive assistant"]),
    ],
)
def test_what_names_no_work_is_left_out(title, phrases):
    assert firsts(title) == phrases


@pytest.mark.parametrize("title", ["ex-physicist", "Former physicist", "previously: physicist"])
def test_former_jobs(title):
    assert read_title(title) == Reading(
        (), past=(Phrase(("physicist",), ("physicist",), ("physicist",)),)
    )


def test_ranks_and_grades_fall_away_one_after_the_other():
    (phrase,) = read_title("Senior Staff Scientist L5").present

    assert phrase.variants() == (
        ("senior", "staff", "scientist", "l5"),
        ("staff", "scientist"),
        ("scientist",),
    )


def test_a_title_of_ranks_alone_keeps_its_words():
    (phrase,) = read_title("Principal").present

    assert phrase == Phrase(("principal",), ("principal",), ("principal",))


def test_words_are_singular_and_spelled_out():
    assert plain_words("Physics labs and the Sr. ops of universities") == (
        "physics",
        "laboratory",
        "senior",
        "operation",
        "university",
    )


@settings(max_examples=200)
@given(st.text(max_size=2 * LONGEST_TITLE))
def test_any_text_is_read_within_bounds(text):
    reading = read_title(text)

    assert len(reading.present) <= 60
    assert all(1 <= len(phrase.core) <= len(phrase.words) <= 12 for phrase in reading.present)
