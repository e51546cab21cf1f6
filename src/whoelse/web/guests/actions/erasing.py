"""Whatever is stored about an interviewee goes, when the interviewee says so."""

from datetime import datetime

from django.db import transaction

from whoelse.web.activity.actions import record
from whoelse.web.contacts.actions import erase_contact
from whoelse.web.guests.actions.claiming import claim
from whoelse.web.guests.models import GuestLink


@transaction.atomic
def erase_guest(link: GuestLink, *, at: datetime) -> None:
    """Erase the person with messages, times and notes; the student learns that it happened."""
    claim(link, at=at, ends=True)
    forget_guest(link, at=at)


def forget_guest(link: GuestLink, *, at: datetime) -> None:
    """The rows go, whoever wrote them; a block stays as keyed hashes."""
    student = link.student
    erase_contact(link.message.contact)
    record(
        student,
        verb="guest_erased",
        sentence="Somebody whom you asked erased what was stored about them",
        at=at,
    )
