"""Servers on this machine, which students of these tests may reach."""

import pytest

from tests.mail_servers import mail_host, recording_smtp


@pytest.fixture(autouse=True)
def loopback(settings):
    settings.MAY_REACH_PRIVATE = True


@pytest.fixture
def smtp():
    with recording_smtp() as recorder:
        yield recorder


@pytest.fixture(scope="module")
def host():
    """A real mail host: SMTP into IMAP. One at a time on a machine, so a module lets go of it."""
    with mail_host() as running:
        yield running
