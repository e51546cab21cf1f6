"""What the doorbell calls: find the dead, send what is due, keep copies, read answers."""

from django.utils import timezone

from whoelse.web.core import doorbell
from whoelse.web.mail import actions


@doorbell.job("mail")
def mail() -> None:
    actions.recover(at=timezone.now())
    actions.send_due(timezone.now)
    actions.put_copies(timezone.now)


@doorbell.job("answers")
def answers() -> None:
    actions.read_due(timezone.now)
