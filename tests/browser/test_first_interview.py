"""The main job, once through: from an empty folder to the next name, with the real command.

The server is killed while notes are typed, and started again on the same folder and port.
"""

from datetime import datetime, timedelta

import pytest
from icalendar import Calendar

from tests.browser import steps
from tests.browser.visitor import expect
from tests.local.process import WAIT, free_port, started

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

BEFORE, AROUND = "Starts at seven on the bench", ", and the reports come after lunch"


def test_from_an_empty_folder_to_the_next_name(tmp_path, visit):
    folder, port = tmp_path / "data", free_port()
    with started(folder, "--port", port) as (server, link):
        me = visit(link)
        steps.welcome(me)
        steps.choose_two_from_a_file(me)
        steps.write_without_asking_for_a_job(me)
        steps.record_yes_and_agree(me)
        take_the_calendar_file(me)
        steps.prepare(me)
        enter_the_room(me)
        note = type_while_the_server_dies(me, server)
    with started(folder, "--port", port):
        find_every_word(me, note)
        note_what_was_said(me)
        steps.close_with_a_name(me)
        me.sees(note)
        steps.write_up(me)
        steps.thank(me)
        steps.meet_the_next_person(me)
        steps.see_it_in_network_and_discoveries(me)


def take_the_calendar_file(me):
    with me.page.expect_download() as download:
        me.follow("Calendar file")
    calendar = Calendar.from_ical(download.value.path().read_bytes())
    (event,) = calendar.walk("VEVENT")
    tomorrow = datetime.now(steps.HERE).date() + timedelta(days=1)
    two = datetime(tomorrow.year, tomorrow.month, tomorrow.day, 14, tzinfo=steps.HERE)
    assert (event.start, event.end - event.start) == (two, timedelta(minutes=20))
    assert (event["SEQUENCE"], bool(event["UID"])) == (0, True)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["America/New_York"]
    assert calendar.walk("VALARM")


def enter_the_room(me):
    me.follow("Open the room").look()
    me.press("Begin, 20 minutes").sees("Question 1 of").look()
    me.page.set_viewport_size({"width": 390, "height": 844})
    me.look()


def type_while_the_server_dies(me, server):
    """What is in the note at the end; the server is dead by then."""
    note = me.page.get_by_label("Notes")
    note.press_sequentially(BEFORE, delay=15)
    expect(me.page.get_by_text("Saved", exact=True)).to_be_visible()
    me.may_lose_the_server = True
    note.press_sequentially(AROUND[:10])
    server.kill()  # SIGKILL, between two letters
    server.wait(timeout=WAIT)
    note.press_sequentially(AROUND[10:], delay=15)
    me.sees("No network, saved on this device")
    return BEFORE + AROUND


def find_every_word(me, note):
    expect(me.page.get_by_text("Saved", exact=True)).to_be_visible(timeout=90_000)
    me.may_lose_the_server = False
    me.page.reload()
    expect(me.page.get_by_label("Notes")).to_have_value(note)


def note_what_was_said(me):
    me.press("Next question")
    me.fill("Notes", steps.SPOKEN)
    me.page.locator("#mark-surprise").click()
    expect(me.page.locator("#mark-surprise")).to_have_attribute("data-pressed", "")
    me.look()
