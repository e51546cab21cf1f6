"""A request that left, the link to its private page, and the guest in front of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_contact, make_message
from tests.web.guests.visitor import Guest
from whoelse.web.contacts.models import Stage
from whoelse.web.guests import actions
from whoelse.web.scheduling import actions as scheduling


@pytest.fixture(autouse=True)
def public_address(settings):
    settings.PUBLIC_ADDRESS = "https://whoelse.example"


@pytest.fixture
def now():
    """Pages ask the clock themselves, so these rows live around the present."""
    return timezone.now()


@pytest.fixture
def message(ana, now):
    imre = make_contact(
        ana, email="imre@lumenfold.example", time_zone="Europe/Berlin", stage=Stage.ASKED
    )
    return make_message(
        imre,
        sent_at=now - timedelta(days=1),
        body="Dear Imre Sandoval,\n\nI study physics and found you in the alumni list.\n\nAna",
    )


@pytest.fixture
def offers(ana, message, now):
    """Three times from the day after tomorrow on, on the hour."""
    first = (now + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
    times = [first, first + timedelta(days=1), first + timedelta(days=3)]
    return scheduling.offer_times(ana, message=message, times=times, at=now)


@pytest.fixture
def token(message, offers, now):
    address = actions.make_link(message, at=now)
    return address.removesuffix("/").rsplit("/", 1)[1]


@pytest.fixture
def guest(token):
    """Imre, with nothing but the link."""
    return Guest(Client(), token)
