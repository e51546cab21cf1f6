"""The cast and what every test may lean on. No network; time is an argument."""

import os
import tempfile

# Settings read the environment when they load: tests never touch the user's own data folder.
os.environ.setdefault("WHOELSE_DATA_DIR", tempfile.mkdtemp(prefix="whoelse-tests-"))
os.environ.setdefault("WHOELSE_SECRET_KEY", "only-for-tests-only-for-tests-only-for-tests")

import pytest

from tests import factories


@pytest.fixture
def ana(db):
    """Ana, a student: the one whose pages these are."""
    return factories.make_student("ana", full_name="Ana Brandt")


@pytest.fixture
def dora(db):
    """Dora, the outsider: a student elsewhere, who must see nothing of Ana's."""
    return factories.make_student("dora", full_name="Dora Osei")


@pytest.fixture
def as_ana(ana, client):
    """A browser in which Ana is logged in."""
    client.force_login(ana.user)
    return client


@pytest.fixture
def as_dora(dora):
    """A browser in which Dora is logged in."""
    from django.test import Client

    client = Client()
    client.force_login(dora.user)
    return client
