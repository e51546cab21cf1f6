"""What the doorbell calls: busy calendars, offers that lapsed, answers to invitations."""

from django.utils import timezone

from whoelse.web.core import doorbell
from whoelse.web.scheduling import actions


@doorbell.job("calendars")
def calendars() -> None:
    actions.read_due(at=timezone.now())
    actions.lapse_offers(at=timezone.now())
    actions.read_answers(at=timezone.now())
