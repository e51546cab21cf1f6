"""The room loses no note: two windows, a reload, the back button, a server killed in between."""

import re
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Error

from tests.browser.steps import HERE
from tests.browser.visitor import Visitor, expect
from tests.local.process import WAIT, free_port, started

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

OVERRIDE = "Storage.overrideQuotaForOrigin"
# Fill the storage of this origin until nothing goes in any more.
FILL = """async () => {
  const db = await new Promise((open) => {
    const asked = indexedDB.open("junk", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("junk", { autoIncrement: true });
    asked.onsuccess = () => open(asked.result);
  });
  const fits = (size) => new Promise((done) => {
    const change = db.transaction("junk", "readwrite", { durability: "strict" });
    change.oncomplete = () => done(true);
    change.onabort = () => done(false);
    change.objectStore("junk").add(crypto.getRandomValues(new Uint8Array(size)));
  });
  for (let size = 65536; size > 1000; ) if (!(await fits(size))) size /= 4;
}"""


@pytest.fixture
def server(tmp_path):
    """A running `whoelse` on an empty folder, and its link."""
    with started(tmp_path / "data", "--port", "0") as (process, link):
        yield process, link


@pytest.fixture
def me(server, visit):
    """Somebody in the room, at the first question."""
    return in_a_room(visit(server[1]))


def test_two_devices_write_the_same_note_and_both_are_shown(me, visit):
    other = elsewhere(me, visit)
    without_network(other)
    write(me, "From the desk.")
    expect_saved(me)
    write(other, "From the sofa.")
    expect_on_device(other)
    other.page.context.set_offline(False)
    expect(other.page.get_by_text("Saved as a second version")).to_be_visible()
    other.sees("This was written in another window").look()
    both = [note(other).input_value(), other.page.locator("[data-copies] .room__copy").inner_text()]
    assert sorted(both) == ["From the desk.", "From the sofa."]

    other.press("Put it below the note")
    expect(note(other)).to_have_value("From the desk.\nFrom the sofa.")
    expect_saved(other)
    me.page.reload()
    expect(note(me)).to_have_value("From the desk.\nFrom the sofa.")
    expect(me.page.locator("[data-copies] .room__copy")).to_have_count(0)


def test_a_second_window_shows_at_once_what_the_first_one_keeps(me):
    other = beside(me)
    without_network(me)
    write(me, "From the first.")
    expect(note(other)).to_have_value("From the first.")
    note(other).press("Control+End")
    note(other).press_sequentially(" And the second.")
    expect(note(me)).to_have_value("From the first. And the second.")
    me.page.context.set_offline(False)
    expect_saved(me)
    expect(me.page.locator("[data-copies] .room__copy")).to_have_count(0)


def test_a_whole_talk_without_network_reaches_the_server_once_and_in_order(me):
    ready(me)
    without_network(me)
    me.page.reload()
    me.sees("Question 1 of")
    write(me, "Half the yield is dust.")
    me.page.locator("#mark-surprise").click()
    me.press("Next question").sees("Question 2 of")
    write(me, "Pumps run overnight.")
    me.page.locator(".upcoming__go").last.click()
    me.fill("Name", "Gil Moreau").press("Add and ask for one more").sees("Gil Moreau")
    expect_on_device(me)
    me.page.goto(f"{me.at}/interviews/room/")
    me.heading("Your rooms").follow("Open the room")
    me.sees("Gil Moreau").press("Say thank you and end").sees("You talked")

    room = me.path().split("?")[0]
    me.page.context.set_offline(False)
    me.go(room)
    expect(me.page.locator("[data-room]")).to_have_attribute("data-kept", "server")
    state = me.page.context.request.get(f"{me.at}{room}state/").json()["state"]
    assert [row["text"] for row in state["notes"]] == [
        "Half the yield is dust.",
        "Pumps run overnight.",
    ]
    assert [mark["kind"] for mark in state["marks"]] == ["surprise"]
    assert [person["name"] for person in state["named"]] == ["Gil Moreau"]
    assert state["held"]


def test_a_crashed_tab_has_lost_nothing_that_was_kept(me):
    ready(me)
    without_network(me)
    write(me, "Kept before the crash.")
    expect_on_device(me)
    context, path = me.page.context, me.path()
    with suppress(Error):
        me.page.goto("chrome://crash", timeout=5_000)
    me.page.close()
    again = Visitor(context.new_page(), at=me.at)
    again.may_lose_the_server = True
    again.go(path)
    expect(note(again)).to_have_value("Kept before the crash.")


def test_a_full_device_says_that_it_keeps_nothing_and_the_server_does(me, visit):
    other = elsewhere(me, visit, quota=2_000_000)
    other.page.evaluate(FILL)
    without_network(other)
    write(other, "x" * 40_000)
    expect(other.page.get_by_text("This device is full: not saved")).to_be_visible()
    expect(other.page.locator("[data-room]")).to_have_attribute("data-kept", "")
    other.page.context.set_offline(False)
    expect_saved(other)
    me.page.reload()
    expect(note(me)).to_have_value("x" * 40_000)


def test_a_changed_clock_of_the_device_does_no_harm(me):
    without_network(me)
    before = seconds(me)
    me.page.evaluate("Date.now = () => 4_000_000_000_000")
    write(me, "Later, says the clock.")
    expect_on_device(me)
    after = seconds(me)
    me.page.context.set_offline(False)
    expect_saved(me)
    assert -2 <= before - after < 120  # the server may count a second less
    assert abs(seconds(me) - after) < 120


def test_an_expired_login_keeps_the_words_and_says_so(me):
    cookies = me.page.context.cookies()
    me.page.context.clear_cookies()
    write(me, "Typed after the login ended.")
    me.sees("Signed out, saved on this device")
    me.page.context.add_cookies(cookies)
    me.page.reload()
    expect(note(me)).to_have_value("Typed after the login ended.")
    expect_saved(me)


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
        me.press("Next question").sees("Question 2 of").press("Back").sees("Question 1 of")
        room = me.path()  # with its question: without, the room opens where one was last
        write(me, "Calibrate before you believe.")
        expect_saved(me)
        me.may_lose_the_server = True
        process.kill()
        process.wait(timeout=WAIT)
        note(me).press("Control+End")
        note(me).press_sequentially(" Then believe a little.")
        me.press("Next question").sees("Question 2 of")
        expect_on_device(me)
    with started(folder, "--port", port):
        me.go(room).sees("Question 1 of")
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


def elsewhere(me, visit, *, quota=0):
    """The same room on another device, which may have little storage."""
    other = visit(me.at + "/door/")
    if quota:  # counts only for what was not used before
        little = {"origin": me.at, "quotaSize": quota}
        other.page.context.new_cdp_session(other.page).send(OVERRIDE, little)
    other.page.context.add_cookies(me.page.context.cookies())
    other.complaints = []
    return other.go(me.path()).sees("Question 1 of")


def without_network(visitor):
    visitor.may_lose_the_server = True
    visitor.page.context.set_offline(True)


def ready(visitor):
    expect(visitor.page.locator("[data-ready]")).to_have_text(re.compile("Ready on this device"))


def seconds(visitor):
    minutes, rest = visitor.page.locator("[data-clock]").inner_text().split(":")
    return int(minutes) * 60 + int(rest)


def note(visitor):
    return visitor.page.get_by_label("Notes")


def write(visitor, words):
    visitor.page.bring_to_front()
    note(visitor).fill(words)


def expect_on_device(visitor):
    expect(visitor.page.locator("[data-room]")).to_have_attribute("data-kept", "device")


def expect_saved(visitor):
    expect(visitor.page.get_by_text("Saved", exact=True)).to_be_visible()
