"""What the interviewee sees, in which zone, and what the page does not do."""

import re
from datetime import timedelta

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.web.guests.rows import all_rows
from tests.web.guests.visitor import Guest, links_of, text_of
from whoelse.web.guests import actions
from whoelse.web.outreach.models import Message
from whoelse.web.scheduling.zones import clock_of, zone_of

MOST_BYTES = 40_000


def test_the_page_says_who_asks_how_long_and_what(guest):
    response = guest.open()

    text = text_of(response)
    assert response.status_code == 200
    assert "Ana Brandt asks you for 20 minutes of conversation" in text
    assert "found you in the alumni list" in text
    assert "What Ana would ask" in text
    assert "Who else should I talk to" in text


def test_times_stand_in_the_zone_that_the_student_supposed(guest, offers):
    local = offers[0].starts_at.astimezone(zone_of("Europe/Berlin"))
    assert clock_of(local).split()[0] in text_of(guest.open())


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Denver", "Pacific/Chatham"])
def test_times_stand_in_the_zone_that_was_chosen(guest, offers, zone):
    local = offers[0].starts_at.astimezone(zone_of(zone))
    text = text_of(guest.open(zone=zone))
    assert f"{local:%A}, {local.day} {local:%B}, {clock_of(local).split()[0]}" in text


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd", "\0", "Ω" * 500])
def test_a_zone_that_does_not_exist_changes_nothing(guest, zone):
    assert text_of(guest.open(zone=zone)) == text_of(guest.open())


def test_every_zone_of_a_region_can_be_chosen(guest):
    assert "Chatham" in text_of(guest.open("zone", region="Pacific"))
    assert guest.open("zone", region="\0nowhere").status_code == 200


def test_the_link_itself_is_not_part_of_the_letter(ana, message, token, guest):
    address = f"https://whoelse.example/ask/{token}/"
    Message.objects.filter(pk=message.pk).update(body=f"Dear Imre,\n\nHere: {address}\n\nAna")
    assert address not in text_of(guest.open())


def test_looking_changes_nothing(guest):
    before = all_rows(but=())
    for name in ("page", "stored", "zone"):
        assert guest.open(name).status_code == 200
        assert guest.client.head(guest.path(name)).status_code == 200
    for slug in ("time", "another-time", "writing", "somebody-else", "not-this-term", "no"):
        assert guest.client.get(guest.path("answer", slug)).status_code == 200
        assert guest.client.head(guest.path("answer", slug)).status_code == 200
    assert all_rows(but=()) == before


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_change_nothing(guest, method):
    before = all_rows()
    for path in (guest.path(), guest.path("answer", "no"), guest.path("stored")):
        assert getattr(guest.client, method)(path).status_code == 405
    assert all_rows() == before


def test_the_page_sets_no_cookie_and_tells_nobody_where_it_is(guest):
    for response in (guest.open(), guest.say("no"), guest.answer("no"), guest.open()):
        assert not response.cookies
        assert response.headers["Referrer-Policy"] == "no-referrer"
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_the_page_loads_nothing_from_elsewhere(guest):
    html = guest.open().content.decode()
    assert re.findall(r"(?:src|href|action)=\"(?!/|#|\?)[^\"]*\"", html) == []


def test_the_page_is_light_even_with_a_long_letter(ana, message, guest):
    student = "An" + "a" * 116
    long = "\n\n".join(["ظ" * 300] * 60)
    Message.objects.filter(pk=message.pk).update(body=long)
    ana.full_name = student
    ana.save()
    assert weight_of(guest.open()) < MOST_BYTES
    assert weight_of(guest.open("zone", region="America")) < MOST_BYTES


def weight_of(response):
    """Bytes of the page with every style sheet, script and picture that it loads."""
    html = response.content.decode()
    files = re.findall(r"(?:src|href)=\"/static/([^\"]+)\"", html)
    files += [f"css/{each}" for each in re.findall(r"url\(\"([^\"]+)\"\)", source("css/guest.css"))]
    return len(response.content) + sum(len(source(file).encode()) for file in files)


def source(file):
    with open(finders.find(file), encoding="utf-8") as opened:
        return opened.read()


def test_the_page_asks_for_the_same_rows_whatever_it_shows(guest, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        guest.open()


def test_without_times_one_can_be_proposed(ana, message, now):
    link = actions.make_link(message, at=now)
    guest = Guest(Client(), link.rstrip("/").rsplit("/", 1)[1])

    text = text_of(guest.open())

    assert "Propose one that suits you" in text
    assert guest.client.get(guest.path("answer", "time")).status_code == 404


def test_the_student_sees_the_page_and_cannot_answer(as_ana, token):
    before = all_rows()
    me = Guest(as_ana, token)

    assert "This is what Imre Sandoval sees" in text_of(me.open())
    assert me.say("no", reason="").status_code == 403
    assert all_rows() == before


def test_what_is_stored_is_told(guest, message):
    message.contact.notes = "brusque"
    message.contact.save()

    text = text_of(guest.open("stored"))

    assert "imre@lumenfold.example" in text
    assert "1 message" in text
    assert "own notes of the student" in text
    assert "brusque" not in text


def test_every_link_of_the_page_opens(guest):
    for path in {each.split("#")[0] for each in links_of(guest.open())} - {""}:
        assert guest.client.get(path).status_code == 200


def test_the_day_on_which_it_closes_is_told(guest, message):
    lapses = message.sent_at.astimezone(zone_of("America/New_York")).date() + timedelta(days=21)
    # Midnight in New York is six in the morning in Berlin: the same day.
    assert f"closes on {lapses:%A}, {lapses.day} {lapses:%B}." in text_of(guest.open())
