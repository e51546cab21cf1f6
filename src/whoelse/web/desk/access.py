"""Which object of a composite page may this person get?"""

from uuid import UUID

from django.shortcuts import get_object_or_404

from whoelse.web.accounts.models import User
from whoelse.web.contacts.models import Contact, Referral
from whoelse.web.interviews.models import Promise


def promise_for(user: User, public_id: UUID) -> Promise:
    return get_object_or_404(Promise, interview__student__user=user, public_id=public_id)


def referral_for(user: User, public_id: UUID) -> Referral:
    return get_object_or_404(Referral, student__user=user, public_id=public_id)


def untouched_contact_for(user: User, public_id: UUID) -> Contact:
    """A contact with whom nothing has happened yet: the only kind that Welcome may take back."""
    return get_object_or_404(
        Contact,
        student__user=user,
        public_id=public_id,
        stage="open",
        messages__isnull=True,
        interviews__isnull=True,
        referrals__isnull=True,
        referrals_made__isnull=True,
        do_not_contact__isnull=True,
    )
