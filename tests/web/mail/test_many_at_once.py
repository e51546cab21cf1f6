"""Several workers and several clicks at the same time, with real threads and a real server."""

import threading
from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from tests.factories import NOW, make_student
from tests.web.mail.makers import make_account, make_letter, send_round
from tests.web.outreach.makers import make_draft, make_okafor
from whoelse.web.core.errors import UserError
from whoelse.web.mail.models import Outgoing
from whoelse.web.outreach import actions
from whoelse.web.outreach.models import Message

WORKERS, LETTERS, CLICKS = 4, 12, 8


def all_at_once(count, do):
    """Run it in so many threads, begun together; what was raised."""
    raised, gate = [], threading.Barrier(count)

    def run():
        gate.wait()
        try:
            do()
        except Exception as error:  # noqa: BLE001 - handed to the test
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


@pytest.fixture
def ana(transactional_db):
    return make_student("ana", full_name="Ana Brandt")


def test_many_workers_send_every_letter_once(ana, smtp):
    make_account(ana, smtp_port=smtp.port)
    contact = make_okafor(ana)
    sent = {make_letter(ana, contact).message_id for _ in range(LETTERS)}

    raised = all_at_once(WORKERS, send_round)

    arrived = Counter(
        line.removeprefix(b"Message-ID: <").removesuffix(b">").decode()
        for _, content in smtp.accepted
        for line in content.split(b"\r\n")
        if line.startswith(b"Message-ID: ")
    )
    assert raised == []
    assert arrived == Counter(sent)
    assert set(Outgoing.objects.values_list("state", flat=True)) == {"sent"}


def test_many_clicks_release_one_letter(ana, smtp, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    make_account(ana, smtp_port=smtp.port)
    draft = make_draft(make_okafor(ana))

    def click():
        message = Message.objects.select_related("contact", "student", "outgoing").get(pk=draft.pk)
        actions.release_message(message, at=NOW)

    raised = all_at_once(CLICKS, click)
    send_round()

    assert len(raised) == CLICKS - 1
    assert all(isinstance(error, UserError) for error in raised)
    assert Outgoing.objects.count() == len(smtp.accepted) == 1
