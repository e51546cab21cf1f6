"""Do not contact: recorded once, never lifted by an import, an edit or erasing."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from whoelse.web.accounts.models import Student
from whoelse.web.activity import actions as activity
from whoelse.web.contacts import bridge
from whoelse.web.contacts.keys import digests_of, fingerprint
from whoelse.web.contacts.models import BlockedKey, Contact, DoNotContact


@transaction.atomic
def record_do_not_contact(
    contact: Contact, *, reason: str, asked_by_them: bool, at: datetime
) -> DoNotContact:
    """Block a person for good, under every detail by which they could come back.

    Recorded twice, the first record stands; that they asked themselves outweighs.
    """
    block, is_new = DoNotContact.objects.get_or_create(
        contact=contact,
        defaults={
            "student": contact.student,
            "reason": bridge.one_line(reason, 200),
            "asked_by_them": asked_by_them,
            "recorded_at": at,
        },
    )
    add_keys(block, contact)
    if not is_new and asked_by_them and not block.asked_by_them:
        block.asked_by_them = True
        block.save(update_fields=["asked_by_them"])
    if is_new:
        _record(contact, asked_by_them=asked_by_them, at=at)
    contact.do_not_contact = block
    return block


def add_keys(block: DoNotContact, contact: Contact) -> None:
    """Add the hashes of the contact's present details; earlier ones stay."""
    digests = digests_of(
        email=contact.email,
        profile_url=contact.profile_url,
        name=contact.full_name,
        employer=contact.employer,
    )
    BlockedKey.objects.bulk_create(
        (BlockedKey(block=block, digest=digest, key=fingerprint()) for digest in sorted(digests)),
        ignore_conflicts=True,
    )


def renew_keys(student: Student) -> None:
    """Make the hashes of everybody who is blocked and still there, with the present key."""
    for block in DoNotContact.objects.filter(student=student).select_related("contact"):
        if block.contact is not None:
            add_keys(block, block.contact)


def _record(contact: Contact, *, asked_by_them: bool, at: datetime) -> None:
    activity.record(
        contact.student,
        verb="recorded_do_not_contact",
        sentence=(
            f"{contact.name} asked not to be contacted"
            if asked_by_them
            else f"You decided not to contact {contact.name}"
        ),
        at=at,
        contact=contact.public_id,
        path=reverse("contacts:contact", args=[contact.public_id]),
    )
