"""What the composite pages change themselves: a referrer was told, a name is taken back."""

from datetime import datetime

from django.db import transaction

from whoelse.web.activity import actions as activity
from whoelse.web.contacts.models import Contact, Referral


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
