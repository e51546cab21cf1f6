"""The room loses no note: two windows, a reload, the back button, a server killed in between."""

import re
from datetime import datetime, timedelta

import pytest

from tests.browser.steps import HERE
from tests.browser.visitor import Visitor, expect
from tests.local.process import WAIT, free_port, started

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]


@pytest.fixture
def server(tmp_path):
    """A running `whoelse` on an empty folder, and its link."""
    with started(tmp_path / "data", "--port", "0") as (process, link):
        yield process, link


@pytest.fixture
def me(server, visit):
    """Somebody in the room, at the first question."""
    return in_a_room(visit(server[1]))


def test_two_windows_write_the_same_note_and_both_are_shown(me):
    other = beside(me)
    write(me, "From the desk.")
    expect_saved(me)
    write(other, "From the sofa.")
    expect(other.page.get_by_text("Saved as a second version")).to_be_visible()
    other.sees("This note was changed in another window too.").follow("Show both")
    other.sees("This was written in another window").look()
    both = [note(other).input_value(), other.page.locator(".room__copy").inner_text()]
    assert sorted(both) == ["From the desk.", "From the sofa."]

    other.press("Put it below the note")
    expect(note(other)).to_have_value(re.compile(r"^From the \w+\.\s+From the \w+\.$"))
    me.page.bring_to_front()
    me.page.reload()
    assert note(me).input_value() == note(other).input_value()


def test_two_windows_at_two_questions_disturb_nobody(me):
    other = beside(me).press("Next question").sees("Question 2 of")
    write(me, "At the first question.")
    write(other, "At the second question.")
    expect_saved(me)
    expect_saved(other)

    other.press("Back").sees("Question 1 of")
    expect(note(other)).to_have_value("At the first question.")
    me.press("Next question").sees("Question 2 of")
    expect(note(me)).to_have_value("At the second question.")


def test_a_reload_in_the_middle_of_a_word_keeps_it(me):
    note(me).press_sequentially("Tolerances, tol")
    me.page.reload()
    expect(note(me)).to_have_value("Tolerances, tol")
    note(me).press("Control+End")
    note(me).press_sequentially("erances, tolerances")
    expect_saved(me)
    me.page.reload()
    expect(note(me)).to_have_value("Tolerances, tolerances, tolerances")
    expect(me.page.locator(".room__copy")).to_have_count(0)


def test_the_back_button_shows_what_was_typed_last(me):
    write(me, "First")
    me.press("Next question").sees("Question 2 of")
    write(me, "Second")
    me.page.go_back()
    me.sees("Question 1 of")
    expect(note(me)).to_have_value("First")
    note(me).press("Control+End")
    note(me).press_sequentially(" and more")
    me.page.go_forward()
    me.sees("Question 2 of")
    expect(note(me)).to_have_value("Second")
    me.press("Back").sees("Question 1 of")
    expect(note(me)).to_have_value("First and more")
    expect(me.page.locator(".room__copy")).to_have_count(0)


def test_a_button_pressed_while_the_server_is_dead_loses_nothing(tmp_path, visit):
    folder, port = tmp_path / "data", free_port()
    with started(folder, "--port", port) as (process, link):
        me = in_a_room(visit(link))
        room = me.path()
        write(me, "Calibrate before you believe.")
        expect_saved(me)
        me.may_lose_the_server = True
        process.kill()
        process.wait(timeout=WAIT)
        note(me).press("Control+End")
        note(me).press_sequentially(" Then believe a little.")
        me.press("Next question")
        me.page.wait_for_url(re.compile("chrome-error:"))
    with started(folder, "--port", port):
        me.go(room)
        expect(note(me)).to_have_value("Calibrate before you believe. Then believe a little.")
        expect_saved(me)
        me.may_lose_the_server = False
        me.page.reload()
        expect(note(me)).to_have_value("Calibrate before you believe. Then believe a little.")
        expect(me.page.locator(".room__copy")).to_have_count(0)


def in_a_room(me):
    me.press("Skip the rest").go("/people/new/")
    me.fill("Name", "Tomas Beck").press("Add to People").follow("Agree a time")
    tomorrow = datetime.now(HERE).date() + timedelta(days=1)
    me.fill("Day", f"{tomorrow}").fill("Time", "15:00").press("Keep this time")
    me.follow("Open the room").press("Begin, 20 minutes").sees("Question 1 of")
    return me


def beside(me):
    """A second window of the same browser, in the same room."""
    other = Visitor(me.page.context.new_page(), at=me.at)
    return other.go(me.path()).sees("Question 1 of")


def note(visitor):
    return visitor.page.get_by_label("Notes")


def write(visitor, words):
    visitor.page.bring_to_front()
    note(visitor).fill(words)


def expect_saved(visitor):
    expect(visitor.page.get_by_text("Saved", exact=True)).to_be_visible()
