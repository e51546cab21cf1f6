"""Whoever gave advice hears once what became of it, within a week, and then has rest."""

import pytest

from tests.engine.duties.makers import NOW, ZONE, at, due, make_advice, make_message, make_touch
from whoelse.engine.duties import Answer, State, duties
from whoelse.engine.words import MessageKind


@pytest.mark.parametrize(
    ("used_at", "expected"),
    [
        (at(11, 4), ("report_advice", "calm", "by Wednesday")),
        (at(10, 20), ("report_advice", "soon", "since 27 October")),
    ],
)
def test_used_advice_is_told_within_a_week(used_at, expected):
    assert due(advice=(make_advice(used_at=used_at),)) == [expected]


def test_it_says_what_was_done_and_when():
    (tell,) = duties(State(ZONE, advice=(make_advice(),)), NOW)

    assert tell.what == "Tell Priya Nandakumar what became of the advice"
    assert tell.why == "You did it yesterday: Took Stat 340"


def test_two_pieces_of_advice_make_one_letter():
    both = (make_advice(), make_advice(ref="a0", text="Built a spectrometer", used_at=at(11, 3)))

    (tell,) = duties(State(ZONE, advice=both), NOW)

    assert tell.ref == "a0"


@pytest.mark.parametrize("kind", [MessageKind.REPORT_BACK, MessageKind.KEEP_IN_TOUCH])
def test_who_was_told_since_hears_nothing_more(kind):
    told = make_message(contact="priya", kind=kind, sent_at=at(11, 4, 23))
    earlier = make_message(contact="priya", kind=kind, sent_at=at(11, 3))

    assert due(advice=(make_advice(used_at=at(11, 4, 1)),), messages=(told,)) == []
    assert len(due(advice=(make_advice(used_at=at(11, 4, 1)),), messages=(earlier,))) == 1


def test_a_closed_door_stays_closed():
    never = make_message(contact="priya", answer=Answer.NEVER_AGAIN)

    assert due(advice=(make_advice(),), messages=(never,)) == []


def test_advice_and_news_for_one_person_are_one_letter():
    state = State(
        ZONE, advice=(make_advice(),), touches=(make_touch(), make_touch(contact="tomas"))
    )

    assert [(d.kind.value, d.contact) for d in duties(state, NOW)] == [
        ("report_advice", "priya"),
        ("keep_in_touch", "tomas"),
    ]


def test_news_goes_to_two_people_at_a_time_the_longest_silent_first():
    last = {"ana": at(7, 3), "ben": at(7, 1), "cleo": at(7, 2)}
    touches = tuple(make_touch(contact=name, last_contact_at=day) for name, day in last.items())

    assert [duty.contact for duty in duties(State(ZONE, touches=touches), NOW)] == ["ben", "cleo"]


def test_news_is_named_in_the_reason():
    (touch,) = duties(State(ZONE, touches=(make_touch(news="you ruled out actuary"),)), NOW)

    assert "News since then: you ruled out actuary. Two lines" in touch.why
