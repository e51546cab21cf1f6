"""What the composite pages change themselves: a referrer was told, a name, the digest."""

from datetime import datetime

from django.db import transaction

from whoelse.web.activity import actions as activity
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.desk import bridge, digest
from whoelse.web.desk.mail_steps import mail_steps
from whoelse.web.desk.steps import step_of
from whoelse.web.mail import actions as mail
from whoelse.web.mail.digest import is_time, stop_address
from whoelse.web.mail.models import MailAccount
from whoelse.web.mail.queries import accounts_with_digest


@transaction.atomic
def mark_reported(referral: Referral, *, at: datetime) -> None:
    """Remember that the referrer was told what came of the name, once."""
    if not Referral.objects.filter(pk=referral.pk, reported_at__isnull=True).update(reported_at=at):
        return
    activity.record(
        referral.student,
        verb="reported_back",
        sentence=f"You told {referral.referrer.short_name} about {referral.referred.short_name}",
        at=at,
        contact=referral.referrer.public_id,
    )


def send_digests(*, at: datetime) -> int:
    """Write to those who chose one mail a day, where something is due; how many were written."""
    written = 0
    for account in accounts_with_digest():
        if not is_time(account, at):
            continue
        written += _send_digest(account, at)
    return written


@transaction.atomic
def _send_digest(account: MailAccount, at: datetime) -> bool:
    """Nothing due is no mail; the day is over for the digest only when one was written."""
    day = bridge.day_of(account.student, now=at)
    steps = [*mail_steps(account.student, now=at), *(step_of(duty) for duty in day.duties)]
    if not steps or not mail.take_digest(account, at=at):
        return False
    body = digest.body_of(steps, stop=stop_address(account))
    mail.queue_to_self(account, subject=digest.subject_of(steps), body=body, at=at)
    return True


def take_back(contact: Contact) -> None:
    """Remove a name that was just typed in Welcome."""
    contact.delete()
