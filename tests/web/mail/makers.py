"""Accounts and letters that several tests of mail share, and the round a worker makes."""

from tests.factories import NOW
from tests.mail_servers import PASSWORD
from tests.web.outreach.makers import GOOD, SUBJECT, make_okafor
from whoelse.web.mail import actions
from whoelse.web.mail.models import MailAccount, Outgoing


def make_account(student, *, smtp_port=1, imap_port=0, secret=PASSWORD, **fields):
    """An account on this machine; without a port for reading nothing is read or copied."""
    defaults = {
        "address": student.email,
        "smtp_host": "127.0.0.1",
        "smtp_port": smtp_port,
        "smtp_security": "none",
        "imap_host": "127.0.0.1" if imap_port else "",
        "imap_port": imap_port or 993,
        "imap_security": "none",
        "connected_at": NOW,
    }
    return MailAccount.objects.create(student=student, secret=secret, **(defaults | fields))


def make_letter(student, contact=None, *, at=NOW, **fields):
    """A letter in the outbox, queued as pages queue it."""
    contact = contact or make_okafor(student)
    given = {"subject": SUBJECT, "body": GOOD} | fields
    return actions.queue_mail(student, contact=contact, at=at, **given)


def send_round(at=NOW):
    """What a worker does when it is rung for."""
    return actions.send_due(lambda: at)


def state_of(letter):
    row = Outgoing.objects.get(pk=letter.pk)
    return row.state, row.why
