"""Reading a mailbox: only what answers somebody written to is ever stored, and only once."""

from datetime import timedelta

import pytest
from django.utils import timezone
from imap_tools import MailBoxUnencrypted

from tests.factories import NOW
from tests.web.mail.incoming import bounce, reply
from tests.web.mail.makers import make_account, make_letter
from tests.web.outreach.makers import make_okafor
from whoelse.web.activity.models import Entry
from whoelse.web.contacts.actions import record_do_not_contact
from whoelse.web.mail import actions, queries
from whoelse.web.mail.models import Incoming, MailAccount, Outgoing

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def box(host):
    """Ana's mailbox, empty."""
    user = host.users.get("", "ana@norhaven.example")
    with MailBoxUnencrypted("127.0.0.1", host.imap_port).login(user, host.password) as opened:
        opened.delete(opened.uids())
        yield opened


@pytest.fixture
def account(ana, host):
    user = host.users.get("", "")
    return make_account(
        ana, imap_port=host.imap_port, secret=host.password, user_name=user, connected_at=NOW
    )


def make_sent(ana, contact=None, **fields):
    letter = make_letter(ana, contact)
    change = {"state": "sent", "sent_at": NOW, "last_attempt_at": NOW} | fields
    Outgoing.objects.filter(pk=letter.pk).update(**change)
    return letter


def put(box, *messages):
    for message in messages:
        box.append(message, "INBOX", dt=timezone.now())


def read(account, at=LATER):
    account.refresh_from_db()
    return actions.read_account(account, lambda: at)


def stored():
    return sorted(Incoming.objects.values_list("kind", "from_address", "text"))


def test_a_reply_is_found_by_its_thread_from_whatever_address(ana, account, box):
    letter = make_sent(ana)
    put(box, reply(letter, sender="sam.private@home.example"))

    assert read(account) == 1

    row = Incoming.objects.get()
    assert stored() == [("reply", "sam.private@home.example", "Yes, Friday at four is fine.")]
    assert (row.contact, row.outgoing_id, row.settled_at) == (letter.contact, letter.pk, None)
    assert Entry.objects.first().sentence == "Dr. Samuel Okafor answered"


def test_a_message_of_somebody_written_to_is_found_by_the_address(ana, account, box):
    make_sent(ana)
    put(box, reply(sender="S.Okafor@HarrowBay.example"))

    assert read(account) == 1
    assert Incoming.objects.get().outgoing is None


def test_nothing_else_is_ever_stored(ana, account, box):
    letter = make_sent(ana)
    unsent = make_letter(ana, make_okafor(ana, email="mo@orrin.example"))
    stopped = make_sent(ana, make_okafor(ana, email="never@orrin.example"))
    record_do_not_contact(stopped.contact, reason="", asked_by_them=True, at=NOW)
    put(
        box,
        reply(sender="shop@sale.example", n=2),
        reply(sender="mo@orrin.example", n=3),
        reply(unsent, sender="mo@orrin.example", n=4),
        reply(stopped, sender="never@orrin.example", n=5),
        bounce(letter, original="somebody-elses@norhaven.example", n=6),
        reply(sender="ana@norhaven.example", n=7),
        reply(sender="noreply@harrowbay.example", n=8),
        b"\xff broken\r\n\r\nno headers",
    )

    assert read(account) == 0
    assert not Incoming.objects.exists()
    shown = box.folder.status("INBOX")
    assert shown["UNSEEN"] == shown["MESSAGES"]  # nothing was marked as read


def test_what_is_not_wanted_is_not_even_fetched(ana, account, box, monkeypatch):
    make_sent(ana)
    fetched = []
    whole = actions.receiving.Mailbox.whole
    monkeypatch.setattr(
        actions.receiving.Mailbox, "whole", lambda box, uid: fetched.append(uid) or whole(box, uid)
    )
    put(box, reply(sender="shop@sale.example", n=2), reply(n=3))

    read(account)

    assert len(fetched) == 1


def test_read_again_nothing_is_stored_twice(ana, account, box):
    letter = make_sent(ana)
    put(box, reply(letter))
    read(account)
    put(box, reply(letter), reply(letter, n=2, text="One more thing."))
    MailAccount.objects.update(uid_validity=7)  # the server dealt its numbers anew

    assert read(account) == 1
    assert read(account) == 0
    assert [text for _, _, text in stored()] == [
        "One more thing.",
        "Yes, Friday at four is fine.",
    ]


def test_only_what_is_new_is_looked_at(ana, account, box):
    letter = make_sent(ana)
    put(box, reply(letter))
    read(account)
    before = MailAccount.objects.get()
    Incoming.objects.all().delete()

    assert read(account) == 0
    assert MailAccount.objects.get().last_uid == before.last_uid > 0


def test_a_hard_bounce_marks_the_address_and_nothing_more_goes_there(ana, account, box):
    letter = make_sent(ana)
    put(box, bounce(letter))

    read(account)

    row = Incoming.objects.get()
    assert (row.kind, row.permanent, row.status, row.about_address) == (
        "bounce", True, "5.1.1", "s.okafor@harrowbay.example",
    )  # fmt: skip
    assert queries.failure_of(letter.contact) == row
    with pytest.raises(actions.queueing.access.AddressFails):
        make_letter(ana, letter.contact)
    letter.contact.email = "sam@elsewhere.example"
    assert queries.failure_of(letter.contact) is None


def test_a_soft_bounce_stops_nothing(ana, account, box):
    letter = make_sent(ana)
    put(box, bounce(letter, action="delayed", status="4.4.7"))

    read(account)

    assert Incoming.objects.get().permanent is False
    assert queries.failure_of(letter.contact) is None


def test_an_automatic_reply_asks_nothing(ana, account, box):
    letter = make_sent(ana)
    put(box, reply(letter, text="I am away until Monday.", Auto_Submitted="auto-replied"))

    read(account)

    row = Incoming.objects.get()
    assert (row.kind, row.settled_at) == ("auto_reply", LATER)
    assert not queries.open_answers(ana).exists()


def test_what_failed_is_kept_in_words_and_goes_when_it_works(ana, account, host, box):
    MailAccount.objects.update(imap_port=1)
    read(account)
    broken = MailAccount.objects.get().trouble
    MailAccount.objects.update(imap_port=host.imap_port)
    read(account)

    assert broken == "127.0.0.1 is there, but nothing answers on port 1."
    assert MailAccount.objects.get().trouble == ""


def test_two_workers_do_not_read_the_same_mailbox(ana, account, box):
    MailAccount.objects.update(poll_until=LATER + timedelta(minutes=1))

    assert read(account) == 0
    assert MailAccount.objects.get().polled_at is None


def test_a_dead_reader_is_followed_by_another(ana, account, box):
    MailAccount.objects.update(poll_until=LATER - timedelta(minutes=1))

    read(account)

    assert MailAccount.objects.get().polled_at == LATER


def test_a_message_that_was_no_answer_is_forgotten_and_stays_so(ana, account, box):
    put(box, reply(make_sent(ana)))
    read(account)
    actions.forget_incoming(Incoming.objects.get(), at=LATER)
    MailAccount.objects.update(uid_validity=7)

    assert read(account) == 0
    assert stored() == [("other", "", "")]
