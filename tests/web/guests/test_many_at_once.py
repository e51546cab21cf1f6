"""Many hands at the same moment, each with a connection of its own, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connections
from django.test import Client

from tests.factories import make_contact, make_message, make_student
from tests.web.guests.visitor import Guest, text_of
from whoelse.web.guests import actions
from whoelse.web.outreach.models import Reply
from whoelse.web.scheduling import actions as scheduling
from whoelse.web.scheduling.models import Appointment

HANDS = 8


@pytest.fixture(autouse=True)
def public_address(settings):
    settings.PUBLIC_ADDRESS = "https://whoelse.example"


def together(jobs):
    """The answers of all jobs, begun at the same moment."""
    barrier = Barrier(len(jobs))

    def begin(job):
        barrier.wait(timeout=30)
        try:
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(begin, jobs))


def asked(student, number, now):
    """A guest with one offered time, the same for all, and its second button in the hand."""
    contact = make_contact(student, f"Guest {number}", email=f"g{number}@lumenfold.example")
    message = make_message(contact, sent_at=now - timedelta(days=1))
    time = (now + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
    offers = scheduling.offer_times(
        student, message=message, times=[time, time + timedelta(days=1 + number)], at=now
    )
    token = actions.make_link(message, at=now).rstrip("/").rsplit("/", 1)[1]
    guest = Guest(Client(), token)
    return guest, guest.say("time", time=str(offers[0].public_id), channel="phone")


@pytest.mark.django_db(transaction=True)
def test_two_who_pick_the_same_minute(now):
    ana = make_student("ana")
    guests = [asked(ana, number, now) for number in range(HANDS)]

    answers = together([lambda g=guest, c=confirm: g.press(c) for guest, confirm in guests])

    # Who came after the row sees it in the form; who came in between is stopped by the row.
    late = [answer for answer in answers if answer.status_code in (409, 422)]
    assert [answer.status_code for answer in answers if answer not in late] == [302]
    assert Appointment.objects.count() == 1
    assert Reply.objects.count() == 1
    told = ("This time is not free any more. These are.", "These times are free")
    assert all(any(words in text_of(answer) for words in told) for answer in late)


@pytest.mark.django_db(transaction=True)
def test_one_who_presses_many_times(now):
    guest, confirm = asked(make_student("ana"), 1, now)

    answers = together([lambda: guest_again(guest).press(confirm) for _ in range(HANDS)])

    assert sorted({answer.status_code for answer in answers} - {404, 409}) == [302]
    assert Appointment.objects.count() == 1
    assert Reply.objects.count() == 1


def guest_again(guest):
    return Guest(Client(), guest.token)


@pytest.mark.django_db(transaction=True)
def test_many_knocks_are_all_counted(now):
    def knock():
        try:
            actions.knock("me", most=5, at=now)
        except actions.TooManyTries:
            return False
        return True

    let_in = together([knock for _ in range(HANDS)])

    # A few may slip in between looking and counting; it never runs away.
    assert 5 <= sum(let_in) <= HANDS
