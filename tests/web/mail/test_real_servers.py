"""The whole way through a real mail host: out by SMTP, a copy in Sent, an answer back by IMAP."""

import smtplib
import time
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from imap_tools import MailBoxUnencrypted

from tests.web.mail.incoming import reply
from tests.web.mail.makers import make_account
from tests.web.outreach.makers import GOOD, SUBJECT, make_draft, make_okafor, message_path
from whoelse.web.mail import actions
from whoelse.web.mail.models import Incoming, Outgoing
from whoelse.web.outreach.models import Message

WAIT = 30  # a bound for a busy machine, not a measurement


@pytest.fixture
def account(ana, host, settings):
    if host.name == "aiosmtpd and pymap":
        pytest.skip("no real mail host: OpenSMTPD and Dovecot are not installed, or not root")
    settings.MAIL_CA_FILE = host.ca_file
    empty(host, "ana@norhaven.example", "INBOX", "Sent")
    empty(host, "s.okafor@harrowbay.example", "INBOX")
    return make_account(
        ana,
        secret=host.password,
        smtp_port=host.smtp_port,
        imap_host="localhost",
        imap_port=host.imaps_port,
        imap_security="tls",
        connected_at=timezone.now(),
    )


def mailbox(host, user, folder="INBOX"):
    opened = MailBoxUnencrypted("127.0.0.1", host.imap_port)
    return opened.login(user, host.password, initial_folder=folder)


def empty(host, user, *folders):
    for folder in folders:
        with mailbox(host, user, folder) as box:
            box.delete(box.uids())


def messages_in(host, user, folder="INBOX", at_least=1):
    """The messages of a folder, once there are as many: delivery takes a moment."""
    end = time.monotonic() + WAIT
    while True:
        with mailbox(host, user, folder) as box:
            found = list(box.fetch())
        if len(found) >= at_least or time.monotonic() > end:
            return found
        time.sleep(0.1)


def work():
    """One round of the worker, without its threads."""
    actions.recover(at=timezone.now())
    actions.send_due(timezone.now)
    actions.put_copies(timezone.now)


def test_from_the_button_to_the_answer(as_ana, ana, account, host):
    contact = make_okafor(ana)
    draft = make_draft(contact)
    page = as_ana.get(message_path(draft)).content.decode()
    assert "Send it now" in page

    as_ana.post(message_path(draft, "send"))
    work()

    draft = Message.objects.select_related("outgoing").get(pk=draft.pk)
    assert (draft.outgoing.why, draft.outgoing.state) == ("", "sent")
    (arrived,) = messages_in(host, "s.okafor@harrowbay.example")
    (copy,) = messages_in(host, "ana@norhaven.example", "Sent")
    assert (draft.way, draft.outgoing.state, draft.outgoing.copy) == ("mail", "sent", "done")
    assert (arrived.subject, arrived.from_) == (SUBJECT, "ana@norhaven.example")
    assert arrived.text.replace(" \r\n", " ").replace("\r\n", "\n").strip() == GOOD
    assert arrived.headers["message-id"] == copy.headers["message-id"]
    assert arrived.headers["message-id"] == (f"<{draft.outgoing.message_id}>",)

    with smtplib.SMTP("127.0.0.1", host.smtp_port) as other:
        answer = reply(draft.outgoing, text="Friday at four? — Samuel")
        other.sendmail("s.okafor@harrowbay.example", ["ana@norhaven.example"], answer)
    messages_in(host, "ana@norhaven.example")
    assert actions.read_due(timezone.now) == 1

    incoming = Incoming.objects.get()
    assert (incoming.kind, incoming.text) == ("reply", "Friday at four? — Samuel")
    today = as_ana.get(reverse("desk:today")).content.decode()
    sent = as_ana.get(message_path(draft)).content.decode()
    assert "Dr. Okafor answered" in today
    assert reverse("outreach:answer", args=[incoming.public_id]) in today
    assert "The days are not counted any more." in sent

    answered = as_ana.post(
        reverse("outreach:answer", args=[incoming.public_id]),
        {"came": "times_offered", "note": incoming.text},
    )
    assert answered["Location"] == reverse("interviews:agree", args=[contact.public_id])
    assert "Dr. Okafor answered" not in as_ana.get(reverse("desk:today")).content.decode()


def test_a_copy_is_put_once_even_if_the_worker_died_over_it(as_ana, ana, account, host):
    draft = make_draft(make_okafor(ana))
    as_ana.post(message_path(draft, "send"))
    work()
    Outgoing.objects.update(copy="due", send_after=timezone.now() - timedelta(hours=1))

    work()

    assert Outgoing.objects.get().copy == "done"
    assert len(messages_in(host, "ana@norhaven.example", "Sent")) == 1


def test_an_unsure_letter_is_found_in_sent_and_settled(as_ana, ana, account, host):
    draft = make_draft(make_okafor(ana))
    as_ana.post(message_path(draft, "send"))
    letter = Outgoing.objects.get()
    now = timezone.now()
    Outgoing.objects.update(state="unsure", handing_over_at=now)

    as_ana.post(reverse("mail:look", args=[letter.public_id]))
    before = Outgoing.objects.get().state
    with mailbox(host, "ana@norhaven.example") as box:
        box.append(bytes(letter.content), "Sent")
    as_ana.post(reverse("mail:look", args=[letter.public_id]))

    draft.refresh_from_db()
    assert (before, Outgoing.objects.get().state) == ("unsure", "sent")
    assert (draft.sent_at, draft.way) == (now, "mail")
