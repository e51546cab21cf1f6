"""The reasons of a suggestion, in words and with names."""

from datetime import date

import pytest

from tests.engine.choosing.makers import held, make_candidate, make_referred, reasons
from whoelse.engine.choosing import Heard, Student
from whoelse.engine.words import Circle, Permission

NAMED = "Dr. Okafor named Elif Aydin yesterday, and you may use the name."
DIFFERENTLY = "the next one sees it differently."
NOBODY = "You have talked with no one in medical physics, and you are curious about it."


def test_who_was_named_yesterday():
    assert reasons(make_referred(), heard=held(3)) == (
        NAMED,
        "You have talked with no one in dosimetry.",
    )


@pytest.mark.parametrize(
    ("state", "first"),
    [
        ({"referred_on": None}, "Dr. Okafor named Elif Aydin, and you may use the name."),
        (
            {"referred_on": date(2026, 10, 29)},
            "Dr. Okafor named Elif Aydin seven days ago, and you may use the name.",
        ),
        (
            {"permission": Permission.WILL_INTRODUCE},
            "Dr. Okafor offered to introduce you to Elif Aydin.",
        ),
    ],
)
def test_an_introduction_is_said_first(state, first):
    assert reasons(make_referred(**state))[0] == first


def test_a_name_without_leave_to_use_it_is_told_after_what_is_new():
    found = reasons(make_referred(permission=None, occupation="x", sector="y"))

    assert found == (
        "You have talked with no one in dosimetry.",
        "Dr. Okafor named Elif Aydin yesterday.",
    )


@pytest.mark.parametrize(
    ("circle", "interviews", "sentence"),
    [
        (Circle.KNOWN, 0, "You know Rosa Delacroix, so this is good practice."),
        (Circle.KNOWN, 3, "You know Rosa Delacroix already, so asking is easy."),
        (
            Circle.ALUMNI,
            0,
            "Rosa Delacroix went to your school, and alumni like to give back.",
        ),
        (Circle.MET, 0, "You have met Rosa Delacroix, who knows people whom you do not."),
        (Circle.COLD, 0, "Rosa Delacroix can tell you something that others did not."),
    ],
)
def test_how_near_somebody_is(circle, interviews, sentence):
    candidate = make_candidate(circle=circle, area="")

    assert reasons(candidate, heard=held(interviews)) == (sentence,)


@pytest.mark.parametrize(
    ("heard", "sentence"),
    [
        ((), NOBODY),
        (
            held(1, area="medical-physics", occupation="dosimetrist"),
            "You have talked with no medical physicist yet.",
        ),
        (
            held(1, area="medical-physics", occupation="medical-physicist"),
            f"You have talked with only one person in medical physics; {DIFFERENTLY}",
        ),
        (
            held(2, area="medical-physics", occupation="medical-physicist"),
            f"You have talked with only two people in medical physics; {DIFFERENTLY}",
        ),
        (
            held(3, area="medical-physics", occupation="medical-physicist"),
            "Rosa Delacroix can tell you something that others did not.",
        ),
    ],
)
def test_what_is_new(heard, sentence):
    assert reasons(make_candidate(occupation="medical-physicist"), heard=heard) == (sentence,)


@pytest.mark.parametrize(
    ("code", "name", "words"),
    [
        ("medical-physics", "Medical physics", "medical physics"),
        ("X1", "Climate and weather", "climate and weather"),
        ("X1", "MRI research", "MRI research"),
        ("state_labs", "", "state labs"),
    ],
)
def test_codes_are_told_through_names(code, name, words):
    names = {code: name} if name else None

    found = reasons(make_candidate(area=code), student=Student(), names=names)

    assert found == (f"You have talked with no one in {words}.",)


def test_a_code_without_a_name_is_not_shown():
    found = reasons(make_candidate(area="19-2012", occupation="29-2036"), student=Student())

    assert found == ("Rosa Delacroix can tell you something that others did not.",)


@pytest.mark.parametrize("asked", [0, 1, 9])
def test_no_share_is_told_before_ten_requests(asked):
    history = {"asked": {Circle.COLD: asked}, "agreed": {Circle.COLD: asked}}

    assert reasons(make_candidate(), **history) == (NOBODY,)


@pytest.mark.parametrize(
    ("circle", "people"),
    [
        (Circle.KNOWN, "people you know"),
        (Circle.REFERRED, "people who were named to you"),
        (Circle.ALUMNI, "alumni"),
        (Circle.MET, "people you met at events"),
        (Circle.COLD, "strangers"),
    ],
)
def test_the_own_share_is_told_from_ten_requests_on(circle, people):
    history = {"asked": {circle: 12}, "agreed": {circle: 5}}

    found = reasons(make_candidate(circle=circle), **history)

    assert found[-1] == f"Of 12 {people} whom you asked, five said yes."


def test_a_share_that_would_discourage_is_not_told():
    history = {"asked": {Circle.COLD: 20}, "agreed": {Circle.COLD: 1}}

    assert reasons(make_candidate(), **history) == (NOBODY,)


@pytest.mark.parametrize(
    ("state", "caution"),
    [
        ({"silences": 1}, "Rosa Delacroix did not answer once, which says little."),
        ({"silences": 2}, "Rosa Delacroix did not answer two times."),
        (
            {"has_address": False},
            "There is no address for Rosa Delacroix yet; look it up first.",
        ),
        (
            {"has_address": False, "referrer": "Tomas Beck"},
            "There is no address for Rosa Delacroix yet; Tomas Beck may have it.",
        ),
    ],
)
def test_cautions_come_last(state, caution):
    assert reasons(make_candidate(**state))[-1] == caution


def test_reasons_with_a_talk_about_something_else():
    other = Heard(area="finance", occupation="analyst")

    assert reasons(make_candidate(), heard=(other,)) == (NOBODY,)
