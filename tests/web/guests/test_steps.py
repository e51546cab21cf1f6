"""Two deliberate steps: programs that open and send things off change nothing."""

from datetime import timedelta

import pytest

from tests.web.guests.rows import all_rows
from tests.web.guests.visitor import forms_of, links_of, text_of
from whoelse.web.guests import actions, seals
from whoelse.web.guests.models import GuestLink
from whoelse.web.outreach.models import Reply

ANSWERS = ("time", "another-time", "writing", "somebody-else", "not-this-term", "no", "never")


def test_a_scanner_that_opens_and_sends_everything_changes_nothing(guest, monkeypatch):
    """It follows links two pages deep, HEADs and GETs, and sends off every form it finds."""
    monkeypatch.setattr(actions, "MOST_AN_ADDRESS", 100_000)  # it is not the count that stops it
    monkeypatch.setattr(actions, "MOST_A_LINK", 100_000)
    before, seen, waiting = all_rows(), set(), [guest.path()]
    for _ in range(2):
        found = []
        for path in waiting:
            found += scan(guest.client, path)
            seen.add(path)
        waiting = [path for path in set(found) - seen if "zone=" not in path]

    assert {guest.path(), guest.path("stored"), guest.path("zone")} <= seen
    assert all_rows() == before


def scan(client, path):
    client.head(path)
    response = client.get(path)
    if "text/html" not in response.headers.get("Content-Type", ""):
        return []
    found = [each.split("#")[0] for each in links_of(response)]
    for form in forms_of(response):
        send = client.post if form["method"] == "post" else client.get
        answered = send(form["action"].split("#")[0], form["fields"])
        assert answered.status_code in (200, 422)
        found += [each.split("#")[0] for each in links_of(answered)]
        for second in forms_of(answered):  # and once more what came back, without pressing
            again = client.post if second["method"] == "post" else client.get
            again(second["action"].split("#")[0], second["fields"])
    return [each for each in found if each.startswith("/ask/")]


@pytest.mark.parametrize("slug", ANSWERS)
def test_the_first_button_alone_changes_nothing(guest, offers, now, slug):
    before = all_rows()
    words = {
        "time": str(offers[0].public_id),
        "channel": "phone",
        "when": f"{(now + timedelta(days=5)).date()}T10:00",
        "name": "Ines",
        "permission": "ask_first",
        "answer-t01-001": "x",
    }

    guest.say(slug, sure="yes", **words)
    guest.say(slug, sure="yes", seal="", **words)
    guest.say(slug, sure="yes", seal="made.up", **words)

    assert all_rows() == before


def test_a_confirmation_says_what_will_happen(guest, offers):
    asked = guest.say("time", time=str(offers[0].public_id), channel="phone", zone="Asia/Tokyo")

    text = text_of(asked)
    assert asked.status_code == 200
    assert "You talk with Ana Brandt on" in text
    assert "By the clock of Ana that is" in text


def test_only_what_was_confirmed_is_done(guest):
    form = forms_of(guest.say("no", reason="no time"))[0]

    other_words = form["fields"] | {"reason": "I hate physics", "sure": "yes"}
    other_answer = {"seal": form["fields"]["seal"], "sure": "yes"}

    assert "nothing was done yet" in text_of(guest.client.post(form["action"], other_words))
    guest.client.post(guest.path("answer", "never"), other_answer)
    assert not Reply.objects.exists()


def test_a_confirmation_works_once(guest, offers):
    form = forms_of(guest.say("time", time=str(offers[0].public_id), channel="phone"))[0]
    pressed = form["fields"] | {"sure": "yes"}

    first = guest.client.post(form["action"], pressed)
    before = all_rows()
    second = guest.client.post(form["action"], pressed)

    assert (first.status_code, second.status_code) == (302, 404)
    assert all_rows() == before


def test_a_confirmation_of_another_link_does_nothing(guest, ana, now):
    link = GuestLink.objects.get()
    mark = seals.seal(link, "no", {"reason": ""}, at=now)
    link.pk += 1

    assert not seals.fits(mark, link, "no", {"reason": ""}, at=now)


@pytest.mark.parametrize(("minutes", "fits"), [(0, True), (29, True), (31, False), (-5, False)])
def test_a_confirmation_lives_half_an_hour(guest, now, minutes, fits):
    link = GuestLink.objects.get()
    mark = seals.seal(link, "no", {"reason": "a\r\nb"}, at=now)

    at = now + timedelta(minutes=minutes)

    assert seals.fits(mark, link, "no", {"reason": "a\nb"}, at=at) is fits


def test_two_confirmations_of_the_same_are_not_alike(guest, now):
    link = GuestLink.objects.get()
    assert seals.seal(link, "no", {}, at=now) != seals.seal(link, "no", {}, at=now)
