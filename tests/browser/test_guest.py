"""The interviewee's way, from the link in the mail to the entry in the calendar.

Two people in two time zones, one of them without JavaScript; on each page what every page holds.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from tests.browser.visitor import expect, overflow
from tests.factories import make_contact, make_message, make_student
from whoelse.web.contacts.models import Stage
from whoelse.web.guests import actions
from whoelse.web.scheduling import actions as scheduling
from whoelse.web.scheduling.zones import clock_of, day_of, zone_of

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

NARROW = {"width": 320, "height": 640}
LETTER = """\
Dear {name},

I study physics and found you in the alumni list. Could we talk for 20 minutes?

One private page has everything, without an account: {address}

Ana Brandt"""


@pytest.fixture
def ana(transactional_db):
    return make_student("ana")


@pytest.fixture
def mailed(ana, live_server, settings):
    """Sends a request with times to somebody and gives back the link in it, and the times."""
    settings.PUBLIC_ADDRESS = live_server.url

    def send(name, zone, day):
        now = timezone.now()
        contact = make_contact(ana, name, time_zone=zone, stage=Stage.ASKED)
        message = make_message(contact, sent_at=now, body="-")
        first = (now + timedelta(days=day)).replace(hour=17, minute=0, second=0, microsecond=0)
        times = [first, first + timedelta(days=3)]
        offers = scheduling.offer_times(ana, message=message, times=times, at=now)
        address = actions.make_link(message, at=now)
        message.body = LETTER.format(name=name, address=address)
        message.save()
        return address, [offer.starts_at for offer in offers]

    return send


def told(moment, zone):
    """As the page says it: "Tuesday, 10 November, 7:00 to 7:20 pm", up to the first hour."""
    local = moment.astimezone(zone_of(zone))
    return f"{day_of(local)}, {clock_of(local)[:-3]}"


def pick_and_keep(guest, words):
    """Picks the time with these words, in two steps, and reads the file of the calendar."""
    guest.page.get_by_role("radio", name=words).check(force=True)
    guest.press("Agree to this time").heading("is this right?").look().sees(words)
    guest.press("Yes, agree").heading(f"You talk with Ana Brandt on {words}").look()
    with guest.page.expect_download() as started:
        guest.follow("Save it to my calendar")
    return Calendar.from_ical(Path(started.value.path()).read_bytes()).walk("VEVENT")[0]


def test_two_guests_in_two_zones_agree(visit, mailed, live_server, ana):
    berlin, first = mailed("Imre Sandoval", "Europe/Berlin", 2)
    tokyo, second = mailed("Yuki Tanaka", "America/Denver", 3)  # supposed wrongly

    imre = visit(berlin, timezone_id="Europe/Berlin").heading("Ana Brandt asks you").look()
    event = pick_and_keep(imre, told(first[0], "Europe/Berlin"))
    assert event["DTSTART"].dt == first[0]

    yuki = visit(tokyo, timezone_id="Asia/Tokyo").look()
    yuki.sees(told(second[1], "America/Denver"), "This device’s clock says Tokyo")
    yuki.follow("Show them in Tokyo time")
    event = pick_and_keep(yuki, told(second[1], "Asia/Tokyo"))
    assert event["DTSTART"].dt == second[1]

    me = visit(live_server.url + "/", storage_state=logged_in(ana, live_server))
    me.sees("Imre Sandoval said yes", "Yuki Tanaka said yes").look()


def logged_in(student, server):
    """The state of a browser in which the student is logged in."""
    client = Client()
    client.force_login(student.user)
    host = server.url.split("/")[2].split(":")[0]
    value = client.cookies["whoelse_session"].value
    cookie = {"name": "whoelse_session", "value": value, "domain": host, "path": "/"}
    return {"cookies": [cookie], "origins": []}


def test_a_guest_without_javascript_on_a_small_phone(visit, mailed):
    link, times = mailed("Imre Sandoval", "America/Denver", 2)
    guest = visit(link, java_script_enabled=False, viewport=NARROW)

    guest.page.get_by_label("Times in").select_option("Europe/London")
    guest.press("Show", exact=True).sees(told(times[0], "Europe/London"))
    event = pick_and_keep(guest, told(times[0], "Europe/London"))

    assert event["DTSTART"].dt == times[0]
    guest.page.locator("summary", has_text="Call it off").click()
    guest.tick("I leave it at that")
    guest.press("Call it off").heading("Call it off: is this right?")
    guest.press("Yes, call it off").heading("It is called off.")
    guest.page.reload()
    guest.heading("This page is closed")


@pytest.mark.parametrize(
    "case",
    [
        ("Propose another time", "when", "Propose it", "Yes, propose it", "asks you for"),
        ("Answer three questions in writing", "area", "Send my answers", "Yes, send them", "Thank"),
        ("Suggest somebody who fits better", "name", "Suggest", "Yes, suggest", "for the name"),
        ("Not this term", "", "Not this term", "Yes, not this term", "Noted"),
        ("Say no", "", "No, thank you", "Yes, say no", "Noted"),
        ("Never ask me again", "", "Never again", "Yes, never again", "Noted for good"),
    ],
)
def test_every_other_answer(visit, mailed, case):
    answer, fill, first, sure, done = case
    link, times = mailed("Imre Sandoval", "Europe/Berlin", 2)
    guest = visit(link, timezone_id="Europe/Berlin")
    guest.page.locator("summary", has_text=answer).click()
    if fill == "when":
        local = (times[0] + timedelta(days=5)).astimezone(zone_of("Europe/Berlin"))
        guest.fill("A day and time that suit you", f"{local:%Y-%m-%dT%H:%M}")
    elif fill == "area":
        guest.page.locator("textarea").first.fill("By accident.")
    elif fill == "name":
        guest.fill("Name", "Ines Marchetti")

    guest.look().press(first, exact=True).heading(f"{answer}: is this right?").look()
    guest.press(sure, exact=True).heading(done).look()


def test_every_page_of_a_guest_at_every_size(visit, mailed):
    link, _ = mailed("Imre Sandoval", "Europe/Berlin", 2)
    guest = visit(link)
    path = guest.path()
    for page in ("", "stored/", "zone/", "zone/?region=Asia", "no/", "writing/", "time/"):
        guest.go(path + page).look()
        for size in (NARROW, {"width": 1280, "height": 900}):
            guest.page.set_viewport_size(size)
            assert overflow(guest.page) == [], f"{page} at {size['width']}"
    guest.may_lose_the_server = True  # a closed door is a 404, which the console repeats
    guest.go(path.replace(path[5:9], "none"))
    guest.heading("This page is closed")
    expect(guest.page.get_by_role("link")).to_have_count(1)  # only "Skip to content"
