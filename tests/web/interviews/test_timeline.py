"""The bar of the plan and the thread of the room, as places and words."""

from decimal import Decimal

import pytest

from whoelse.web.interviews.models import PlannedQuestion
from whoelse.web.interviews.timeline import (
    Label,
    Node,
    Piece,
    bar_of,
    left_in_words,
    phases_of,
    scale_x,
    thread_of,
)


def question(minutes, phase="core", *, asks_name=False):
    return PlannedQuestion(minutes=Decimal(minutes), phase=phase, asks_name=asks_name, text=phase)


ROWS = [
    question("3", "opening"),
    question("4"),
    question("2.5", "late_core"),
    question("2", "closing", asks_name=True),
]


def test_bar_shows_each_question_by_its_minutes():
    bar = bar_of(ROWS, 20)

    assert bar.pieces == (
        Piece("0%", "15%", "7.5%", "3", is_soft=True),
        Piece("15%", "20%", "25%", "4", is_soft=False),
        Piece("35%", "12.5%", "41.25%", "2.5", is_soft=False),
        Piece("47.5%", "10%", "52.5%", "2", is_soft=True),
    )
    assert bar.labels == (
        Label("0%", "start", "opening"),
        Label("31.25%", "middle", "core"),
        Label("52.5%", "middle", "closing"),
        Label("100%", "end", "free"),
    )
    assert (bar.planned, bar.percent, bar.free, bar.limit) == ("11.5", 58, "8.5 minutes", "85%")
    assert bar.words == (
        "opening 3 minutes; core 4, 2.5 minutes; closing 2 minutes; 8.5 minutes free"
    )


def test_bar_of_too_much_is_as_long_as_the_questions():
    bar = bar_of([question("10"), question("10")], 15)

    assert (bar.is_over, bar.percent, bar.free) == (True, 133, "")
    assert [piece.width for piece in bar.pieces] == ["50%", "50%"]
    assert bar.words == "core 10, 10 minutes; no time free"


def test_bar_of_an_empty_plan_is_all_free():
    bar = bar_of([], 20)

    assert (bar.pieces, bar.planned, bar.words) == ((), "0", "20 minutes free")


def test_phases_hold_their_questions_and_minutes():
    assert [(p.name, len(p.questions), p.minutes) for p in phases_of(ROWS)] == [
        ("Opening", 1, "3 minutes"),
        ("Core", 2, "6.5 minutes"),
        ("Closing", 1, "2 minutes"),
    ]


def test_thread_is_solid_as_far_as_the_time_has_gone():
    thread = thread_of(ROWS, 20, current=1, gone_seconds=440)

    assert thread.gone == "133.4"
    assert thread.nodes == (
        Node("8.0", is_past=True, is_now=False, is_last=False),
        Node("59.3", is_past=False, is_now=True, is_last=False),
        Node("127.7", is_past=False, is_now=False, is_last=False),
        Node("170.5", is_past=False, is_now=False, is_last=True),
    )
    assert thread.words == "7 of 20 minutes have gone; question 2 of 4"


@pytest.mark.parametrize(("seconds", "x"), [(-50, "8.0"), (0, "8.0"), (90_000, "350.0")])
def test_thread_never_leaves_the_picture(seconds, x):
    assert thread_of(ROWS, 20, current=0, gone_seconds=seconds).gone == x


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(760, "12:40"), (5, "0:05"), (0, "0:00"), (-65, "+1:05")],
)
def test_left_in_words(seconds, words):
    assert left_in_words(seconds) == words


def test_scale_begins_and_ends_under_the_thumb():
    assert (scale_x(0), scale_x(5), scale_x(10)) == (10, 146, 282)
