"""One mail a day to the student: only if chosen, only if something is due, never at night."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from tests.factories import make_message
from tests.web.mail.makers import make_account
from tests.web.outreach.makers import GOOD, make_okafor
from whoelse.web.desk import actions
from whoelse.web.mail.digest import stop_address
from whoelse.web.mail.models import MailAccount, Outgoing

MORNING = datetime(2026, 11, 5, 14, 0, tzinfo=UTC)  # nine in New York
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def account(ana):
    """Something is due: a request that nobody answered for weeks."""
    sent_at = MORNING - 12 * DAY
    make_message(make_okafor(ana, stage="asked"), body=GOOD, sent_at=sent_at, way="copy")
    return make_account(ana, digest_hour=8)


def test_a_digest_says_what_is_due_to_the_student_alone(account):
    assert actions.send_digests(at=MORNING) == 1

    letter = Outgoing.objects.get()
    text = bytes(letter.content).decode()
    assert (letter.to_address, letter.contact, letter.purpose) == (account.address, None, "digest")
    assert letter.subject.startswith("Today: ")
    assert "Okafor" in text
    assert "To end it: Settings, Mail account" in text


def test_there_is_one_a_day(account):
    written = [actions.send_digests(at=MORNING + n * HOUR) for n in range(3)]

    assert written == [1, 0, 0]
    assert actions.send_digests(at=MORNING + DAY) == 1


@pytest.mark.parametrize("hours", [-2, 12, 16])
def test_nobody_is_written_to_too_early_or_in_quiet_hours(account, hours):
    assert actions.send_digests(at=MORNING + hours * HOUR) == 0


def test_who_chose_none_gets_none(account):
    MailAccount.objects.update(digest_hour=None)

    assert actions.send_digests(at=MORNING) == 0


def test_nothing_due_is_no_mail(ana):
    make_account(ana, digest_hour=8)

    assert actions.send_digests(at=MORNING) == 0
    assert MailAccount.objects.get().digest_on is None


def test_it_is_chosen_in_settings(as_ana, account):
    as_ana.post("/mail/digest/", {"hour": "18"})
    chosen = MailAccount.objects.get().digest_hour
    as_ana.post("/mail/digest/", {"hour": ""})

    assert (chosen, MailAccount.objects.get().digest_hour) == (18, None)
    assert as_ana.post("/mail/digest/", {"hour": "3"}).status_code == 302
    assert MailAccount.objects.get().digest_hour is None


def test_the_link_in_it_stops_it_by_a_button_without_a_login(account, settings):
    settings.PUBLIC_ADDRESS = "https://whoelse.example"
    settings.ALLOWED_HOSTS = ["testserver"]
    actions.send_digests(at=MORNING)
    link = stop_address(account).removeprefix("https://whoelse.example")
    stranger = Client()

    opened = stranger.get(link)
    before = MailAccount.objects.get().digest_hour
    pressed = stranger.post(link)

    assert (opened.status_code, before) == (200, 8)
    assert "It is stopped." in pressed.content.decode()
    assert MailAccount.objects.get().digest_hour is None
    assert stranger.get(link[:-10] + "xxxx/stop/").status_code == 404


def test_a_stranger_chooses_nothing_for_others(as_dora, account):
    assert as_dora.post("/mail/digest/", {"hour": "18"}).status_code == 404
