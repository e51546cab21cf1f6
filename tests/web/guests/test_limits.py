"""So many tries in an hour are those of a program: counted, bounded, and forgotten."""

from datetime import timedelta

import pytest
from django.test import Client, RequestFactory

from tests.factories import NOW
from tests.web.guests.visitor import text_of
from whoelse.web.guests import actions
from whoelse.web.guests.client import client_of
from whoelse.web.guests.models import Knock

HOUR = timedelta(hours=1)


def test_too_many_tries_are_refused_and_counted_no_more(db):
    for _ in range(3):
        actions.knock("me", most=3, at=NOW)
    for _ in range(2):
        with pytest.raises(actions.TooManyTries):
            actions.knock("me", most=3, at=NOW)
    actions.knock("you", most=3, at=NOW)
    assert sorted(Knock.objects.values_list("count", flat=True)) == [1, 3]


def test_an_hour_later_everything_is_open_and_the_old_counts_are_gone(db):
    for _ in range(3):
        actions.knock("me", most=3, at=NOW)

    actions.knock("me", most=3, at=NOW + 2 * HOUR)

    assert list(Knock.objects.values_list("count", flat=True)) == [1]


def test_a_count_does_not_say_whose_it_is(db):
    actions.knock("192.0.2.7", most=3, at=NOW)
    actions.knock("192.0.2.7", most=3, at=NOW + HOUR)

    first, second = Knock.objects.all()
    assert first.digest != second.digest
    assert "192.0.2.7" not in first.digest + second.digest


def test_a_link_is_knocked_at_so_often_and_no_more(guest, monkeypatch):
    monkeypatch.setattr(actions, "MOST_A_LINK", 2)

    looked = [guest.say("no").status_code for _ in range(5)]
    pressed = [guest.say("no", sure="yes", seal="made.up").status_code for _ in range(3)]

    assert looked == [200] * 5  # a scanner that tries the first step locks nobody out
    assert pressed == [200, 200, 429]
    assert guest.open().status_code == 200


def test_an_address_tries_so_many_tokens_and_no_more(db, monkeypatch):
    monkeypatch.setattr(actions, "MOST_AN_ADDRESS", 2)

    tried = [Client().get(f"/ask/{n}/") for n in range(3)]

    assert [response.status_code for response in tried] == [404, 404, 429]
    assert "Come back in an hour" in text_of(tried[-1])
    assert Client(REMOTE_ADDR="192.0.2.9").get("/ask/0/").status_code == 404


@pytest.mark.parametrize(
    ("proxies", "said", "found"),
    [
        (0, "198.51.100.1", "192.0.2.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.0.0.1, 198.51.100.1", "198.51.100.1"),
        (2, "198.51.100.7, 198.51.100.1", "198.51.100.7"),
        (2, "198.51.100.1", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "nonsense\x00", "unknown"),
    ],
)
def test_what_a_proxy_says_is_believed_as_far_as_there_are_proxies(settings, proxies, said, found):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", HTTP_X_FORWARDED_FOR=said)
    assert client_of(request) == found
