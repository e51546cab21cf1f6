"""What the composite pages change themselves: promises kept, referrers told, a name taken back."""

from datetime import datetime

from django.db import transaction

from whoelse.web.activity import actions as activity
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.interviews.models import Promise


@transaction.atomic
def keep_promise(promise: Promise, *, at: datetime) -> None:
    """Tick a promise off, once."""
    if not Promise.objects.filter(pk=promise.pk, kept_at__isnull=True).update(kept_at=at):
        return
    contact = promise.interview.contact
    activity.record(
        contact.student,
        verb="kept_promise",
        sentence=f"You kept a promise: {promise.text}",
        at=at,
        contact=contact.public_id,
    )


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


def take_back(contact: Contact) -> None:
    """Remove a name that was just typed in Welcome."""
    contact.delete()
