"""What the doorbell calls: confirmations that leave by themselves."""

from django.utils import timezone

from whoelse.web.core import doorbell
from whoelse.web.interviews import actions


@doorbell.job("confirmations")
def confirmations() -> None:
    actions.send_confirmations(at=timezone.now())
