"""The bounces that others collected: who did not get the message, and whether for good.

The folder has no table of answers; these were read out of the messages by hand. A full mailbox
and a server that was busy for days are soft, as RFC 3463 has it.
"""

import pytest

from tests.conftest import SHARED_DATA
from whoelse.engine.mail import sort_mail

DATA = SHARED_DATA / "mail" / "flufl_bounce"
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the folder ../shared/data with others' bounces is missing"
)
HARD, SOFT = True, False
EXPECTED = {
    "bounce_02": (HARD, ["userx@example.com"]),
    "caiwireless_01": (HARD, ["userx@example.com"]),
    "dsn_12": (HARD, ["userx@example.jp"]),
    "microsoft_02": (HARD, ["userx@example.COM"]),
    "microsoft_04": (HARD, ["userx@example.COM"]),
    "qmail_02": (SOFT, ["userx@example.com"]),
    "qmail_03": (HARD, ["userx@example.jp"]),
    "qmail_04": (HARD, ["userx@example.au"]),
    "qmail_05": (HARD, ["userx@example.com"]),
    "qmail_07": (SOFT, ["user@example.net"]),
    "simple_05": (HARD, ["userx@example.net"]),
    "simple_06": (HARD, ["userx@example.com"]),
    "simple_07": (SOFT, ["userx@example.net"]),
    "simple_13": (HARD, ["userx@example.fr"]),
    "simple_17": (HARD, ["userx@example.com"]),
    "simple_18": (HARD, ["userx@example.com"]),
    "simple_19": (HARD, ["userx@example.com.ar"]),
    "simple_22": (SOFT, ["User@example.org"]),
    "simple_27": (HARD, ["userx@example.net.py"]),
    "simple_28": (SOFT, ["userx@example.com"]),
    "simple_34": (HARD, ["roland@example.com"]),
    "simple_35": (SOFT, ["calvin@example.com"]),
    "simple_36": (HARD, ["userx@example.com"]),
    "simple_37": (HARD, ["user@example.edu"]),
    "simple_38": (SOFT, ["userx@example.com"]),
    "simple_41": (HARD, ["userx@example.com"]),
    "simple_44": (SOFT, ["user@example.com"]),
    "smtp32_01": (HARD, ["userx@example.ph"]),
    "smtp32_04": (HARD, ["after_another@example.net", "one_bad_address@example.net"]),
    "yahoo_02": (SOFT, ["userx@example.es"]),
    "yahoo_10": (HARD, ["userx@example.com", "usery@example.com", "userz@example.com"]),
    "yahoo_11": (HARD, ["bad_user@aol.com"]),
    "yahoo_12": (HARD, ["user@yahoo.com"]),
    "yahoo_13": (HARD, ["bogus-address@example.net"]),
}
NO_BOUNCE = {"qmail_08": "auto_reply"}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bounce_names_whom_it_is_about(name):
    found = sort_mail((DATA / f"{name}.txt").read_bytes())
    assert (found.kind, (found.permanent, sorted(found.recipients))) == ("bounce", EXPECTED[name])


@pytest.mark.parametrize("name", NO_BOUNCE)
def test_what_is_no_bounce_names_nobody(name):
    found = sort_mail((DATA / f"{name}.txt").read_bytes())
    assert (found.kind, found.permanent, found.recipients) == (NO_BOUNCE[name], None, ())


def test_no_message_was_forgotten():
    assert {path.stem for path in DATA.glob("*.txt")} == EXPECTED.keys() | NO_BOUNCE.keys()
