"""The cast and what every test may lean on. No network; time is an argument.

Settings read the environment when they load, so a folder and a key are set before anything else:
tests never touch the user's own data.
"""

import os
import shutil
import signal
import tempfile
from pathlib import Path

os.environ["WHOELSE_DATA_DIR"] = tempfile.mkdtemp(prefix="whoelse-tests-")
os.environ["WHOELSE_SECRET_KEY"] = "only-for-tests-only-for-tests-only-for-tests"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright's sync API runs a loop

import hypothesis
import pytest
from django.conf import settings
from django.test import Client

# A busy machine is slow, not wrong.
hypothesis.settings.register_profile(
    "whoelse", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("whoelse")

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"
REQUIRES_ALL = bool(os.environ.get("WHOELSE_REQUIRE_ALL"))


def pytest_configure(config):
    """What the tests start hears Ctrl-C, also where they are a job in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_unconfigure(config):
    shutil.rmtree(os.environ["WHOELSE_DATA_DIR"], ignore_errors=True)


def pytest_terminal_summary(terminalreporter):
    """Say in the last lines what could not be run and why."""
    reasons = {report.longrepr[2] for report in terminalreporter.stats.get("skipped", [])}
    for reason in sorted(reasons):
        terminalreporter.write_line(f"not run: {reason.removeprefix('Skipped: ')}")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """SQLite keeps its tests in a file, as for students: one in memory knows no second writer.

    Every worker has a database of its own: a file in its folder, or a name with its number.
    """
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        database["TEST"]["NAME"] = Path(os.environ["WHOELSE_DATA_DIR"]) / "tests.sqlite3"


@pytest.fixture
def ana(db):
    """Ana, a student: the one whose pages these are."""
    from tests import factories

    return factories.make_student("ana", full_name="Ana Brandt")


@pytest.fixture
def dora(db):
    """Dora, the outsider: a student elsewhere, who must see nothing of Ana's."""
    from tests import factories

    return factories.make_student("dora", full_name="Dora Osei")


@pytest.fixture
def as_ana(ana):
    """A browser in which Ana is logged in."""
    client = Client()
    client.force_login(ana.user)
    return client


@pytest.fixture
def as_dora(dora):
    """A browser in which Dora is logged in."""
    client = Client()
    client.force_login(dora.user)
    return client
