"""One-time keys: once, not for long, and only by their hash."""

from datetime import timedelta

import pytest

from tests.factories import NOW
from whoelse.web.accounts import actions
from whoelse.web.accounts.models import DoorKey


@pytest.fixture
def local(db):
    return actions.ensure_local_student(time_zone="America/New_York")


def test_a_key_opens_once(local):
    key = actions.make_door_key(at=NOW)

    assert actions.use_door_key(key, at=NOW) == local.user
    assert actions.use_door_key(key, at=NOW) is None


def test_an_old_key_opens_nothing(local):
    key = actions.make_door_key(at=NOW)

    assert actions.use_door_key(key, at=NOW + timedelta(minutes=31)) is None


def test_a_guess_opens_nothing_and_uses_nothing(local):
    key = actions.make_door_key(at=NOW)

    assert actions.use_door_key("guess", at=NOW) is None
    assert actions.use_door_key(key, at=NOW) == local.user


def test_the_key_itself_is_not_stored(local):
    key = actions.make_door_key(at=NOW)

    assert key not in str(list(DoorKey.objects.values()))


def test_the_local_student_is_made_once(local):
    again = actions.ensure_local_student(time_zone="Europe/Berlin")

    assert again == local
    assert again.time_zone == "America/New_York"
